/* What goes wrong: the first failure of a work is remembered and logged, and what
 * it means for those who wait is read off the server's number. */
#include "base/db_inside.h"

#include <errmsg.h>
#include <mysqld_error.h>

#include "base/log.h"

bool db_is_lost(unsigned error)
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

/* Rights or tables are missing: nothing that time alone heals. */
static bool is_refusal(unsigned error)
{
	return error == ER_ACCESS_DENIED_ERROR || error == ER_DBACCESS_DENIED_ERROR
	    || error == ER_BAD_DB_ERROR || error == ER_NO_SUCH_TABLE
	    || error == ER_TABLEACCESS_DENIED_ERROR || error == ER_PROCACCESS_DENIED_ERROR;
}

/* After a connection lost in the middle the whole work may be done again: what it
 * wrote is gone with the connection. Only a commit that was lost may have held
 * (db_commit). */
void db_fail(struct db *db, unsigned error, const char *message, const char *statement)
{
	if (db->failure != NO_FAILURE)
		return;
	db->failure = FAILED;
	if (error == ER_LOCK_DEADLOCK || error == ER_LOCK_WAIT_TIMEOUT
	    || error == ER_CHECKREAD)
		db->failure = FAILED_RETRY;
	db->away = statement == NULL || error == ER_RECORD_FILE_FULL || error == ER_DISK_FULL;
	if (db_is_lost(error)) {
		if (db_is_late(db, statement == NULL))
			db->away = true;
		else if (statement != NULL)
			db->failure = FAILED_RETRY;
	}
	db->refused = is_refusal(error);
	log_error("database: %u %s%s%.120s", error, quotes_values(error) ? "" : message,
	    statement != NULL ? " in: " : "", statement != NULL ? statement : "");
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
