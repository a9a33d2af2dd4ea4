/* The team as this process remembers it, so that a page costs no query for it.
 * Whoever changes the team says so; all processes of the machine notice at
 * their next request. */
#ifndef BELFRY_TEAM_CACHE_H
#define BELFRY_TEAM_CACHE_H

#include "domain/team.h"

/* The file that carries the generation number: RUNTIME/generation. Without it
 * (a test, a first start) the team is asked anew each time it may have changed. */
void team_cache_open(const char *runtime_folder);

/* NULL: there is no team yet, or the database is away. */
const struct team *team_now(struct work *);
/* Without asking the database. NULL: never heard of it. */
const struct team *team_remembered(void);
/* To be called after the commit of a change. */
void team_changed(void);

#endif
