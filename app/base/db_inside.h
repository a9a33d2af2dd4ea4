/* What the files of the database share, and nobody else. */
#ifndef BELFRY_BASE_DB_INSIDE_H
#define BELFRY_BASE_DB_INSIDE_H

struct db;
struct st_mysql;

/* The connection with the work's transaction open; NULL after a failure. */
struct st_mysql *db_connection(struct db *);
/* The work's first failure is remembered, and logged. */
void db_fail(struct db *, unsigned error, const char *message, const char *statement);

#endif
