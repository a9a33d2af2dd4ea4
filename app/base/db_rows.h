/* What a result is made of: filled by db_fetch.c, read through db.h. */
#ifndef BELFRY_BASE_DB_ROWS_H
#define BELFRY_BASE_DB_ROWS_H

#include <stddef.h>

struct db_rows {
	size_t columns, rows, present;   /* present: 1 is the first row */
	const char *const *names;
	char **cells;                    /* rows x columns */
	size_t *sizes;
};

#endif
