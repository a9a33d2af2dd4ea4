/* The connection: made when first needed, made anew when it was lost, and left
 * alone for a while when the server did not answer in time. */
#include "base/db_inside.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/memory.h"

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

void db_close(struct db *db)
{
	if (db == NULL)
		return;
	db_hang_up(db);
	memory_end(db);
}

void db_connect_as(struct db *db, unsigned user)
{
	db->system_user = user;
}

void db_hang_up(struct db *db)
{
	db_prepared_close(&db->prepared);
	if (db->connection != NULL)
		mysql_close(db->connection);
	db->connection = NULL;
	db->in_transaction = false;
}

/* Who the other end sees is who we are while connecting. */
static bool connect_as_user(struct db *db)
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

bool db_reach(struct db *db)
{
	const unsigned connect_seconds = db_connect_seconds();
	const unsigned answer_seconds = db_answer_seconds(db);

	db_ask(db);
	if (db_is_let_be(db)) {
		db->failure = FAILED;
		db->away = true;
		return false;
	}
	db->connection = mysql_init(NULL);
	if (db->connection == NULL)
		bug("no memory for a connection");
	mysql_options(db->connection, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	mysql_options(db->connection, MYSQL_OPT_CONNECT_TIMEOUT, &connect_seconds);
	mysql_options(db->connection, MYSQL_OPT_READ_TIMEOUT, &answer_seconds);
	mysql_options(db->connection, MYSQL_OPT_WRITE_TIMEOUT, &answer_seconds);
	/* Each statement sees what is committed by then: whoever has waited for a
	 * lock, or for a key that was taken, reads what the other one wrote. */
	mysql_options(db->connection, MYSQL_INIT_COMMAND,
	    "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
	mysql_options(db->connection, MYSQL_INIT_COMMAND,
	    "SET time_zone = '+00:00', innodb_lock_wait_timeout = 2,"
	    " sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,"
	    "NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION'");
	if (connect_as_user(db))
		return true;
	db_fail(db, mysql_errno(db->connection), mysql_error(db->connection), NULL);
	db_hang_up(db);
	return false;
}
