/* Links that set a password: once, soon, and past a locked door. */
#include "accounts.h"

#include "domain/attempt.h"
#include "domain/credential_link.h"
#include "domain/session.h"
#include "domain/sign_in.h"

static const char other_password[] = "seven grey herons waiting";

static const char *new_link(int64_t id, enum link_kind kind, moment now)
{
	static char kept[100];
	struct work *w = work_at(db, now);
	struct account account;

	assert_true(account_by_id(w, id, &account));
	snprintf(kept, sizeof kept, "%s", link_make(w, kind, &account));
	keep(w);
	return kept;
}

static enum password_choice use_link(const char *token, enum link_kind kind, moment now)
{
	struct work *w = work_at(db, now);
	struct account account;
	enum password_choice choice = link_use(w, kind, token, other_password, &account);

	assert_false(db_failed(db));
	/* As the life of a request does: refused, nothing is kept. */
	work_end(w, choice == CHOICE_SAVED);
	return choice;
}

static void a_link_works_once(void **state)
{
	const int64_t id = new_account("once", ROLE_CONSTITUENT, NULL);
	const char *token = new_link(id, LINK_INVITE, noon);
	struct work *w = work_at(db, noon);
	struct account account;

	(void)state;
	assert_int_equal(link_use(w, LINK_INVITE, token, "short", &account), CHOICE_SHORT);
	work_end(w, false);
	assert_int_equal(use_link("not a token", LINK_INVITE, noon), CHOICE_DEAD);
	assert_int_equal(use_link(token, LINK_PASSWORD, noon), CHOICE_DEAD);
	assert_int_equal(use_link(token, LINK_INVITE, noon + 29 * MINUTE), CHOICE_SAVED);
	assert_int_equal(use_link(token, LINK_INVITE, noon + 29 * MINUTE), CHOICE_DEAD);
	assert_int_equal(number_now("SELECT COUNT(*) FROM event"
	    " JOIN account ON account.id = event.object_id"
	    " WHERE account.email_key = 'once@cirt.example' AND event.action = 'password'"
	    "   AND event.account_id = account.id"), 1);
}

static void when_a_link_is_dead(void **state)
{
	const int64_t id = new_account("dead", ROLE_CONSTITUENT, good_password);
	char older[100];
	struct work *w;

	(void)state;
	assert_int_equal(use_link(new_link(id, LINK_PASSWORD, noon), LINK_PASSWORD,
	    noon + 30 * MINUTE), CHOICE_DEAD);
	snprintf(older, sizeof older, "%s", new_link(id, LINK_PASSWORD, noon));
	new_link(id, LINK_PASSWORD, noon + 1);
	assert_int_equal(use_link(older, LINK_PASSWORD, noon + 2), CHOICE_DEAD);
	/* Any change of the account. */
	snprintf(older, sizeof older, "%s", new_link(id, LINK_PASSWORD, noon));
	w = work_at(db, noon);
	assert_int_equal(account_give_roles(w, id, ROLE_CONSTITUENT | ROLE_DONOR), ACCOUNT_CHANGED);
	keep(w);
	assert_int_equal(use_link(older, LINK_PASSWORD, noon + 2), CHOICE_DEAD);
	snprintf(older, sizeof older, "%s", new_link(id, LINK_PASSWORD, noon));
	w = work_at(db, noon);
	assert_int_equal(account_disable(w, id), ACCOUNT_CHANGED);
	keep(w);
	assert_int_equal(use_link(older, LINK_PASSWORD, noon + 2), CHOICE_DEAD);
}

static bool use_in_parallel(struct work *w, int number, void *token)
{
	struct account account;
	enum password_choice choice = link_use(w, LINK_PASSWORD, token, other_password, &account);

	(void)number;
	return choice == CHOICE_SAVED;
}

static void of_many_uses_of_a_link_one_counts(void **state)
{
	const int64_t id = new_account("race", ROLE_CONSTITUENT, good_password);
	char token[100];

	(void)state;
	snprintf(token, sizeof token, "%s", new_link(id, LINK_PASSWORD, noon));
	assert_int_equal(count_true(8, "belfry_inside", use_in_parallel, token), 1);
}

static void a_link_gets_past_a_locked_door(void **state)
{
	const int64_t id = new_account("victim", ROLE_CONSTITUENT, good_password);
	struct account account;
	struct session session;
	struct work *w = work_at(db, noon);
	char token[100];

	(void)state;
	assert_true(account_by_id(w, id, &account));
	snprintf(token, sizeof token, "%s", session_begin(w, &account, NULL));
	keep(w);
	for (int i = 0; i < 12; i++) {
		w = work_at(db, noon);
		attempt_allowed(w, ATTEMPT_PASSWORD, "victim@cirt.example 192.0.2.0/24");
		keep(w);
	}
	w = work_at(db, noon);
	assert_int_equal(sign_in_by_password(w, "victim@cirt.example", good_password, "192.0.2.2",
	    &account), SIGN_IN_TOO_OFTEN);
	/* Whoever guesses from one network does not shut the owner out of another. */
	assert_int_equal(sign_in_by_password(w, "victim@cirt.example", good_password, "203.0.113.5",
	    &account), SIGN_IN_RIGHT);
	assert_true(session_open(w, token, &session));
	keep(w);
	assert_int_equal(use_link(new_link(id, LINK_PASSWORD, noon), LINK_PASSWORD, noon),
	    CHOICE_SAVED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_link_works_once),
		cmocka_unit_test(when_a_link_is_dead),
		cmocka_unit_test(of_many_uses_of_a_link_one_counts),
		cmocka_unit_test(a_link_gets_past_a_locked_door),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("credential_link", tests, open_accounts, close_db);
}
