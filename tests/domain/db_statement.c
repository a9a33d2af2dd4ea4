/* Statements against a real server: what goes in comes back, and mistakes end the
 * process. */
#include "stand.h"

#include <signal.h>
#include <sys/resource.h>

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

static void several_rows_go_as_one_statement(void **state)
{
	struct work *w = work_begin(db, false);
	const struct db_value values[] = {
		db_int(-3), db_text("'; -- 🗼\n"), db_text("first"),
		db_int(7), db_null(), db_text(""),
		db_null(), db_text(memory_printf(w->memory, "%0500d", 5)), db_text("last"),
	};
	const struct db_value more[] = { db_int(8), db_null(), db_text("alone") };
	struct db_rows *rows;

	(void)state;
	db_exec(db, SQL("CREATE TEMPORARY TABLE cells (id INT AUTO_INCREMENT PRIMARY KEY, a BIGINT,"
	    " b TEXT, c TEXT)"));
	/* One literal, and so one statement, for any number of rows. */
	for (size_t count = 0; count <= 3; count++) {
		unsigned sent = db_statements(db);

		db_exec_rows(db, SQL("INSERT INTO cells (a, b, c) VALUES (?, ?, ?)"),
		    count == 2 ? more : values, 3, count == 2 ? 1 : count);
		assert_int_equal(db_statements(db) - sent, count > 0);
	}
	assert_false(db_failed(db));
	rows = db_query(db, SQL("SELECT a, b, c FROM cells ORDER BY id"));
	assert_int_equal(db_row_count(rows), 5);
	for (size_t i = 0; i < 5; i++) {
		const struct db_value *value = i == 1 ? more : &values[i == 0 ? 0 : 3 * (i - 2)];

		assert_true(db_next(rows));
		assert_int_equal(db_get_int(rows, "a"), value[0].number);
		assert_true(text_is(db_get_text(rows, "b"), value[1].text)
		    || (value[1].text == NULL && db_get_text(rows, "b") == NULL));
		assert_string_equal(db_get_text(rows, "c"), value[2].text);
	}
	db_exec(db, SQL("DROP TEMPORARY TABLE cells"));
	drop(w);
}

static void one_row_that_cannot_be_spoils_them_all(void **state)
{
	struct work *w = work_begin(db, false);
	const struct db_value values[] = { db_text("en"), db_text("speed"), db_text("once"),
		db_text("en"), db_text("speed"), db_text("twice") };

	(void)state;
	db_exec_rows(db, SQL("INSERT INTO team_text (language, name, value) VALUES (?, ?, ?)"), values,
	    3, 2);
	assert_true(db_failed(db));
	assert_false(work_end(w, true));
	w = work_begin(db, true);
	assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM team_text WHERE name = 'speed'")), 0);
	drop(w);
}

static void the_number_of_a_new_row_is_known(void **state)
{
	struct work *w = work_begin(db, false);
	int64_t id;

	(void)state;
	assert_true(db_try(db, SQL("INSERT INTO organisation (name) VALUES (?)"), db_text("New")));
	id = db_new_id(db);
	assert_true(id > 0);
	assert_int_equal(db_number(db, SQL("SELECT id FROM organisation WHERE name = 'New'")), id);
	db_spoil(db, "on purpose");
	assert_int_equal(db_new_id(db), 0);
	assert_false(work_end(w, true));
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
	db_exec(db, SQL("INSERT INTO organisation (name) VALUES (?)"), db_text(long_name));
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_come_back_as_they_went),
		cmocka_unit_test(cells_of_every_length_are_whole),
		cmocka_unit_test(several_rows_go_as_one_statement),
		cmocka_unit_test(one_row_that_cannot_be_spoils_them_all),
		cmocka_unit_test(the_number_of_a_new_row_is_known),
		cmocka_unit_test(rows_are_walked_and_counted),
		cmocka_unit_test(a_statement_is_prepared_once),
		cmocka_unit_test(procedures_give_their_first_result),
		cmocka_unit_test(the_session_is_strict_and_in_utc),
		cmocka_unit_test(mistakes_end_the_process),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("db_statement", tests, open_db, close_db);
}
