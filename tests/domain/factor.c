/* The second factor: setting it up, codes that are good once, forgetting it. */
#include "accounts.h"

#include "base/one_time.h"
#include "domain/credential.h"
#include "domain/recovery_code.h"
#include "domain/session.h"
#include "domain/sign_in.h"

/* A half session of an analyst who has just set up a factor; its secret. */
static int64_t with_factor(const char *name, struct work *w, const char **secret,
	struct session *session)
{
	struct account account;
	const char *token;
	char email[100];

	snprintf(email, sizeof email, "%s@cirt.example", name);
	assert_true(account_add(w, "Some Body", email, ROLE_ANALYST, &account));
	session_open(w, session_begin(w, &account, NULL), session);
	assert_int_equal(session->state, SESSION_HALF);
	assert_false(session->has_factor);
	*secret = factor_offered(w->memory, session);
	assert_string_equal(*secret, factor_offered(w->memory, session));
	assert_int_equal(factor_confirm(w, session, one_time_code(w->memory, *secret, w->now),
	    NULL, &token), FACTOR_SET);
	assert_true(session_open(w, token, session));
	assert_true(session->has_factor);
	return account.id;
}

static void setting_up_a_factor(void **state)
{
	struct work *w = work_at(db, noon);
	struct session session, again;
	struct account account;
	const char *secret, *token, **codes;
	int64_t id;

	(void)state;
	id = with_factor("setup", w, &secret, &session);
	assert_true(session_is_fresh(w, &session));
	codes = recovery_codes_shown(w, id, session.digest);
	assert_non_null(codes);
	assert_int_equal(strlen(codes[0]), 19);
	assert_string_not_equal(codes[0], codes[9]);
	assert_null(recovery_codes_shown(w, id, "another session"));
	/* Another session is half, is offered another secret and shows no codes. */
	assert_true(account_by_id(w, id, &account));
	assert_false(session_open(w, session_begin(w, &account, NULL), &again));
	assert_int_equal(again.state, SESSION_HALF);
	assert_string_not_equal(factor_offered(w->memory, &again), secret);
	assert_null(recovery_codes_shown(w, id, again.digest));
	/* New ones void the old ones and end the other sessions. */
	token = recovery_codes_renew(w, &session, NULL);
	assert_non_null(token);
	assert_false(recovery_code_use(w, id, "0000000000000000"));
	assert_null(recovery_codes_shown(w, id, session.digest));
	assert_false(session_open(w, "gone", &again));
	assert_true(session_open(w, token, &again));
	assert_non_null(recovery_codes_shown(w, id, again.digest));
	assert_null(recovery_codes_renew(w, &session, NULL));
	w->now += SESSION_FRESH;
	assert_false(session_is_fresh(w, &again));
	keep(w);
}

static void a_wrong_code_sets_up_nothing(void **state)
{
	const int64_t id = new_account("wrong", ROLE_ANALYST, good_password);
	struct work *w = work_at(db, noon);
	struct account account;
	struct session session;
	const char *token = NULL;

	(void)state;
	assert_true(account_by_id(w, id, &account));
	session_open(w, session_begin(w, &account, NULL), &session);
	for (int i = 0; i < 5; i++)
		assert_int_equal(factor_confirm(w, &session, "12345", NULL, &token), FACTOR_WRONG);
	assert_int_equal(factor_confirm(w, &session, one_time_code(w->memory,
	    factor_offered(w->memory, &session), w->now), NULL, &token), FACTOR_TOO_OFTEN);
	assert_null(token);
	assert_true(account_by_id(w, id, &account));
	assert_null(account.factor);
	keep(w);
}

static void a_code_is_good_once(void **state)
{
	struct work *w = work_at(db, noon);
	struct session session;
	const char *secret;
	int64_t id = with_factor("replay", w, &secret, &session);

	(void)state;
	/* The code that set it up is used; so is any before it. */
	assert_int_equal(sign_in_by_code(w, id, one_time_code(w->memory, secret, w->now)),
	    SIGN_IN_WRONG);
	w->now += 5 * MINUTE;
	assert_int_equal(sign_in_by_code(w, id, one_time_code(w->memory, secret, w->now)),
	    SIGN_IN_RIGHT);
	assert_int_equal(sign_in_by_code(w, id, one_time_code(w->memory, secret, w->now)),
	    SIGN_IN_WRONG);
	assert_int_equal(sign_in_by_code(w, id, one_time_code(w->memory, secret, w->now - 30)),
	    SIGN_IN_WRONG);
	/* A clock that is half a minute early. */
	assert_int_equal(sign_in_by_code(w, id, one_time_code(w->memory, secret, w->now + 30)),
	    SIGN_IN_RIGHT);
	/* The fifth and the sixth try. */
	assert_int_equal(sign_in_by_code(w, id, ""), SIGN_IN_WRONG);
	assert_int_equal(sign_in_by_code(w, id, "000000"), SIGN_IN_TOO_OFTEN);
	w->now += 5 * MINUTE;
	/* Two steps away is too far. */
	assert_int_equal(sign_in_by_code(w, id, one_time_code(w->memory, secret, w->now - 60)),
	    SIGN_IN_WRONG);
	assert_int_equal(sign_in_by_code(w, id, one_time_code(w->memory, secret, w->now + 60)),
	    SIGN_IN_WRONG);
	keep(w);
}

struct code_try { int64_t id; char code[40]; };

static bool code_in_parallel(struct work *w, int number, void *data)
{
	const struct code_try *one = data;

	(void)number;
	return sign_in_by_code(w, one->id, one->code) == SIGN_IN_RIGHT;
}

static void of_many_uses_of_a_code_one_counts(void **state)
{
	struct work *w = work_at(db, noon - HOUR);
	struct session session;
	struct code_try app, paper;
	const char *secret, **codes;

	(void)state;
	app.id = with_factor("codes", w, &secret, &session);
	snprintf(app.code, sizeof app.code, "%s", one_time_code(w->memory, secret, noon));
	keep(w);
	assert_int_equal(count_true(5, "belfry_inside", code_in_parallel, &app), 1);

	w = work_at(db, noon - HOUR);
	paper.id = with_factor("papers", w, &secret, &session);
	codes = recovery_codes_shown(w, paper.id, session.digest);
	snprintf(paper.code, sizeof paper.code, "%.4s%.4s%.4s%.4s", codes[3], codes[3] + 5,
	    codes[3] + 10, codes[3] + 15);
	keep(w);
	assert_int_equal(count_true(5, "belfry_inside", code_in_parallel, &paper), 1);
	w = work_at(db, noon);
	assert_int_equal(recovery_codes_left(w, paper.id), 9);
	/* Nobody else's. */
	assert_false(recovery_code_use(w, app.id, paper.code));
	keep(w);
}

static void forgetting_a_factor(void **state)
{
	struct work *w = work_at(db, noon);
	struct session session;
	struct account account;
	const char *secret;
	int64_t id = with_factor("forget", w, &secret, &session);

	(void)state;
	w->actor = (struct actor){ 0 };
	assert_int_equal(account_forget_factor(w, id), ACCOUNT_CHANGED);
	assert_true(account_by_id(w, id, &account));
	assert_null(account.factor);
	assert_int_equal(recovery_codes_left(w, id), 0);
	assert_int_equal(sign_in_by_code(w, id, one_time_code(w->memory, secret, w->now + 30)),
	    SIGN_IN_WRONG);
	keep(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(setting_up_a_factor),
		cmocka_unit_test(a_wrong_code_sets_up_nothing),
		cmocka_unit_test(a_code_is_good_once),
		cmocka_unit_test(of_many_uses_of_a_code_one_counts),
		cmocka_unit_test(forgetting_a_factor),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("factor", tests, open_accounts, close_db);
}
