/* People who may sign in: inviting them, what they may do, closing accounts. */
#include "domain/account.h"

#include <string.h>

#include "base/settings.h"
#include "domain/credential_link.h"
#include "domain/team.h"
#include "site.h"
#include "web/form.h"
#include "web/language.h"
#include "web/view.h"

static const char own_account[] = N_("Their own account, and nothing of the desk.");

/* The roles of domain/may.h, as they are offered; the hints say what may.c decides. */
static const struct choice roles[] = {
	{ "constituent",     N_("Constituent"), own_account },
	{ "analyst",         N_("Analyst"),
	  N_("Answers reports, writes and reviews advisories.") },
	{ "duty_lead",       N_("Duty lead"),
	  N_("Also makes lists, sends warnings, publishes the profile and says who is on duty.") },
	{ "team_manager",    N_("Team manager"), N_("May do what a duty lead may.") },
	{ "administrator",   N_("Administrator"),
	  N_("Sets up the team, its accounts and its mail; reads no reports.") },
	{ "country_manager", N_("Country project manager"), own_account },
	{ "country_signer",  N_("Country authority (signs)"), own_account },
	{ "itu_manager",     N_("ITU project manager"), own_account },
	{ "expert",          N_("Expert or assessor"), own_account },
	{ "donor",           N_("Donor or auditor"), own_account },
	{ NULL }
};

static const struct field invitation_form[] = {
	{ "name", TEXT, .required = true, .label = N_("Name"),
	  .missing = N_("Enter the person's name"), .max = ACCOUNT_NAME },
	{ "email", EMAIL, .required = true, .label = N_("E-mail address"),
	  .hint = N_("They sign in with it."),
	  .missing = N_("Enter the person's address") },
	{ "roles", CHOICES, .required = true, .label = N_("What they may do"),
	  .hint = N_("Two leads are best: one writes, the other approves."),
	  .missing = N_("Choose at least one role"), .choices = roles },
	{ NULL }
};

static const struct field roles_form[] = {
	{ "roles", CHOICES, .required = true, .label = N_("What they may do"),
	  .missing = N_("Choose at least one role"), .choices = roles },
	{ NULL }
};

/* `word` is in "analyst,duty_lead". */
static bool is_among(const char *word, const char *words)
{
	const size_t size = strlen(word);

	while (words != NULL && *words != '\0') {
		const size_t length = strcspn(words, ",");

		if (length == size && strncmp(word, words, size) == 0)
			return true;
		words += length + (words[length] == ',');
	}
	return false;
}

/* What an account may do, in words and as ticks to change it. */
static void pour_roles(struct request *r, const char *account, const char *held)
{
	struct buffer said;

	buffer_open(&said, r->memory, 2000);
	for (size_t i = 0; roles[i].value != NULL; i++) {
		const char *tick = memory_printf(r->memory, "%s.role_choices.%zu", account, i);
		const bool chosen = is_among(roles[i].value, held);

		view_text(r, memory_printf(r->memory, "%s.value", tick), roles[i].value);
		view_text(r, memory_printf(r->memory, "%s.label", tick), roles[i].label);
		view_flag(r, memory_printf(r->memory, "%s.chosen", tick), chosen);
		if (chosen)
			buffer_printf(&said, "%s%s", said.size > 0 ? ", " : "", t(roles[i].label));
	}
	view_text(r, memory_printf(r->memory, "%s.roles", account), buffer_text(&said));
}

static void pour_account(struct request *r, size_t number, struct db_rows *row)
{
	const char *account = memory_printf(r->memory, "accounts.%zu", number);
	const int64_t id = db_get_int(row, "id");

	view_number(r, memory_printf(r->memory, "%s.id", account), id);
	view_text(r, memory_printf(r->memory, "%s.name", account), db_get_text(row, "name"));
	view_text(r, memory_printf(r->memory, "%s.email", account), db_get_text(row, "email"));
	view_flag(r, memory_printf(r->memory, "%s.disabled", account), db_get_bool(row, "disabled"));
	view_flag(r, memory_printf(r->memory, "%s.invited", account), db_get_bool(row, "invited"));
	view_flag(r, memory_printf(r->memory, "%s.has_factor", account),
	    db_get_bool(row, "has_factor"));
	view_flag(r, memory_printf(r->memory, "%s.own", account), id == r->work->actor.account_id);
	view_moment(r, memory_printf(r->memory, "%s.last_seen_at", account),
	    db_get_moment(row, "last_seen_at"));
	view_moment(r, memory_printf(r->memory, "%s.asked_at", account),
	    db_get_moment(row, "asked_at"));
	pour_roles(r, account, db_get_text(row, "roles"));
}

int page_accounts(struct request *r)
{
	struct db_rows *rows = accounts_after(r->work, query_number(r, "after", 0));
	int64_t last = 0;

	for (size_t number = 0; db_next(rows) && number < ACCOUNT_PAGE; number++) {
		pour_account(r, number, rows);
		last = db_get_int(rows, "id");
	}
	if (db_row_count(rows) > ACCOUNT_PAGE)
		view_text(r, "page.older", memory_printf(r->memory,
		    "/admin/accounts?after=%lld", (long long)last));
	view_flag(r, "team_first", !text_is_empty(r->settings->mail_host)
	    && !team_is_named(team_load(r->work, r->work->memory), r->settings->mail_from));
	form_show(r, invitation_form);
	return show(r, "admin/accounts.cs");
}

/* The link exists on this page and nowhere else, so there is no redirect. */
static int show_link(struct request *r, const struct account *account)
{
	const enum link_kind kind = link_kind_for(account);

	view_text(r, "link.address", memory_printf(r->memory, "%s/%s/%s", r->settings->address,
	    link_place(kind), link_make(r->work, kind, account)));
	view_text(r, "link.name", account->name);
	view_flag(r, "link.invitation", kind == LINK_INVITE);
	return page_accounts(r);
}

/* By mail, where mail is sent: then nobody here sees it. */
static int give_link(struct request *r, const struct account *account)
{
	if (text_is_empty(r->settings->mail_host) || !link_mail(r->work, account->email))
		return show_link(r, account);
	tell(r, link_kind_for(account) == LINK_INVITE
	    ? N_("The invitation is on its way by mail. It works once, for half an hour.")
	    : N_("A link to a new password is on its way by mail. It works once, for half an hour."));
	return redirect(r, "/admin/accounts");
}

int post_account_add(struct request *r)
{
	struct account account;

	if (!form_accept(r, invitation_form))
		return show_again(r, page_accounts);
	if (!account_add(r->work, form_text(r, "name"), form_text(r, "email"),
	    roles_named(r->work, form_text(r, "roles")), &account)) {
		form_complain(r, "email", t("There is an account with this address already."));
		return show_again(r, page_accounts);
	}
	r->form = NULL;   /* the next invitation begins empty */
	return give_link(r, &account);
}

int post_account_link(struct request *r)
{
	struct account account;

	if (!account_by_id(r->work, path_number(r, "id"), &account))
		return not_found(r);
	if (account.disabled) {
		tell(r, N_("This account is closed. Open it again first."));
		return redirect(r, "/admin/accounts");
	}
	return give_link(r, &account);
}

/* What every change ends with. */
static int go_on(struct request *r, enum account_change change, const char *done)
{
	switch (change) {
	case ACCOUNT_UNKNOWN: return not_found(r);
	case ACCOUNT_OWN:     tell(r, N_("Another administrator has to change your own account."));
	                      break;
	case ACCOUNT_CHANGED: tell(r, done);
	                      break;
	}
	return redirect(r, "/admin/accounts");
}

int post_account_roles(struct request *r)
{
	if (!form_accept(r, roles_form)) {
		tell(r, N_("Nothing was changed: choose at least one role."));
		return redirect(r, "/admin/accounts");
	}
	return go_on(r, account_give_roles(r->work, path_number(r, "id"),
	    roles_named(r->work, form_text(r, "roles"))),
	    N_("Saved. The person is signed out and has the new roles from now on."));
}

int post_account_forget_factor(struct request *r)
{
	return go_on(r, account_forget_factor(r->work, path_number(r, "id")),
	    N_("Saved. The person sets up a new second factor after the next sign-in."));
}

int post_account_disable(struct request *r)
{
	return go_on(r, account_disable(r->work, path_number(r, "id")),
	    N_("The account is closed, and the person is signed out everywhere."));
}

int post_account_enable(struct request *r)
{
	return go_on(r, account_enable(r->work, path_number(r, "id")),
	    N_("The account is open again."));
}
