/* A whole table, one row in memory at a time: what backups are made of. Names
 * come from the database's own catalogue, never from anybody else. */
#ifndef BELFRY_BASE_DB_TABLE_H
#define BELFRY_BASE_DB_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/db.h"
#include "base/text.h"

struct db_table {
	const char *name;
	int64_t next;                   /* the next AUTO_INCREMENT id; 0: it has none */
	size_t columns;                 /* without those that the database computes */
	const char *const *names;
	const bool *binary;             /* bytes and not text */
	const char *key;                /* its primary key: "`a`, `b`" */
};

/* The tables that this database user may see, by name; the names only. */
struct db_rows *db_table_names(struct db *);
/* False: there is none of this name. */
bool db_table_find(struct db *, const char *name, struct db_table *);

/* The references between them: name, child, parent, and two pieces of statements.
 * db_orphans: how many rows of the present one's child name a row that is not
 * there. */
struct db_rows *db_references(struct db *);
int64_t db_orphans(struct db *, struct db_rows *references);

/* Reads all rows for which `only` holds, SQL("TRUE") for each, in the order of the
 * primary key. Between the first call and
 * the last, which returned false, the work sends no other statement. */
struct db_scan;
struct db_scan *db_scan_open(struct db *, const struct db_table *, struct sql only);
/* One cell per column, good until the next call; data is NULL for NULL. */
bool db_scan_next(struct db_scan *, struct bytes *cells);

/* Adds rows, many at a time: what was added is there after db_fill_send. */
struct db_fill;
struct db_fill *db_fill_open(struct db *, const struct db_table *);
void db_fill_add(struct db_fill *, const struct bytes *cells);
void db_fill_send(struct db_fill *);
void db_fill_close(struct db_fill *);
/* Its next id is at least table->next. */
void db_table_go_on(struct db *, const struct db_table *);

#endif
