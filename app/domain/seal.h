/* Seals: events bound into a chain of SHA-256, so that nothing that happened can
 * be changed, removed or put in afterwards without its being seen.
 *
 * A seal covers the ids behind the one before it up to its last; ids that no
 * event has are part of it. Numbers are given when a piece of work begins to
 * write and seen when it commits, so the sealer waits before it takes a run of
 * them; an event that is seen even later gets a seal of its own, marked as
 * late. */
#ifndef BELFRY_DOMAIN_SEAL_H
#define BELFRY_DOMAIN_SEAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/work.h"

enum { SEAL_EVENTS = 1000, SEALS_WATCHED = 100 };

struct seal {
	int64_t number;             /* 0: there is none */
	int64_t first, last;        /* ids of events */
	int64_t events;
	const char *missing;        /* "7,11-13" */
	bool late;
	const char *sealed_at;
	const char *digest;
};

int64_t event_newest(struct work *);
struct seal seal_newest(struct work *);

/* Seals the next events, none behind `until` and SEAL_EVENTS at most. False:
 * there are none. */
bool seal_next(struct work *, int64_t until, struct seal *);
/* Seals one event that appeared among the SEALS_WATCHED newest seals. False:
 * there is none. */
bool seal_late(struct work *, struct seal *);

/* The chain being followed from its beginning. */
struct seal_chain {
	int64_t number, run;        /* the seal before, and the last event under one that is not late */
	char digest[65];
	int64_t seals, events, late;
	int64_t wrong;              /* how often something was told */
	void (*tell)(const char *what);
};
void seal_chain_begin(struct seal_chain *, void (*tell)(const char *what));
/* Some seals further; each thing that is wrong is told. False: that was all. A
 * long chain is followed in many pieces of work. */
bool seal_chain_follow(struct work *, struct seal_chain *);
/* Events that no seal covers yet, and since when there are any. */
int64_t seal_chain_behind(struct work *, const struct seal_chain *, moment *since);

/* The digest of a seal, or NULL: for comparing with what was noted elsewhere. */
const char *seal_digest(struct work *, int64_t number);

#endif
