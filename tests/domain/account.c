/* Accounts and their rights, kept forms, and forgetting what is over. */
#include "accounts.h"

#include "domain/attempt.h"
#include "domain/credential_link.h"
#include "domain/kept_form.h"
#include "domain/session.h"

static void one_address_one_account(void **state)
{
	static const char *const taken[] = { "unique@bücher.example", "UNIQUE@BÜCHER.example",
		"unique@xn--bcher-kva.example", " unique@bu\u0308cher.example " };
	struct work *w = work_at(db, noon);
	struct account account;

	(void)state;
	assert_true(account_add(w, "Some Body", "Unique@bücher.example", ROLE_DONOR, &account));
	assert_string_equal(account.email, "Unique@bücher.example");
	for (size_t i = 0; i < COUNT(taken); i++) {
		struct account other;

		assert_true(account_by_email(w, taken[i], &other));
		assert_int_equal(other.id, account.id);
		assert_false(account_add(w, "Another", taken[i], ROLE_DONOR, &other));
	}
	assert_false(account_by_email(w, "unique@bucher.example", &account));
	work_end(w, false);
}

static void nobody_changes_their_own_rights(void **state)
{
	const int64_t admin = new_account("admin", ROLE_ADMINISTRATOR, NULL);
	const int64_t other = new_account("admin_other", ROLE_ANALYST, NULL);
	struct work *w = work_at(db, noon);
	struct account account;

	(void)state;
	w->actor = (struct actor){ .account_id = admin, .roles = ROLE_ADMINISTRATOR };
	assert_int_equal(account_give_roles(w, admin, ROLE_ANALYST), ACCOUNT_OWN);
	assert_int_equal(account_disable(w, admin), ACCOUNT_OWN);
	assert_int_equal(account_forget_factor(w, admin), ACCOUNT_OWN);
	assert_int_equal(account_give_roles(w, 999999999, ROLE_ANALYST), ACCOUNT_UNKNOWN);
	assert_int_equal(account_disable(w, 999999999), ACCOUNT_UNKNOWN);
	assert_int_equal(account_give_roles(w, other, roles_named(w, "duty_lead,expert,emperor")),
	    ACCOUNT_CHANGED);
	assert_int_equal(account_disable(w, other), ACCOUNT_CHANGED);
	assert_int_equal(account_disable(w, other), ACCOUNT_CHANGED);
	assert_true(account_by_id(w, other, &account));
	assert_int_equal(account.roles, ROLE_DUTY_LEAD | ROLE_EXPERT);
	assert_true(account.disabled);
	assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM event"
	    " WHERE object = 'account' AND object_id = ? AND account_id = ?"
	    "   AND (action = 'disabled' OR (action = 'roles' AND from_value = '2'"
	    "        AND to_value = '260'))"), db_int(other), db_int(admin)), 2);
	keep(w);
}

static void who_may_enter(void **state)
{
	static const struct { uint32_t roles; bool allowed[6]; } table[] = {
		/*                       nobody anyone signed staff  lead   administrator */
		{ ROLE_CONSTITUENT,    { false, true,  true,  false, false, false } },
		{ ROLE_ANALYST,        { false, true,  true,  true,  false, false } },
		{ ROLE_DUTY_LEAD,      { false, true,  true,  true,  true,  false } },
		{ ROLE_TEAM_MANAGER,   { false, true,  true,  true,  true,  false } },
		{ ROLE_ADMINISTRATOR,  { false, true,  true,  false, false, true  } },
		{ ROLE_COUNTRY_MANAGER,{ false, true,  true,  false, false, false } },
		{ ROLE_ITU_MANAGER,    { false, true,  true,  false, false, false } },
		{ 0,                   { false, true,  true,  false, false, false } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		const struct actor actor = { .account_id = 7, .roles = table[i].roles };
		const struct actor unknown = { .roles = table[i].roles };

		for (enum who who = NOBODY; who <= ADMINISTRATOR; who++) {
			assert_int_equal(may_enter(&actor, who), table[i].allowed[who]);
			/* Roles without an account are nobody's. */
			assert_int_equal(may_enter(&unknown, who), who == ANYONE);
		}
	}
}

static void kept_forms(void **state)
{
	const int64_t owner = new_account("kept", ROLE_ANALYST, NULL);
	const int64_t other = new_account("kept_other", ROLE_ANALYST, NULL);
	struct work *w = work_at(db, noon);
	struct kept_form form;
	const char *token = kept_form_put(w, owner, "/desk/tickets/VEL-1/reply", "body=a%26b");

	(void)state;
	assert_non_null(token);
	assert_true(kept_form_open(w, token, owner, &form));
	assert_string_equal(form.path, "/desk/tickets/VEL-1/reply");
	assert_string_equal(form.fields, "body=a%26b");
	assert_false(kept_form_open(w, token, other, &form));
	assert_false(kept_form_open(w, "nothing", owner, &form));
	assert_null(kept_form_put(w, owner, "/account/password", "password=x"));
	assert_null(kept_form_put(w, owner, "/login", "password=x"));
	for (int i = 1; i < KEPT_FORMS; i++)
		assert_non_null(kept_form_put(w, owner, "/desk/new", "a=b"));
	assert_null(kept_form_put(w, owner, "/desk/new", "a=b"));
	w->now += KEPT_FORM_ENDS;
	assert_false(kept_form_open(w, token, owner, &form));
	keep(w);
}

/* Sessions, links, counted tries and kept forms together. */
static int64_t what_is_over(void)
{
	return number_now("SELECT (SELECT COUNT(*) FROM session)"
	    " + (SELECT COUNT(*) FROM credential_link) + (SELECT COUNT(*) FROM attempt)"
	    " + (SELECT COUNT(*) FROM kept_form)");
}

static void forgetting_what_is_over(void **state)
{
	const int64_t id = new_account("over", ROLE_ANALYST, good_password);
	struct db *inside = db;
	const int64_t before = what_is_over();
	struct work *w = work_at(db, noon);
	struct account account;

	(void)state;
	assert_true(account_by_id(w, id, &account));
	assert_non_null(session_begin(w, &account, NULL));
	assert_non_null(link_make(w, LINK_PASSWORD, &account));
	assert_non_null(kept_form_put(w, id, "/desk/new", "a=b"));
	assert_true(attempt_allowed(w, ATTEMPT_CODE, "over"));
	keep(w);
	assert_true(what_is_over() >= before + 4);
	db = connect_as("belfry_work");
	w = work_at(db, noon + 60 * DAY);
	sessions_forget(w);
	links_forget(w);
	attempts_forget(w);
	kept_forms_forget(w);
	keep(w);
	db_close(db);
	db = inside;
	assert_int_equal(what_is_over(), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_address_one_account),
		cmocka_unit_test(nobody_changes_their_own_rights),
		cmocka_unit_test(who_may_enter),
		cmocka_unit_test(kept_forms),
		cmocka_unit_test(forgetting_what_is_over),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("account", tests, open_accounts, close_db);
}
