/* Which database user does what: public, inside, work,
 * seal, migrate, backup. */
#ifndef BELFRY_DATABASE_H
#define BELFRY_DATABASE_H

#include "base/db.h"
#include "base/settings.h"

/* A connection for one of the program's users, made when first needed. Its
 * password is in the folder of the settings, or there is none and the server
 * knows the system's user. */
struct db *database_as(const struct settings *, const char *user);

/* The number of the newest migration in the SQL folder: what this program
 * expects to find. 0: the folder cannot be read. */
int database_expected(const struct settings *);

/* Does the database stand where this program expects it? Says in the log what
 * to do when it does not. True also while the server is away: it may come. */
bool database_fits(const struct settings *, struct db *);

#endif
