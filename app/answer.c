/* The life of a request: what is general happens here, once, before and after
 * the page's own function. */
#include "answer.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/digest.h"
#include "base/log.h"
#include "base/text.h"
#include "domain/kept_form.h"
#include "domain/session.h"
#include "frame.h"
#include "site.h"
#include "team_cache.h"
#include "upload.h"
#include "web/counters.h"
#include "web/encode.h"
#include "web/language.h"
#include "web/token.h"
#include "web/view.h"

enum answer_limit {
	ATTEMPTS          = 3,             /* at a deadlock or a lost connection */
	KEPT_FIELDS_BYTES = 2 * PARSE_TEXT_BYTES,   /* of a form offered again: all */
};

static bool is_number(const char *text, size_t size)
{
	return size > 0 && size <= 18 && strspn(text, "0123456789") >= size;
}

static bool is_word(const char *text, size_t size)
{
	return size > 0 && size <= 100 && strspn(text, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") >= size;
}

/* Does the path fit the pattern? Fills the request's parameters. `:id` is a
 * number; any other name a word. */
static bool path_fits(struct request *r, const char *pattern)
{
	const char *path = r->path;
	size_t count = 0;

	for (;;) {
		size_t pattern_size = strcspn(pattern, "/"), size = strcspn(path, "/");

		if (*pattern == ':') {
			bool good = strncmp(pattern, ":id", pattern_size) == 0
			    ? is_number(path, size) : is_word(path, size);

			if (!good || count == REQUEST_PARAMETERS)
				return false;
			r->parameter_names[count] = memory_text_of(r->memory, pattern + 1, pattern_size - 1);
			r->parameters[count++] = memory_text_of(r->memory, path, size);
		} else if (pattern_size != size || strncmp(pattern, path, size) != 0) {
			return false;
		}
		pattern += pattern_size;
		path += size;
		if (*pattern == '\0' || *path == '\0')
			return *pattern == *path;
		pattern++;
		path++;
	}
}

/* The row of the site map, or NULL; `other_method` is then true where the
 * address exists with the other one. A row of the other door does not exist
 * here. */
static const struct route *find_route(struct request *r, bool *other_method)
{
	*other_method = false;
	for (const struct route *route = site; route->path != NULL; route++) {
		memset(r->parameter_names, 0, sizeof r->parameter_names);
		if (route->door != r->door || !path_fits(r, route->path))
			continue;
		if (route->method == r->method)
			return route;
		*other_method = true;
	}
	return NULL;
}

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

/* What was typed goes back to its writer in hidden fields of the error page,
 * to be sent again with one press. Passwords and codes do not. */
static void keep_fields(struct request *r)
{
	size_t size = 0, n = 0;

	if (r->method != POST || r->body.count == 0)
		return;
	for (size_t i = 0; i < r->body.count; i++) {
		const struct field_value *field = &r->body.list[i];
		const char *under;

		if (text_is(field->name, "token") || strstr(field->name, "password") != NULL
		    || text_is(field->name, "code") || text_is(field->name, "secret"))
			continue;
		size += strlen(field->name) + strlen(field->value);
		if (size > KEPT_FIELDS_BYTES)
			return;
		under = memory_printf(r->work->memory, "kept.%zu", n++);
		view_text(r, memory_printf(r->work->memory, "%s.name", under), field->name);
		view_text(r, memory_printf(r->work->memory, "%s.value", under), field->value);
	}
	view_text(r, "error.action", r->path);
	view_flag(r, "error.retry", true);
}

static int refuse_form(struct request *r, const char *reason, bool offer_again)
{
	view_text(r, "error.reason", reason);
	if (offer_again)
		keep_fields(r);
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

/* A filter of a list is part of its address. */
static const char *with_query(const struct request *r, const char *path)
{
	return r->query.count == 0 ? path : memory_printf(r->memory, "%s?%s", path,
	    encode_fields(r->memory, &r->query));
}

/* To the sign-in page, and back here afterwards. What was typed into a form
 * whose session has ended waits for its owner. */
static int ask_to_sign_in(struct request *r, const struct session *session)
{
	const char *next = r->method == GET && !text_is(r->path, "/logout")
	    ? memory_printf(r->work->memory, "/login?next=%s",
	        encode_part(r->work->memory, with_query(r, r->path))) : "/login";
	const char *kept = NULL;

	if (r->half)
		return redirect(r, session->has_factor ? "/login/code" : "/account/factor");
	if (r->method == POST && session->state == SESSION_EXPIRED && origin_is_ours(r))
		kept = kept_form_put(r->work, session->actor.account_id, r->path,
		    encode_fields(r->work->memory, &r->body));
	if (kept != NULL) {
		set_cookie(r, "belfry_kept", kept, KEPT_FORM_ENDS);
		tell(r, N_("You were signed out because nothing happened for a while."
		    " What you wrote is kept: sign in to send it."));
	}
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

static bool has_copy(const struct route *route)
{
	return route != NULL && (route->page == page_home || route->page == page_contact
	    || route->page == page_privacy || route->page == page_accessibility
	    || route->page == page_report_start || route->page == page_report_who);
}

/* Until the team has opened its public pages, and after it has closed them, all
 * of them say so and nothing else, whatever was asked. Who was filling in a form
 * keeps what they typed. Where nginx keeps a copy of an open page, this one takes
 * its place. */
static int not_open(struct request *r)
{
	if (r->method == GET && has_copy(r->route) && r->query.count == 0)
		set_header(r, "X-Accel-Expires", PAGE_COPY_SECONDS);
	set_header(r, "Cache-Control", "no-store");
	if (origin_is_ours(r))
		keep_fields(r);
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

static void read_body(struct request *r, struct gateway *gateway, struct db *db)
{
	struct upload *upload;

	if (r->route == NULL || r->route->holder == NULL) {
		request_read_body(r, gateway, NULL, NULL);
		return;
	}
	upload = upload_open(r, db, holder_of_files);
	request_read_body(r, gateway, upload_take, upload);
	upload_close(upload);
}

/* What watches over the service is answered whether the team is open or not. */
static bool is_for_machines(const struct request *r)
{
	return r->route != NULL && (r->route->page == page_health || r->route->page == page_metrics);
}

static int decide(struct request *r, struct session *session, bool other_method)
{
	if (r->door == PUBLIC && !is_for_machines(r) && !is_open(r))
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
	if (r->method == POST) {
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

/* A page that says what happened, drawn without the database. */
static void answer_failure(struct request *r, struct db *db)
{
	bool away = db_is_away(db), unknown = db_is_unknown(db);
	const char *session = memory_text(r->memory, r->session);

	db_rollback(db);
	memory_end(r->work);
	r->work = work_begin(db, true);
	r->session = session;      /* its form token opens the next try */
	request_begin_again(r);
	db_give_up(db);
	keep_fields(r);
	view_flag(r, "error.retry", away);
	view_flag(r, "error.unknown", unknown);
	if (away)
		set_header(r, "Retry-After", "10");
	r->status = refuse(r, away ? 503 : 500);
	if (r->answer == NULL) {
		r->status = send_text(r, "text/plain; charset=utf-8",
		    unknown ? "This page cannot be shown now. Look again in a minute: what you sent"
		    " may have been saved.\n"
		    : "This page cannot be shown now. Nothing was changed. Try again in a minute.\n");
		r->status = away ? 503 : 500;
	}
	db_rollback(db);
}

/* One attempt at the whole work. True when there is an answer to send. */
static bool attempt(struct request *r, struct db *db, struct session *session, bool other_method,
	bool last)
{
	r->work = work_begin(db, r->method != POST);
	request_begin_again(r);
	r->session = NULL;
	r->status = decide(r, session, other_method);
	if (!db_failed(db) && r->status < 400 && db_commit(db))
		return true;
	if (!db_failed(db) && r->status >= 400) {
		db_rollback(db);
		return true;
	}
	counters_add(COUNT_FAILURES);
	if (db_worth_retrying(db) && !last) {
		log_note("the work is done again");
		counters_add(COUNT_RETRIES);
		db_rollback(db);
		memory_end(r->work);
		return false;
	}
	answer_failure(r, db);
	return true;
}

/* Nothing, or ":8080". */
static bool is_port(const char *text)
{
	return *text == '\0' || (*text == ':' && text[1] != '\0' && strlen(text) <= 6
	    && strspn(text + 1, "0123456789") == strlen(text + 1));
}

static bool host_is_ours(const struct request *r)
{
	const char *hosts = r->settings->hosts, *host = r->host;
	size_t size;

	if (host == NULL)
		return false;
	size = strcspn(host, ":");
	while (*hosts != '\0') {
		size_t one = strcspn(hosts, ", ");

		if (one == size && strncasecmp(hosts, host, size) == 0)
			return is_port(host + size);
		hosts += one;
		hosts += strspn(hosts, ", ");
	}
	return false;
}

static void answer_plain(struct request *r, int status, const char *text)
{
	send_text(r, "text/plain; charset=utf-8", text);
	r->status = status;
}

/* A path, which was decoded when it came, as an address. */
static const char *encoded_path(const void *memory, const char *path)
{
	struct buffer address;

	buffer_open(&address, memory, 4 * PARSE_PATH_BYTES);
	while (*path != '\0') {
		size_t size = strcspn(path, "/");

		buffer_add(&address, encode_part(memory, memory_text_of(memory, path, size)));
		path += size;
		if (*path != '\0') {
			buffer_add(&address, "/");
			path++;
		}
	}
	return buffer_text(&address);
}

/* "/en/report" where English is the language without a prefix, and "/report/":
 * one page, one address. */
static const char *better_address(struct request *r)
{
	size_t size = strlen(r->path);
	bool is_first = r->prefixed && r->language == language_at(0)->code;
	bool is_open = size > 1 && r->path[size - 1] == '/';
	const char *prefix = "";

	if (r->method != GET || (!is_first && !is_open))
		return NULL;
	if (r->prefixed && !is_first)
		prefix = memory_printf(r->memory, "/%s", r->language);
	return memory_printf(r->memory, "%s%s", prefix, encoded_path(r->memory,
	    memory_text_of(r->memory, r->path, size - is_open)));
}

/* Pages are nobody else's: what a cache between us keeps would mix languages
 * and people. */
static void finish_headers(struct request *r)
{
	for (size_t i = 0; i < r->header_count; i++)
		if (text_is(r->headers[i].name, "Cache-Control"))
			return;
	set_header(r, "Cache-Control", r->door == INSIDE || r->method == POST
	    || r->header_count > 0 || cookie(r, "belfry_draft") != NULL
	    || cookie(r, "belfry_follow") != NULL || r->status != 200 ? "no-store" : "no-cache");
}

static int64_t microseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

void answer(struct gateway *gateway, void *data)
{
	struct house *house = data;
	void *memory = memory_root("request");
	struct request *r = memory_new(memory, struct request);
	struct session session = { 0 };
	int64_t begun = microseconds();
	bool other_method = false;
	const char *better;

	counters_begin();
	request_read(r, memory, gateway, house->settings, house->door);
	log_request(r->number);
	r->frame = frame_pour;
	language_choose(r->language);
	better = better_address(r);
	if (!host_is_ours(r)) {
		answer_plain(r, 421, "This server does not answer for that name.\n");
	} else if (better != NULL && r->refused == PARSE_OK) {
		set_header(r, "Location", with_query(r, better));
		r->answer = "";
		r->status = 301;
	} else {
		r->route = find_route(r, &other_method);
		if (r->method == POST)
			read_body(r, gateway, house->db);
		for (int i = 1; !attempt(r, house->db, &session, other_method, i == ATTEMPTS); i++)
			;
	}
	finish_headers(r);
	request_answer(r, gateway);
	counters_answered(r->status, microseconds() - begun);
	log_note("%s %s %d %.1f ms %u statements account %lld",
	    r->method == POST ? "POST" : r->head ? "HEAD" : "GET",
	    r->route != NULL ? r->route->path : "-", r->status,
	    (double)(microseconds() - begun) / 1000, db_statements(house->db),
	    r->work != NULL ? (long long)r->work->actor.account_id : 0);
	if (r->work != NULL)
		memory_end(r->work);
	team_publish();
	if (session.state == SESSION_LIVE)
		session_touch(house->db, &session);
	log_request("");
	memory_end(memory);
}

void answer_between(void *data)
{
	struct house *house = data;

	team_cache_watch(house->db);
}
