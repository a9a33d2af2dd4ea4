/* Which database user does what: public, inside, work,
 * seal, migrate, backup. */
#ifndef BELFRY_DATABASE_H
#define BELFRY_DATABASE_H

#include "base/db.h"
#include "base/settings.h"
#include "base/work.h"

/* A connection for one of the program's users, made when first needed. Its
 * password is in the folder of the settings, or there is none and the server
 * knows the system's user. */
struct db *database_as(const struct settings *, const char *user);

/* The number of the newest migration in the SQL folder: what this program
 * expects to find. 0: the folder cannot be read. */
int database_expected(const struct settings *);

/* The digest of the procedures and grants that this program carries. */
const char *database_carried(const struct settings *, const void *memory);

/* Does the database stand where this program expects it: tables, procedures,
 * grants? Says in the log what to do when it does not. True also while the
 * server is away: it may come. */
bool database_fits(const struct settings *, struct db *);

/* Within a work that only asks: can it be reached, and does it fit? The work is
 * good for more afterwards, whatever came out. */
bool database_is_well(const struct settings *, struct work *);
/* Forgets that a statement of such a work failed. */
void database_forgive(struct work *);

#endif
