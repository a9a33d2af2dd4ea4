/* Who reads a list, as its leads see them. What a reader does with their own
 * subscription is in domain/subscription.h. */
#ifndef BELFRY_DOMAIN_SUBSCRIBER_H
#define BELFRY_DOMAIN_SUBSCRIBER_H

#include "base/work.h"

enum subscriber_limit {
	SUBSCRIBER_ROWS  = 50,       /* on a page */
	SUBSCRIBER_TABLE = 20000,    /* in a file for spreadsheets */
};

/* What part of a list is looked at. At most one of `state` and `address`. */
struct subscriber_query {
	int64_t list_id;
	const char *state;           /* NULL: any; newest first */
	const char *address;         /* how an address begins; NULL: any; by address */
	int64_t after;               /* the last one of the page before; 0: from the top */
};

/* id, email, language, kinds, severity, sectors, pace, state, asked_at, confirmed_at,
 * ended_at, bounces, bounced_at, invited. One more than SUBSCRIBER_ROWS when there are
 * more. A forgotten address is NULL, and is only found by its state. Nothing where the
 * actor may not see addresses. */
struct db_rows *subscribers_page(struct work *, const struct subscriber_query *);
/* The same columns of the whole list, oldest first, for a spreadsheet. */
struct db_rows *subscribers_table(struct work *, int64_t list_id);

/* 0: there is none. */
int64_t subscriber_list(struct work *, int64_t id);

/* What becomes of an act. */
enum subscriber_act {
	SUBSCRIBER_DONE,
	SUBSCRIBER_UNKNOWN,          /* there is none, or it is not this person's to change */
	SUBSCRIBER_NOT_NOW,          /* it is in another state by now, or left of itself */
};

/* Nothing goes there any more. */
enum subscriber_act subscriber_remove(struct work *, int64_t id);
/* One that was paused because its mail came back, or was removed, is as before. */
enum subscriber_act subscriber_resume(struct work *, int64_t id);

#endif
