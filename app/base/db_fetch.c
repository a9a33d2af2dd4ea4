/* Rows land where the library puts them, one after the other, and are kept in the
 * memory of the work: a piece for each row. */
#include "base/db_fetch.h"

#include <string.h>

#include "base/db_inside.h"
#include "base/db_rows.h"
#include "base/log.h"
#include "base/memory.h"

enum { DB_CELL = 256 };           /* bytes fetched without asking twice */

unsigned db_read_shape(MYSQL_RES *shape, const void *memory, const char **names,
	bool *moments, const char *text)
{
	unsigned columns = mysql_num_fields(shape);

	if (columns > DB_COLUMNS)
		bug("too many columns in: %s", text);
	for (unsigned i = 0; i < columns; i++) {
		const MYSQL_FIELD *field = mysql_fetch_field_direct(shape, i);

		names[i] = memory_text(memory, field->name);
		moments[i] = field->type == MYSQL_TYPE_DATETIME;
	}
	mysql_free_result(shape);
	return columns;
}

/* One cell that did not fit the first fetch. */
static char *fetch_long(struct db *db, struct prepared *statement, unsigned column,
	unsigned long size)
{
	MYSQL_BIND again = { 0 };
	unsigned long length = 0;
	char *cell = memory_room(db->memory, char, size + 1);

	cell[0] = cell[size] = '\0';
	again.buffer_type = MYSQL_TYPE_STRING;
	again.buffer = cell;
	again.buffer_length = size;
	again.length = &length;
	if (mysql_stmt_fetch_column(statement->handle, &again, column, 0) != 0)
		db_fail(db, mysql_stmt_errno(statement->handle),
		    mysql_stmt_error(statement->handle), statement->text);
	return cell;
}

/* The columns of the result at hand; a procedure tells them only when it has
 * run. */
static unsigned columns_of(struct db *db, struct prepared *statement, const char *const **names,
	bool *moments)
{
	const char **told;
	MYSQL_RES *shape;

	*names = statement->names;
	memcpy(moments, statement->moments, sizeof statement->moments);
	if (statement->columns > 0)
		return statement->columns;
	shape = mysql_stmt_result_metadata(statement->handle);
	if (shape == NULL)
		return 0;
	*names = told = memory_array(db->memory, const char *, DB_COLUMNS);
	return db_read_shape(shape, told, told, moments, statement->text);
}

/* Where the library puts the cells of a row, one row after the other. */
struct landing {
	unsigned columns;
	char cells[DB_COLUMNS][DB_CELL];
	MYSQL_TIME times[DB_COLUMNS];
	unsigned long lengths[DB_COLUMNS];
	my_bool nulls[DB_COLUMNS], cut[DB_COLUMNS];
	bool moments[DB_COLUMNS];
};

static void bind_landing(struct landing *landing, MYSQL_BIND *binds)
{
	for (unsigned i = 0; i < landing->columns; i++) {
		MYSQL_BIND *b = &binds[i];

		/* As text it would be made by printf, in the library. */
		b->buffer_type = landing->moments[i] ? MYSQL_TYPE_DATETIME : MYSQL_TYPE_STRING;
		b->buffer = landing->moments[i] ? (void *)&landing->times[i] : landing->cells[i];
		b->buffer_length = landing->moments[i] ? sizeof landing->times[i] : DB_CELL;
		b->length = &landing->lengths[i];
		b->is_null = &landing->nulls[i];
		b->error = &landing->cut[i];
	}
}

static void write_moments(struct landing *landing)
{
	for (unsigned i = 0; i < landing->columns; i++) {
		const MYSQL_TIME *time = &landing->times[i];

		if (!landing->moments[i] || landing->nulls[i])
			continue;
		moment_write(landing->cells[i], (int)time->year, (int)time->month, (int)time->day,
		    (int)time->hour, (int)time->minute, (int)time->second);
		landing->lengths[i] = sizeof "2026-11-21 10:00:00" - 1;
	}
}

/* The row that has landed: its cells together in one piece of memory, but the
 * long ones. */
static void keep_row(struct db *db, struct prepared *statement, const struct landing *landing,
	struct db_rows *rows)
{
	char **row = rows->cells + rows->rows * landing->columns, *room;
	size_t *sizes = rows->sizes + rows->rows * landing->columns, all = 0;

	for (unsigned i = 0; i < landing->columns; i++) {
		sizes[i] = landing->nulls[i] ? 0 : landing->lengths[i];
		if (sizes[i] <= DB_CELL)
			all += sizes[i] + 1;
	}
	room = memory_array(rows->cells, char, all);
	for (unsigned i = 0; i < landing->columns; i++) {
		if (landing->nulls[i]) {
			row[i] = NULL;
		} else if (sizes[i] > DB_CELL) {
			row[i] = fetch_long(db, statement, i, sizes[i]);
		} else {
			row[i] = memcpy(room, landing->cells[i], sizes[i]);
			room += sizes[i] + 1;
		}
	}
	rows->rows++;
}

static void make_room(struct prepared *statement, struct db_rows *rows, size_t *room)
{
	if (rows->rows < *room)
		return;
	*room = *room == 0 ? mysql_stmt_num_rows(statement->handle) : *room * 2;
	if (*room == 0)
		*room = 16;
	rows->cells = rows->cells == NULL ? memory_array(rows, char *, *room * rows->columns)
	    : memory_grow(rows->cells, char *, *room * rows->columns);
	rows->sizes = rows->sizes == NULL ? memory_array(rows, size_t, *room * rows->columns)
	    : memory_grow(rows->sizes, size_t, *room * rows->columns);
}

void db_fetch(struct db *db, struct prepared *statement, struct db_rows *rows)
{
	static struct landing landing;
	MYSQL_BIND binds[DB_COLUMNS] = { 0 };
	MYSQL_STMT *handle = statement->handle;
	size_t room = 0;
	int fetched;

	rows->columns = landing.columns = columns_of(db, statement, &rows->names, landing.moments);
	if (rows->columns == 0)
		return;
	bind_landing(&landing, binds);
	if (mysql_stmt_bind_result(handle, binds) != 0 || mysql_stmt_store_result(handle) != 0) {
		db_fail(db, mysql_stmt_errno(handle), mysql_stmt_error(handle), statement->text);
		return;
	}
	while ((fetched = mysql_stmt_fetch(handle)) == 0 || fetched == MYSQL_DATA_TRUNCATED) {
		write_moments(&landing);
		make_room(statement, rows, &room);
		keep_row(db, statement, &landing, rows);
	}
	if (fetched == 1)
		db_fail(db, mysql_stmt_errno(handle), mysql_stmt_error(handle), statement->text);
}
