/* What the files of the database share, and nobody else. */
#ifndef BELFRY_BASE_DB_INSIDE_H
#define BELFRY_BASE_DB_INSIDE_H

#include "base/db.h"
#include "base/db_prepared.h"

enum db_failure { NO_FAILURE, FAILED, FAILED_RETRY };

struct db {
	/* Who connects, to what. */
	const char *socket, *name, *user, *password;
	unsigned system_user;        /* 0: as we are */

	/* The connection, and how long it is waited for. */
	MYSQL *connection;           /* NULL: none yet, or lost */
	struct db_prepared prepared;
	unsigned patience;           /* seconds, of one statement; 0: the usual */
	int64_t asked_at;            /* monotonic milliseconds, of what is being waited for */
	int64_t let_be_until;        /* until then the server is not asked */

	/* The present work. */
	const void *memory;          /* NULL: there is none */
	bool read_only;
	bool in_transaction;
	unsigned sent;

	/* What went wrong in it. */
	enum db_failure failure;
	bool away;                   /* it cannot be reached, or has no room */
	bool unknown;                /* a commit was lost on the way */
	bool refused;                /* it answered, and this user may not, or finds nothing there */
};

/* The server is asked something now. */
void db_ask(struct db *);
/* Was the connection lost because no answer came in time, to what was asked last? */
bool db_is_late(struct db *, bool connecting);
/* It answered too late a moment ago, and is not asked yet. */
bool db_is_let_be(const struct db *);
/* How long an answer may take. */
unsigned db_connect_seconds(void);
unsigned db_answer_seconds(const struct db *);

/* The work's first failure is remembered, and logged. */
void db_fail(struct db *, unsigned error, const char *message, const char *statement);
/* Does this error mean that the connection is no more? */
bool db_is_lost(unsigned error);

/* Makes the connection; false is a failure. */
bool db_reach(struct db *);
void db_hang_up(struct db *);

/* The connection with the work's transaction open; NULL after a failure. */
MYSQL *db_connection(struct db *);

#endif
