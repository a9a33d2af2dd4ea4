/* What the tests of accounts stand on: the database as the inside door sees it, and
 * somebody with a password. */
#ifndef BELFRY_TESTS_DOMAIN_ACCOUNTS_H
#define BELFRY_TESTS_DOMAIN_ACCOUNTS_H

#include "stand.h"

#include "base/password.h"
#include "domain/credential.h"

static const char good_password[] = "lanterns over quiet water";

static inline int open_accounts(void **state)
{
	if (read_settings(state) != 0)
		return -1;
	password_open(settings.runtime_folder);
	db = connect_as("belfry_inside");
	return 0;
}

/* One statement in a work of its own. */
#define number_now(...) number_of(SQL(__VA_ARGS__))
static inline int64_t number_of(struct sql sql)
{
	struct work *w = work_at(db, noon);
	int64_t number = db_number(db, sql);

	keep(w);
	return number;
}

/* An account of its own for each case: "case@cirt.example". */
static inline int64_t new_account(const char *name, uint32_t roles, const char *password)
{
	struct work *w = work_at(db, noon);
	struct account account;
	char email[100];

	snprintf(email, sizeof email, "%s@cirt.example", name);
	assert_true(account_add(w, "Some Body", email, roles, &account));
	if (password != NULL)
		assert_int_equal(password_replace(w, &account, password), CHOICE_SAVED);
	keep(w);
	return account.id;
}

#endif
