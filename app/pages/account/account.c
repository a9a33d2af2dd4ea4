/* One's own account: where one is signed in, and the password. */
#include "base/password.h"
#include "domain/account.h"
#include "domain/credential.h"
#include "domain/recovery_code.h"
#include "pages/account/entry.h"
#include "pages/account/new_password.h"
#include "site.h"
#include "web/form.h"
#include "web/language.h"
#include "web/view.h"

static const struct field password_form[] = {
	{ "old_password", SECRET, .required = true, .label = N_("Present password"),
	  .missing = N_("Enter your present password"), .max = PASSWORD_BYTES,
	  .autocomplete = "current-password" },
	{ "password", SECRET, .required = true, .label = N_("New password"),
	  .hint = N_("Twelve characters or more. Several words that only you put together are"
	      " good and easy to remember."),
	  .missing = N_("Enter a new password"), .autocomplete = "new-password" },
	{ NULL }
};

int page_account(struct request *r)
{
	struct account account;

	if (!account_by_id(r->work, r->work->actor.account_id, &account))
		return not_found(r);
	view_text(r, "person.name", account.name);
	view_text(r, "person.email", account.email);
	view_flag(r, "person.has_factor", account.factor != NULL);
	view_number(r, "person.recovery_codes", recovery_codes_left(r->work, account.id));
	view_rows(r, "sessions", sessions_of(r->work, account.id, r->session));
	form_show(r, password_form);
	return show(r, "account/account.cs");
}

int post_account_password(struct request *r)
{
	struct account account;
	struct session session;
	enum password_choice choice;

	if (!form_accept(r, password_form))
		return show_again(r, page_account);
	if (session_here(r, &session) != SESSION_LIVE
	    || !account_by_id(r->work, session.actor.account_id, &account))
		return redirect(r, "/login");
	choice = password_change(r->work, &account, form_text(r, "old_password"),
	    form_text(r, "password"));
	switch (choice) {
	case CHOICE_TOO_OFTEN: return tried_too_often(r);
	case CHOICE_BUSY:      return busy_signing_in(r);
	case CHOICE_DEAD:      return redirect(r, "/login");
	case CHOICE_OLD_WRONG:
		form_complain(r, "old_password", new_password_said(choice));
		return show_again(r, page_account);
	case CHOICE_SHORT: case CHOICE_LONG: case CHOICE_COMMON: case CHOICE_PERSONAL:
		form_complain(r, "password", new_password_said(choice));
		return show_again(r, page_account);
	case CHOICE_SAVED:     break;
	}
	set_cookie(r, "belfry_session", session_renew(r->work, &session, r->agent), 0);
	tell(r, N_("Your password is changed, and you are signed out everywhere else."));
	return redirect(r, "/account");
}

int post_session_revoke(struct request *r)
{
	if (!session_revoke(r->work, r->work->actor.account_id, path_number(r, "id")))
		return not_found(r);
	tell(r, N_("Signed out there."));
	return redirect(r, "/account");
}

int post_sessions_revoke_others(struct request *r)
{
	sessions_revoke_others(r->work, r->work->actor.account_id, r->session);
	tell(r, N_("You are signed out everywhere else."));
	return redirect(r, "/account");
}
