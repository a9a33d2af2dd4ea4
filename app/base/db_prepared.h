/* Prepared statements, kept as long as their connection: found again by the address
 * of their literal. */
#ifndef BELFRY_BASE_DB_PREPARED_H
#define BELFRY_BASE_DB_PREPARED_H

#include <mysql.h>
#include <stdbool.h>
#include <stddef.h>

enum {
	DB_STATEMENTS = 512,      /* slots; a power of two */
	DB_COLUMNS    = 48,       /* of one result */
};

struct prepared {
	const char *text;              /* NULL: an empty slot */
	MYSQL_STMT *handle;
	unsigned columns;              /* 0: it has no result, or tells only when it has run */
	const char *names[DB_COLUMNS];
	bool moments[DB_COLUMNS];      /* is it a DATETIME? */
};

struct db_prepared {
	struct prepared slots[DB_STATEMENTS];
	size_t count;
};

/* The slot of a literal, empty where it is not prepared yet. */
struct prepared *db_prepared_slot(struct db_prepared *, const char *text);
/* Their connection ends. */
void db_prepared_close(struct db_prepared *);

#endif
