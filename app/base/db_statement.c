/* Statements: prepared when first sent, values bound, and the answer taken. */
#include "base/db_inside.h"

#include <mysqld_error.h>
#include <stdlib.h>
#include <string.h>

#include "base/db_fetch.h"
#include "base/db_rows.h"
#include "base/log.h"
#include "base/memory.h"

enum { DB_VALUES_MOST = 40 };     /* placeholders of one statement */

static bool prepare_failed(struct db *db, MYSQL_STMT *handle, const char *text)
{
	db_fail(db, mysql_stmt_errno(handle), mysql_stmt_error(handle), text);
	mysql_stmt_close(handle);
	return false;
}

static bool prepare(struct db *db, struct prepared *statement, const char *text)
{
	MYSQL_STMT *handle = mysql_stmt_init(db->connection);
	MYSQL_RES *shape;

	if (handle == NULL)
		bug("no memory for a statement");
	if (mysql_stmt_prepare(handle, text, strlen(text)) != 0)
		return prepare_failed(db, handle, text);
	statement->text = text;
	statement->handle = handle;
	statement->columns = 0;
	shape = mysql_stmt_result_metadata(handle);
	if (shape != NULL)
		statement->columns = db_read_shape(shape, db, statement->names, statement->moments, text);
	db->prepared.count++;
	return true;
}

static struct prepared *statement_for(struct db *db, const char *text)
{
	struct prepared *statement = db_prepared_slot(&db->prepared, text);

	return statement->text != NULL || prepare(db, statement, text) ? statement : NULL;
}

static void bind(const struct db_value *values, size_t count, MYSQL_BIND *binds,
	char moments[][24], const void *memory)
{
	for (size_t i = 0; i < count; i++) {
		MYSQL_BIND *b = &binds[i];

		switch (values[i].kind) {
		case DB_NULL:
			b->buffer_type = MYSQL_TYPE_NULL;
			break;
		case DB_INT:
			b->buffer_type = MYSQL_TYPE_LONGLONG;
			b->buffer = (void *)&values[i].number;
			break;
		case DB_TEXT:
			b->buffer_type = MYSQL_TYPE_STRING;
			b->buffer = (void *)values[i].text;
			b->buffer_length = strlen(values[i].text);
			break;
		case DB_BYTES:
			b->buffer_type = MYSQL_TYPE_BLOB;
			b->buffer = (void *)values[i].text;
			b->buffer_length = values[i].size;
			break;
		case DB_MOMENT:
			memcpy(moments[i], moment_text(memory, values[i].number), 20);
			b->buffer_type = MYSQL_TYPE_STRING;
			b->buffer = moments[i];
			b->buffer_length = 19;
			break;
		}
	}
}

/* The statement, ready to have so many values bound. NULL after a failure. */
static struct prepared *ready(struct db *db, const char *text, size_t count)
{
	struct prepared *statement;

	if (db->memory == NULL)
		bug("a statement outside a piece of work: %s", text);
	if (db_connection(db) == NULL)
		return NULL;
	statement = statement_for(db, text);
	if (statement == NULL)
		return NULL;
	if (mysql_stmt_param_count(statement->handle) != count || count > DB_VALUES_MOST)
		bug("%zu values for %lu placeholders in: %s", count,
		    mysql_stmt_param_count(statement->handle), text);
	return statement;
}

/* Sends the statement. NULL after a failure, earlier or now. `duplicate`, where
 * not NULL, turns a taken key from a failure into an answer. */
static struct prepared *execute(struct db *db, const char *text,
	const struct db_value *values, size_t count, bool *duplicate)
{
	MYSQL_BIND binds[DB_VALUES_MOST] = { 0 };
	char moments[DB_VALUES_MOST][24];
	struct prepared *statement = ready(db, text, count);

	if (statement == NULL)
		return NULL;
	bind(values, count, binds, moments, db->memory);
	db->sent++;
	db_ask(db);
	if ((count == 0 || mysql_stmt_bind_param(statement->handle, binds) == 0)
	    && mysql_stmt_execute(statement->handle) == 0)
		return statement;
	if (duplicate != NULL && mysql_stmt_errno(statement->handle) == ER_DUP_ENTRY) {
		*duplicate = true;
		return NULL;
	}
	db_fail(db, mysql_stmt_errno(statement->handle), mysql_stmt_error(statement->handle), text);
	return NULL;
}

struct db_rows *db_query_values(struct db *db, struct sql sql,
	const struct db_value *values, size_t count)
{
	struct prepared *statement = execute(db, sql.text, values, count, NULL);
	struct db_rows *rows = memory_new(db->memory, struct db_rows);

	if (statement == NULL)
		return rows;
	db_fetch(db, statement, rows);
	mysql_stmt_free_result(statement->handle);
	while (mysql_stmt_more_results(statement->handle)
	    && mysql_stmt_next_result(statement->handle) == 0)
		mysql_stmt_free_result(statement->handle);
	if (db_failed(db))
		rows->rows = 0;
	return rows;
}

int64_t db_exec_values(struct db *db, struct sql sql, const struct db_value *values, size_t count)
{
	struct prepared *statement = execute(db, sql.text, values, count, NULL);

	if (statement == NULL)
		return 0;
	return (int64_t)mysql_stmt_affected_rows(statement->handle);
}

int64_t db_insert_values(struct db *db, struct sql sql, const struct db_value *values, size_t count)
{
	struct prepared *statement = execute(db, sql.text, values, count, NULL);

	if (statement == NULL)
		return 0;
	return (int64_t)mysql_stmt_insert_id(statement->handle);
}

bool db_try_values(struct db *db, struct sql sql, const struct db_value *values, size_t count)
{
	bool duplicate = false;

	execute(db, sql.text, values, count, &duplicate);
	return !duplicate;
}

int64_t db_number_values(struct db *db, struct sql sql, const struct db_value *values, size_t count)
{
	struct db_rows *rows = db_query_values(db, sql, values, count);
	int64_t number = 0;

	if (rows->rows > 0 && rows->columns > 0 && rows->cells[0] != NULL)
		number = strtoll(rows->cells[0], NULL, 10);
	return number;
}

/* A column of all rows, as the library takes it: an array of numbers, or one of
 * texts and one of their lengths; and where there is nothing. */
static void bind_column(const struct db_value *values, size_t columns, size_t rows,
	MYSQL_BIND *b, const void *memory)
{
	long long *numbers = memory_array(memory, long long, rows);
	const char **texts = memory_array(memory, const char *, rows);
	unsigned long *lengths = memory_array(memory, unsigned long, rows);
	char *nothing = memory_array(memory, char, rows);
	bool is_text = false;

	for (size_t i = 0; i < rows; i++, values += columns) {
		if (values->kind == DB_BYTES || values->kind == DB_MOMENT)
			bug("a kind of value that rows do not have");
		is_text = is_text || values->kind == DB_TEXT;
		nothing[i] = values->kind == DB_NULL ? STMT_INDICATOR_NULL : STMT_INDICATOR_NONE;
		numbers[i] = values->number;
		texts[i] = values->kind == DB_TEXT ? values->text : "";
		lengths[i] = strlen(texts[i]);
	}
	b->buffer_type = is_text ? MYSQL_TYPE_STRING : MYSQL_TYPE_LONGLONG;
	b->buffer = is_text ? (void *)texts : (void *)numbers;
	b->length = lengths;
	b->u.indicator = nothing;
}

void db_exec_rows(struct db *db, struct sql sql, const struct db_value *values, size_t columns,
	size_t rows)
{
	struct prepared *statement = rows > 0 ? ready(db, sql.text, columns) : NULL;
	MYSQL_BIND binds[DB_VALUES_MOST] = { 0 };
	unsigned size = (unsigned)rows;

	if (statement == NULL)
		return;
	for (size_t i = 0; i < columns; i++)
		bind_column(values + i, columns, rows, &binds[i], db->memory);
	db->sent++;
	db_ask(db);
	if (mysql_stmt_attr_set(statement->handle, STMT_ATTR_ARRAY_SIZE, &size) != 0
	    || mysql_stmt_bind_param(statement->handle, binds) != 0
	    || mysql_stmt_execute(statement->handle) != 0)
		db_fail(db, mysql_stmt_errno(statement->handle), mysql_stmt_error(statement->handle),
		    sql.text);
}

int64_t db_new_id(const struct db *db)
{
	return db->failure == NO_FAILURE && db->connection != NULL
	    ? (int64_t)mysql_insert_id(db->connection) : 0;
}
