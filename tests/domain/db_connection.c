/* Connections that are lost, and locks that do not come: what is worth another try. */
#include "two_connections.h"

static int64_t connection_of(struct db *which)
{
	return db_number(which, SQL("SELECT CONNECTION_ID()"));
}

static void kill_connection(int64_t id)
{
	struct work *w = work_begin(other, false);

	db_exec(other, SQL("KILL CONNECTION ?"), db_int(id));
	keep(w);
}

/* Waits until the server has no such connection any more. */
static void wait_for_the_end_of(int64_t id)
{
	for (int i = 0; i < 200; i++) {
		struct work *w = work_begin(other, true);
		int64_t there = db_number(other, SQL(
		    "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE ID = ?"), db_int(id));

		keep(w);
		if (there == 0)
			return;
		usleep(10 * 1000);
	}
	fail_msg("connection %lld is still there", (long long)id);
}

static void a_page_without_questions_needs_no_server(void **state)
{
	struct db *nowhere = db_new("/nowhere/database.sock", "belfry", "belfry_public", NULL);
	struct work *w = work_begin(nowhere, true);

	(void)state;
	assert_true(work_end(w, true));
	w = work_begin(nowhere, false);
	assert_int_equal(db_number(nowhere, SQL("SELECT 1")), 0);
	assert_true(db_failed(nowhere));
	assert_true(db_is_away(nowhere));
	assert_false(db_worth_retrying(nowhere));
	assert_false(work_end(w, true));
	/* The next work asks anew. */
	w = work_begin(nowhere, true);
	assert_false(db_is_away(nowhere));
	assert_false(db_failed(nowhere));
	work_end(w, false);
	db_close(nowhere);
}

static void a_connection_lost_between_works_is_made_anew(void **state)
{
	struct work *w = work_begin(db, false);
	int64_t id = connection_of(db);

	(void)state;
	assert_true(work_end(w, true));
	kill_connection(id);
	wait_for_the_end_of(id);
	w = work_begin(db, false);
	add_organisation(w, "after the loss");
	assert_false(db_failed(db));
	assert_int_not_equal(connection_of(db), id);
	drop(w);
}

static void a_connection_lost_in_the_middle_is_worth_another_try(void **state)
{
	struct work *w = work_begin(db, false);
	int64_t id = connection_of(db);

	(void)state;
	add_organisation(w, "lost");
	kill_connection(id);
	wait_for_the_end_of(id);
	add_organisation(w, "never sent");
	assert_true(db_failed(db));
	assert_true(db_worth_retrying(db));
	assert_false(db_is_away(db));
	work_end(w, false);
	w = work_begin(db, false);
	add_organisation(w, "second try");
	assert_true(work_end(w, true));
	assert_int_equal(organisations_called("lost"), 0);
	assert_int_equal(organisations_called("second try"), 1);
	forget_organisations();
}

/* Whether such a commit held is not known: doing the work again could do it
 * twice, so it is not worth another try. */
static void a_lost_commit_is_not_done_again(void **state)
{
	struct work *w = work_begin(db, false);
	int64_t id = connection_of(db);

	(void)state;
	add_organisation(w, "lost at the end");
	kill_connection(id);
	wait_for_the_end_of(id);
	assert_false(db_commit(db));
	assert_false(db_worth_retrying(db));
	assert_true(db_failed(db));
	memory_end(w);
	assert_int_equal(organisations_called("lost at the end"), 0);
	w = work_begin(db, true);
	assert_int_equal(db_number(db, SQL("SELECT 1")), 1);
	drop(w);
}

static void a_lock_that_does_not_come_is_worth_another_try(void **state)
{
	struct work *holder = work_begin(other, false), *w;

	(void)state;
	db_number(other, SQL("SELECT bit FROM role WHERE name = 'analyst' FOR UPDATE"));
	w = work_begin(db, false);
	db_exec(db, SQL("SET SESSION innodb_lock_wait_timeout = 1"));
	db_exec(db, SQL("UPDATE role SET position = 9 WHERE name = 'analyst'"));
	assert_true(db_failed(db));
	assert_true(db_worth_retrying(db));
	work_end(w, false);
	work_end(holder, false);
	w = work_begin(db, false);
	assert_int_equal(db_exec(db, SQL("UPDATE role SET position = 9 WHERE name = 'analyst'")), 1);
	drop(w);
	/* The connection goes on with the usual patience. */
	w = work_begin(db, false);
	db_exec(db, SQL("SET SESSION innodb_lock_wait_timeout = 2"));
	drop(w);
}

/* Two rows, taken in opposite order, a hundred times in each of four
 * processes: every round is done, none twice, whatever deadlocked. */
static bool move_rounds(struct work *w, int number, void *data)
{
	struct db *own = w->db;
	int64_t *deadlocks = data;

	for (int round = 0; round < 100; round++) {
		for (;;) {
			db_exec(own, SQL("UPDATE attempt SET count = count + 1 WHERE subject = ?"),
			    db_text((number + round) % 2 == 0 ? "left" : "right"));
			db_exec(own, SQL("UPDATE attempt SET count = count + 1 WHERE subject = ?"),
			    db_text((number + round) % 2 == 0 ? "right" : "left"));
			if (!db_failed(own))
				break;
			if (!db_worth_retrying(own))
				return false;
			++*deadlocks;
			db_rollback(own);
			db_begin(own, w, false);
		}
		if (!db_keep(own))
			return false;
	}
	db_exec(own, SQL("UPDATE attempt SET count = count + ? WHERE subject = 'deadlocks'"),
	    db_int(*deadlocks));
	return true;
}

static void deadlocks_are_tried_again(void **state)
{
	struct work *w = work_begin(db, false);
	int64_t deadlocks = 0;

	(void)state;
	db_exec(db, SQL("INSERT INTO attempt (subject, window_at, count) VALUES"
	    " ('left', '2026-01-01 00:00:00', 0), ('right', '2026-01-01 00:00:00', 0),"
	    " ('deadlocks', '2026-01-01 00:00:00', 0)"));
	keep(w);
	assert_int_equal(count_true(4, "belfry_migrate", move_rounds, &deadlocks), 4);
	w = work_begin(db, false);
	assert_int_equal(db_number(db, SQL("SELECT count FROM attempt WHERE subject = 'left'")), 400);
	assert_int_equal(db_number(db, SQL("SELECT count FROM attempt WHERE subject = 'right'")), 400);
	/* Otherwise nothing was tested. */
	assert_true(db_number(db, SQL("SELECT count FROM attempt WHERE subject = 'deadlocks'")) > 0);
	db_exec(db, SQL("DELETE FROM attempt"));
	keep(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_without_questions_needs_no_server),
		cmocka_unit_test(a_connection_lost_between_works_is_made_anew),
		cmocka_unit_test(a_connection_lost_in_the_middle_is_worth_another_try),
		cmocka_unit_test(a_lost_commit_is_not_done_again),
		cmocka_unit_test(a_lock_that_does_not_come_is_worth_another_try),
		cmocka_unit_test(deadlocks_are_tried_again),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("db_connection", tests, open_two, close_two);
}
