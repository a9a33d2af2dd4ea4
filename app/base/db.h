/* The database: literals with placeholders in, rows as text out, one
 * transaction per piece of work.
 *
 * After the first failure db_failed() is true, every later query returns no
 * rows, every later statement does nothing, and the commit refuses. So callers
 * run straight on; whoever commits looks once.
 *
 * Nothing is sent to the server before the first statement: a page that asks
 * nothing costs the database nothing. */
#ifndef BELFRY_BASE_DB_H
#define BELFRY_BASE_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/moment.h"

struct db;
struct db_rows;

/* SQL that is a literal; nothing else compiles. */
struct sql { const char *text; };
#define SQL(literal) ((struct sql){ "" literal "" })

struct db_value {
	enum { DB_NULL, DB_INT, DB_TEXT, DB_BYTES, DB_MOMENT } kind;
	int64_t number;
	const char *text;
	size_t size;
};

static inline struct db_value db_null(void) { return (struct db_value){ DB_NULL, 0, NULL, 0 }; }
static inline struct db_value db_int(int64_t n) { return (struct db_value){ DB_INT, n, NULL, 0 }; }
static inline struct db_value db_id(int64_t n) { return (struct db_value){ n ? DB_INT : DB_NULL, n, NULL, 0 }; } /* 0 is NULL */
static inline struct db_value db_text(const char *t) { return (struct db_value){ t ? DB_TEXT : DB_NULL, 0, t, 0 }; }
static inline struct db_value db_bytes(const void *d, size_t n) { return (struct db_value){ d ? DB_BYTES : DB_NULL, 0, d, n }; }
static inline struct db_value db_moment(moment m) { return (struct db_value){ m ? DB_MOMENT : DB_NULL, m, NULL, 0 }; }      /* 0 is NULL */

#define DB_VALUES(...) \
	(const struct db_value[]){ __VA_ARGS__ __VA_OPT__(,) { DB_NULL, 0, NULL, 0 } }, \
	(sizeof((const struct db_value[]){ __VA_ARGS__ __VA_OPT__(,) { DB_NULL, 0, NULL, 0 } }) / sizeof(struct db_value) - 1)

/* Rows, read completely. Also for CALL: the first result set of a procedure. */
#define db_query(db, sql, ...) db_query_values(db, sql, DB_VALUES(__VA_ARGS__))
/* Rows changed. */
#define db_exec(db, sql, ...) db_exec_values(db, sql, DB_VALUES(__VA_ARGS__))
/* The new row's AUTO_INCREMENT id. */
#define db_insert(db, sql, ...) db_insert_values(db, sql, DB_VALUES(__VA_ARGS__))
/* False when the key was taken, and only then; everything else is a failure. */
#define db_try(db, sql, ...) db_try_values(db, sql, DB_VALUES(__VA_ARGS__))
/* The first column of the first row, 0 where there is none. */
#define db_number(db, sql, ...) db_number_values(db, sql, DB_VALUES(__VA_ARGS__))

/* One INSERT, UPDATE or DELETE for several rows of so many values, sent as one. A
 * column is of one kind, number or text, or NULL. */
void db_exec_rows(struct db *, struct sql, const struct db_value *, size_t columns, size_t rows);
/* The AUTO_INCREMENT id of the row that the last statement inserted. */
int64_t db_new_id(const struct db *);

struct db_rows *db_query_values(struct db *, struct sql, const struct db_value *, size_t count);
int64_t db_exec_values(struct db *, struct sql, const struct db_value *, size_t count);
int64_t db_insert_values(struct db *, struct sql, const struct db_value *, size_t count);
bool db_try_values(struct db *, struct sql, const struct db_value *, size_t count);
int64_t db_number_values(struct db *, struct sql, const struct db_value *, size_t count);

/* Steps to the next row; false at the end. Columns are asked by name; a name
 * that the SELECT does not have is a mistake and ends the process. */
bool db_next(struct db_rows *);
const char *db_get_text(struct db_rows *, const char *column);   /* NULL is NULL */
int64_t db_get_int(struct db_rows *, const char *column);        /* NULL is 0 */
bool db_get_bool(struct db_rows *, const char *column);
moment db_get_moment(struct db_rows *, const char *column);      /* NULL is 0 */
const unsigned char *db_get_bytes(struct db_rows *, const char *column, size_t *size);

/* For whoever pours rows into something: all columns of the present row. */
size_t db_column_count(const struct db_rows *);
const char *db_column_name(const struct db_rows *, size_t column);
const char *db_column_text(const struct db_rows *, size_t column);
size_t db_row_count(const struct db_rows *);
void db_rewind(struct db_rows *);

/* A connection to be made when first needed. `password` may be NULL
 * (unix_socket authentication). Lives until db_close. */
struct db *db_new(const char *socket, const char *name, const char *user, const char *password);
void db_close(struct db *);
/* Connects as this system user, where the process is root: MariaDB knows users
 * by that (unix_socket). */
void db_connect_as(struct db *, unsigned user);
/* Somebody waits for what is asked here: a statement that is not answered in
 * three seconds fails, and the server is then let be for two. Said before the
 * first piece of work. */
void db_hurry(struct db *);
/* An answer may take an hour: for work on whole tables. */
void db_be_patient(struct db *);

/* One piece of work: memory for the rows, and whether it may write. */
void db_begin(struct db *, const void *memory, bool read_only);
/* All statements of the present work, which only reads, see the database as it
 * is now; to be called before the first of them. */
bool db_snapshot(struct db *);
/* True when everything is in the database. False: nothing is. */
bool db_commit(struct db *);
/* Commits what was written so far and goes on in the same work, in a new
 * transaction: for counts that hold whatever becomes of the rest. */
bool db_keep(struct db *);
void db_rollback(struct db *);
/* Statements sent since db_begin. */
unsigned db_statements(const struct db *);
/* The memory of the present work. */
const void *db_memory(const struct db *);

/* Has anything failed in the present work? */
bool db_failed(const struct db *);
/* The failure was a deadlock, a lock's time-out or a connection that was lost
 * before the commit: doing the whole work again may succeed. */
bool db_worth_retrying(const struct db *);
/* The server cannot be reached, does not answer in time, or its disk is full. */
bool db_is_away(const struct db *);
/* The connection was lost during the commit: it may hold or not. */
bool db_is_unknown(const struct db *);
/* The server is there, and does not let this user in, or into this database. */
bool db_is_refused(const struct db *);
/* No statement of this work will be sent: for pages that say what failed. */
void db_give_up(struct db *);
/* Spoils the work by a failure that is not the database's. */
void db_spoil(struct db *, const char *why);

/* One statement as text, whatever results it has, outside the sticky failure:
 * for scripts, and for what is done to whole tables. */
bool db_run(struct db *, const char *statement, const char **why);
/* Several statements from a file of ours (migrations, reference data), split
 * where a line ends in ";", or in what a DELIMITER line has named. Begins after
 * the first `from` statements and calls `after` (may be NULL) when each has run,
 * so that an interrupted script goes on where it stopped. Each statement stands
 * for itself: a script is no transaction. False stops at the first that failed;
 * `why` says which. */
bool db_run_script(struct db *, const char *script, size_t from,
	bool (*after)(void *data, size_t statements), void *data, const char **why);

#endif
