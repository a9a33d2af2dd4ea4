/* Counted tries: exactly, of an account and of a block of addresses. */
#include "accounts.h"

#include "domain/attempt.h"
#include "domain/sign_in.h"

static bool one_try(struct work *w, int number, void *subject)
{
	(void)number;
	return attempt_allowed(w, ATTEMPT_PASSWORD, subject);
}

static void tries_are_counted_exactly_in_parallel(void **state)
{
	char many[] = "many@cirt.example";
	struct work *w;

	(void)state;
	assert_int_equal(count_true(20, "belfry_inside", one_try, many), 10);
	/* The twentieth and all after it: too many, until the window is over. */
	w = work_at(db, noon + 15 * MINUTE - 1);
	assert_false(attempt_allowed(w, ATTEMPT_PASSWORD, "many@cirt.example"));
	assert_true(attempt_allowed(w, ATTEMPT_PASSWORD, "few@cirt.example"));
	keep(w);
	w = work_at(db, noon + 15 * MINUTE);
	assert_true(attempt_allowed(w, ATTEMPT_PASSWORD, "many@cirt.example"));
	keep(w);
	assert_int_equal(number_now(
	    "SELECT MAX(count) FROM attempt WHERE window_at = '2026-11-24 12:00:00'"), 21);
}

static void a_count_outlives_the_work(void **state)
{
	struct work *w;

	(void)state;
	for (int i = 0; i < 5; i++) {
		w = work_at(db, noon);
		assert_true(attempt_allowed(w, ATTEMPT_CODE, "rolled back"));
		work_end(w, false);
	}
	w = work_at(db, noon);
	assert_false(attempt_allowed(w, ATTEMPT_CODE, "rolled back"));
	keep(w);
}

static void one_account_and_one_block_are_limited(void **state)
{
	static const char *const spellings[] = { "limit@cirt.example", "LIMIT@cirt.example",
		" limit@cirt.example", "limit@CIRT.EXAMPLE", "Limit@Cirt.Example " };
	struct account account;
	struct work *w;
	int wrong = 0;

	(void)state;
	new_account("limit", ROLE_CONSTITUENT, good_password);
	for (int i = 0; i < 25; i++) {
		char address[40];

		snprintf(address, sizeof address, "10.1.1.%d", i);
		w = work_at(db, noon + 5 * HOUR);
		wrong += sign_in_by_password(w, spellings[i % COUNT(spellings)], "wrong", address,
		    &account) == SIGN_IN_WRONG;
		keep(w);
	}
	assert_int_equal(wrong, 10);
	/* From everywhere together there is a limit too. */
	wrong = 10;
	for (int i = 0; i < 110; i++) {
		char address[40];

		snprintf(address, sizeof address, "10.2.%d.1", i);
		w = work_at(db, noon + 5 * HOUR);
		wrong += sign_in_by_password(w, spellings[i % COUNT(spellings)], "wrong", address,
		    &account) == SIGN_IN_WRONG;
		keep(w);
	}
	assert_int_equal(wrong, 100);
	wrong = 0;
	for (int i = 0; i < 55; i++) {
		char email[40], address[60];

		snprintf(email, sizeof email, "walk%d@cirt.example", i);
		snprintf(address, sizeof address, "2001:db8:1:2:%x::%x", i, i);
		w = work_at(db, noon + 6 * HOUR);
		wrong += attempt_allowed(w, ATTEMPT_PASSWORD_BLOCK,
		    attempt_block(w->memory, address));
		keep(w);
	}
	assert_int_equal(wrong, 50);
}

static void blocks_of_addresses(void **state)
{
	static const struct { const char *address, *block; } table[] = {
		{ "192.0.2.1",                "192.0.2.0/24" },
		{ "192.0.2.255",              "192.0.2.0/24" },
		{ "::ffff:192.0.2.9",         "192.0.2.0/24" },
		{ "2001:db8:a:b:1:2:3:4",     "2001:db8:a:b::/64" },
		{ "2001:DB8:A:B::9",          "2001:db8:a:b::/64" },
		{ "unix:",                    "unix:" },
	};
	struct work *w = work_at(db, noon);

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++)
		assert_string_equal(attempt_block(w->memory, table[i].address), table[i].block);
	assert_string_equal(attempt_block(w->memory, NULL), "");
	keep(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tries_are_counted_exactly_in_parallel),
		cmocka_unit_test(a_count_outlives_the_work),
		cmocka_unit_test(one_account_and_one_block_are_limited),
		cmocka_unit_test(blocks_of_addresses),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("attempt", tests, open_accounts, close_db);
}
