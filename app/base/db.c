/* Pieces of work: a transaction each, opened by the first statement. */
#include "base/db_inside.h"

#include "base/log.h"

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

static bool run_text(struct db *db, const char *text)
{
	db_ask(db);
	if (mysql_query(db->connection, text) == 0)
		return true;
	db_fail(db, mysql_errno(db->connection), mysql_error(db->connection), text);
	return false;
}

/* The first statement of a work opens its transaction. A connection that died
 * since the last work is made anew once, here, where nothing is lost by it. */
static bool open_transaction(struct db *db)
{
	const char *begin = db->read_only ? "START TRANSACTION READ ONLY" : "START TRANSACTION";

	if (db->in_transaction)
		return true;
	db_ask(db);
	if (db->connection != NULL && mysql_query(db->connection, begin) == 0) {
		db->in_transaction = true;
		return true;
	}
	if (db->connection != NULL && db_is_late(db, false))
		log_error("database: no answer in time");
	db_hang_up(db);
	if (!db_reach(db) || !run_text(db, begin))
		return false;
	db->in_transaction = true;
	return true;
}

bool db_snapshot(struct db *db)
{
	if (db->in_transaction || !db->read_only)
		bug("a snapshot is the beginning of a work that reads");
	if (db->failure != NO_FAILURE || (db->connection == NULL && !db_reach(db)))
		return false;
	db->in_transaction = run_text(db, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
	    && run_text(db, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
	return db->in_transaction;
}

MYSQL *db_connection(struct db *db)
{
	if (db->memory == NULL)
		bug("a table outside a piece of work");
	return db->failure == NO_FAILURE && open_transaction(db) ? db->connection : NULL;
}

bool db_commit(struct db *db)
{
	bool held = db->failure == NO_FAILURE;

	if (held && db->in_transaction && !run_text(db, "COMMIT")) {
		/* When it was lost on the way, whether it held is not known; doing it
		 * again could do it twice. A cluster's refusal (1213) held nothing. */
		if (db_is_lost(mysql_errno(db->connection)) && !db->read_only) {
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
		db_hang_up(db);
	db->in_transaction = false;
	db->memory = NULL;
}

unsigned db_statements(const struct db *db)
{
	return db->sent;
}

const void *db_memory(const struct db *db)
{
	return db->memory;
}
