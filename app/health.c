/* For those who watch over the service: is this door well, and what does it do.
 * Machines read both; there is no page and no language. */
#include "base/settings.h"
#include "database.h"
#include "domain/outbox.h"
#include "domain/queue.h"
#include "doors.h"
#include "site.h"
#include "web/budget.h"
#include "web/counters.h"

#ifndef BELFRY_VERSION
#define BELFRY_VERSION "0.1"
#endif

enum { METRICS_BYTES = 64 * 1024 };

static int say(struct request *r, int status, const char *type, const char *text)
{
	set_header(r, "Cache-Control", "no-store");
	send_text(r, type, text);
	return status;
}

int page_health(struct request *r)
{
	return database_is_well(r->settings, r->work)
	    ? say(r, 200, "text/plain; charset=utf-8", "well\n")
	    : say(r, 503, "text/plain; charset=utf-8",
	          "not well: the database is away or does not fit; the log says which\n");
}

/* The machine itself, and nobody for whom a proxy speaks. */
static bool is_from_here(const struct request *r)
{
	return !r->forwarded && (text_starts(r->address != NULL ? r->address : "", "127.")
	    || text_is(r->address, "::1"));
}

static void print_door(struct buffer *out, const struct request *r)
{
	const char *door = door_name(r->door);
	struct counters_seen seen;

	counters_see(&seen);
	buffer_printf(out, "# TYPE belfry_build_info gauge\n"
	    "belfry_build_info{door=\"%s\",version=\"%s\"} 1\n", door, BELFRY_VERSION);
	buffer_add(out, "# TYPE belfry_requests_total counter\n");
	for (int i = 0; i < COUNTERS_CLASSES; i++)
		buffer_printf(out, "belfry_requests_total{door=\"%s\",class=\"%dxx\"} %llu\n", door,
		    i + 1, (unsigned long long)seen.answered[i]);
	buffer_add(out, "# TYPE belfry_request_seconds histogram\n");
	for (int i = 0; i < COUNTERS_BOUNDS; i++)
		buffer_printf(out, "belfry_request_seconds_bucket{door=\"%s\",le=\"%g\"} %llu\n", door,
		    counters_bounds[i], (unsigned long long)seen.up_to[i]);
	buffer_printf(out, "belfry_request_seconds_bucket{door=\"%s\",le=\"+Inf\"} %llu\n"
	    "belfry_request_seconds_sum{door=\"%s\"} %.6f\n"
	    "belfry_request_seconds_count{door=\"%s\"} %llu\n", door,
	    (unsigned long long)seen.requests, door, seen.seconds, door,
	    (unsigned long long)seen.requests);
	buffer_printf(out, "# TYPE belfry_workers gauge\nbelfry_workers{door=\"%s\"} %lld\n"
	    "# TYPE belfry_workers_busy gauge\nbelfry_workers_busy{door=\"%s\"} %u\n", door,
	    (long long)(r->door == PUBLIC ? r->settings->public_workers
	    : r->settings->inside_workers), door, seen.busy);
	buffer_printf(out, "# TYPE belfry_database_failures_total counter\n"
	    "belfry_database_failures_total{door=\"%s\"} %llu\n"
	    "# TYPE belfry_database_retries_total counter\n"
	    "belfry_database_retries_total{door=\"%s\"} %llu\n", door,
	    (unsigned long long)seen.counts[COUNT_FAILURES], door,
	    (unsigned long long)seen.counts[COUNT_RETRIES]);
}

static void print_gauge(struct buffer *out, const char *name, int64_t value)
{
	buffer_printf(out, "# TYPE belfry_%s gauge\nbelfry_%s %lld\n", name, name,
	    (long long)value);
}

/* What only this door knows. Counts of rows end where lists end to count; a
 * database that is away is one number less, not an error. */
static void print_own(struct buffer *out, struct request *r)
{
	struct queue_counts queue = { 0 };
	struct outbox_counts outbox = { 0 };
	int64_t used, most;

	if (r->door == PUBLIC) {
		budget_used(r->work->now, &used, &most);
		print_gauge(out, "reports_this_hour", used);
		print_gauge(out, "reports_an_hour_before_held", most);
		return;
	}
	queue_count(r->work, &queue);
	outbox_count(r->work, &outbox);
	print_gauge(out, "database_up", !db_failed(r->work->db));
	if (db_failed(r->work->db))
		return;
	print_gauge(out, "tickets_open", queue.open);
	print_gauge(out, "tickets_without_owner", queue.nobody);
	print_gauge(out, "tickets_late", queue.late);
	print_gauge(out, "tickets_held", queue.held);
	print_gauge(out, "mail_waiting", outbox.waiting);
	print_gauge(out, "mail_given_up", outbox.given_up);
	print_gauge(out, "mail_oldest_waiting_seconds", outbox.oldest_seconds);
}

int page_metrics(struct request *r)
{
	struct buffer out;

	if (!is_from_here(r))
		return not_found(r);
	buffer_open(&out, r->memory, METRICS_BYTES);
	print_door(&out, r);
	print_own(&out, r);
	database_forgive(r->work);
	return say(r, 200, "text/plain; version=0.0.4; charset=utf-8", buffer_text(&out));
}
