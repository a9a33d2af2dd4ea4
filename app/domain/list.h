/* Lists of the team, as its leads keep them: what each is for, how far what it carries may
 * be shared, and how many read it. Who reads it is in domain/subscriber.h. */
#ifndef BELFRY_DOMAIN_LIST_H
#define BELFRY_DOMAIN_LIST_H

#include "base/work.h"
#include "domain/wording.h"

enum list_limit {
	LISTS        = 40,        /* that there can be, ended ones included */
	LIST_NAME    = 100,       /* characters */
	LIST_COUNTED = 1000,      /* of each state, where many lists are shown */
};

struct list {
	int64_t id, version;
	const char *name;
	const char *tlp;          /* the strictest label that it carries */
	bool open;                /* anybody may ask for it */
	bool advisories;          /* what is published as an advisory goes to it */
	moment made_at, ended_at; /* `ended_at` 0: it goes on */
};

/* Subscriptions of a list; none is counted above what was asked for. */
struct list_counts { int64_t confirmed, asked, paused; };

/* The ones that go on first, by name: id, name, tlp, label, open, advisories, ended_at, last_at
 * (when something was sent to it), wording (in that language, else in the first one, else
 * in English). */
struct db_rows *lists_all(struct work *, const char *language, const char *first);
bool lists_full(struct work *);
/* Confirmed subscriptions of all lists that go on; none is counted above `most`. */
int64_t lists_confirmed(struct work *, int64_t most);
void list_count(struct work *, int64_t id, int64_t most, struct list_counts *);

bool list_by_id(struct work *, int64_t id, struct list *);
/* The same; whoever else changes it, or sends to it, waits. */
bool list_hold(struct work *, int64_t id, struct list *);
/* language, value. */
struct db_rows *list_wordings(struct work *, int64_t id);

/* Is the label stricter than the other? Of labels that there are. */
bool tlp_is_stricter(struct work *, const char *tlp, const char *than);

/* What becomes of a change. */
enum list_change {
	LIST_SAVED,
	LIST_UNKNOWN,             /* there is none, or it is not this person's to change */
	LIST_STALE,               /* somebody changed it since the form was shown */
	LIST_FULL,
	LIST_NAME_TAKEN,
	LIST_NOT_OPEN,            /* only what everybody may read goes to a list that is open */
	LIST_NAMED_PEOPLE,        /* TLP:RED goes to people by name */
	LIST_STRICTER,            /* who reads it was not chosen for that label */
	LIST_CARRIED,             /* something stricter went to it */
	LIST_NOT_NOW,             /* it has ended already, or goes on already */
};

enum list_change list_add(struct work *, struct list *, const struct wording *, size_t count);
/* By `list->id`; `list->version` is that of the form. */
enum list_change list_save(struct work *, const struct list *, const struct wording *,
	size_t count);
/* Nothing is sent to it any more, and what is on its way stops; or it goes on. Who reads
 * it stays with it. */
enum list_change list_end(struct work *, int64_t id, int64_t version);
enum list_change list_start(struct work *, int64_t id, int64_t version);

#endif
