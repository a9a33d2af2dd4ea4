/* Who may sign in, and how: passwords, codes, links, sessions, and everything
 * that must hold when many try at once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/digest.h"
#include "base/one_time.h"
#include "base/password.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/account.h"
#include "domain/attempt.h"
#include "domain/credential.h"
#include "domain/credential_link.h"
#include "domain/kept_form.h"
#include "domain/may.h"
#include "domain/recovery_code.h"
#include "domain/session.h"
#include "domain/sign_in.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const char good_password[] = "lanterns over quiet water";
static const char other_password[] = "seven grey herons waiting";
static const moment noon = 1795521600;    /* 2026-11-24 12:00:00, a whole hour */

static struct settings settings;
static struct db *db;


/* --- the database, and work in it */

static struct db *connect_as(const char *user)
{
	char path[400], password[200] = "";
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", settings.database_passwords, user);
	file = fopen(path, "re");
	assert_non_null(file);
	assert_non_null(fgets(password, sizeof password, file));
	fclose(file);
	password[strcspn(password, "\n")] = '\0';
	return db_new(settings.database_socket, settings.database_name, user, password);
}

static int open_database(void **state)
{
	const char *path = getenv("BELFRY_CONF"), *why = NULL;

	(void)state;
	if (path == NULL || !settings_read(path, &settings, &why)
	    || !digest_key_load(settings.key_file, &why)) {
		fprintf(stderr, "%s\n", path == NULL ? "run this by tests/private" : why);
		return -1;
	}
	password_open(settings.runtime_folder);
	db = connect_as("belfry_inside");
	return 0;
}

static int close_database(void **state)
{
	(void)state;
	db_close(db);
	return 0;
}

static struct work *work_at(moment now)
{
	struct work *w = work_begin(db, false);

	w->now = now;
	return w;
}

static void keep(struct work *w)
{
	assert_false(db_failed(w->db));
	assert_true(work_end(w, true));
}

/* One statement in a work of its own. */
#define number_now(...) number_of(SQL(__VA_ARGS__))
static int64_t number_of(struct sql sql)
{
	struct work *w = work_at(noon);
	int64_t number = db_number(db, sql);

	keep(w);
	return number;
}

/* An account of its own for each case: "case@cirt.example". */
static int64_t new_account(const char *name, uint32_t roles, const char *password)
{
	struct work *w = work_at(noon);
	struct account account;
	char email[100];

	snprintf(email, sizeof email, "%s@cirt.example", name);
	assert_true(account_add(w, "Some Body", email, roles, &account));
	if (password != NULL)
		assert_int_equal(password_replace(w, &account, password), CHOICE_SAVED);
	keep(w);
	return account.id;
}

/* What `tell` says in each of `count` processes that begin at the same moment
 * with connections of their own; how often it was true. */
static int count_true(int count, bool (*tell)(struct work *, const void *), const void *data)
{
	int start[2], yes = 0;

	assert_int_equal(pipe(start), 0);
	for (int i = 0; i < count; i++) {
		if (fork() == 0) {
			struct db *own = connect_as("belfry_inside");
			struct work *w;
			char go;
			bool told;

			close(start[1]);
			while (read(start[0], &go, 1) > 0)
				;
			do {
				w = work_begin(own, false);
				w->now = noon;
				told = tell(w, data);
				if (!db_failed(own))
					break;
				work_end(w, false);
			} while (db_worth_retrying(own));
			_exit(work_end(w, true) ? told : 2);
		}
	}
	close(start[0]);
	usleep(100 * 1000);      /* all of them wait at the pipe */
	close(start[1]);
	for (int i = 0; i < count; i++) {
		int status;

		assert_true(wait(&status) > 0);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) <= 1);
		yes += WEXITSTATUS(status);
	}
	return yes;
}


/* --- passwords */

static void test_which_passwords_are_taken(void **state)
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
	struct work *w = work_at(noon);
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

static void test_long_passwords_cost_no_hash(void **state)
{
	const int64_t id = new_account("long", ROLE_CONSTITUENT, good_password);
	struct work *w = work_at(noon);
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

static void test_signing_in_by_password(void **state)
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
	w = work_at(noon);
	assert_int_equal(account_disable(w, closed), ACCOUNT_CHANGED);
	keep(w);
	for (size_t i = 0; i < COUNT(table); i++) {
		struct account account;
		enum sign_in outcome;

		w = work_at(noon);
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
	struct work *w = work_at(noon);
	struct account account;
	const unsigned before = password_hashes();

	assert_int_equal(sign_in_by_password(w, email, "not the right words", "203.0.113.9",
	    &account), SIGN_IN_WRONG);
	*hashes = password_hashes() - before;
	*statements = db_statements(db);
	keep(w);
}

static void test_unknown_and_known_cost_the_same(void **state)
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
	w = work_at(noon);
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
	struct work *w = work_at(noon);
	unsigned statements;

	account_ask_password(w, email);
	statements = db_statements(db);
	keep(w);
	return statements;
}

static void test_asking_for_a_password_tells_nothing(void **state)
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

static void test_changing_the_password(void **state)
{
	const int64_t id = new_account("change", ROLE_CONSTITUENT, good_password);
	struct work *w = work_at(noon);
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


/* --- counted tries */

static bool one_try(struct work *w, const void *subject)
{
	return attempt_allowed(w, ATTEMPT_PASSWORD, subject);
}

static void test_tries_are_counted_exactly_in_parallel(void **state)
{
	struct work *w;

	(void)state;
	assert_int_equal(count_true(20, one_try, "many@cirt.example"), 10);
	/* The twentieth and all after it: too many, until the window is over. */
	w = work_at(noon + 15 * MINUTE - 1);
	assert_false(attempt_allowed(w, ATTEMPT_PASSWORD, "many@cirt.example"));
	assert_true(attempt_allowed(w, ATTEMPT_PASSWORD, "few@cirt.example"));
	keep(w);
	w = work_at(noon + 15 * MINUTE);
	assert_true(attempt_allowed(w, ATTEMPT_PASSWORD, "many@cirt.example"));
	keep(w);
	assert_int_equal(number_now(
	    "SELECT MAX(count) FROM attempt WHERE window_at = '2026-11-24 12:00:00'"), 21);
}

static void test_a_count_outlives_the_work(void **state)
{
	struct work *w;

	(void)state;
	for (int i = 0; i < 5; i++) {
		w = work_at(noon);
		assert_true(attempt_allowed(w, ATTEMPT_CODE, "rolled back"));
		work_end(w, false);
	}
	w = work_at(noon);
	assert_false(attempt_allowed(w, ATTEMPT_CODE, "rolled back"));
	keep(w);
}

static void test_one_account_and_one_block_are_limited(void **state)
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
		w = work_at(noon + 5 * HOUR);
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
		w = work_at(noon + 5 * HOUR);
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
		w = work_at(noon + 6 * HOUR);
		wrong += attempt_allowed(w, ATTEMPT_PASSWORD_BLOCK,
		    attempt_block(w->memory, address));
		keep(w);
	}
	assert_int_equal(wrong, 50);
}

static void test_blocks_of_addresses(void **state)
{
	static const struct { const char *address, *block; } table[] = {
		{ "192.0.2.1",                "192.0.2.0/24" },
		{ "192.0.2.255",              "192.0.2.0/24" },
		{ "::ffff:192.0.2.9",         "192.0.2.0/24" },
		{ "2001:db8:a:b:1:2:3:4",     "2001:db8:a:b::/64" },
		{ "2001:DB8:A:B::9",          "2001:db8:a:b::/64" },
		{ "unix:",                    "unix:" },
	};
	struct work *w = work_at(noon);

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++)
		assert_string_equal(attempt_block(w->memory, table[i].address), table[i].block);
	assert_string_equal(attempt_block(w->memory, NULL), "");
	keep(w);
}


/* --- links */

static const char *new_link(int64_t id, enum link_kind kind, moment now)
{
	static char kept[100];
	struct work *w = work_at(now);
	struct account account;

	assert_true(account_by_id(w, id, &account));
	snprintf(kept, sizeof kept, "%s", link_make(w, kind, &account));
	keep(w);
	return kept;
}

static enum password_choice use_link(const char *token, enum link_kind kind, moment now)
{
	struct work *w = work_at(now);
	struct account account;
	enum password_choice choice = link_use(w, kind, token, other_password, &account);

	assert_false(db_failed(db));
	/* As the life of a request does: refused, nothing is kept. */
	work_end(w, choice == CHOICE_SAVED);
	return choice;
}

static void test_a_link_works_once(void **state)
{
	const int64_t id = new_account("once", ROLE_CONSTITUENT, NULL);
	const char *token = new_link(id, LINK_INVITE, noon);
	struct work *w = work_at(noon);
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

static void test_when_a_link_is_dead(void **state)
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
	w = work_at(noon);
	assert_int_equal(account_give_roles(w, id, ROLE_CONSTITUENT | ROLE_DONOR), ACCOUNT_CHANGED);
	keep(w);
	assert_int_equal(use_link(older, LINK_PASSWORD, noon + 2), CHOICE_DEAD);
	snprintf(older, sizeof older, "%s", new_link(id, LINK_PASSWORD, noon));
	w = work_at(noon);
	assert_int_equal(account_disable(w, id), ACCOUNT_CHANGED);
	keep(w);
	assert_int_equal(use_link(older, LINK_PASSWORD, noon + 2), CHOICE_DEAD);
}

static bool use_in_parallel(struct work *w, const void *token)
{
	struct account account;
	enum password_choice choice = link_use(w, LINK_PASSWORD, token, other_password, &account);

	return choice == CHOICE_SAVED;
}

static void test_of_many_uses_of_a_link_one_counts(void **state)
{
	const int64_t id = new_account("race", ROLE_CONSTITUENT, good_password);

	(void)state;
	assert_int_equal(count_true(8, use_in_parallel, new_link(id, LINK_PASSWORD, noon)), 1);
}

static void test_a_link_gets_past_a_locked_door(void **state)
{
	const int64_t id = new_account("victim", ROLE_CONSTITUENT, good_password);
	struct account account;
	struct session session;
	struct work *w = work_at(noon);
	char token[100];

	(void)state;
	assert_true(account_by_id(w, id, &account));
	snprintf(token, sizeof token, "%s", session_begin(w, &account, NULL));
	keep(w);
	for (int i = 0; i < 12; i++) {
		w = work_at(noon);
		attempt_allowed(w, ATTEMPT_PASSWORD, "victim@cirt.example 192.0.2.0/24");
		keep(w);
	}
	w = work_at(noon);
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


/* --- sessions */

static void test_how_long_a_session_lives(void **state)
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
		struct work *w = work_at(noon);
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

static void test_half_a_session(void **state)
{
	const int64_t id = new_account("half", ROLE_ANALYST, good_password);
	struct work *w = work_at(noon);
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

static void test_what_ends_a_session(void **state)
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
		w = work_at(noon);
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

static void test_a_session_of_an_older_account_is_never_born(void **state)
{
	const int64_t id = new_account("born", ROLE_CONSTITUENT, good_password);
	struct work *w = work_at(noon);
	struct account seen;
	struct session session;

	(void)state;
	assert_true(account_by_id(w, id, &seen));
	account_give_roles(w, id, ROLE_DONOR);
	assert_false(session_open(w, session_begin(w, &seen, NULL), &session));
	keep(w);
}

static void test_tokens_that_are_none(void **state)
{
	static const char *const tokens[] = { NULL, "", "x",
		"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
		"0000000000000000000000000000000000000000000000000000000000000000" };
	struct work *w = work_at(noon);
	struct session session;

	(void)state;
	for (size_t i = 0; i < COUNT(tokens); i++) {
		assert_false(session_open(w, tokens[i], &session));
		assert_int_equal(session.state, SESSION_NONE);
		assert_int_equal(session.actor.account_id, 0);
	}
	keep(w);
}

static void test_what_the_database_knows_opens_nothing(void **state)
{
	const int64_t id = new_account("leak", ROLE_CONSTITUENT, NULL);
	struct work *w = work_at(noon);
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

static void test_last_use_is_remembered_once_a_minute(void **state)
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

static void test_the_list_of_sessions(void **state)
{
	const int64_t id = new_account("list", ROLE_CONSTITUENT, NULL);
	struct work *w = work_at(noon);
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


/* --- the second factor */

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

static void test_setting_up_a_factor(void **state)
{
	struct work *w = work_at(noon);
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

static void test_a_wrong_code_sets_up_nothing(void **state)
{
	const int64_t id = new_account("wrong", ROLE_ANALYST, good_password);
	struct work *w = work_at(noon);
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

static void test_a_code_is_good_once(void **state)
{
	struct work *w = work_at(noon);
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

static bool code_in_parallel(struct work *w, const void *data)
{
	const struct code_try *one = data;

	return sign_in_by_code(w, one->id, one->code) == SIGN_IN_RIGHT;
}

static void test_of_many_uses_of_a_code_one_counts(void **state)
{
	struct work *w = work_at(noon - HOUR);
	struct session session;
	struct code_try app, paper;
	const char *secret, **codes;

	(void)state;
	app.id = with_factor("codes", w, &secret, &session);
	snprintf(app.code, sizeof app.code, "%s", one_time_code(w->memory, secret, noon));
	keep(w);
	assert_int_equal(count_true(5, code_in_parallel, &app), 1);

	w = work_at(noon - HOUR);
	paper.id = with_factor("papers", w, &secret, &session);
	codes = recovery_codes_shown(w, paper.id, session.digest);
	snprintf(paper.code, sizeof paper.code, "%.4s%.4s%.4s%.4s", codes[3], codes[3] + 5,
	    codes[3] + 10, codes[3] + 15);
	keep(w);
	assert_int_equal(count_true(5, code_in_parallel, &paper), 1);
	w = work_at(noon);
	assert_int_equal(recovery_codes_left(w, paper.id), 9);
	/* Nobody else's. */
	assert_false(recovery_code_use(w, app.id, paper.code));
	keep(w);
}

static void test_forgetting_a_factor(void **state)
{
	struct work *w = work_at(noon);
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


/* --- accounts, rights, kept forms */

static void test_one_address_one_account(void **state)
{
	static const char *const taken[] = { "unique@bücher.example", "UNIQUE@BÜCHER.example",
		"unique@xn--bcher-kva.example", " unique@bu\u0308cher.example " };
	struct work *w = work_at(noon);
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

static void test_nobody_changes_their_own_rights(void **state)
{
	const int64_t admin = new_account("admin", ROLE_ADMINISTRATOR, NULL);
	const int64_t other = new_account("admin_other", ROLE_ANALYST, NULL);
	struct work *w = work_at(noon);
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

static void test_who_may_enter(void **state)
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

static void test_kept_forms(void **state)
{
	const int64_t owner = new_account("kept", ROLE_ANALYST, NULL);
	const int64_t other = new_account("kept_other", ROLE_ANALYST, NULL);
	struct work *w = work_at(noon);
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

static void test_forgetting_what_is_over(void **state)
{
	struct db *inside = db;
	struct work *w;

	(void)state;
	db = connect_as("belfry_work");
	w = work_at(noon + 60 * DAY);
	sessions_forget(w);
	links_forget(w);
	attempts_forget(w);
	kept_forms_forget(w);
	keep(w);
	db_close(db);
	db = inside;
	assert_int_equal(number_now("SELECT (SELECT COUNT(*) FROM session)"
	    " + (SELECT COUNT(*) FROM credential_link) + (SELECT COUNT(*) FROM attempt)"
	    " + (SELECT COUNT(*) FROM kept_form)"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_which_passwords_are_taken),
		cmocka_unit_test(test_long_passwords_cost_no_hash),
		cmocka_unit_test(test_signing_in_by_password),
		cmocka_unit_test(test_unknown_and_known_cost_the_same),
		cmocka_unit_test(test_asking_for_a_password_tells_nothing),
		cmocka_unit_test(test_changing_the_password),
		cmocka_unit_test(test_tries_are_counted_exactly_in_parallel),
		cmocka_unit_test(test_a_count_outlives_the_work),
		cmocka_unit_test(test_one_account_and_one_block_are_limited),
		cmocka_unit_test(test_blocks_of_addresses),
		cmocka_unit_test(test_a_link_works_once),
		cmocka_unit_test(test_when_a_link_is_dead),
		cmocka_unit_test(test_of_many_uses_of_a_link_one_counts),
		cmocka_unit_test(test_a_link_gets_past_a_locked_door),
		cmocka_unit_test(test_how_long_a_session_lives),
		cmocka_unit_test(test_half_a_session),
		cmocka_unit_test(test_what_ends_a_session),
		cmocka_unit_test(test_a_session_of_an_older_account_is_never_born),
		cmocka_unit_test(test_tokens_that_are_none),
		cmocka_unit_test(test_what_the_database_knows_opens_nothing),
		cmocka_unit_test(test_last_use_is_remembered_once_a_minute),
		cmocka_unit_test(test_the_list_of_sessions),
		cmocka_unit_test(test_setting_up_a_factor),
		cmocka_unit_test(test_a_wrong_code_sets_up_nothing),
		cmocka_unit_test(test_a_code_is_good_once),
		cmocka_unit_test(test_of_many_uses_of_a_code_one_counts),
		cmocka_unit_test(test_forgetting_a_factor),
		cmocka_unit_test(test_one_address_one_account),
		cmocka_unit_test(test_nobody_changes_their_own_rights),
		cmocka_unit_test(test_who_may_enter),
		cmocka_unit_test(test_kept_forms),
		cmocka_unit_test(test_forgetting_what_is_over),
	};

	return cmocka_run_group_tests(tests, open_database, close_database);
}
