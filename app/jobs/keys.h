/* The team's keys: reading those that people added, and showing those that sign. */
#ifndef BELFRY_JOBS_KEYS_H
#define BELFRY_JOBS_KEYS_H

#include "base/settings.h"
#include "base/work.h"

void keys_open(const struct settings *);

/* Reads one that was pasted; true when there may be more. */
bool read_keys(struct work *);
/* The public parts of the keys in the signing folder become keys of the team. */
bool show_own_keys(struct work *);

#endif
