/* The two doors: names, database users, and what a process does before it
 * answers for one. */
#ifndef BELFRY_DOORS_H
#define BELFRY_DOORS_H

#include "base/db.h"
#include "base/settings.h"
#include "web/request.h"

const char *door_name(enum door);
const char *door_user(enum door);
/* From `--door NAME`; 0 when there is none, or the name is unknown. */
enum door door_by_name(char **arguments);

/* Templates, languages, the team's cache. False, and a line in the log, when
 * something is missing. */
bool door_prepare(const struct settings *, enum door);

/* Before a worker's first request, so that a page which says that the database
 * is away still has the team's phone number. */
void door_remember_team(struct db *);

#endif
