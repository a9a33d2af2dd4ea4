/* From the answer of a statement to rows in memory. */
#ifndef BELFRY_BASE_DB_FETCH_H
#define BELFRY_BASE_DB_FETCH_H

#include "base/db_prepared.h"

struct db;
struct db_rows;

/* Names and kinds of a result's columns, whose description this frees; returns
 * how many there are. */
unsigned db_read_shape(MYSQL_RES *shape, const void *memory, const char **names,
	bool *moments, const char *text);
/* All rows of the statement that was just executed. */
void db_fetch(struct db *, struct prepared *, struct db_rows *);

#endif
