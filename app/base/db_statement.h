/* Prepared statements, kept as long as their connection. Whoever uses the database
 * sees none of it: db.h takes literals. */
#ifndef BELFRY_BASE_DB_STATEMENT_H
#define BELFRY_BASE_DB_STATEMENT_H

#include <mysql.h>
#include <stdbool.h>
#include <stddef.h>

enum {
	DB_STATEMENTS = 512,      /* slots; a power of two */
	DB_COLUMNS    = 48,       /* of one result */
};

/* A prepared statement, found again by the address of its literal. */
struct db_statement {
	const char *text;
	MYSQL_STMT *handle;
	unsigned columns;              /* 0: it has no result, or tells only when it has run */
	const char *names[DB_COLUMNS];
	bool moments[DB_COLUMNS];      /* is it a DATETIME? */
};

struct db_statements {
	struct db_statement slots[DB_STATEMENTS];
	size_t prepared;
};

/* Their connection ends. */
void db_statements_close(struct db_statements *);

#endif
