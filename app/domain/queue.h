/* The queue: tickets in lists, paged by key. A page costs the same with ten
 * tickets or a million: every list that can be asked for has its index. */
#ifndef BELFRY_DOMAIN_QUEUE_H
#define BELFRY_DOMAIN_QUEUE_H

#include "base/work.h"

enum queue_limit {
	QUEUE_ROWS   = 50,
	QUEUE_COUNTS = 1000,     /* counts stop here: "999+" */
};

enum { OWNER_ANYBODY = 0, OWNER_NOBODY = -1 };

/* Which list. Open and held tickets are the work in hand: there every filter
 * goes with every other, ordered by the clock. The other places are as long as
 * the years: there one filter at a time, newest first (queue_narrow). */
struct queue {
	const char *place;       /* open, held, closed, duplicate, spam */
	const char *kind;        /* NULL: all; in closed places only with a state */
	const char *state;       /* NULL: all */
	const char *priority;    /* NULL: all */
	int64_t owner_id;        /* an account, OWNER_ANYBODY, OWNER_NOBODY */
	/* Where the page begins: after this ticket, or before it. */
	moment at;
	int64_t id;              /* 0: at the top */
	bool backwards;
};

/* One page of a list. */
struct queue_page {
	struct db_rows *rows;    /* in order; QUEUE_ROWS + 1 when there is more that way */
	size_t count;
	bool more;               /* further in the direction that was asked for */
};

/* Keeps only the filters that this place can serve, the last named one first:
 * state, owner, priority. */
void queue_narrow(struct queue *);

/* Rows: id, reference, subject, who, unread, priority, tlp, rsit, state,
 * state_label, owner, clock_at, due_at, answered_at, opened_at; backwards in
 * reverse order. */
void queue_page(struct work *, const struct queue *, struct queue_page *);

/* How many, at most QUEUE_COUNTS each, in the open place. */
struct queue_counts {
	int64_t open, nobody, mine, late, held;
};
void queue_count(struct work *, struct queue_counts *);

#endif
