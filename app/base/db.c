/* The database connection: statements prepared once and kept, results read
 * whole, the first failure sticky until the work ends. */
#include "base/db.h"

#include <errmsg.h>
#include <errno.h>
#include <mysql.h>
#include <mysqld_error.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/db_inside.h"
#include "base/db_rows.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"

enum db_limit {
	DB_STATEMENTS  = 512,      /* slots for prepared statements; a power of two */
	DB_COLUMNS     = 48,       /* of one result */
	DB_VALUES_MOST = 40,       /* placeholders of one statement */
	DB_CELL        = 256,      /* bytes fetched without asking twice */
	DB_CONNECT_SECONDS = 1,
	DB_READ_SECONDS    = 20,   /* of one statement */
	DB_HURRIED_SECONDS = 3,    /* where somebody waits for it; more than a lock's 2 */
	DB_PATIENT_SECONDS = 3600,
	DB_LET_BE          = 2000, /* milliseconds, after a server that did not answer in time */
	DB_ROUNDING        = 200,  /* milliseconds by which a time-out may come early */
};

/* A prepared statement, found again by the address of its literal. */
struct statement {
	const char *text;
	MYSQL_STMT *handle;
	unsigned columns;
	const char *names[DB_COLUMNS];
	bool moments[DB_COLUMNS];      /* is it a DATETIME? */
};

enum failure { NO_FAILURE, FAILED, FAILED_RETRY };

struct db {
	const char *socket, *name, *user, *password;
	MYSQL *connection;
	struct statement statements[DB_STATEMENTS];
	size_t prepared;
	const void *memory;          /* of the present work */
	bool read_only;
	bool in_transaction;
	unsigned patience;           /* seconds, of one statement; 0: the usual */
	unsigned system_user;        /* 0: as we are */
	bool away;                   /* it cannot be reached, or has no room */
	bool unknown;                /* a commit was lost on the way */
	int64_t asked_at;            /* monotonic milliseconds, of what is being waited for */
	int64_t let_be_until;        /* until then the server is not asked */
	bool refused;                /* it answered, and this user may not, or finds nothing there */
	enum failure failure;
	unsigned sent;
};

struct db *db_new(const char *socket, const char *name, const char *user,
	const char *password)
{
	struct db *db = memory_new(NULL, struct db);

	db->socket = memory_text(db, socket);
	db->name = memory_text(db, name);
	db->user = memory_text(db, user);
	db->password = memory_text(db, password);
	return db;
}

void db_hurry(struct db *db)
{
	db->patience = DB_HURRIED_SECONDS;
}

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void hang_up(struct db *db)
{
	for (size_t i = 0; i < DB_STATEMENTS; i++) {
		if (db->statements[i].handle != NULL)
			mysql_stmt_close(db->statements[i].handle);
		db->statements[i] = (struct statement){ 0 };
	}
	db->prepared = 0;
	if (db->connection != NULL)
		mysql_close(db->connection);
	db->connection = NULL;
	db->in_transaction = false;
}

void db_close(struct db *db)
{
	if (db == NULL)
		return;
	hang_up(db);
	memory_end(db);
}

static bool is_lost(unsigned error)
{
	return error == CR_SERVER_GONE_ERROR || error == CR_SERVER_LOST
	    || error == CR_CONN_HOST_ERROR || error == CR_CONNECTION_ERROR
	    || error == CR_COMMANDS_OUT_OF_SYNC
	    || error == ER_SERVER_SHUTDOWN || error == ER_CONNECTION_KILLED;
}

/* Messages with a piece of what somebody wrote, which the log does not keep. */
static bool quotes_values(unsigned error)
{
	return error == ER_DUP_ENTRY || error == ER_DUP_ENTRY_WITH_KEY_NAME
	    || error == ER_TRUNCATED_WRONG_VALUE || error == ER_WRONG_VALUE
	    || error == ER_TRUNCATED_WRONG_VALUE_FOR_FIELD;
}

/* Was it lost because no answer came in time? Who waited so long once does not
 * wait again at once: the others' requests need the worker. */
static bool is_late(struct db *db, bool connecting)
{
	int64_t waited = milliseconds() - db->asked_at;
	int64_t patience = connecting ? DB_CONNECT_SECONDS : DB_HURRIED_SECONDS;

	if (db->patience != DB_HURRIED_SECONDS || waited < patience * 1000 - DB_ROUNDING)
		return false;
	db->let_be_until = milliseconds() + DB_LET_BE;
	return true;
}

/* Rights or tables are missing: nothing that time alone heals. */
static bool is_refusal(unsigned error)
{
	return error == ER_ACCESS_DENIED_ERROR || error == ER_DBACCESS_DENIED_ERROR
	    || error == ER_BAD_DB_ERROR || error == ER_NO_SUCH_TABLE
	    || error == ER_TABLEACCESS_DENIED_ERROR || error == ER_PROCACCESS_DENIED_ERROR;
}

/* Remembers the first failure. After a connection lost in the middle the whole
 * work may be done again: what it wrote is gone with the connection. Only a
 * commit that was lost may have held (db_commit). */
static void fail(struct db *db, unsigned error, const char *message, const char *statement)
{
	if (db->failure != NO_FAILURE)
		return;
	db->failure = FAILED;
	if (error == ER_LOCK_DEADLOCK || error == ER_LOCK_WAIT_TIMEOUT
	    || error == ER_CHECKREAD)
		db->failure = FAILED_RETRY;
	db->away = statement == NULL || error == ER_RECORD_FILE_FULL || error == ER_DISK_FULL;
	if (is_lost(error)) {
		if (is_late(db, statement == NULL))
			db->away = true;
		else if (statement != NULL)
			db->failure = FAILED_RETRY;
	}
	db->refused = is_refusal(error);
	log_error("database: %u %s%s%.120s", error, quotes_values(error) ? "" : message,
	    statement != NULL ? " in: " : "", statement != NULL ? statement : "");
}

/* Who the other end sees is who we are while connecting. */
static bool reach(struct db *db)
{
	bool reached;

	if (db->system_user != 0 && seteuid(db->system_user) != 0)
		bug("cannot be user %u: %s", db->system_user, strerror(errno));
	reached = mysql_real_connect(db->connection, NULL, db->user, db->password, db->name,
	    0, db->socket, 0) != NULL;
	if (db->system_user != 0 && seteuid(0) != 0)
		bug("cannot be root again: %s", strerror(errno));
	return reached;
}

static bool connect_now(struct db *db)
{
	unsigned connect_seconds = DB_CONNECT_SECONDS;
	unsigned read_seconds = db->patience != 0 ? db->patience : DB_READ_SECONDS;

	db->asked_at = milliseconds();
	if (db->asked_at < db->let_be_until) {
		db->failure = FAILED;
		db->away = true;
		return false;
	}
	db->connection = mysql_init(NULL);
	if (db->connection == NULL)
		bug("no memory for a connection");
	mysql_options(db->connection, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	mysql_options(db->connection, MYSQL_OPT_CONNECT_TIMEOUT, &connect_seconds);
	mysql_options(db->connection, MYSQL_OPT_READ_TIMEOUT, &read_seconds);
	mysql_options(db->connection, MYSQL_OPT_WRITE_TIMEOUT, &read_seconds);
	/* Each statement sees what is committed by then: whoever has waited for a
	 * lock, or for a key that was taken, reads what the other one wrote. */
	mysql_options(db->connection, MYSQL_INIT_COMMAND,
	    "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
	mysql_options(db->connection, MYSQL_INIT_COMMAND,
	    "SET time_zone = '+00:00', innodb_lock_wait_timeout = 2,"
	    " sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,"
	    "NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION'");
	if (reach(db))
		return true;
	fail(db, mysql_errno(db->connection), mysql_error(db->connection), NULL);
	hang_up(db);
	return false;
}

static bool run_text(struct db *db, const char *text)
{
	db->asked_at = milliseconds();
	if (mysql_query(db->connection, text) == 0)
		return true;
	fail(db, mysql_errno(db->connection), mysql_error(db->connection), text);
	return false;
}

/* The first statement of a work opens its transaction. A connection that died
 * since the last work is made anew once, here, where nothing is lost by it. */
static bool open_transaction(struct db *db)
{
	const char *begin = db->read_only ? "START TRANSACTION READ ONLY" : "START TRANSACTION";

	if (db->in_transaction)
		return true;
	db->asked_at = milliseconds();
	if (db->connection != NULL && mysql_query(db->connection, begin) == 0) {
		db->in_transaction = true;
		return true;
	}
	if (db->connection != NULL && is_late(db, false))
		log_error("database: no answer in time");
	hang_up(db);
	if (!connect_now(db) || !run_text(db, begin))
		return false;
	db->in_transaction = true;
	return true;
}

bool db_snapshot(struct db *db)
{
	if (db->in_transaction || !db->read_only)
		bug("a snapshot is the beginning of a work that reads");
	if (db->failure != NO_FAILURE || (db->connection == NULL && !connect_now(db)))
		return false;
	db->in_transaction = run_text(db, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
	    && run_text(db, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
	return db->in_transaction;
}

void db_connect_as(struct db *db, unsigned user)
{
	db->system_user = user;
}

void db_be_patient(struct db *db)
{
	db->patience = DB_PATIENT_SECONDS;
}

MYSQL *db_connection(struct db *db)
{
	if (db->memory == NULL)
		bug("a table outside a piece of work");
	return db->failure == NO_FAILURE && open_transaction(db) ? db->connection : NULL;
}

void db_fail(struct db *db, unsigned error, const char *message, const char *statement)
{
	fail(db, error, message, statement);
}

/* The slot of a literal, by its address; the same literal may stand at several
 * addresses, which costs a slot and nothing else. */
static struct statement *slot_of(struct db *db, const char *text)
{
	size_t i = ((uintptr_t)text * 11400714819323198485ull) >> 40 & (DB_STATEMENTS - 1);

	while (db->statements[i].text != NULL && db->statements[i].text != text)
		i = (i + 1) & (DB_STATEMENTS - 1);
	return &db->statements[i];
}

static bool prepare_failed(struct db *db, MYSQL_STMT *handle, const char *text)
{
	fail(db, mysql_stmt_errno(handle), mysql_stmt_error(handle), text);
	mysql_stmt_close(handle);
	return false;
}

/* Names and kinds of the columns; returns how many there are. */
static unsigned read_shape(MYSQL_RES *shape, const void *memory, const char **names,
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

static bool prepare(struct db *db, struct statement *statement, const char *text)
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
		statement->columns = read_shape(shape, db, statement->names, statement->moments, text);
	db->prepared++;
	return true;
}

/* The prepared statement for a literal. The table holds more than the program
 * has literals. */
static struct statement *statement_for(struct db *db, const char *text)
{
	struct statement *statement = slot_of(db, text);

	if (statement->text != NULL)
		return statement;
	if (db->prepared >= DB_STATEMENTS / 4 * 3)
		bug("more than %d statements: raise DB_STATEMENTS", DB_STATEMENTS / 4 * 3);
	return prepare(db, statement, text) ? statement : NULL;
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

/* Sends the statement. NULL after a failure, earlier or now. `duplicate`, where
 * not NULL, turns a taken key from a failure into an answer. */
static struct statement *execute(struct db *db, const char *text,
	const struct db_value *values, size_t count, bool *duplicate)
{
	MYSQL_BIND binds[DB_VALUES_MOST] = { 0 };
	char moments[DB_VALUES_MOST][24];
	struct statement *statement;

	if (db->memory == NULL)
		bug("a statement outside a piece of work: %s", text);
	if (db->failure != NO_FAILURE || !open_transaction(db))
		return NULL;
	statement = statement_for(db, text);
	if (statement == NULL)
		return NULL;
	if (mysql_stmt_param_count(statement->handle) != count || count > DB_VALUES_MOST)
		bug("%zu values for %lu placeholders in: %s", count,
		    mysql_stmt_param_count(statement->handle), text);
	bind(values, count, binds, moments, db->memory);
	db->sent++;
	db->asked_at = milliseconds();
	if ((count == 0 || mysql_stmt_bind_param(statement->handle, binds) == 0)
	    && mysql_stmt_execute(statement->handle) == 0)
		return statement;
	if (duplicate != NULL && mysql_stmt_errno(statement->handle) == ER_DUP_ENTRY) {
		*duplicate = true;
		return NULL;
	}
	fail(db, mysql_stmt_errno(statement->handle), mysql_stmt_error(statement->handle), text);
	return NULL;
}

static struct db_rows *no_rows(struct db *db)
{
	return memory_new(db->memory, struct db_rows);
}

/* One cell that did not fit the first fetch. */
static char *fetch_long(struct db *db, struct statement *statement, unsigned column,
	unsigned long size)
{
	MYSQL_BIND again = { 0 };
	unsigned long length = 0;
	char *cell = memory_array(db->memory, char, size + 1);

	again.buffer_type = MYSQL_TYPE_STRING;
	again.buffer = cell;
	again.buffer_length = size;
	again.length = &length;
	if (mysql_stmt_fetch_column(statement->handle, &again, column, 0) != 0)
		fail(db, mysql_stmt_errno(statement->handle),
		    mysql_stmt_error(statement->handle), statement->text);
	return cell;
}

/* The columns of the result at hand; a procedure tells them only when it has
 * run. */
static unsigned columns_of(struct db *db, struct statement *statement, const char *const **names,
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
	return read_shape(shape, told, told, moments, statement->text);
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
static void keep_row(struct db *db, struct statement *statement, const struct landing *landing,
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

static void make_room(struct statement *statement, struct db_rows *rows, size_t *room)
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

static void read_rows(struct db *db, struct statement *statement, struct db_rows *rows)
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
		fail(db, mysql_stmt_errno(handle), mysql_stmt_error(handle), statement->text);
		return;
	}
	while ((fetched = mysql_stmt_fetch(handle)) == 0 || fetched == MYSQL_DATA_TRUNCATED) {
		write_moments(&landing);
		make_room(statement, rows, &room);
		keep_row(db, statement, &landing, rows);
	}
	if (fetched == 1)
		fail(db, mysql_stmt_errno(handle), mysql_stmt_error(handle), statement->text);
}

struct db_rows *db_query_values(struct db *db, struct sql sql,
	const struct db_value *values, size_t count)
{
	struct statement *statement = execute(db, sql.text, values, count, NULL);
	struct db_rows *rows = no_rows(db);

	if (statement == NULL)
		return rows;
	read_rows(db, statement, rows);
	mysql_stmt_free_result(statement->handle);
	while (mysql_stmt_more_results(statement->handle)
	    && mysql_stmt_next_result(statement->handle) == 0)
		mysql_stmt_free_result(statement->handle);
	if (db->failure != NO_FAILURE)
		rows->rows = 0;
	return rows;
}

int64_t db_exec_values(struct db *db, struct sql sql, const struct db_value *values, size_t count)
{
	struct statement *statement = execute(db, sql.text, values, count, NULL);

	if (statement == NULL)
		return 0;
	return (int64_t)mysql_stmt_affected_rows(statement->handle);
}

int64_t db_insert_values(struct db *db, struct sql sql, const struct db_value *values, size_t count)
{
	struct statement *statement = execute(db, sql.text, values, count, NULL);

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

void db_begin(struct db *db, const void *memory, bool read_only)
{
	if (db->memory != NULL)
		bug("a piece of work was begun inside another");
	db->memory = memory;
	db->read_only = read_only;
	db->away = false;
	db->unknown = false;
	db->refused = false;
	db->failure = NO_FAILURE;
	db->sent = 0;
}

bool db_commit(struct db *db)
{
	bool held = db->failure == NO_FAILURE;

	if (held && db->in_transaction && !run_text(db, "COMMIT")) {
		/* When it was lost on the way, whether it held is not known; doing it
		 * again could do it twice. A cluster's refusal (1213) held nothing. */
		if (is_lost(mysql_errno(db->connection)) && !db->read_only) {
			db->failure = FAILED;
			db->unknown = true;
		}
		held = false;
	}
	if (held) {
		db->in_transaction = false;
		db->memory = NULL;
	} else {
		db_rollback(db);
	}
	return held;
}

/* A commit that was lost here may be done again with the whole work: it held
 * no more than a count. */
bool db_keep(struct db *db)
{
	if (db->failure != NO_FAILURE)
		return false;
	if (db->in_transaction && !run_text(db, "COMMIT"))
		return false;
	db->in_transaction = false;
	return true;
}

void db_rollback(struct db *db)
{
	/* The server may think it is in a transaction after a failure that it has
	 * rolled back itself (1213) or not (1205): always said explicitly. */
	if (db->in_transaction && mysql_query(db->connection, "ROLLBACK") != 0)
		hang_up(db);
	db->in_transaction = false;
	db->memory = NULL;
}

bool db_failed(const struct db *db)
{
	return db->failure != NO_FAILURE;
}

bool db_worth_retrying(const struct db *db)
{
	return db->failure == FAILED_RETRY;
}

bool db_is_away(const struct db *db)
{
	return db->away;
}

bool db_is_unknown(const struct db *db)
{
	return db->unknown;
}

bool db_is_refused(const struct db *db)
{
	return db->refused;
}

void db_give_up(struct db *db)
{
	db->failure = FAILED;
}

void db_spoil(struct db *db, const char *why)
{
	if (db->failure == NO_FAILURE)
		log_error("work given up: %s", why);
	if (db->failure == NO_FAILURE)
		db->failure = FAILED;
}

unsigned db_statements(const struct db *db)
{
	return db->sent;
}

const void *db_memory(const struct db *db)
{
	return db->memory;
}

bool db_run(struct db *db, const char *text, const char **why)
{
	if (db->connection == NULL && !connect_now(db)) {
		*why = "the database cannot be reached";
		return false;
	}
	if (mysql_query(db->connection, text) != 0) {
		*why = memory_printf(db->memory, "%s in: %.200s", mysql_error(db->connection), text);
		return false;
	}
	do {
		MYSQL_RES *result = mysql_store_result(db->connection);

		if (result != NULL)
			mysql_free_result(result);
	} while (mysql_next_result(db->connection) == 0);
	return true;
}
