/* Advisories as everybody reads them: of each the newest revision. The public door reads
 * these tables and no others of advisories; what waits for its time is not in them. */
#ifndef BELFRY_DOMAIN_PUBLISHED_H
#define BELFRY_DOMAIN_PUBLISHED_H

#include "base/work.h"
#include "domain/advisory_text.h"

enum published_limit {
	PUBLISHED_ROWS      = 20,       /* on a page of the list */
	PUBLISHED_SEARCHED  = 5000,     /* the newest ones, which a search looks through */
	PUBLISHED_FEED      = 50,
	PUBLISHED_TABLE     = 5000,     /* in the table for spreadsheets */
	PUBLISHED_LANGUAGES = 16,
	HEADLINES           = 3,
	HEADLINE_ROWS       = 30,       /* texts of revisions among which they are */
};

/* Which list. */
struct published_list {
	const char *language;           /* of the titles, where there is one */
	const char *kind, *severity;    /* NULL: all */
	const char *search;             /* in titles, CVE ids and references; NULL: none */
	moment at;                      /* after the one that was first published then */
	int64_t id;                     /* and has this id; 0: from the top */
};

/* id, reference, kind, severity, score, withdrawn, first_at, published_at, number,
 * title, language: of the title. One more than PUBLISHED_ROWS when there are more. */
struct db_rows *published_page(struct work *, const struct published_list *);

/* One of them. */
struct published {
	int64_t id, number;
	const char *reference, *kind, *severity, *language;
	const char *weaknesses, *products, *links;
	const char *sectors;            /* "energy,health"; empty: everybody */
	const char *reason;             /* NULL: of the first revision */
	bool withdrawn;
	moment first_at, published_at;
	struct advisory_text texts[PUBLISHED_LANGUAGES];   /* that it was written in first */
	size_t text_count;
};

bool published_find(struct work *, const char *reference, struct published *);
/* Any revision of it, for staff. */
bool published_revision(struct work *, int64_t id, int64_t number, struct published *);
/* The text in this language, else the one it was written in. */
const struct advisory_text *published_text_in(const struct published *, const char *language);

/* number, published_at, withdrawn, reason: those that are out, the newest first. */
struct db_rows *published_history(struct work *, int64_t id);

/* Where a part of a long list begins: after the one of that moment and id; 0: at the top. */
struct published_from { moment at; int64_t id; };

/* For feeds, the last changed first, from below a published_at: id, reference, kind,
 * severity, withdrawn, reason, first_at, published_at, title, summary, language,
 * written_in. One more than PUBLISHED_FEED when there are more. */
struct db_rows *published_feed(struct work *, const char *language, struct published_from);
/* For spreadsheets, from below a first_at: id, reference, kind, severity, score, weaknesses,
 * first_at, published_at, number, withdrawn, title, language. One more than PUBLISHED_TABLE
 * when there are more. */
struct db_rows *published_table(struct work *, const char *language, struct published_from);

/* When the documents last changed; 0: there are none. */
moment published_changed(struct work *);

/* The newest ones, for the home page, which asks no database: they are remembered
 * with the team. */
struct headline {
	int64_t id, number;
	const char *reference, *kind, *severity;
	const char *written_in;         /* language */
	const char *language, *title;   /* a row for each language of a revision */
	bool withdrawn;
	moment first_at, published_at;
};
struct headlines {
	struct headline *rows;
	size_t count;
};
void headlines_load(struct work *, const void *memory, struct headlines *);
/* The newest first, in this language where there is one: at most HEADLINES. */
size_t headlines_in(const struct headlines *, const char *language,
	const struct headline *chosen[HEADLINES]);

#endif
