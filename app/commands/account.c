/* belfry account: who may sign in, from the command line. The first account of
 * an installation is made here; and whoever can run it can let themselves in,
 * so it belongs to those who run the server. */
#include <stdio.h>
#include <string.h>

#include "base/one_time.h"
#include "base/password.h"
#include "base/text.h"
#include "base/work.h"
#include "commands/commands.h"
#include "database.h"
#include "domain/account.h"
#include "domain/credential_link.h"

/* Of all people in sql/demo. */
static const char demo_password[] = "the harbour lamp burns all night";

static int usage(void)
{
	fprintf(stderr,
	    "usage: belfry account create --email ADDRESS --name NAME --role ROLE[,ROLE...]\n"
	    "       belfry account link ADDRESS [--forget-factor]\n"
	    "       belfry account disable ADDRESS\n"
	    "       belfry account enable ADDRESS\n"
	    "       belfry account demo\n\n"
	    "create and link print an address that works once, for half an hour.\n"
	    "--forget-factor is for a lost telephone without recovery codes.\n");
	return 2;
}

static int say(int status, const char *sentence, const char *about)
{
	fprintf(status == 0 ? stdout : stderr, "belfry: ");
	fprintf(status == 0 ? stdout : stderr, "%s: %s\n", about, sentence);
	return status;
}

/* The value after `--name`; NULL: it is not there. */
static const char *option(char **arguments, const char *name)
{
	for (size_t i = 0; arguments[i] != NULL && arguments[i + 1] != NULL; i += 2)
		if (text_is(arguments[i], name))
			return arguments[i + 1];
	return NULL;
}

/* Made before the commit, shown after it. */
static const char *new_link(struct work *w, const struct settings *settings,
	const struct account *account)
{
	const enum link_kind kind = link_kind_for(account);

	return memory_printf(w->memory, "%s/%s/%s", settings->address, link_place(kind),
	    link_make(w, kind, account));
}

/* Ends the work and shows what it made. */
static int finish(struct work *w, const char *shown)
{
	void *memory = memory_root("shown");
	const char *text = memory_text(memory, shown);
	const bool held = work_end(w, true);

	if (held)
		printf("%s\n", text);
	else
		fprintf(stderr, "belfry: nothing was changed; the log says why\n");
	memory_end(memory);
	return held ? 0 : 1;
}

static int give_up(struct work *w, const char *sentence, const char *about)
{
	/* Before the work ends: what it is about may live in the work's memory. */
	const int status = say(1, db_failed(w->db)
	    ? "nothing was changed; the log says why" : sentence, about);

	work_end(w, false);
	return status;
}

static int create(const struct settings *settings, struct db *db, char **arguments)
{
	const char *email = option(arguments, "--email");
	const char *name = option(arguments, "--name");
	const char *roles = option(arguments, "--role");
	struct account account;
	struct work *w;
	uint32_t bits;

	if (email == NULL || name == NULL || roles == NULL || strchr(email, '@') == NULL
	    || strlen(email) > ACCOUNT_EMAIL || !text_is_utf8(email, strlen(email))
	    || !text_is_utf8(name, strlen(name)) || text_length(name) > ACCOUNT_NAME)
		return usage();
	w = work_begin(db, false);
	bits = roles_named(w, roles);
	if (bits == 0)
		return give_up(w, "there is no such role", roles);
	if (!account_add(w, name, email, bits, &account))
		return give_up(w, "there is an account with this address already", email);
	return finish(w, new_link(w, settings, &account));
}

/* The account of the first argument, in a new work; NULL after saying why not. */
static struct work *begin_for(struct db *db, const char *email, struct account *account)
{
	struct work *w = work_begin(db, false);

	if (text_is_utf8(email, strlen(email)) && account_by_email(w, email, account))
		return w;
	give_up(w, "there is no account with this address", email);
	return NULL;
}

static int make_link(const struct settings *settings, struct db *db, char **arguments)
{
	struct account account;
	struct work *w = begin_for(db, arguments[0], &account);

	if (w == NULL)
		return 1;
	if (account.disabled)
		return give_up(w, "this account is closed; enable it first", account.email);
	if (arguments[1] != NULL && (account_forget_factor(w, account.id) != ACCOUNT_CHANGED
	    || !account_by_id(w, account.id, &account)))
		return give_up(w, "the second factor could not be forgotten", arguments[0]);
	return finish(w, new_link(w, settings, &account));
}

static int change(struct db *db, const char *email,
	enum account_change (*how)(struct work *, int64_t id), const char *done)
{
	struct account account;
	struct work *w = begin_for(db, email, &account);

	if (w == NULL)
		return 1;
	if (how(w, account.id) != ACCOUNT_CHANGED)
		return give_up(w, "it could not be changed", email);
	return finish(w, memory_printf(w->memory, "%s %s", account.email, done));
}

/* Who still has the password that everybody knows, and the code of this
 * moment. */
static void print_demo_account(struct work *w, const struct account *account, const char *roles)
{
	if (account->disabled || password_check(account->password, demo_password) != PASSWORD_RIGHT)
		return;
	printf("  %-32s %-16s %s\n", account->email, roles, account->factor == NULL
	    ? "no code" : one_time_code(w->memory, account->factor, w->now));
}

static int demo(const struct settings *settings, struct db *db)
{
	struct work *w = work_begin(db, true);
	struct db_rows *rows;

	if (db_number(w->db, SQL("SELECT demo FROM team")) != 1)
		return give_up(w, "this database has no demo team", "account demo");
	password_open(settings->runtime_folder);
	printf("The password of all is: %s\n\n", demo_password);
	rows = accounts_after(w, 0);
	while (db_next(rows)) {
		struct account account;

		if (account_by_id(w, db_get_int(rows, "id"), &account))
			print_demo_account(w, &account, db_get_text(rows, "roles"));
	}
	printf("\nA code is good once, and for about a minute.\n");
	return work_end(w, true) ? 0 : 1;
}

static int run(const struct settings *settings, struct db *db, char **arguments)
{
	const char *verb = arguments[0], *email = verb == NULL ? NULL : arguments[1];

	if (text_is(verb, "create"))
		return create(settings, db, arguments + 1);
	if (text_is(verb, "demo") && email == NULL)
		return demo(settings, db);
	if (email == NULL)
		return usage();
	if (text_is(verb, "link") && (arguments[2] == NULL
	    || (text_is(arguments[2], "--forget-factor") && arguments[3] == NULL)))
		return make_link(settings, db, arguments + 1);
	if (text_is(verb, "disable") && arguments[2] == NULL)
		return change(db, email, account_disable,
		    "is closed and signed out everywhere.");
	if (text_is(verb, "enable") && arguments[2] == NULL)
		return change(db, email, account_enable, "may sign in again.");
	return usage();
}

int command_account(const struct settings *settings, char **arguments)
{
	struct db *db = database_as(settings, "belfry_inside");
	const int status = run(settings, db, arguments);

	db_close(db);
	return status;
}
