/* What a backup says, before it is packed (base/packed.h): lines of text, and
 * values with their length in front, so that any byte may stand in them.
 *
 *     belfry backup 1
 *     program 0.1
 *     schema 1
 *     made 2026-11-22T03:00:00Z
 *     team VELCIRT                       "-" while there is none
 *     table account 1042 id email        next id (0: none), columns
 *     row 4:1041 14:rea@cirt.example     "-" is NULL; "row" for each row
 *     end 1 SHA-256                      rows of this table, digest of its lines
 *     ...
 *     total 20 4711 SHA-256              tables, rows, digest of all lines above
 *     mark HMAC                          of the line above, by the installation's key
 *
 * No statement is in it: whoever restores brings the tables. What belfry_backup
 * may read is what it holds (sql/grants.sql). It may not read what must not come
 * to life again: sessions, links, kept forms, counters of attempts, and reports
 * and files that were never sent, which are promised to be forgotten after a day;
 * nor mail, which would leave once more. */
#ifndef BELFRY_DOMAIN_BACKUP_H
#define BELFRY_DOMAIN_BACKUP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/db_table.h"
#include "base/packed.h"
#include "base/work.h"

#define BACKUP_FIRST_LINE "belfry backup 1"
#define BACKUP_MARK       "backup"      /* what the keyed digest is for */

enum { BACKUP_COLUMNS = 200 };          /* of one table, at most */

struct backup_facts {
	const char *program, *made, *team;
	int64_t schema;
	int64_t tables, rows;
	const char *digest;             /* of all of it */
	bool ours;                      /* read: made under the installation's key of this process */
};

/* Writes everything as it is at this moment; the work only reads and has asked
 * nothing yet. Good when the work ends well and `packed` too. */
void backup_write(struct work *, struct packed *, struct backup_facts *);

enum backup_step {
	BACKUP_BAD,                     /* it is not what it should be: `why` */
	BACKUP_TABLE,                   /* a table begins */
	BACKUP_ROW,                     /* one of its rows */
	BACKUP_TABLE_END,
	BACKUP_END,                     /* all of it was read, and it is whole */
};

/* A backup being read. */
struct backup {
	struct backup_facts facts;
	struct db_table table;          /* the present one: name, next, columns, names */
	struct bytes *cells;            /* of the present row */
	int64_t rows;                   /* of this table so far */
	const char *table_digest;       /* at BACKUP_TABLE_END */
	const char *why;
	void *memory;
	struct packed *packed;
	bool in_table;
	struct buffer row;
};

/* Reads the head. False: `why`. */
bool backup_open(struct backup *, void *memory, struct packed *);
enum backup_step backup_next(struct backup *);

#endif
