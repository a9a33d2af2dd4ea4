/* The team as this process remembers it, so that a page costs no query for it.
 * Whoever changes the team says so; all processes of this door notice at their
 * next request, those of the other door and of other machines within
 * TEAM_CACHE_SECONDS. */
#ifndef BELFRY_TEAM_CACHE_H
#define BELFRY_TEAM_CACHE_H

#include "domain/team.h"

enum { TEAM_CACHE_SECONDS = 2, TEAM_CACHE_AWAY_SECONDS = 5 };

/* The file that carries the generation number: RUNTIME/generation. Without it
 * (a test, a first start) the team is asked anew each time it may have changed. */
void team_cache_open(const char *runtime_folder);

/* NULL: there is no team yet, or the database is away. */
const struct team *team_now(struct work *);
/* Before a request is read: what others changed is learnt, and the languages that
 * the team offers now are those of the request. */
void team_cache_follow(struct db *);
/* Without asking the database. NULL: never heard of it. */
const struct team *team_remembered(void);
/* Another number for each time that it was loaded; 0: never. */
unsigned team_edition(void);
/* The work at hand changes the team; and, when it has ended, all are told. */
void team_changes(void);
void team_publish(void);

/* Between requests: one process of those that share the folder asks the
 * database, every TEAM_CACHE_SECONDS, whether somebody else changed the team. */
void team_cache_watch(struct db *);

#endif
