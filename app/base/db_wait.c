/* How long the server is waited for, and that nobody queues behind one that does not
 * answer. */
#include "base/db_inside.h"

#include <time.h>

enum {
	DB_CONNECT_SECONDS = 1,
	DB_READ_SECONDS    = 20,   /* of one statement */
	DB_HURRIED_SECONDS = 3,    /* where somebody waits for it; more than a lock's 2 */
	DB_PATIENT_SECONDS = 3600,
	DB_LET_BE          = 2000, /* milliseconds, after a server that did not answer in time */
	DB_ROUNDING        = 200,  /* milliseconds by which a time-out may come early */
};

void db_hurry(struct db *db)
{
	db->patience = DB_HURRIED_SECONDS;
}

void db_be_patient(struct db *db)
{
	db->patience = DB_PATIENT_SECONDS;
}

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void db_ask(struct db *db)
{
	db->asked_at = milliseconds();
}

/* Who waited so long once does not wait again at once: the others' requests need
 * the worker. */
bool db_is_late(struct db *db, bool connecting)
{
	int64_t waited = milliseconds() - db->asked_at;
	int64_t patience = connecting ? DB_CONNECT_SECONDS : DB_HURRIED_SECONDS;

	if (db->patience != DB_HURRIED_SECONDS || waited < patience * 1000 - DB_ROUNDING)
		return false;
	db->let_be_until = milliseconds() + DB_LET_BE;
	return true;
}

bool db_is_let_be(const struct db *db)
{
	return db->asked_at < db->let_be_until;
}

unsigned db_connect_seconds(void)
{
	return DB_CONNECT_SECONDS;
}

unsigned db_answer_seconds(const struct db *db)
{
	return db->patience != 0 ? db->patience : DB_READ_SECONDS;
}
