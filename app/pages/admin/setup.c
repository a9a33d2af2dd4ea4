/* Setting up the team: what is there, what is missing, opening the public pages and
 * closing them. */
#include "pages/admin/setup_part.h"
#include "base/text.h"
#include "domain/duty.h"
#include "domain/may.h"
#include "domain/taxonomy.h"
#include "site.h"
#include "team_cache.h"
#include "web/language.h"
#include "web/view.h"

/* A row of the list: what the part says now, or that it is missing. */
static void pour_part(struct request *r, size_t n, const char *path, const char *title,
	bool missing, const char *said)
{
	const char *under = memory_printf(r->work->memory, "parts.%zu", n);

	view_text(r, memory_printf(r->work->memory, "%s.path", under),
	    memory_printf(r->work->memory, "/admin/setup/%s", path));
	view_text(r, memory_printf(r->work->memory, "%s.title", under), title);
	view_flag(r, memory_printf(r->work->memory, "%s.missing", under), missing);
	view_text(r, memory_printf(r->work->memory, "%s.said", under), said);
}

static const char *hours_said(struct request *r, const struct team *team, bool missing)
{
	unsigned open = 0, days = 0;

	if (missing)
		return NULL;
	if (team->hours.span_count == 0)
		return t("Day and night");
	for (size_t i = 0; i < team->hours.span_count; i++)
		open |= 1u << team->hours.spans[i].weekday;
	for (int day = 1; day <= 7; day++)
		days += (open >> day) & 1;
	return t_fill(r->work->memory, tn("{n} day a week", "{n} days a week", (long)days),
	    "n", memory_printf(r->work->memory, "%u", days), NULL);
}

static const char *counted(struct request *r, const char *sentence, long n)
{
	return t_fill(r->work->memory, sentence, "n",
	    memory_printf(r->work->memory, "%ld", n), NULL);
}

static const char *about_said(struct request *r, const struct team *team, const char *language)
{
	for (size_t i = 0; i < team->text_count; i++)
		if (text_is(team->texts[i].language, language)
		    && text_is(team->texts[i].name, "about"))
			return text_cut(r->work->memory, team->texts[i].value, 80);
	return NULL;
}

static const char *languages_said(struct request *r)
{
	struct buffer said;

	buffer_open(&said, r->work->memory, 400);
	for (size_t i = 0; i < language_count(); i++)
		buffer_printf(&said, "%s\u2068%s\u2069", i > 0 ? ", " : "", language_at(i)->name);
	return buffer_text(&said);
}

static const char *looks_said(struct request *r, const struct look *look)
{
	const char *logo = look->logo.digest != NULL ? t("The logo") : NULL;

	if (look->colour == NULL || logo == NULL)
		return look->colour != NULL ? look->colour : logo;
	return memory_printf(r->work->memory, "%s, %s", look->colour, logo);
}

/* Who gets a mail about a new report: chosen by the desk, and the way there is for
 * those who may go it. Nobody: also said beside the door. */
static void pour_duty(struct request *r, size_t n)
{
	const char *under = memory_printf(r->work->memory, "parts.%zu", n);
	const long told = (long)db_row_count(duty_all(r->work));

	view_text(r, memory_printf(r->work->memory, "%s.title", under), N_("Who hears of a report"));
	view_flag(r, memory_printf(r->work->memory, "%s.nobody", under), told == 0);
	view_flag(r, "setup.nobody_hears", told == 0);
	if (told > 0)
		view_text(r, memory_printf(r->work->memory, "%s.said", under),
		    counted(r, tn("{n} address", "{n} addresses", told), told));
	if (may_enter(&r->work->actor, STAFF))
		view_text(r, memory_printf(r->work->memory, "%s.path", under), "/desk/duty");
}

/* What pages that open say in the team's name, while nobody can read them yet. */
static void pour_promises(struct request *r, const struct team *team)
{
	const char *first = language_at(0)->code;
	struct db_rows *rows = priorities_promised(r->work);
	struct place *promises = view_place(r, "promises");

	for (size_t n = 0; db_next(rows); n++) {
		struct place *place = place_row(r, promises, n);

		place_text(r, place, "label", db_get_text(rows, "label"));
		place_text(r, place, "within", length_in_hours(r->work->memory,
		    db_get_int(rows, "answer_minutes")));
		place_flag(r, place, "around_the_clock", db_get_bool(rows, "around_the_clock"));
	}
	view_flag(r, "setup.own_promise",
	    !text_is_empty(team_text(team, first, "vulnerability_promise")));
	view_text(r, "setup.texts", memory_printf(r->work->memory, "/admin/setup/texts/%s", first));
}

static void pour_parts(struct request *r, const struct team *team, unsigned missing)
{
	size_t n = 0;

	pour_part(r, n++, "team", N_("The team"), missing & MISSING_TEAM, team->name);
	pour_part(r, n++, "contact", N_("How the team is reached"), missing & MISSING_CONTACT,
	    team->phone);
	pour_part(r, n++, "hours", N_("Opening hours"), missing & MISSING_HOURS,
	    hours_said(r, team, missing & MISSING_HOURS));
	pour_duty(r, n++);
	pour_part(r, n++, "hotlines", N_("Hotlines"), false, team->hotline_count == 0 ? NULL
	    : counted(r, tn("{n} hotline", "{n} hotlines", (long)team->hotline_count),
	    (long)team->hotline_count));
	pour_part(r, n++, "privacy", N_("Privacy"), missing & MISSING_PRIVACY,
	    team->retention_months == 0 ? NULL : counted(r,
	    tn("{n} month", "{n} months", (long)team->retention_months),
	    (long)team->retention_months));
	pour_part(r, n++, "languages", N_("Languages"), false, languages_said(r));
	pour_part(r, n++, "looks", N_("Colour and logo"), false, looks_said(r, &team->look));
	for (size_t i = 0; i < language_count(); i++, n++) {
		const struct language *language = language_at(i);

		pour_part(r, n, memory_printf(r->work->memory, "texts/%s", language->code),
		    N_("What the team says of itself"), i == 0 && (missing & MISSING_TEXTS),
		    about_said(r, team, language->code));
		view_text(r, memory_printf(r->work->memory, "parts.%zu.language", n), language->name);
		view_text(r, memory_printf(r->work->memory, "parts.%zu.lang", n), language->code);
	}
}

int page_setup(struct request *r)
{
	const struct team *team = setup_team_now(r);
	unsigned missing = setup_missing(r->work, team, language_at(0)->code);

	view_moment(r, "setup.opened_at", team->opened_at);
	view_number(r, "setup.missing", __builtin_popcount(missing));
	pour_parts(r, team, missing);
	if (missing == 0 && team->opened_at == 0)
		pour_promises(r, team);
	return show(r, "admin/setup.cs");
}

int post_setup_open(struct request *r)
{
	if (setup_open(r->work, language_at(0)->code)) {
		team_changes();
		tell(r, N_("The public pages are open. Within seconds everybody can read them and"
		    " report."));
	} else {
		tell(r, N_("The public pages stay closed: something is still missing."));
	}
	return redirect(r, "/admin/setup");
}

int page_setup_close(struct request *r)
{
	if (setup_team_now(r)->opened_at == 0)
		return redirect(r, "/admin/setup");
	return show(r, "admin/setup_close.cs");
}

int post_setup_close(struct request *r)
{
	setup_close(r->work);
	team_changes();
	tell(r, N_("The public pages are closed. The desk works as before."));
	return redirect(r, "/admin/setup");
}
