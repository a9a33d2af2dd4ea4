/* The steps of `belfry migrate`, for a restore, which puts rows between them. */
#ifndef BELFRY_COMMANDS_MIGRATE_H
#define BELFRY_COMMANDS_MIGRATE_H

#include "base/db.h"
#include "base/settings.h"

/* The tables as they were at this version. */
bool migrate_tables_to(struct db *, const struct settings *, int version);
/* The newest tables, procedures and reference data. */
bool migrate_data(struct db *, const struct settings *);
/* What each database user may do, and before that: nothing. */
bool migrate_grants(struct db *, const struct settings *);
bool migrate_revokes(struct db *);

#endif
