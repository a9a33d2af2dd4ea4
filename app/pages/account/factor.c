/* Setting up the second factor, and the recovery codes that belong to it. */
#include "base/one_time.h"
#include "domain/account.h"
#include "domain/credential.h"
#include "domain/recovery_code.h"
#include "domain/team.h"
#include "pages/account/entry.h"
#include "site.h"
#include "web/form.h"
#include "web/language.h"
#include "web/qr.h"
#include "web/view.h"

static const struct field factor_form[] = {
	{ "code", CODE, .required = true, .label = N_("Code of your app"),
	  .hint = N_("Six digits that the app shows for this account."),
	  .missing = N_("Enter the six digits that the app shows"),
	  .min = ONE_TIME_DIGITS, .max = ONE_TIME_DIGITS, .autocomplete = "one-time-code" },
	{ NULL }
};

/* Who has no second factor sets one up. Who has one changes it only shortly
 * after having given it: a session left open somewhere is not enough. */
static bool may_set_up(struct request *r, struct session *session)
{
	switch (session_here(r, session)) {
	case SESSION_NONE:
	case SESSION_EXPIRED: return false;
	case SESSION_HALF:    return !session->has_factor;
	case SESSION_LIVE:    return !session->has_factor || session_is_fresh(r->work, session);
	}
	return false;
}

static int ask_first(struct request *r, const struct session *session, const char *page)
{
	if (session->state == SESSION_NONE || session->state == SESSION_EXPIRED)
		return redirect(r, "/login");
	return redirect(r, memory_printf(r->memory, "/login/code?next=%s", page));
}

int page_factor(struct request *r)
{
	struct session session;
	struct account account;
	const struct team *team = team_load(r->work, r->work->memory);
	const char *secret;

	if (!may_set_up(r, &session)
	    || !account_by_id(r->work, session.actor.account_id, &account))
		return ask_first(r, &session, "/account/factor");
	secret = factor_offered(r->memory, &session);
	view_text(r, "factor.secret", one_time_groups(r->memory, secret));
	view_text(r, "factor.qr", qr_svg(r->memory, one_time_address(r->memory, secret,
	    team != NULL ? team->short_name : "Belfry", account.email)));
	form_show(r, factor_form);
	return show(r, "account/factor.cs");
}

int post_factor(struct request *r)
{
	struct session session;
	const char *token;

	if (!may_set_up(r, &session))
		return ask_first(r, &session, "/account/factor");
	if (!form_accept(r, factor_form))
		return show_again(r, page_factor);
	switch (factor_confirm(r->work, &session, form_text(r, "code"), r->agent, &token)) {
	case FACTOR_TOO_OFTEN: return tried_too_often(r);
	case FACTOR_WRONG:
		form_complain(r, "code", t("This is not the code for this picture. Wait for the"
		    " next one; if it happens again, let your telephone set its clock by itself."));
		return show_again(r, page_factor);
	case FACTOR_SET:       break;
	}
	set_cookie(r, "belfry_session", token, 0);
	return redirect(r, "/account/recovery");
}

int page_recovery(struct request *r)
{
	struct session session;
	const char **codes;

	if (session_here(r, &session) != SESSION_LIVE)
		return ask_first(r, &session, "/account/recovery");
	if (!session.has_factor)
		return redirect(r, "/account/factor");
	codes = session_is_fresh(r->work, &session)
	    ? recovery_codes_shown(r->work, session.actor.account_id, session.digest) : NULL;
	view_text(r, "next", home_of(r, &session));
	for (int i = 0; codes != NULL && i < RECOVERY_CODES; i++)
		view_text(r, memory_printf(r->memory, "codes.%d.text", i), codes[i]);
	return show(r, "account/recovery.cs");
}

int post_recovery(struct request *r)
{
	struct session session;
	const char *token;

	if (session_here(r, &session) != SESSION_LIVE || !session.has_factor
	    || !session_is_fresh(r->work, &session))
		return ask_first(r, &session, "/account/recovery");
	token = recovery_codes_renew(r->work, &session, r->agent);
	if (token == NULL)
		return redirect(r, "/login");
	set_cookie(r, "belfry_session", token, 0);
	return redirect(r, "/account/recovery");
}
