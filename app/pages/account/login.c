/* Signing in, first step: the address and the password. Signing out. */
#include "base/password.h"
#include "domain/sign_in.h"
#include "pages/account/entry.h"
#include "site.h"
#include "web/form.h"
#include "web/language.h"

static const struct field login_form[] = {
	{ "email", EMAIL, .required = true, .label = N_("E-mail address"),
	  .missing = N_("Enter the address of your account"), .autocomplete = "username" },
	{ "password", SECRET, .required = true, .label = N_("Password"),
	  .missing = N_("Enter your password"), .max = PASSWORD_BYTES,
	  .autocomplete = "current-password" },
	{ "next", TEXT, .label = N_("The page to go on with"), .max = 300, .hidden = true },
	{ NULL }
};

int page_login(struct request *r)
{
	const char *next = own_path(query_text(r, "next"));
	struct session session;

	if (session_here(r, &session) == SESSION_LIVE)
		return next != NULL ? redirect(r, next) : go_home(r, &session);
	form_show(r, login_form);
	form_set(r, "next", next);
	return show(r, "account/login.cs");
}

int post_login(struct request *r)
{
	struct account account;

	if (!form_accept(r, login_form))
		return show_again(r, page_login);
	switch (sign_in_by_password(r->work, form_text(r, "email"), form_text(r, "password"),
	    r->address, &account)) {
	case SIGN_IN_TOO_OFTEN: return tried_too_often(r);
	case SIGN_IN_BUSY:      return busy_signing_in(r);
	case SIGN_IN_WRONG:
		form_complain(r, "password", t("The address and the password do not belong"
		    " together. Check both; capital letters count."));
		return show_again(r, page_login);
	case SIGN_IN_RIGHT:     break;
	}
	session_end(r->work, cookie(r, "belfry_session"));
	return come_in(r, session_begin(r->work, &account, r->agent), form_text(r, "next"));
}

int post_logout(struct request *r)
{
	session_end(r->work, cookie(r, "belfry_session"));
	set_cookie(r, "belfry_session", "", -1);
	set_cookie(r, "belfry_next", "", -1);
	/* Whoever comes after at this device finds no page of the desk (ASVS 14.3.1). */
	set_header(r, "Clear-Site-Data", "\"cache\", \"storage\"");
	tell(r, N_("You are signed out."));
	return redirect(r, "/login");
}
