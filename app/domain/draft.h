/* Drafts: a report being written, kept for a day under a key that only the
 * writer's browser has. The public door reaches them by the digest of that key
 * and in no other way. */
#ifndef BELFRY_DOMAIN_DRAFT_H
#define BELFRY_DOMAIN_DRAFT_H

#include "base/work.h"

enum draft_limit {
	DRAFT_HOURS = 24,        /* since the last answer */
	DRAFT_SENT_HOURS = 1,    /* the confirmation can be opened again */
	DRAFT_ANSWERS = 64,
};

struct draft {
	const char *key;         /* in the cookie: 256 bits */
	const char *digest;      /* in the database */
	const char *reference;   /* what it became; NULL while it is written */
	moment sent_at, ends_at;
	size_t answer_count;
	struct { const char *field, *value; } answers[DRAFT_ANSWERS];
};

/* A fresh one. */
void draft_begin(struct work *, struct draft *);
/* False when there is none under that key, or its day is over. */
bool draft_open(struct work *, const char *key, struct draft *);
/* The same, and nobody else sends it meanwhile. */
bool draft_lock(struct work *, const char *key, struct draft *);
/* An answer; NULL takes it back. */
void draft_answer(struct work *, struct draft *, const char *field, const char *value);
/* It has become a ticket; its answers are forgotten here. */
void draft_sent(struct work *, struct draft *, const char *reference);

/* The answer to a field; NULL: none. */
const char *draft_value(const struct draft *, const char *field);

#endif
