/* The pages that stand: home, contact, about, privacy, guidelines, what we can
 * protect, accessibility, vulnerability. They show the team as this process
 * remembers it. */
#include "site.h"

#include "base/settings.h"
#include "base/text.h"
#include "domain/announcement.h"
#include "domain/printed.h"
#include "domain/taxonomy.h"
#include "pages/advisory.h"
#include "pages/choices.h"
#include "pages/questions.h"
#include "pages/reporting.h"
#include "web/weekdays.h"
#include "team_cache.h"
#include "web/language.h"
#include "web/view.h"

static void pour_hours(struct request *r, const struct team *team)
{
	for (int day = 1; day <= 7; day++) {
		bool any = false;

		view_text(r, memory_printf(r->work->memory, "team.hours.%d.day", day),
		    t(weekday_name(day)));
		for (size_t i = 0; i < team->hours.span_count; i++) {
			const struct span *span = &team->hours.spans[i];

			if (span->weekday != day)
				continue;
			any = true;
			view_text(r, memory_printf(r->work->memory, "team.hours.%d.spans.%zu.opens", day, i),
			    memory_printf(r->work->memory, "%02d:%02d", span->opens / 60, span->opens % 60));
			view_text(r, memory_printf(r->work->memory, "team.hours.%d.spans.%zu.closes", day, i),
			    memory_printf(r->work->memory, "%02d:%02d", span->closes / 60, span->closes % 60));
		}
		view_flag(r, memory_printf(r->work->memory, "team.hours.%d.closed", day),
		    !any && team->hours.span_count > 0);
	}
}

static void pour_team(struct request *r)
{
	const struct team *team = team_now(r->work);

	if (team == NULL)
		return;
	view_text(r, "team.about", team_text(team, r->language, "about"));
	view_text(r, "team.vulnerability_scope", team_text(team, r->language, "vulnerability_scope"));
	view_text(r, "team.vulnerability_promise",
	    team_text(team, r->language, "vulnerability_promise"));
	view_text(r, "team.safe_harbour", team_text(team, r->language, "safe_harbour"));
	view_text(r, "team.help_yes", team_text(team, r->language, "help_yes"));
	view_text(r, "team.help_no", team_text(team, r->language, "help_no"));
	view_text(r, "team.mission", team_text(team, r->language, "mission"));
	view_text(r, "team.constituency", team_text(team, r->language, "constituency"));
	view_text(r, "team.authority", team_text(team, r->language, "authority"));
	view_text(r, "team.sponsor", team_text(team, r->language, "sponsor"));
	view_text(r, "team.country", team->country);
	view_text(r, "team.address", team->address);
	view_text(r, "team.privacy_contact", team->privacy_contact);
	view_text(r, "team.complaint_body", team->complaint_body);
	view_number(r, "team.retention", team->retention_months);
	if (!text_is_empty(r->settings->mail_host))
		view_number(r, "mail.kept_days", r->settings->mail_kept_days);
	for (size_t i = 0; i < team->hotline_count; i++) {
		const char *under = memory_printf(r->work->memory, "team.hotlines.%zu", i);

		view_text(r, memory_printf(r->work->memory, "%s.name", under), team->hotlines[i].name);
		view_text(r, memory_printf(r->work->memory, "%s.phone", under), team->hotlines[i].phone);
		view_text(r, memory_printf(r->work->memory, "%s.note", under), team->hotlines[i].note);
	}
	pour_hours(r, team);
}

static int page_kept(struct request *r, const char *template)
{
	same_for_everybody(r);
	pour_team(r);
	return show(r, template);
}

/* What is going on, as it was remembered with the team. */
static void pour_headlines(struct request *r, const struct team *team)
{
	const struct headline *chosen[HEADLINES];
	const size_t count = headlines_in(&team->headlines, r->language, chosen);
	struct place *list = view_place(r, "advisories");

	for (size_t i = 0; i < count; i++) {
		struct place *row = place_row(r, list, i);

		place_text(r, row, "reference", chosen[i]->reference);
		place_text(r, row, "title", chosen[i]->title);
		place_text(r, row, "lang", chosen[i]->language);
		place_text(r, row, "kind", choice_label(advisory_kinds, chosen[i]->kind));
		place_text(r, row, "severity", chosen[i]->severity);
		place_text(r, place_under(r, row, "severity"), "label",
		    choice_label(advisory_severities, chosen[i]->severity));
		place_flag(r, row, "withdrawn", chosen[i]->withdrawn);
		place_moment(r, row, "first_at", chosen[i]->first_at);
	}
}

int page_home(struct request *r)
{
	const struct team *team = team_now(r->work);

	if (team != NULL)
		pour_headlines(r, team);
	if (team != NULL && team->announced_at + ANNOUNCEMENT_DAYS * DAY > r->work->now)
		view_text(r, "announced_by", team->announced_by);
	return page_kept(r, "public/home.cs");
}

int page_contact(struct request *r)
{
	return page_kept(r, "public/contact.cs");
}

int page_about(struct request *r)
{
	return page_kept(r, "public/about.cs");
}

int page_threat_model(struct request *r)
{
	return page_kept(r, "public/threat_model.cs");
}

static const struct choice examples[] = {
	{ "urgent", N_("Work that people depend on has stopped.") },
	{ "high", N_("Locked files, a break-in, data that were stolen, a service that is down.") },
	{ "normal", N_("A suspicious message, a virus, an account in other hands.") },
	{ "low", N_("A question, or something that is only for our information.") },
	{ NULL }
};

static void pour_priorities(struct request *r)
{
	struct db_rows *rows = priorities_promised(r->work);
	struct place *priorities = view_place(r, "priorities");

	for (size_t n = 0; db_next(rows); n++) {
		struct place *place = place_row(r, priorities, n);

		place_text(r, place, "label", db_get_text(rows, "label"));
		place_text(r, place, "example", choice_label(examples, db_get_text(rows, "name")));
		place_text(r, place, "within", length_in_hours(r->work->memory,
		    db_get_int(rows, "answer_minutes")));
		place_flag(r, place, "around_the_clock", db_get_bool(rows, "around_the_clock"));
	}
}

static struct printed_name flyer_in(const char *language)
{
	return (struct printed_name){ .kind = "flyer", .language = language };
}

int page_guidelines(struct request *r)
{
	const struct printed_name flyer = flyer_in(r->language);

	pour_priorities(r);
	view_flag(r, "flyer", printed_exists(r->work, &flyer, r->language));
	return page_kept(r, "public/guidelines.cs");
}

int file_flyer(struct request *r)
{
	const struct printed_name flyer = flyer_in(r->language);
	struct printed printed;

	if (!printed_file(r->work, &flyer, language_at(0)->code, &printed))
		return not_found(r);
	return send_published(r, "application/pdf", printed.bytes, printed.size);
}

int page_privacy(struct request *r)
{
	return page_kept(r, "public/privacy.cs");
}

int page_accessibility(struct request *r)
{
	return page_kept(r, "public/accessibility.cs");
}

int page_vulnerability(struct request *r)
{
	/* It has a form: its token is for one visitor. */
	say_why_again(r);
	pour_team(r);
	return show(r, "public/vulnerability.cs");
}

int page_report_start(struct request *r)
{
	return page_kept(r, "public/report_start.cs");
}
