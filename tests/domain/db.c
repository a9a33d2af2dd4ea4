/* The database layer, against a real server: what comes back as it went in,
 * what a failure leaves behind, and what happens to a connection. */
#include "stand.h"

#include <signal.h>
#include <sys/resource.h>

static struct db *db, *other;

static int open_database(void **state)
{
	if (read_settings(state) != 0)
		return -1;
	db = connect_as("belfry_migrate");
	other = connect_as("belfry_migrate");
	return 0;
}

static int close_database(void **state)
{
	(void)state;
	db_close(db);
	db_close(other);
	return 0;
}

static void add_organisation(struct work *w, const char *name)
{
	db_exec(w->db, SQL("INSERT INTO organisation (name) VALUES (?)"), db_text(name));
}

static int64_t organisations_called(const char *name)
{
	struct work *w = work_begin(other, true);
	int64_t count = db_number(other, SQL("SELECT COUNT(*) FROM organisation WHERE name = ?"),
	    db_text(name));

	keep(w);
	return count;
}

static void forget_organisations(void)
{
	struct work *w = work_begin(other, false);

	db_exec(other, SQL("DELETE FROM organisation"));
	keep(w);
}


/* --- values */

static void values_come_back_as_they_went(void **state)
{
	static const char bytes[] = "a\0b\xff\xfe\r\n";
	static const char text[] = "%_\\'\"`; -- Ж ٣ 漢 🗼 e\u0301";
	struct work *w = work_begin(db, false);
	struct db_rows *row = db_query(db, SQL(
	    "SELECT ? AS least, ? AS most, ? AS text, ? AS bytes, ? AS empty, ? AS nothing,"
	    "       ? AS no_id, ? AS an_id, CAST(? AS DATETIME) AS then_at,"
	    "       CAST(? AS DATETIME) AS never_at, ? AS no_text"),
	    db_int(INT64_MIN), db_int(INT64_MAX), db_text(text), db_bytes(bytes, sizeof bytes),
	    db_text(""), db_null(), db_id(0), db_id(7), db_moment(noon), db_moment(0),
	    db_text(NULL));
	size_t size = 0;

	(void)state;
	assert_true(db_next(row));
	assert_true(db_get_int(row, "least") == INT64_MIN);
	assert_true(db_get_int(row, "most") == INT64_MAX);
	assert_string_equal(db_get_text(row, "text"), text);
	assert_memory_equal(db_get_bytes(row, "bytes", &size), bytes, sizeof bytes);
	assert_int_equal(size, sizeof bytes);
	assert_string_equal(db_get_text(row, "empty"), "");
	assert_null(db_get_text(row, "nothing"));
	assert_int_equal(db_get_int(row, "nothing"), 0);
	assert_null(db_get_text(row, "no_id"));
	assert_int_equal(db_get_int(row, "an_id"), 7);
	assert_int_equal(db_get_moment(row, "then_at"), noon);
	assert_int_equal(db_get_moment(row, "never_at"), 0);
	assert_null(db_get_text(row, "no_text"));
	assert_false(db_next(row));
	drop(w);
}

/* The first fetch has room for 256 bytes of a cell; the rest is asked for. */
static void cells_of_every_length_are_whole(void **state)
{
	static const size_t lengths[] = { 0, 1, 255, 256, 257, 511, 512, 65535, 65536, 3000000 };
	struct work *w = work_begin(db, false);

	(void)state;
	db_exec(db, SQL("CREATE TEMPORARY TABLE cells (id INT, a MEDIUMTEXT, b TEXT, c MEDIUMTEXT)"));
	for (size_t i = 0; i < COUNT(lengths); i++) {
		char *text = memory_array(w->memory, char, lengths[i] + 1);
		struct db_rows *rows;
		size_t size;

		for (size_t c = 0; c < lengths[i]; c++)
			text[c] = (char)('a' + c % 23);
		db_exec(db, SQL("DELETE FROM cells"));
		db_exec(db, SQL("INSERT INTO cells VALUES (1, ?, 'between', ?), (2, 'short', 'end', ?)"),
		    db_text(text), db_text(text), db_text(text));
		rows = db_query(db, SQL("SELECT a, b, c FROM cells ORDER BY id"));
		assert_true(db_next(rows));
		assert_string_equal(db_get_text(rows, "a"), text);
		assert_string_equal(db_get_text(rows, "b"), "between");
		assert_string_equal(db_get_text(rows, "c"), text);
		db_get_bytes(rows, "c", &size);
		assert_int_equal(size, lengths[i]);
		assert_true(db_next(rows));
		assert_string_equal(db_get_text(rows, "a"), "short");
		assert_string_equal(db_get_text(rows, "c"), text);
		assert_false(db_next(rows));
	}
	db_exec(db, SQL("DROP TEMPORARY TABLE cells"));
	drop(w);
}

static void rows_are_walked_and_counted(void **state)
{
	struct work *w = work_begin(db, true);
	struct db_rows *rows = db_query(db, SQL(
	    "SELECT bit, name FROM role WHERE bit < 16 ORDER BY bit"));
	struct db_rows *none = db_query(db, SQL("SELECT name FROM role WHERE bit = 3"));

	(void)state;
	assert_int_equal(db_row_count(rows), 4);
	assert_int_equal(db_column_count(rows), 2);
	assert_string_equal(db_column_name(rows, 1), "name");
	for (int bit = 1; bit < 16; bit *= 2) {
		assert_true(db_next(rows));
		assert_int_equal(db_get_int(rows, "bit"), bit);
	}
	assert_string_equal(db_column_text(rows, 1), "team_manager");
	assert_false(db_next(rows));
	db_rewind(rows);
	assert_true(db_next(rows));
	assert_string_equal(db_get_text(rows, "name"), "constituent");
	assert_int_equal(db_row_count(none), 0);
	assert_false(db_next(none));
	assert_int_equal(db_number(db, SQL("SELECT bit FROM role WHERE bit = 3")), 0);
	assert_int_equal(db_number(db, SQL("SELECT NULL")), 0);
	drop(w);
}

/* What was counted since the work began, and that each literal is prepared
 * once for a connection however often it is sent. */
static void a_statement_is_prepared_once(void **state)
{
	static const char prepared[] = "SELECT VARIABLE_VALUE FROM information_schema.SESSION_STATUS"
	    " WHERE VARIABLE_NAME = 'COM_STMT_PREPARE'";
	int64_t before = 0, after = 0;

	(void)state;
	for (int round = 0; round < 20; round++) {
		struct work *w = work_begin(db, true);

		after = db_number(db, ((struct sql){ prepared }));
		assert_int_equal(db_number(db, SQL("SELECT ? + 1"), db_int(round)), round + 1);
		assert_int_equal(db_statements(db), 2);
		if (round == 1)
			before = after;
		drop(w);
	}
	assert_int_equal(after, before);
}

static void procedures_give_their_first_result(void **state)
{
	struct work *w = work_begin(db, false);
	struct db_rows *rows;

	(void)state;
	db_exec(db, SQL("CALL draft_begin(?, ?, ?)"), db_text(keyed_digest_hex(w, "a", "b")),
	    db_moment(noon), db_moment(noon + DAY));
	for (int i = 0; i < 3; i++) {
		rows = db_query(db, SQL("CALL draft_open(?, ?)"),
		    db_text(keyed_digest_hex(w, "a", "b")), db_moment(noon));
		assert_true(db_next(rows));
		assert_int_equal(db_get_moment(rows, "ends_at"), noon + DAY);
		assert_int_equal(db_number(db, SQL("SELECT 5")), 5);
	}
	drop(w);
}

static void the_session_is_strict_and_in_utc(void **state)
{
	struct work *w = work_begin(db, false);
	char long_name[300];

	(void)state;
	assert_string_equal(text_of(w, SQL("SELECT @@time_zone")), "+00:00");
	assert_string_equal(text_of(w, SQL("SELECT @@character_set_client")), "utf8mb4");
	assert_int_equal(db_number(db, SQL("SELECT @@innodb_lock_wait_timeout")), 2);
	memset(long_name, 'x', sizeof long_name);
	long_name[sizeof long_name - 1] = '\0';
	add_organisation(w, long_name);
	assert_true(db_failed(db));
	work_end(w, false);
}


/* --- mistakes end the process, with a word */

/* How the process ends in which `act` is tried. */
static int ends_by_signal(void (*act)(struct work *))
{
	struct rlimit no_core = { 0, 0 };
	int status;

	if (fork() == 0) {
		struct work *w;

		setrlimit(RLIMIT_CORE, &no_core);
		signal(SIGABRT, SIG_DFL);
		if (freopen("/dev/null", "w", stderr) == NULL)
			_exit(3);
		w = work_begin(connect_as("belfry_migrate"), true);
		act(w);
		_exit(0);
	}
	assert_true(wait(&status) > 0);
	return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void ask_unknown_column(struct work *w)
{
	struct db_rows *row = db_query(w->db, SQL("SELECT 1 AS one"));

	db_next(row);
	db_get_int(row, "two");
}

static void ask_before_the_row(struct work *w)
{
	db_get_int(db_query(w->db, SQL("SELECT 1 AS one")), "one");
}

static void give_too_few(struct work *w)
{
	db_query(w->db, SQL("SELECT ?, ?"), db_int(1));
}

static void give_too_many(struct work *w)
{
	db_query(w->db, SQL("SELECT ?"), db_int(1), db_int(2));
}

#define TEN(x) x, x, x, x, x, x, x, x, x, x

static void give_forty(struct work *w)
{
	assert_int_equal(db_number(w->db, SQL("SELECT ?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?"
	    "+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?"),
	    TEN(db_int(1)), TEN(db_int(1)), TEN(db_int(1)), TEN(db_int(1))), 40);
}

static void give_forty_one(struct work *w)
{
	db_number(w->db, SQL("SELECT ?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?"
	    "+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?+?"),
	    TEN(db_int(1)), TEN(db_int(1)), TEN(db_int(1)), TEN(db_int(1)), db_int(1));
}

static void begin_inside(struct work *w)
{
	work_begin(w->db, true);
}

static void mistakes_end_the_process(void **state)
{
	(void)state;
	assert_int_equal(ends_by_signal(ask_unknown_column), SIGABRT);
	assert_int_equal(ends_by_signal(ask_before_the_row), SIGABRT);
	assert_int_equal(ends_by_signal(give_too_few), SIGABRT);
	assert_int_equal(ends_by_signal(give_too_many), SIGABRT);
	assert_int_equal(ends_by_signal(give_forty_one), SIGABRT);
	assert_int_equal(ends_by_signal(begin_inside), SIGABRT);
	assert_int_equal(ends_by_signal(give_forty), 0);
}


/* --- failures */

static void the_first_failure_spoils_the_work(void **state)
{
	struct work *w = work_begin(db, false);
	unsigned sent;

	(void)state;
	add_organisation(w, "before");
	db_exec(db, SQL("INSERT INTO organisation (name) VALUES (NULL)"));
	assert_true(db_failed(db));
	assert_false(db_worth_retrying(db));
	assert_false(db_is_away(db));
	sent = db_statements(db);
	add_organisation(w, "after");
	assert_int_equal(db_exec(db, SQL("UPDATE organisation SET sector = 'x'")), 0);
	assert_int_equal(db_insert(db, SQL("INSERT INTO organisation (name) VALUES ('id')")), 0);
	assert_int_equal(db_row_count(db_query(db, SQL("SELECT 1"))), 0);
	assert_int_equal(db_number(db, SQL("SELECT 1")), 0);
	assert_false(db_keep(db));
	assert_int_equal(db_statements(db), sent);
	assert_false(work_end(w, true));
	assert_int_equal(organisations_called("before"), 0);
	assert_int_equal(organisations_called("after"), 0);
	/* And is forgotten with it. */
	w = work_begin(db, true);
	assert_false(db_failed(db));
	assert_int_equal(db_number(db, SQL("SELECT 1")), 1);
	assert_true(work_end(w, true));
}

static void a_read_only_work_cannot_write(void **state)
{
	struct work *w = work_begin(db, true);

	(void)state;
	assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM role")), 10);
	add_organisation(w, "by a GET");
	assert_true(db_failed(db));
	assert_false(work_end(w, true));
	w = work_begin(db, true);
	db_exec(db, SQL("CALL draft_begin('a', '2026-11-24 12:00:00', '2026-11-25 12:00:00')"));
	assert_true(db_failed(db));
	assert_false(work_end(w, true));
	assert_int_equal(organisations_called("by a GET"), 0);
}

static void a_taken_key_is_an_answer(void **state)
{
	struct work *w = work_begin(db, false);

	(void)state;
	assert_true(db_try(db, SQL("INSERT INTO holiday (day, name) VALUES ('2026-02-01', 'one')")));
	assert_false(db_try(db, SQL("INSERT INTO holiday (day, name) VALUES ('2026-02-01', 'two')")));
	assert_false(db_failed(db));
	assert_true(db_try(db, SQL("INSERT INTO holiday (day, name) VALUES ('2026-02-02', 'two')")));
	assert_string_equal(text_of(w, SQL("SELECT GROUP_CONCAT(name ORDER BY day) FROM holiday"
	    " WHERE day < '2026-03-01'")), "one,two");
	/* Only that: anything else is a failure. */
	db_try(db, SQL("INSERT INTO holiday (day, name) VALUES (NULL, 'three')"));
	assert_true(db_failed(db));
	work_end(w, false);
}

static void what_is_kept_stays(void **state)
{
	struct work *w = work_begin(db, false);

	(void)state;
	add_organisation(w, "kept");
	assert_true(db_keep(db));
	add_organisation(w, "rolled back");
	assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM organisation")), 2);
	work_end(w, false);
	assert_int_equal(organisations_called("kept"), 1);
	assert_int_equal(organisations_called("rolled back"), 0);
	forget_organisations();
}

static void a_spoiled_work_is_not_kept(void **state)
{
	struct work *w = work_begin(db, false);

	(void)state;
	add_organisation(w, "spoiled");
	db_spoil(db, "the test says so");
	assert_true(db_failed(db));
	assert_false(db_worth_retrying(db));
	assert_false(work_end(w, true));
	w = work_begin(db, false);
	db_give_up(db);
	add_organisation(w, "given up");
	assert_int_equal(db_statements(db), 0);
	assert_false(work_end(w, true));
	assert_int_equal(organisations_called("spoiled"), 0);
}


/* --- connections */

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


/* --- scripts */

static bool count_one(void *data, size_t statements)
{
	size_t *told = data;

	*told = statements;
	return true;
}

static void scripts_run_statement_by_statement(void **state)
{
	static const char script[] =
		"-- a comment; with a semicolon\n"
		"INSERT INTO organisation (name) VALUES ('semi; colon'); -- after it\n"
		"\n"
		"INSERT INTO organisation (name)\n"
		"	-- between\n"
		"	VALUES ('two lines');\n"
		"DELIMITER //\n"
		"CREATE OR REPLACE PROCEDURE of_the_test ()\n"
		"BEGIN\n"
		"	INSERT INTO organisation (name) VALUES ('inside');\n"
		"END//\n"
		"DELIMITER ;\n"
		"CALL of_the_test();\n"
		"SELECT 1;\n"
		"DROP PROCEDURE of_the_test;\n";
	struct work *w = work_begin(db, false);
	const char *why = NULL;
	size_t told = 0;

	(void)state;
	assert_true(db_run_script(db, script, 0, count_one, &told, &why));
	assert_int_equal(told, 6);
	assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM organisation WHERE name IN"
	    " ('semi; colon', 'two lines', 'inside')")), 3);
	keep(w);
	w = work_begin(db, false);
	/* From the fourth on. */
	assert_true(db_run_script(db, "INSERT INTO organisation (name) VALUES ('no');\nSELECT 1;\n"
	    "SELECT 2;\nINSERT INTO organisation (name) VALUES ('yes');\n", 3, count_one, &told, &why));
	assert_int_equal(told, 4);
	assert_false(db_run_script(db, "SELECT 1;\nSELECT nonsense FROM nowhere;\n"
	    "INSERT INTO organisation (name) VALUES ('after');\n", 0, count_one, &told, &why));
	assert_int_equal(told, 1);
	assert_non_null(strstr(why, "nowhere"));
	assert_false(db_run_script(db, "SELECT 1;\nSELECT 2", 0, NULL, NULL, &why));
	work_end(w, false);
	assert_int_equal(organisations_called("yes"), 1);
	assert_int_equal(organisations_called("no"), 0);
	assert_int_equal(organisations_called("after"), 0);
	forget_organisations();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_come_back_as_they_went),
		cmocka_unit_test(cells_of_every_length_are_whole),
		cmocka_unit_test(rows_are_walked_and_counted),
		cmocka_unit_test(a_statement_is_prepared_once),
		cmocka_unit_test(procedures_give_their_first_result),
		cmocka_unit_test(the_session_is_strict_and_in_utc),
		cmocka_unit_test(mistakes_end_the_process),
		cmocka_unit_test(the_first_failure_spoils_the_work),
		cmocka_unit_test(a_read_only_work_cannot_write),
		cmocka_unit_test(a_taken_key_is_an_answer),
		cmocka_unit_test(what_is_kept_stays),
		cmocka_unit_test(a_spoiled_work_is_not_kept),
		cmocka_unit_test(a_page_without_questions_needs_no_server),
		cmocka_unit_test(a_connection_lost_between_works_is_made_anew),
		cmocka_unit_test(a_connection_lost_in_the_middle_is_worth_another_try),
		cmocka_unit_test(a_lost_commit_is_not_done_again),
		cmocka_unit_test(a_lock_that_does_not_come_is_worth_another_try),
		cmocka_unit_test(deadlocks_are_tried_again),
		cmocka_unit_test(scripts_run_statement_by_statement),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("db", tests, open_database, close_database);
}
