/* A piece of work in the database: what a failure leaves behind, and what stays. */
#include "two_connections.h"

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
		cmocka_unit_test(the_first_failure_spoils_the_work),
		cmocka_unit_test(a_read_only_work_cannot_write),
		cmocka_unit_test(a_taken_key_is_an_answer),
		cmocka_unit_test(what_is_kept_stays),
		cmocka_unit_test(a_spoiled_work_is_not_kept),
		cmocka_unit_test(scripts_run_statement_by_statement),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("db", tests, open_two, close_two);
}
