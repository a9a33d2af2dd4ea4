/* The flyer: one page of what the team says of itself, in each language that it
 * offers (R308). It is drawn anew when anything on it has changed. */
#include "jobs/print.h"

#include <string.h>

#include "base/digest.h"
#include "base/text.h"
#include "domain/service.h"
#include "domain/team.h"
#include "web/language.h"
#include "web/qr.h"
#include "web/view.h"
#include "web/weekdays.h"

enum { SERVICES = 12, WEEKDAYS = 7 };

/* Letters become smaller, down to what can still be read at arm's length. */
static const char *const sizes[] = { "large", "middle", "small", "smallest" };

/* The hours of a day in words: "08:00–12:00, 13:00–17:00". */
static const char *day_hours(const void *memory, const struct team *team, int day)
{
	struct buffer said;

	buffer_open(&said, memory, 1000);
	for (size_t i = 0; i < team->hours.span_count; i++) {
		const struct span *span = &team->hours.spans[i];

		if (span->weekday == day)
			buffer_printf(&said, "%s%02d:%02d\u2013%02d:%02d", said.size > 0 ? ", " : "",
			    span->opens / 60, span->opens % 60, span->closes / 60, span->closes % 60);
	}
	return buffer_text(&said);
}

/* Days in a row that are alike share a line; closed ones have none. */
static void pour_hours(struct request *r, const struct team *team)
{
	struct place *hours = view_place(r, "hours");
	size_t count = 0;

	for (int day = 1, last; day <= WEEKDAYS; day = last + 1) {
		const char *said = day_hours(r->memory, team, day);
		struct place *row;

		for (last = day; last < WEEKDAYS; last++)
			if (!text_is(said, day_hours(r->memory, team, last + 1)))
				break;
		if (said[0] == '\0')
			continue;
		row = place_row(r, hours, count++);
		place_text(r, row, "from", t(weekday_name(day)));
		if (last > day)
			place_text(r, row, "to", t(weekday_name(last)));
		place_text(r, row, "hours", said);
	}
}

static void pour_services(struct request *r)
{
	struct db_rows *rows = services_published(r->work, r->language, language_at(0)->code);
	struct place *services = view_place(r, "services");
	size_t count = 0;

	while (db_next(rows)) {
		if (!text_is(db_get_text(rows, "state"), "running"))
			continue;
		if (count < SERVICES)
			place_text(r, place_row(r, services, count), "label", db_get_text(rows, "label"));
		count++;
	}
	view_flag(r, "services_more", count > SERVICES);
}

/* What the team wrote, with its language where it is another. */
static void pour_words(struct request *r, const struct team *team, const char *name)
{
	const struct team_text *text = team_text_in(team, r->language, name);
	const char *under = memory_printf(r->memory, "flyer.%s", name);

	if (text == NULL)
		return;
	view_text(r, under, text->value);
	if (!text_is(text->language, r->language))
		view_text(r, memory_printf(r->memory, "%s.lang", under), text->language);
}

static const char *without_scheme(const char *address)
{
	const char *host = strstr(address, "://");

	return host != NULL ? host + strlen("://") : address;
}

static const char *place(const struct request *r, const char *path)
{
	return memory_printf(r->memory, "%s%s%s%s", r->settings->address, r->prefixed ? "/" : "",
	    r->prefixed ? r->language : "", path);
}

static void pour(struct request *r, const struct team *team)
{
	const char *name = team_text(team, r->language, "name");
	const char *report = place(r, "/report");

	view_text(r, "flyer.team", name != NULL ? name : team->name);
	view_text(r, "flyer.short", team->short_name);
	view_text(r, "flyer.phone", team->phone);
	if (!text_is(team->phone, team->emergency_phone))
		view_text(r, "flyer.emergency", team->emergency_phone);
	view_text(r, "flyer.email", team->email);
	view_text(r, "flyer.address", team->address);
	view_text(r, "flyer.report", without_scheme(report));
	view_text(r, "flyer.site", without_scheme(r->settings->address));
	view_text(r, "flyer.services", without_scheme(place(r, "/services")));
	view_text(r, "flyer.qr", qr_svg(r->memory, report));
	pour_words(r, team, "mission");
	pour_words(r, team, "constituency");
	pour_hours(r, team);
	pour_services(r);
}

/* Of everything on it but the day. */
static const char *source_of(struct request *r)
{
	size_t size;
	const char *html = view_render(r, "documents/flyer.cs", &size);

	return html == NULL ? NULL : digest_hex(r->memory, html, size);
}

/* On one page, or not at all. */
static void draw(struct request *r, const struct printed_name *name, const char *source)
{
	const moment now = r->work->now;

	view_text(r, "doc.day", day_said(r->memory, now));
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		view_text(r, "doc.size", sizes[i]);
		if (print_draw(r, "documents/flyer.cs", name, source, now, 1) != PRINT_LONG)
			return;
	}
	printed_failed(r->work, name, source, PRINTED_LONG);
}

bool print_flyer(struct work *w)
{
	const struct team *team = team_load(w, w->memory);

	if (!print_is_possible() || team == NULL || team->opened_at == 0)
		return false;
	language_offer(team->languages);
	for (size_t i = 0; i < language_count(); i++) {
		const struct printed_name name = { "flyer", 0, language_at(i)->code };
		struct request r;
		const char *source;

		print_begin(w, &r, name.language);
		pour(&r, team);
		source = source_of(&r);
		if (source == NULL || !printed_is_due(w, &name, source))
			continue;
		draw(&r, &name, source);
		break;
	}
	return false;
}
