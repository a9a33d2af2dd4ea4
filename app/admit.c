/* Who may come in, and with what: the team is open, the request could be read, its
 * row lets this visitor in, and a form is one of ours. */
#include "admit.h"

#include "address.h"
#include "base/memory.h"
#include "base/text.h"
#include "site.h"
#include "small_file.h"
#include "team_cache.h"
#include "typed.h"
#include "upload.h"
#include "web/encode.h"
#include "web/language.h"
#include "web/token.h"
#include "web/view.h"

static int status_of(enum parse_result result)
{
	switch (result) {
	case PARSE_OK:           return 200;
	case PARSE_TOO_MANY:     return 413;
	case PARSE_TOO_LONG:     return 413;
	case PARSE_CUT_OFF:      return 400;
	case PARSE_MALFORMED:    return 400;
	case PARSE_ENCODING:     return 400;
	case PARSE_UNKNOWN_TYPE: return 415;
	}
	return 400;
}

static const char *reason_of(enum parse_result result)
{
	switch (result) {
	case PARSE_OK:           return NULL;
	case PARSE_TOO_MANY:     return "too_many";
	case PARSE_TOO_LONG:     return "too_long";
	case PARSE_CUT_OFF:      return "cut_off";
	case PARSE_MALFORMED:    return "malformed";
	case PARSE_ENCODING:     return "encoding";
	case PARSE_UNKNOWN_TYPE: return "type";
	}
	return NULL;
}

static int refuse_form(struct request *r, const char *reason, bool offer_again)
{
	view_text(r, "error.reason", reason);
	if (offer_again)
		typed_offer_again(r);
	return refuse(r, 403);
}

/* Only people inside have sessions; the public door never sees the cookie. */
static void know_visitor(struct request *r, struct session *session)
{
	*session = (struct session){ 0 };
	if (r->door != INSIDE || cookie(r, "belfry_session") == NULL)
		return;
	session_open(r->work, cookie(r, "belfry_session"), session);
	if (session->state == SESSION_LIVE)
		r->work->actor = session->actor;
	if (session->state == SESSION_LIVE || session->state == SESSION_HALF)
		r->session = session->digest;
	r->half = session->state == SESSION_HALF;
}

/* To the sign-in page, and back here afterwards. */
static int ask_to_sign_in(struct request *r, const struct session *session)
{
	const char *next = r->method == GET && !text_is(r->path, "/logout")
	    ? memory_printf(r->work->memory, "/login?next=%s",
	        encode_part(r->work->memory, address_with_query(r, r->path))) : "/login";

	if (r->half)
		return redirect(r, session->has_factor ? "/login/code" : "/account/factor");
	typed_keep(r, session);
	return redirect(r, next);
}

/* Inside a form the language is changed by a submit, so that what was typed
 * stays: the form is shown again in the other language and nothing is done. */
static void switch_language(struct request *r)
{
	const char *code = field_value(&r->body, "language_switch");
	const struct language *language = code != NULL ? language_by_code(code) : NULL;

	if (language == NULL)
		return;
	r->switching = true;
	r->language = language->code;
	r->prefixed = language != language_at(0);
	language_choose(language->code);
}

/* Until the team has opened its public pages, and after it has closed them, all
 * of them say so and nothing else, whatever was asked. Who was filling in a form
 * keeps what they typed. Where nginx keeps a copy of an open page, this one takes
 * its place. */
static int not_open(struct request *r)
{
	if (r->method == GET && r->route != NULL && (r->route->is & FRESH) == 0
	    && r->query.count == 0)
		set_header(r, "X-Accel-Expires", PAGE_COPY_SECONDS);
	set_header(r, "Cache-Control", "no-store");
	if (origin_is_ours(r))
		typed_offer_again(r);
	return show_status(r, 404, "public/not_open.cs");
}

static bool is_open(struct request *r)
{
	const struct team *team = team_now(r->work);

	return team != NULL && team->opened_at != 0;
}

/* Files are stored while the form is read, before its page has a say. So what is
 * asked of a POST is asked here already; the token stands before the files in
 * all our forms. */
static const char *holder_of_files(struct request *r)
{
	struct session session;

	know_visitor(r, &session);
	if ((r->door == PUBLIC && !is_open(r))
	    || !may_enter(&r->work->actor, r->route->who) || !origin_is_ours(r)
	    || token_check(r, field_value(&r->body, "token")) != TOKEN_GOOD)
		return NULL;
	return r->route->holder(r);
}

void admit_body(struct request *r, struct gateway *gateway, struct db *db)
{
	struct upload *upload;

	if (r->route == NULL || r->route->holder == NULL) {
		request_read_body(r, gateway, r->route != NULL && r->route->small_file > 0
		    ? small_file_take : NULL, r);
		return;
	}
	upload = upload_open(r, db, holder_of_files);
	request_read_body(r, gateway, upload_take, upload);
	upload_close(upload);
}

/* Answered whether the team is open or not: what watches over the service, and looks,
 * which an administrator sees before anybody else. */
static bool is_always_there(const struct request *r)
{
	return r->route != NULL && (r->route->page == page_health || r->route->page == page_metrics
	    || r->route->page == file_looks);
}

int admit(struct request *r, struct session *session, bool other_method)
{
	if (r->door == PUBLIC && !is_always_there(r) && !is_open(r))
		return not_open(r);
	if (r->refused != PARSE_OK) {
		view_text(r, "error.reason", reason_of(r->refused));
		return refuse(r, status_of(r->refused));
	}
	know_visitor(r, session);
	if (r->route == NULL && (other_method || r->method == 0)) {
		set_header(r, "Allow", r->method == GET ? "POST" : "GET, HEAD");
		return refuse(r, 405);
	}
	if (r->route == NULL)
		return not_found(r);
	if (!may_enter(&r->work->actor, r->route->who))
		return r->work->actor.account_id != 0 ? forbidden(r) : ask_to_sign_in(r, session);
	if (r->method == POST && !(r->route->is & ONE_CLICK)) {
		if (!origin_is_ours(r))
			return refuse_form(r, "origin", false);
		switch (token_check(r, field_value(&r->body, "token"))) {
		case TOKEN_GOOD:    break;
		case TOKEN_EXPIRED: return refuse_form(r, "expired", true);
		case TOKEN_WRONG:   return refuse_form(r, "token", r->door == INSIDE);
		}
		switch_language(r);
	}
	/* Every moment on a page, and every day that is typed, is in the team's zone. */
	team_now(r->work);
	return r->route->page(r);
}
