/* The life of a request: read, admitted, answered in one piece of work, tried again
 * where that helps, sent. */
#include "answer.h"

#include <time.h>

#include "address.h"
#include "admit.h"
#include "base/log.h"
#include "base/text.h"
#include "domain/session.h"
#include "frame.h"
#include "route.h"
#include "team_cache.h"
#include "typed.h"
#include "web/counters.h"
#include "web/language.h"
#include "web/view.h"

enum { ATTEMPTS = 3 };             /* at a deadlock or a lost connection */

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
	typed_offer_again(r);
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
	r->status = admit(r, session, other_method);
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

static void answer_plain(struct request *r, int status, const char *text)
{
	send_text(r, "text/plain; charset=utf-8", text);
	r->status = status;
}

/* Pages are nobody else's: what a cache between us keeps would mix languages
 * and people. */
static void finish_headers(struct request *r)
{
	for (size_t i = 0; i < r->header_count; i++)
		if (text_is(r->headers[i].name, "Cache-Control"))
			return;
	set_header(r, "Cache-Control", r->door == INSIDE || r->method == POST
	    || (r->route != NULL && (r->route->is & FRESH) != 0)
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
	team_cache_follow(house->db);
	request_read(r, memory, gateway, house->settings, house->door);
	log_request(r->number);
	r->frame = frame_pour;
	language_choose(r->language);
	better = address_better(r);
	if (!address_host_is_ours(r)) {
		answer_plain(r, 421, "This server does not answer for that name.\n");
	} else if (better != NULL && r->refused == PARSE_OK) {
		set_header(r, "Location", address_with_query(r, better));
		r->answer = "";
		r->status = 301;
	} else {
		r->route = route_find(r, &other_method);
		if (r->method == POST)
			admit_body(r, gateway, house->db);
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
