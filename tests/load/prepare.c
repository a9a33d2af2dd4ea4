/* What the load needs and a visitor would have: a session of the desk, a ticket
 * with 50 messages and its secret, drafts ready to be sent. Made by Belfry's own
 * rules; prints "name value" lines.
 *
 *   prepare DRAFTS */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/digest.h"
#include "base/password.h"
#include "base/settings.h"
#include "database.h"
#include "domain/account.h"
#include "domain/draft.h"
#include "domain/follow.h"
#include "domain/handling.h"
#include "domain/ticket_seen.h"
#include "domain/may.h"
#include "domain/reference.h"
#include "domain/session.h"
#include "domain/team.h"
#include "domain/ticket.h"

enum { MESSAGES = 50, DRAFTS_AT_ONCE = 200 };

static const char story[] = "Since this morning nobody at the town hall can open the files on the"
	" shared drive. Every name ends in .lockd and a text file asks for money within three days."
	" We switched the server off at nine and called our supplier, who has not answered yet."
	" The backup of last night seems to be complete, but we do not dare to connect it.";

static const struct { const char *field, *value; } answers[] = {
	{ "reporting_for", "government" }, { "category", "ransomware" }, { "description", story },
	{ "ongoing", "yes" }, { "noticed", "2026-11-20" }, { "affected", "computer,server" },
	{ "data_impact", "changed" }, { "service_impact", "badly" }, { "people", "101-1000" },
	{ "want", "stop,advice" }, { "told", "police" }, { "org_name", "Town hall of Port Vel" },
	{ "org_sector", "government" }, { "name", "Nadia Okonjo" },
	{ "email", "n.okonjo@portvel.example" }, { "phone", "+999 20 555 0121" },
	{ "contact_how", "phone" }, { "sharing", "partners" },
};

static void stop(const char *why)
{
	fprintf(stderr, "prepare: %s\n", why);
	exit(2);
}

static void must(bool good, const char *what)
{
	if (!good)
		stop(what);
}

static void make_session(struct db *db)
{
	struct work *w = work_begin(db, false);
	struct session session = { 0 };
	struct account account;

	must(account_by_id(w, 1, &account), "the demo is not loaded");
	session.version = account.version;
	session.actor = (struct actor){ .account_id = account.id, .roles = account.roles };
	printf("session %s\n", session_factor_given(w, &session, "make bench"));
	must(work_end(w, true), "no session");
}

static void make_ticket(struct db *inside, struct db *public)
{
	struct work *w = work_begin(public, false);
	const char *secret = secret_of_form(w->memory, random_token(w->memory));
	struct report report = { .kind = "report", .channel = "web", .language = "en",
		.category = "ransomware", .description = story, .name = "Nadia Okonjo",
		.email = "n.okonjo@portvel.example", .secret = secret };
	struct team *team = team_load(w, w);
	struct ticket_seen seen;
	struct ticket ticket;
	void *memory = memory_root("ticket");
	const char *reference, *digest;

	must(team != NULL && ticket_open(w, team, &report, &ticket), "no ticket");
	reference = memory_text(memory, ticket.reference);
	digest = memory_text(memory, secret_digest(memory, secret));
	printf("reference %s\nsecret %s\n", reference, secret);
	must(work_end(w, true), "no ticket");
	for (int i = 1; i < MESSAGES; i++) {
		bool by_reporter = i % 3 == 0;
		char body[600];

		snprintf(body, sizeof body, "%d. %.*s", i, 120 + i * 37 % 200, story);
		w = work_begin(by_reporter ? public : inside, false);
		if (by_reporter) {
			struct follow follow;

			must(follow_open(w, reference, digest, &follow), "the secret opens nothing");
			follow_write(w, &follow, body);
		} else {
			w->actor = (struct actor){ .account_id = 1 + i % 3, .roles = ROLE_ANALYST };
			must(ticket_see(w, reference, &seen), "the ticket is gone");
			if (i % 3 == 1)
				ticket_note(w, reference, body);
			else
				ticket_reply(w, reference, seen.version, body);
		}
		must(work_end(w, true), "a message was not kept");
	}
	memory_end(memory);
}

static void make_drafts(struct db *db, long count)
{
	while (count > 0) {
		struct work *w = work_begin(db, false);

		for (int i = 0; i < DRAFTS_AT_ONCE && count > 0; i++, count--) {
			struct draft draft;

			draft_begin(w, &draft);
			for (size_t a = 0; a < sizeof answers / sizeof answers[0]; a++)
				draft_answer(w, &draft, answers[a].field, answers[a].value);
			printf("draft %s\n", draft.key);
		}
		must(work_end(w, true), "drafts were not kept");
	}
}

/* What signing in cannot do without. */
static void time_a_password(struct db *db)
{
	struct work *w = work_begin(db, true);
	struct account account;
	struct timespec before, after;

	must(account_by_id(w, 1, &account), "the demo is not loaded");
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
	for (int i = 0; i < 5; i++)
		must(password_check(account.password, "the harbour lamp burns all night") == PASSWORD_RIGHT,
		    "it is not the password");
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
	printf("hash %.2f\n", ((double)(after.tv_sec - before.tv_sec) * 1e3
	    + (double)(after.tv_nsec - before.tv_nsec) / 1e6) / 5);
	work_end(w, true);
}

int main(int count, char **arguments)
{
	struct settings settings;
	const char *why = NULL;
	struct db *inside, *public;

	if (count != 2 || !settings_read(getenv("BELFRY_CONF"), &settings, &why)
	    || !digest_key_load(settings.key_file, &why))
		stop(why != NULL ? why : "DRAFTS");
	password_open(settings.runtime_folder);
	inside = database_as(&settings, "belfry_inside");
	public = database_as(&settings, "belfry_public");
	make_session(inside);
	make_ticket(inside, public);
	make_drafts(public, strtol(arguments[1], NULL, 10));
	time_a_password(inside);
	db_close(inside);
	db_close(public);
	return 0;
}
