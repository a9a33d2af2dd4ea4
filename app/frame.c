/* Pouring the frame: team, languages, visitor, token. */
#include "frame.h"

#include "domain/may.h"
#include "domain/team.h"
#include "looks.h"
#include "site.h"
#include "team_cache.h"
#include "web/encode.h"
#include "web/language.h"
#include "web/static_version.h"
#include "web/token.h"
#include "web/view.h"

/* "today 08:00 to 18:00", in the team's zone. */
static const char *hours_today(struct request *r, const struct team *team)
{
	const struct hours *hours = &team->hours;
	struct wall wall;
	const char *said = NULL;

	if (hours->span_count == 0)
		return t("day and night");
	wall_of(r->work->now, &wall);
	for (size_t i = 0; i < hours->span_count; i++) {
		const struct span *span = &hours->spans[i];
		const char *from_to;

		if (span->weekday != wall.weekday)
			continue;
		from_to = memory_printf(r->work->memory, "%02d:%02d–%02d:%02d", span->opens / 60,
		    span->opens % 60, span->closes / 60, span->closes % 60);
		said = said == NULL ? from_to : t_fill(r->work->memory, t("{hours}, {more}"),
		    "hours", said, "more", from_to, NULL);
	}
	if (said == NULL)
		return t("closed today");
	return t_fill(r->work->memory, t("today {hours} {zone}"), "hours", said,
	    "zone", wall.zone, NULL);
}

/* A logo is drawn at one height; a browser that knows its shape does not move what
 * stands beside it. */
static void pour_looks(struct request *r, const struct look *look)
{
	enum { HEIGHT = 36 };
	int64_t width;

	view_text(r, "site.looks", looks_sheet_name(r->work->memory, look));
	if (look->logo.digest == NULL)
		return;
	width = look->logo.width * HEIGHT / look->logo.height;
	view_text(r, "site.logo", logo_file_name(r->work->memory, &look->logo));
	view_number(r, "site.logo.width", width > 0 ? width : 1);
	view_number(r, "site.logo.height", HEIGHT);
}

static void pour_team(struct request *r, const struct team *team)
{
	const char *name = team_text(team, r->language, "name");

	view_text(r, "site.team.name", name != NULL ? name : team->name);
	view_text(r, "site.team.short", team->short_name);
	view_text(r, "site.team.phone", team->phone);
	view_text(r, "site.team.email", team->email);
	view_text(r, "site.team.emergency", team->emergency_phone);
	view_text(r, "site.team.emergency_text", team_text(team, r->language, "emergency"));
	view_text(r, "site.team.phone_hours", hours_today(r, team));
	view_flag(r, "site.team.phone_open", hours_open(&team->hours, r->work->now));
	view_flag(r, "site.demo", team->demo);
	pour_looks(r, &team->look);
}

static bool can_be_opened(const char *pattern)
{
	for (const struct route *route = site; route->path != NULL; route++)
		if (route->method == GET && text_is(route->path, pattern))
			return true;
	return false;
}

/* Where this page can be opened: what only takes a form ("/follow/ticket/write")
 * shows the page above it. */
static const char *own_address(const struct request *r)
{
	char *path = memory_text(r->work->memory, r->path), *pattern;

	if (r->method != POST || r->route == NULL)
		return path;
	pattern = memory_text(r->work->memory, r->route->path);
	while (pattern[0] != '\0' && !can_be_opened(pattern)) {
		*strrchr(pattern, '/') = '\0';
		*strrchr(path, '/') = '\0';
	}
	return path[0] != '\0' ? path : "/";
}

static void pour_languages(struct request *r)
{
	const struct language *now = language_now();
	struct place *languages = view_place(r, "languages");

	view_text(r, "lang.code", now->code);
	view_text(r, "lang.dir", now->right_to_left ? "rtl" : "ltr");
	for (size_t i = 0; i < language_count(); i++) {
		const struct language *language = language_at(i);
		struct place *place = place_row(r, languages, i);

		place_text(r, place, "code", language->code);
		place_text(r, place, "name", language->name);
		place_flag(r, place, "current", language == now);
		if (i > 0)
			place_text(r, place, "prefix", memory_printf(r->work->memory, "/%s", language->code));
	}
}

/* What the frame shows to everybody, in this minute: whether the phone is
 * answered changes with the clock. */
static void pour_common(struct request *r)
{
	const struct team *team = db_failed(r->work->db) ? team_remembered() : team_now(r->work);
	uint64_t minute = (uint64_t)(r->work->now / MINUTE);
	/* Who we are is public when the team has said so. */
	bool named = team != NULL && !text_is_empty(team->short_name)
	    && (team->opened_at != 0 || r->work->actor.account_id != 0);

	if (!view_common_is_old(r, minute << 16 | (team_edition() & 0x7fff) << 1 | named))
		return;
	if (named)
		pour_team(r, team);
	else
		view_text(r, "site.team.short", "Belfry");
	pour_languages(r);
	view_text(r, "site.version", static_version_now());
	view_common_poured(r);
}

/* Where this page is in each language, behind the language's prefix: the home
 * page is "/" and "/fr". What it was asked for goes along: a filter, the way
 * back. */
static void pour_address(struct request *r)
{
	const char *address = own_address(r), *query = "";

	if (r->method == GET && r->query.count > 0)
		query = memory_printf(r->work->memory, "?%s", encode_fields(r->work->memory, &r->query));
	view_text(r, "page.path", r->path);
	view_text(r, "page.address", memory_printf(r->work->memory, "%s%s", address, query));
	view_text(r, "page.behind_prefix", memory_printf(r->work->memory, "%s%s",
	    text_is(address, "/") ? "" : address, query));
}

static void pour_visitor(struct request *r)
{
	const struct actor *actor = &r->work->actor;

	if (actor->account_id == 0)
		return;
	view_text(r, "user.name", actor->name);
	view_number(r, "user.id", actor->account_id);
	view_flag(r, "user.staff", may_enter(actor, STAFF));
	view_flag(r, "user.lead", may_enter(actor, LEAD));
	view_flag(r, "user.admin", may_enter(actor, ADMINISTRATOR));
}

void frame_pour(struct request *r)
{
	pour_common(r);
	pour_address(r);
	pour_visitor(r);
	view_text(r, "page.number", r->number);
	view_text(r, "token", token_new(r));
}
