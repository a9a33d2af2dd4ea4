/* Tables as streams: rows out unbuffered, rows in by one prepared INSERT. */
#include "base/db_table.h"

#include <mysql.h>
#include <string.h>

#include "base/db_inside.h"
#include "base/log.h"
#include "base/memory.h"

enum {
	STATEMENT_BYTES = 64 * 1024,
	FILL_ROWS       = 500,
	FILL_BYTES      = 512 * 1024,       /* more are sent in pieces; a packet has 16 MiB */
	FILL_BYTES_MOST = 72 * 1024 * 1024,
};

struct db_rows *db_table_names(struct db *db)
{
	return db_query(db, SQL(
	    "SELECT table_name AS name FROM information_schema.tables"
	    " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
	    " ORDER BY BINARY table_name"));
}

static bool is_binary(const char *type)
{
	return text_ends(type, "blob") || text_ends(type, "binary") || text_is(type, "bit");
}

static void read_columns(struct db *db, struct db_table *table)
{
	struct db_rows *rows = db_query(db, SQL(
	    "SELECT column_name AS name, data_type AS type FROM information_schema.columns"
	    " WHERE table_schema = DATABASE() AND table_name = ? AND is_generated = 'NEVER'"
	    " ORDER BY ordinal_position"), db_text(table->name));
	const size_t count = db_row_count(rows);
	const char **names = memory_array(db_memory(db), const char *, count + 1);
	bool *binary = memory_array(db_memory(db), bool, count + 1);

	for (size_t i = 0; db_next(rows); i++) {
		names[i] = db_get_text(rows, "name");
		binary[i] = is_binary(db_get_text(rows, "type"));
	}
	table->columns = count;
	table->names = names;
	table->binary = binary;
}

bool db_table_find(struct db *db, const char *name, struct db_table *table)
{
	struct db_rows *rows = db_query(db, SQL(
	    "SELECT tables.table_name AS name, COALESCE(tables.auto_increment, 0) AS next,"
	    "       (SELECT GROUP_CONCAT(CONCAT('`', column_name, '`') ORDER BY seq_in_index SEPARATOR ', ')"
	    "          FROM information_schema.statistics WHERE table_schema = DATABASE()"
	    "           AND statistics.table_name = tables.table_name AND index_name = 'PRIMARY') AS `key`"
	    "  FROM information_schema.tables"
	    " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND tables.table_name = ?"),
	    db_text(name));

	if (!db_next(rows) || !text_is(db_get_text(rows, "name"), name))
		return false;
	*table = (struct db_table){
		.name = db_get_text(rows, "name"),
		.next = db_get_int(rows, "next"),
		.key = db_get_text(rows, "key"),
	};
	if (table->key == NULL)
		bug("table '%s' has no primary key", name);
	read_columns(db, table);
	return table->columns > 0;
}

/* "`a`, `b`": for statements about a table. */
static void add_columns(struct buffer *statement, const struct db_table *table)
{
	for (size_t i = 0; i < table->columns; i++)
		buffer_printf(statement, "%s`%s`", i > 0 ? ", " : "", table->names[i]);
}

struct db_rows *db_references(struct db *db)
{
	return db_query(db, SQL(
	    "SELECT constraint_name AS name, table_name AS child, referenced_table_name AS parent,"
	    "       GROUP_CONCAT(CONCAT('child.`', column_name, '` IS NOT NULL')"
	    "           SEPARATOR ' AND ') AS names_one,"
	    "       GROUP_CONCAT(CONCAT('parent.`', referenced_column_name, '` = child.`', column_name, '`')"
	    "           SEPARATOR ' AND ') AS is_it"
	    "  FROM information_schema.key_column_usage"
	    " WHERE table_schema = DATABASE() AND referenced_table_schema = DATABASE()"
	    " GROUP BY table_name, constraint_name, referenced_table_name"
	    " ORDER BY table_name, constraint_name"));
}

int64_t db_orphans(struct db *db, struct db_rows *references)
{
	const char *statement = memory_printf(db_memory(db),
	    "SELECT COUNT(*) FROM `%s` AS child WHERE %s AND NOT EXISTS (SELECT 1 FROM `%s` AS parent WHERE %s)",
	    db_get_text(references, "child"), db_get_text(references, "names_one"),
	    db_get_text(references, "parent"), db_get_text(references, "is_it"));
	MYSQL *connection = db_connection(db);
	MYSQL_RES *rows;
	MYSQL_ROW row;
	int64_t orphans = 0;

	if (connection == NULL)
		return 0;
	if (mysql_query(connection, statement) != 0 || (rows = mysql_store_result(connection)) == NULL) {
		db_fail(db, mysql_errno(connection), mysql_error(connection), statement);
		return 0;
	}
	row = mysql_fetch_row(rows);
	if (row == NULL || row[0] == NULL || !text_number(row[0], 0, INT64_MAX, &orphans))
		bug("a count is no number");
	mysql_free_result(rows);
	return orphans;
}


/* Out ----------------------------------------------------------------------------- */

struct db_scan {
	struct db *db;
	MYSQL *connection;
	MYSQL_RES *rows;            /* NULL: at the end, or failed */
	const char *statement;
};

static void scan_failed(struct db_scan *scan)
{
	db_fail(scan->db, mysql_errno(scan->connection), mysql_error(scan->connection), scan->statement);
}

struct db_scan *db_scan_open(struct db *db, const struct db_table *table, struct sql only)
{
	struct db_scan *scan = memory_new(db_memory(db), struct db_scan);
	struct buffer statement;

	buffer_open(&statement, db_memory(db), STATEMENT_BYTES);
	buffer_add(&statement, "SELECT ");
	add_columns(&statement, table);
	buffer_printf(&statement, " FROM `%s` WHERE %s ORDER BY %s", table->name, only.text, table->key);
	scan->db = db;
	scan->statement = buffer_text(&statement);
	scan->connection = db_connection(db);
	if (scan->connection == NULL)
		return scan;
	if (mysql_query(scan->connection, scan->statement) != 0
	    || (scan->rows = mysql_use_result(scan->connection)) == NULL)
		scan_failed(scan);
	return scan;
}

bool db_scan_next(struct db_scan *scan, struct bytes *cells)
{
	MYSQL_ROW row = scan->rows != NULL ? mysql_fetch_row(scan->rows) : NULL;
	const unsigned long *sizes;
	unsigned columns;

	if (row != NULL) {
		sizes = mysql_fetch_lengths(scan->rows);
		columns = mysql_num_fields(scan->rows);
		for (unsigned i = 0; i < columns; i++)
			cells[i] = (struct bytes){ (const unsigned char *)row[i], row[i] != NULL ? sizes[i] : 0 };
		return true;
	}
	if (scan->rows != NULL) {
		if (mysql_errno(scan->connection) != 0)
			scan_failed(scan);
		mysql_free_result(scan->rows);
	}
	scan->rows = NULL;
	return false;
}


/* In ------------------------------------------------------------------------------ */

/* Rows are gathered and sent together: the server's bulk form of execute takes an
 * array per column. */
struct db_fill {
	struct db *db;
	const struct db_table *table;
	MYSQL_STMT *insert;         /* NULL: failed */
	MYSQL_BIND *binds;
	const char *statement;
	struct buffer held;         /* values, one behind the other */
	unsigned rows;
	size_t *places;             /* where each is; columns x FILL_ROWS */
	char **values;
	unsigned long *sizes;
	char *kinds;                /* STMT_INDICATOR_... */
};

static void fill_failed(struct db_fill *fill)
{
	db_fail(fill->db, mysql_stmt_errno(fill->insert), mysql_stmt_error(fill->insert), fill->statement);
	mysql_stmt_close(fill->insert);
	fill->insert = NULL;
}

static void make_room(struct db_fill *fill)
{
	const size_t cells = fill->table->columns * FILL_ROWS;

	fill->binds = memory_array(fill, MYSQL_BIND, fill->table->columns);
	fill->places = memory_array(fill, size_t, cells);
	fill->values = memory_array(fill, char *, cells);
	fill->sizes = memory_array(fill, unsigned long, cells);
	fill->kinds = memory_array(fill, char, cells);
	buffer_open(&fill->held, fill, FILL_BYTES_MOST);
}

struct db_fill *db_fill_open(struct db *db, const struct db_table *table)
{
	struct db_fill *fill = memory_new(db_memory(db), struct db_fill);
	MYSQL *connection = db_connection(db);
	struct buffer statement;

	buffer_open(&statement, db_memory(db), STATEMENT_BYTES);
	buffer_printf(&statement, "INSERT INTO `%s` (", table->name);
	add_columns(&statement, table);
	buffer_add(&statement, ") VALUES (");
	for (size_t i = 0; i < table->columns; i++)
		buffer_add(&statement, i > 0 ? ", ?" : "?");
	buffer_add(&statement, ")");
	fill->db = db;
	fill->table = table;
	fill->statement = buffer_text(&statement);
	make_room(fill);
	if (connection == NULL)
		return fill;
	fill->insert = mysql_stmt_init(connection);
	if (fill->insert == NULL)
		bug("no memory for a statement");
	if (mysql_stmt_prepare(fill->insert, fill->statement, statement.size) != 0)
		fill_failed(fill);
	return fill;
}

void db_fill_send(struct db_fill *fill)
{
	if (fill->rows == 0 || fill->insert == NULL || db_connection(fill->db) == NULL)
		return;
	for (size_t i = 0; i < fill->table->columns; i++) {
		const size_t first = i * FILL_ROWS;

		for (size_t row = first; row < first + fill->rows; row++)
			fill->values[row] = fill->held.data + fill->places[row];
		fill->binds[i] = (MYSQL_BIND){
			.buffer_type = fill->table->binary[i] ? MYSQL_TYPE_BLOB : MYSQL_TYPE_STRING,
			.buffer = &fill->values[first],
			.length = &fill->sizes[first],
			.u.indicator = &fill->kinds[first],
		};
	}
	if (mysql_stmt_attr_set(fill->insert, STMT_ATTR_ARRAY_SIZE, &fill->rows) != 0
	    || mysql_stmt_bind_param(fill->insert, fill->binds) != 0
	    || mysql_stmt_execute(fill->insert) != 0)
		fill_failed(fill);
	fill->rows = 0;
	fill->held.size = 0;
}

void db_fill_add(struct db_fill *fill, const struct bytes *cells)
{
	size_t more = 0;

	for (size_t i = 0; i < fill->table->columns; i++)
		more += cells[i].size;
	if (fill->rows == FILL_ROWS || fill->held.size + more > FILL_BYTES)
		db_fill_send(fill);
	for (size_t i = 0; i < fill->table->columns; i++) {
		const size_t cell = i * FILL_ROWS + fill->rows;

		fill->places[cell] = fill->held.size;
		fill->sizes[cell] = cells[i].size;
		fill->kinds[cell] = cells[i].data == NULL ? STMT_INDICATOR_NULL : STMT_INDICATOR_NONE;
		buffer_add_bytes(&fill->held, cells[i].data, cells[i].size);
	}
	if (fill->held.full)
		db_spoil(fill->db, "a row is too large");
	fill->rows++;
}

void db_fill_close(struct db_fill *fill)
{
	db_fill_send(fill);
	if (fill->insert != NULL)
		mysql_stmt_close(fill->insert);
	fill->insert = NULL;
}

void db_table_go_on(struct db *db, const struct db_table *table)
{
	const char *why = NULL;

	if (table->next > 0 && !db_run(db, memory_printf(db_memory(db),
	    "ALTER TABLE `%s` AUTO_INCREMENT = %lld", table->name, (long long)table->next), &why))
		db_spoil(db, why);
}
