/* The profile as it would be published now: of what is known of the team and of
 * what it has written, in every language that it offers. */
#ifndef BELFRY_PAGES_PROFILE_DRAWN_H
#define BELFRY_PAGES_PROFILE_DRAWN_H

#include "domain/profile.h"
#include "domain/team.h"
#include "pages/profile_sections.h"
#include "web/request.h"

struct profile_drawn {
	int64_t number;                          /* of the version */
	const char *prevails;                    /* a language */
	struct profile_section *sections;        /* language by language */
	size_t section_count;
	struct profile_whole *texts;             /* the same as plain text */
	size_t text_count;
	const char *digest;                      /* of all of it but its number and day */
};

/* What there is at this moment, read once. */
struct profile_known {
	const struct team *team;                 /* NULL: nobody has set one up */
	struct db_rows *texts;                   /* profile_texts() */
	struct db_rows *keys;                    /* team_keys_good() */
	bool is_signed;                          /* team_signs() */
	struct profile_version latest;           /* number 0: none was published */
};
void profile_know(struct request *, struct profile_known *);

void profile_draw(struct request *, const struct profile_known *, int64_t number,
	struct profile_drawn *);

/* What Belfry says itself in a section, in the present language; NULL: nothing. */
const char *profile_made(struct request *, const struct profile_known *,
	const struct profile_part *, int64_t number);
/* A text to begin with, in the present language; NULL: none. */
const char *profile_proposal(struct request *, const struct team *, const struct profile_part *);

#endif
