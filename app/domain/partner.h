/* Teams and bodies that the team works with, as everybody may read. */
#ifndef BELFRY_DOMAIN_PARTNER_H
#define BELFRY_DOMAIN_PARTNER_H

#include <stddef.h>

#include "base/work.h"
#include "domain/wording.h"

enum partner_limit {
	PARTNER_ROWS = 50,        /* on a page of the list */
	PARTNER_NAME = 200,       /* characters */
	PARTNER_URL  = 300,
};

struct partner {
	int64_t id;
	const char *name;
	const char *kind;         /* a word of the column */
	const char *url;          /* NULL: none */
	int64_t version;
};

/* By kind and name, from behind the one of that id (0, or gone: from the beginning): id,
 * name, kind, url, wording (in that language, else in the first one, else in English).
 * One more than PARTNER_ROWS when there are more. */
struct db_rows *partners(struct work *, int64_t after, const char *language, const char *first);

bool partner_by_id(struct work *, int64_t id, struct partner *);
/* language, value. */
struct db_rows *partner_wordings(struct work *, int64_t id);

/* What becomes of a change. */
enum partner_change { PARTNER_SAVED, PARTNER_STALE, PARTNER_UNKNOWN };

enum partner_change partner_add(struct work *, const struct partner *, const struct wording *,
	size_t count);
/* By `partner->id`; `partner->version` is that of the form. */
enum partner_change partner_save(struct work *, const struct partner *, const struct wording *,
	size_t count);
enum partner_change partner_remove(struct work *, int64_t id);

#endif
