/* Coming in, and where to. */
#include "pages/account/entry.h"

#include <string.h>

#include "domain/kept_form.h"
#include "domain/may.h"
#include "team_cache.h"
#include "web/encode.h"
#include "web/language.h"
#include "web/view.h"

enum { PATH_BYTES = 300 };

enum session_state session_here(struct request *r, struct session *session)
{
	session_open(r->work, cookie(r, "belfry_session"), session);
	return session->state;
}

/* One slash at the beginning and nothing that a browser could read as another
 * host: no second slash, no backslash, only printable ASCII. */
const char *own_path(const char *path)
{
	if (path == NULL || path[0] != '/' || strlen(path) > PATH_BYTES
	    || strstr(path, "//") != NULL || text_starts(path, "/login")
	    || text_starts(path, "/logout"))
		return NULL;
	for (const char *c = path; *c != '\0'; c++)
		if (*c <= ' ' || *c > '~' || *c == '\\')
			return NULL;
	return path;
}

void remember_next(struct request *r, const char *path)
{
	if (own_path(path) != NULL)
		set_cookie(r, "belfry_next", encode_part(r->memory, path), SESSION_HALF_ENDS);
}

static const char *remembered_next(struct request *r)
{
	const char *encoded = cookie(r, "belfry_next");
	char *path;

	if (encoded == NULL)
		return NULL;
	set_cookie(r, "belfry_next", "", -1);
	return parse_percent(r->memory, encoded, strlen(encoded), false, &path) == PARSE_OK
	    ? own_path(path) : NULL;
}

const char *home_of(struct request *r, const struct session *session)
{
	const struct team *team = team_now(r->work);

	/* First things first: until the public pages are open, there is nothing else. */
	if (may_enter(&session->actor, ADMINISTRATOR) && (team == NULL || team->opened_at == 0))
		return "/admin/setup";
	return may_enter(&session->actor, STAFF) ? "/desk/queue" : "/account";
}

int go_home(struct request *r, const struct session *session)
{
	return redirect(r, home_of(r, session));
}

/* A form that this person sent after an earlier session had ended. Its cookie
 * goes now, so that it is offered once; the page itself can be reloaded. */
static const char *kept_form_page(struct request *r, const struct session *session)
{
	const char *kept = cookie(r, "belfry_kept");
	struct kept_form form;

	if (kept == NULL)
		return NULL;
	set_cookie(r, "belfry_kept", "", -1);
	return kept_form_open(r->work, kept, session->actor.account_id, &form)
	    ? memory_printf(r->memory, "/login/kept?form=%s", encode_part(r->memory, kept))
	    : NULL;
}

int come_in(struct request *r, const char *token, const char *next)
{
	struct session session;
	const char *kept;

	set_cookie(r, "belfry_session", token, 0);
	session_open(r->work, token, &session);
	next = own_path(next);
	if (session.state == SESSION_HALF) {
		remember_next(r, next);
		return redirect(r, session.has_factor ? "/login/code" : "/account/factor");
	}
	kept = kept_form_page(r, &session);
	if (next == NULL)
		next = remembered_next(r);
	if (kept != NULL || next != NULL)
		return redirect(r, kept != NULL ? kept : next);
	return go_home(r, &session);
}

static int say_wait(struct request *r, const char *seconds, const char *reason)
{
	set_header(r, "Retry-After", seconds);
	view_text(r, "error.reason", reason);
	return refuse(r, 429);
}

int tried_too_often(struct request *r)
{
	return say_wait(r, "300", N_("For everybody's safety this can only be tried a few times."
	    " Wait a quarter of an hour, or ask your administrator for a link to a new"
	    " password. Where you are already signed in, you stay signed in."));
}

int busy_signing_in(struct request *r)
{
	return say_wait(r, "2", N_("Many people are signing in at this moment."
	    " Wait a few seconds and try again."));
}
