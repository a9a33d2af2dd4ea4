/* The profile: the document by which other teams and everybody know this one
 * (RFC 2350, appendix D). Its texts are written section by section and language by
 * language; a version is made of them and of what is known already, and is never
 * changed afterwards. */
#ifndef BELFRY_DOMAIN_PROFILE_H
#define BELFRY_DOMAIN_PROFILE_H

#include "base/work.h"

enum profile_limit {
	PROFILE_TEXT     = 8000,   /* characters of a section */
	PROFILE_CHANGES  = 400,
	PROFILE_REASON   = 400,
	PROFILE_VERSIONS = 50,     /* on one page */
	PROFILE_REVIEW_DAYS = 365, /* after that it wants to be looked at again */
};

/* What becomes of a change. */
enum profile_change {
	PROFILE_SAVED,
	PROFILE_STALE,             /* somebody changed it since the form was shown */
	PROFILE_OWN,               /* nobody reviews what they wrote themselves */
	PROFILE_UNKNOWN,           /* there is no such text */
};

/* All texts: section, language, value, state, says, version, changed_at, account_id,
 * author, reviewer (names). */
struct db_rows *profile_texts(struct work *);

/* One of them. False: nothing is written, and all but the version is zero. */
struct profile_text {
	const char *value, *state, *author, *reviewer;
	int64_t says, version, account_id;
	moment changed_at;
};
bool profile_text(struct work *, const char *section, const char *language,
	struct profile_text *);

/* Writes it: a draft, or ready ('translated'). What was reviewed is so no more. An
 * empty text takes it away. `says`: the version of the text that it translates; 0: none. */
enum profile_change profile_write(struct work *, const char *section, const char *language,
	int64_t version, const char *value, bool ready, int64_t says);
/* The work's actor has read it and finds it right. */
enum profile_change profile_review(struct work *, const char *section, const char *language,
	int64_t version);

/* A version that is about to be published. */
struct profile_section {
	const char *language, *section, *title, *body, *said_in;
};
struct profile_whole { const char *language, *body; };
struct profile_new {
	const char *prevails, *changes, *reason;      /* reason: NULL, or why in spite of what stops it */
	const struct profile_section *sections;       /* language by language, in their order */
	size_t section_count;
	const struct profile_whole *texts;            /* each language's plain text */
	size_t text_count;
};
/* The turn was taken (domain/team.h). */
void profile_publish(struct work *, int64_t number, const struct profile_new *);

/* What was published: number, published_at, prevails, changes, sha256 (of all its texts). */
struct profile_version {
	int64_t number;
	moment published_at;
	const char *prevails, *changes, *sha256;
};
/* 0: the latest. False: there is none. */
bool profile_version(struct work *, int64_t number, struct profile_version *);
/* The latest one is older than PROFILE_REVIEW_DAYS. */
bool profile_is_old(struct work *);
/* number, published_at, changes: newest first. */
struct db_rows *profile_versions(struct work *);
/* section, title, body, said_in: in their order. In the prevailing language where the
 * version is not in that one; no rows where there is no such version. */
struct db_rows *profile_sections(struct work *, const struct profile_version *,
	const char *language);
/* The plain text; or the signed one, NULL while it is not signed. */
const char *profile_plain(struct work *, const struct profile_version *, const char *language,
	bool sign);

/* For the job that signs: a text without a signature. */
bool profile_unsigned(struct work *, int64_t *number, const char **language, const char **body);
void profile_signed(struct work *, int64_t number, const char *language, const char *text);

#endif
