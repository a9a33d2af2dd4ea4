/* Documents for paper: PDFs that `belfry work` draws of what is published. Everybody
 * may have those that are kept; what could not be drawn waits for its next try. */
#ifndef BELFRY_DOMAIN_PRINTED_H
#define BELFRY_DOMAIN_PRINTED_H

#include "base/work.h"

/* Which one. */
struct printed_name {
	const char *kind;             /* 'profile', 'flyer' */
	int64_t number;               /* of the profile's version; 0: there is one only */
	const char *language;
};

struct printed {
	const char *language;
	const unsigned char *bytes;
	size_t size;
	int64_t pages;
	moment made_at;
};

/* In its language, else in the other. False: it was not made yet. */
bool printed_file(struct work *, const struct printed_name *, const char *otherwise,
	struct printed *);
/* The same without its bytes: is it there? */
bool printed_exists(struct work *, const struct printed_name *, const char *otherwise);

/* All of a kind and number: language, size, pages, made_at; and of what could not be
 * drawn: failed, tries, tried_at, next_at (each NULL where nothing failed). */
struct db_rows *printed_of(struct work *, const char *kind, int64_t number);
/* What could not be drawn, of every kind: kind, number, language, failed ('program',
 * 'broken', 'long'), next_at. At most PRINTED_WAITING. */
enum { PRINTED_WAITING = 20 };
struct db_rows *printed_waiting(struct work *);


/* --- for the jobs */

/* A text of a profile's version that has no PDF, the newest first. False: none is due. */
bool printed_profile_due(struct work *, struct printed_name *);
/* Whether it is not drawn of this source (a digest) yet, and the time has come to try. */
bool printed_is_due(struct work *, const struct printed_name *, const char *source);

void printed_keep(struct work *, const struct printed_name *, const char *source,
	const struct printed *);

/* Why it could not be drawn. */
enum printed_failure {
	PRINTED_NO_PROGRAM,           /* the one that draws is not there */
	PRINTED_BROKEN,               /* it ended badly */
	PRINTED_LONG,                 /* more pages than it may have: not tried again before
	                               * its source is another */
};
void printed_failed(struct work *, const struct printed_name *, const char *source,
	enum printed_failure);

#endif
