/* Sessions: how long they live, what ends them, what opens none. */
#include "accounts.h"

#include "domain/credential.h"
#include "domain/session.h"

static void how_long_a_session_lives(void **state)
{
	static const struct {
		uint32_t roles;
		int64_t after;
		bool used;           /* somebody used it five minutes before */
		enum session_state state;
	} table[] = {
		{ ROLE_CONSTITUENT, 2 * HOUR - 1,  false, SESSION_LIVE },
		{ ROLE_CONSTITUENT, 2 * HOUR,      false, SESSION_EXPIRED },
		{ ROLE_CONSTITUENT, 24 * HOUR - 1, true,  SESSION_LIVE },
		{ ROLE_CONSTITUENT, 24 * HOUR,     true,  SESSION_EXPIRED },
		{ ROLE_ANALYST,     30 * MINUTE - 1, false, SESSION_LIVE },
		{ ROLE_ANALYST,     30 * MINUTE,     false, SESSION_EXPIRED },
		{ ROLE_ANALYST,     12 * HOUR - 1,   true,  SESSION_LIVE },
		{ ROLE_ANALYST,     12 * HOUR,       true,  SESSION_EXPIRED },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		struct work *w = work_at(db, noon);
		char email[60];
		struct account account;
		struct session session;
		const char *token;

		snprintf(email, sizeof email, "lives%zu@cirt.example", i);
		assert_true(account_add(w, "Some Body", email, table[i].roles, &account));
		token = session_begin(w, &account, NULL);
		if (!session_open(w, token, &session)) {
			assert_int_equal(session.state, SESSION_HALF);
			token = session_factor_given(w, &session, NULL);
		}
		if (table[i].used)
			db_exec(db, SQL("UPDATE session SET seen_at = ? WHERE account_id = ?"),
			    db_moment(noon + table[i].after - 5 * MINUTE), db_int(account.id));
		w->now = noon + table[i].after;
		session_open(w, token, &session);
		if (session.state != table[i].state)
			fail_msg("case %zu: state %d", i, session.state);
		assert_int_equal(session.actor.account_id, account.id);
		keep(w);
	}
}

static void half_a_session(void **state)
{
	const int64_t id = new_account("half", ROLE_ANALYST, good_password);
	struct work *w = work_at(db, noon);
	struct account account;
	struct session half, whole;
	const char *first, *second;

	(void)state;
	assert_true(account_by_id(w, id, &account));
	first = session_begin(w, &account, "a browser");
	assert_false(session_open(w, first, &half));
	assert_int_equal(half.state, SESSION_HALF);
	second = session_factor_given(w, &half, "a browser");
	assert_string_not_equal(first, second);
	assert_true(session_open(w, second, &whole));
	assert_string_not_equal(half.digest, whole.digest);
	/* The token from before the factor opens nothing any more. */
	assert_false(session_open(w, first, &half));
	assert_int_equal(half.state, SESSION_NONE);
	/* One that ran out is nobody's. */
	first = session_begin(w, &account, "a browser");
	w->now += SESSION_HALF_ENDS;
	assert_false(session_open(w, first, &half));
	assert_int_equal(half.state, SESSION_NONE);
	keep(w);
}

static void what_ends_a_session(void **state)
{
	enum { LOGOUT, REVOKED, OTHERS, ROLES, DISABLED, PASSWORD, WAYS };

	(void)state;
	for (int way = 0; way < WAYS; way++) {
		struct work *w;
		struct account account;
		struct session session;
		const char *token;
		char name[40];
		int64_t id;

		snprintf(name, sizeof name, "ends%d", way);
		id = new_account(name, ROLE_CONSTITUENT, NULL);
		w = work_at(db, noon);
		assert_true(account_by_id(w, id, &account));
		token = session_begin(w, &account, NULL);
		assert_true(session_open(w, token, &session));
		switch (way) {
		case LOGOUT:   session_end(w, token); break;
		case REVOKED:  assert_false(session_revoke(w, id + 1, session.id));
		               assert_true(session_revoke(w, id, session.id)); break;
		case OTHERS:   sessions_revoke_others(w, id, "another"); break;
		case ROLES:    account_give_roles(w, id, ROLE_DONOR); break;
		case DISABLED: account_disable(w, id); break;
		case PASSWORD: password_replace(w, &account, good_password); break;
		}
		session_open(w, token, &session);
		if (session.state != SESSION_NONE)
			fail_msg("way %d: state %d", way, session.state);
		keep(w);
	}
}

static void a_session_of_an_older_account_is_never_born(void **state)
{
	const int64_t id = new_account("born", ROLE_CONSTITUENT, good_password);
	struct work *w = work_at(db, noon);
	struct account seen;
	struct session session;

	(void)state;
	assert_true(account_by_id(w, id, &seen));
	account_give_roles(w, id, ROLE_DONOR);
	assert_false(session_open(w, session_begin(w, &seen, NULL), &session));
	keep(w);
}

static void tokens_that_are_none(void **state)
{
	static const char *const tokens[] = { NULL, "", "x",
		"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
		"0000000000000000000000000000000000000000000000000000000000000000" };
	struct work *w = work_at(db, noon);
	struct session session;

	(void)state;
	for (size_t i = 0; i < COUNT(tokens); i++) {
		assert_false(session_open(w, tokens[i], &session));
		assert_int_equal(session.state, SESSION_NONE);
		assert_int_equal(session.actor.account_id, 0);
	}
	keep(w);
}

static void what_the_database_knows_opens_nothing(void **state)
{
	const int64_t id = new_account("leak", ROLE_CONSTITUENT, NULL);
	struct work *w = work_at(db, noon);
	struct account account;
	struct session session;
	const char *token;

	(void)state;
	assert_true(account_by_id(w, id, &account));
	token = session_begin(w, &account, NULL);
	assert_true(session_open(w, token, &session));
	assert_null(strstr(session.digest, token));
	assert_false(session_open(w, session.digest, &session));
	keep(w);
}

static void last_use_is_remembered_once_a_minute(void **state)
{
	const int64_t id = new_account("touch", ROLE_CONSTITUENT, NULL);
	struct work *w;
	struct account account;
	struct session session;
	char token[60];

	(void)state;
	setenv("BELFRY_NOW", "2026-11-24 12:00:00", 1);
	w = work_begin(db, false);
	assert_true(account_by_id(w, id, &account));
	snprintf(token, sizeof token, "%s", session_begin(w, &account, NULL));
	assert_true(session_open(w, token, &session));
	keep(w);
	setenv("BELFRY_NOW", "2026-11-24 12:00:59", 1);
	session_touch(db, &session);
	setenv("BELFRY_NOW", "2026-11-24 12:01:30", 1);
	w = work_begin(db, true);
	session_open(w, token, &session);
	assert_int_equal(session.seen_at, noon);
	keep(w);
	session_touch(db, &session);
	w = work_begin(db, true);
	session_open(w, token, &session);
	assert_int_equal(session.seen_at, noon + 90);
	keep(w);
	unsetenv("BELFRY_NOW");
}

static void the_list_of_sessions(void **state)
{
	const int64_t id = new_account("list", ROLE_CONSTITUENT, NULL);
	struct work *w = work_at(db, noon);
	struct account account;
	struct session session;
	struct db_rows *rows;
	const char *token;

	(void)state;
	assert_true(account_by_id(w, id, &account));
	token = session_begin(w, &account, "here");
	session_begin(w, &account, "there");
	assert_true(session_open(w, token, &session));
	rows = sessions_of(w, id, session.digest);
	assert_true(db_next(rows));
	assert_string_equal(db_get_text(rows, "agent"), "here");
	assert_true(db_get_bool(rows, "current"));
	assert_true(db_next(rows));
	assert_false(db_get_bool(rows, "current"));
	assert_false(db_next(rows));
	sessions_revoke_others(w, id, session.digest);
	assert_int_equal(db_row_count(sessions_of(w, id, session.digest)), 1);
	keep(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(how_long_a_session_lives),
		cmocka_unit_test(half_a_session),
		cmocka_unit_test(what_ends_a_session),
		cmocka_unit_test(a_session_of_an_older_account_is_never_born),
		cmocka_unit_test(tokens_that_are_none),
		cmocka_unit_test(what_the_database_knows_opens_nothing),
		cmocka_unit_test(last_use_is_remembered_once_a_minute),
		cmocka_unit_test(the_list_of_sessions),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("session", tests, open_accounts, close_db);
}
