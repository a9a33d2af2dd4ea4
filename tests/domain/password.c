/* Passwords: which are taken, what a try costs, and changing one. */
#include "accounts.h"

#include "base/password.h"
#include "domain/credential.h"
#include "domain/session.h"
#include "domain/sign_in.h"

static const char other_password[] = "seven grey herons waiting";

static void which_passwords_are_taken(void **state)
{
	static const struct { const char *password; enum password_choice choice; } table[] = {
		{ "short",                          CHOICE_SHORT },
		{ "elevenchars",                    CHOICE_SHORT },
		{ "ééééééééééé",                    CHOICE_SHORT },   /* eleven characters, 22 bytes */
		{ "lanterns over quiet water",      CHOICE_SAVED },
		{ "xk7mqzp2vt9w",                   CHOICE_SAVED },
		{ "الفنار يضيء الميناء كل ليلة",     CHOICE_SAVED },
		{ "password1234",                   CHOICE_COMMON },
		{ "PassWord2026!",                  CHOICE_COMMON },
		{ "p@ssw0rd!!!!",                   CHOICE_COMMON },
		{ "123456789012",                   CHOICE_COMMON },
		{ "abcdefghijklmnop",               CHOICE_COMMON },
		{ "aaaaaaaaaaaaaaaa",               CHOICE_COMMON },
		{ "qwertyuiop123",                  CHOICE_COMMON },
		{ "1q2w3e4r5t6y",                   CHOICE_COMMON },
		{ "administrator",                  CHOICE_COMMON },
		{ "rules.body23",                   CHOICE_PERSONAL },
		{ "SomeBody!2031",                  CHOICE_PERSONAL },
		{ "some body likes old clocks",     CHOICE_SAVED },
	};
	struct work *w = work_at(db, noon);
	const struct account account = { .name = "Some Body", .email = "rules@cirt.example" };
	char long_one[PASSWORD_BYTES + 2];

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++)
		if (password_judge(w, &account, table[i].password) != table[i].choice)
			fail_msg("'%s' was judged %d, not %d", table[i].password,
			    password_judge(w, &account, table[i].password), table[i].choice);
	memset(long_one, 'x', sizeof long_one);
	long_one[sizeof long_one - 1] = '\0';
	assert_int_equal(password_judge(w, &account, long_one), CHOICE_LONG);
	keep(w);
}

static void long_passwords_cost_no_hash(void **state)
{
	const int64_t id = new_account("long", ROLE_CONSTITUENT, good_password);
	struct work *w = work_at(db, noon);
	struct account account;
	char *megabytes = memory_array(w->memory, char, 10 * 1024 * 1024);
	const unsigned before = password_hashes();

	(void)state;
	assert_true(account_by_id(w, id, &account));
	memset(megabytes, 'x', 10 * 1024 * 1024 - 1);
	assert_int_equal(sign_in_by_password(w, "long@cirt.example", megabytes, "192.0.2.77",
	    &account), SIGN_IN_WRONG);
	assert_int_equal(password_replace(w, &account, megabytes), CHOICE_LONG);
	assert_int_equal(password_hashes(), before);
	keep(w);
}

static void signing_in_by_password(void **state)
{
	static const struct { const char *email, *password; enum sign_in outcome; } table[] = {
		{ "ways@cirt.example",    "lanterns over quiet water",  SIGN_IN_RIGHT },
		{ " WAYS@Cirt.Example ",  "lanterns over quiet water",  SIGN_IN_RIGHT },
		{ "ways@cirt.example",    "Lanterns over quiet water",  SIGN_IN_WRONG },
		{ "ways@cirt.example",    "lanterns over quiet water ", SIGN_IN_WRONG },
		{ "ways@cirt.example",    "",                           SIGN_IN_WRONG },
		{ "wäys@cirt.example",    "lanterns over quiet water",  SIGN_IN_WRONG },
		{ "ways+x@cirt.example",  "lanterns over quiet water",  SIGN_IN_WRONG },
		{ "w.ays@cirt.example",   "lanterns over quiet water",  SIGN_IN_WRONG },
		{ "nobody@cirt.example",  "lanterns over quiet water",  SIGN_IN_WRONG },
		{ "invited@cirt.example", "",                           SIGN_IN_WRONG },
		{ "closed@cirt.example",  "lanterns over quiet water",  SIGN_IN_WRONG },
	};
	int64_t closed;
	struct work *w;

	(void)state;
	new_account("ways", ROLE_CONSTITUENT, good_password);
	new_account("invited", ROLE_CONSTITUENT, NULL);
	closed = new_account("closed", ROLE_CONSTITUENT, good_password);
	w = work_at(db, noon);
	assert_int_equal(account_disable(w, closed), ACCOUNT_CHANGED);
	keep(w);
	for (size_t i = 0; i < COUNT(table); i++) {
		struct account account;
		enum sign_in outcome;

		w = work_at(db, noon);
		outcome = sign_in_by_password(w, table[i].email, table[i].password,
		    "198.51.100.7", &account);
		if (outcome != table[i].outcome)
			fail_msg("'%s' with '%s': %d", table[i].email, table[i].password, outcome);
		keep(w);
	}
}

/* Hashes and statements of a wrong try. */
static void measure(const char *email, unsigned *hashes, unsigned *statements)
{
	struct work *w = work_at(db, noon);
	struct account account;
	const unsigned before = password_hashes();

	assert_int_equal(sign_in_by_password(w, email, "not the right words", "203.0.113.9",
	    &account), SIGN_IN_WRONG);
	*hashes = password_hashes() - before;
	*statements = db_statements(db);
	keep(w);
}

static void unknown_and_known_cost_the_same(void **state)
{
	static const char *const emails[] = { "unknown@cirt.example", "same_invited@cirt.example",
		"same_closed@cirt.example" };
	unsigned hashes, statements, other_hashes, other_statements;
	int64_t closed;
	struct work *w;

	(void)state;
	new_account("same", ROLE_ANALYST, good_password);
	new_account("same_invited", ROLE_ANALYST, NULL);
	closed = new_account("same_closed", ROLE_ANALYST, good_password);
	w = work_at(db, noon);
	account_disable(w, closed);
	keep(w);
	measure("same@cirt.example", &hashes, &statements);
	assert_int_equal(hashes, 1);
	for (size_t i = 0; i < COUNT(emails); i++) {
		measure(emails[i], &other_hashes, &other_statements);
		assert_int_equal(other_hashes, hashes);
		assert_int_equal(other_statements, statements);
	}
}

static unsigned statements_of_asking(const char *email)
{
	struct work *w = work_at(db, noon);
	unsigned statements;

	account_ask_password(w, email);
	statements = db_statements(db);
	keep(w);
	return statements;
}

static void asking_for_a_password_tells_nothing(void **state)
{
	(void)state;
	new_account("asking", ROLE_CONSTITUENT, good_password);
	assert_int_equal(statements_of_asking("asking@cirt.example"),
	    statements_of_asking("asking-nobody@cirt.example"));
	assert_int_equal(number_now(
	    "SELECT COUNT(*) FROM event JOIN account ON account.id = event.object_id"
	    " WHERE event.object = 'account' AND event.action = 'password_asked'"
	    "   AND account.email_key = 'asking@cirt.example'"), 1);
}

static void changing_the_password(void **state)
{
	const int64_t id = new_account("change", ROLE_CONSTITUENT, good_password);
	struct work *w = work_at(db, noon);
	struct account account;
	struct session session;
	const char *token, *other, *renewed;

	(void)state;
	assert_true(account_by_id(w, id, &account));
	token = session_begin(w, &account, "one browser");
	other = session_begin(w, &account, "another");
	assert_true(session_open(w, token, &session));
	assert_int_equal(password_change(w, &account, "something else", other_password),
	    CHOICE_OLD_WRONG);
	assert_int_equal(password_change(w, &account, good_password, "short"), CHOICE_SHORT);
	assert_int_equal(password_change(w, &account, good_password, other_password),
	    CHOICE_SAVED);
	renewed = session_renew(w, &session, "one browser");
	assert_true(session_open(w, renewed, &session));
	assert_false(session_open(w, token, &session));
	assert_false(session_open(w, other, &session));
	assert_int_equal(sign_in_by_password(w, "change@cirt.example", good_password,
	    "192.0.2.1", &account), SIGN_IN_WRONG);
	assert_int_equal(sign_in_by_password(w, "change@cirt.example", other_password,
	    "192.0.2.1", &account), SIGN_IN_RIGHT);
	keep(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(which_passwords_are_taken),
		cmocka_unit_test(long_passwords_cost_no_hash),
		cmocka_unit_test(signing_in_by_password),
		cmocka_unit_test(unknown_and_known_cost_the_same),
		cmocka_unit_test(asking_for_a_password_tells_nothing),
		cmocka_unit_test(changing_the_password),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("password", tests, open_accounts, close_db);
}
