/* Signing in, second step: the code of the app, or a recovery code. Also asked
 * again before somebody who is signed in changes their second factor. */
#include "domain/sign_in.h"
#include "pages/account/entry.h"
#include "site.h"
#include "web/form.h"
#include "web/language.h"
#include "web/view.h"

static const struct field code_form[] = {
	{ "code", CODE, .required = true, .label = N_("Code of your app"),
	  .hint = N_("Six digits, from the authenticator app on your telephone."),
	  .missing = N_("Enter the six digits that the app shows"),
	  .autocomplete = "one-time-code" },
	{ NULL }
};

/* Only who has given the password and has a second factor is asked for it. */
static bool is_asked(struct request *r, struct session *session)
{
	const enum session_state state = session_here(r, session);

	return (state == SESSION_HALF || state == SESSION_LIVE) && session->has_factor;
}

static int go_elsewhere(struct request *r, const struct session *session)
{
	switch (session->state) {
	case SESSION_NONE:
	case SESSION_EXPIRED: return redirect(r, "/login");
	case SESSION_HALF:    return redirect(r, "/account/factor");
	case SESSION_LIVE:    return go_home(r, session);
	}
	return redirect(r, "/login");
}

int page_login_code(struct request *r)
{
	struct session session;

	if (!is_asked(r, &session))
		return go_elsewhere(r, &session);
	remember_next(r, query_text(r, "next"));
	form_show(r, code_form);
	view_flag(r, "kept", cookie(r, "belfry_kept") != NULL);
	return show(r, "account/login_code.cs");
}

int post_login_code(struct request *r)
{
	struct session session;

	if (!is_asked(r, &session))
		return go_elsewhere(r, &session);
	if (!form_accept(r, code_form))
		return show_again(r, page_login_code);
	switch (sign_in_by_code(r->work, session.actor.account_id, form_text(r, "code"))) {
	case SIGN_IN_TOO_OFTEN: return tried_too_often(r);
	case SIGN_IN_BUSY:      return busy_signing_in(r);
	case SIGN_IN_WRONG:
		form_complain(r, "code", t("This code does not open the account. Each is good"
		    " for half a minute and once: wait for the next one. If it happens again,"
		    " let your telephone set its clock by itself."));
		return show_again(r, page_login_code);
	case SIGN_IN_RIGHT:     break;
	}
	return come_in(r, session_factor_given(r->work, &session, r->agent), NULL);
}
