/* The announcement that the team begins its work: written, approved, taken back. */
#include "domain/announcement.h"

#include "base/settings.h"
#include "base/text.h"
#include "pages/choices.h"
#include "site.h"
#include "team_cache.h"
#include "web/language.h"
#include "web/view.h"

enum { DAYS_AHEAD = 3 * 366 };

static const char page[] = "/desk/publish/announcement";

static const struct field sponsor_field = {
	"sponsor", TEXT, true, N_("Who announces it"),
	N_("As it stands under the text: the ministry, authority or person behind the team."),
	N_("Say who announces it"), .max = ANNOUNCEMENT_SPONSOR, .straight = true,
};
static const struct field day_field = {
	"out", TEXT, .label = N_("From when on everybody may read it"),
	.hint = N_("Day and time where the team is, as in 2026-11-30 08:00. Empty: as soon as it is approved. Not"
	    " before the public pages are open."), .max = 40, .literal = true,
};
static const struct field version_field = {
	"version", NUMBER, .hidden = true, .max = 1000000000, .label = N_("Version"),
};

static const struct field approve_form[] = {
	{ "why", LINES, .label = N_("Why nobody else approves it"),
	  .hint = N_("You wrote some of it. The reason is kept and shown here."),
	  .max = ANNOUNCEMENT_REASON },
	{ "version", NUMBER, .hidden = true, .max = 1000000000, .label = N_("Version") },
	{ NULL }
};

static const struct choice actions[] = {
	{ "written", N_("It was written") },
	{ "approved", N_("It was approved") },
	{ "approved_alone", N_("Its writer approved it without a second person") },
	{ "taken_back", N_("It was taken back") },
	{ "released", N_("It was put out") },
	{ NULL }
};

static const char *name_of(struct request *r, const char *part, const char *language)
{
	return memory_printf(r->memory, "%s_%s", part, language);
}

static const char *in_language(struct request *r, const char *label, const char *name)
{
	return t_fill(r->memory, t(label), "language", name, NULL);
}

static const struct field *form_of(struct request *r)
{
	struct field *form = memory_array(r->memory, struct field, 2 * language_count() + 4);
	size_t count = 0;

	form[count++] = sponsor_field;
	form[count++] = day_field;
	for (size_t i = 0; i < language_count(); i++) {
		const struct language *language = language_at(i);

		form[count++] = (struct field){
			.name = name_of(r, "title", language->code), .kind = TEXT, .required = i == 0,
			.label = in_language(r, N_("Title in {language}"), language->name),
			.missing = N_("Enter a title"), .max = ANNOUNCEMENT_TITLE, .straight = true,
		};
		form[count++] = (struct field){
			.name = name_of(r, "body", language->code), .kind = LINES, .required = i == 0,
			.label = in_language(r, N_("Text in {language}"), language->name),
			.missing = N_("Enter the text"), .max = ANNOUNCEMENT_BODY, .straight = true,
		};
	}
	form[count] = version_field;
	return form;
}


/* What we propose ------------------------------------------------------------------- */

static const char *title_proposed(struct request *r, const struct team *team, const char *name)
{
	return t_fill(r->memory, t("{country} has a team for cyber incidents: {team}"), "country",
	    team->country, "team", name, NULL);
}

static const char *body_proposed(struct request *r, const struct team *team)
{
	const char *code = language_now()->code, *mission = team_text(team, code, "mission");
	const char *whom = team_text(team, code, "constituency");
	struct buffer said;

	buffer_open(&said, r->memory, 4 * ANNOUNCEMENT_BODY);
	buffer_printf(&said, "%s", t_fill(r->memory, t("From today on {team} helps when a computer, an"
	    " account or a network has been attacked, and coordinates the answer."), "team",
	    team->short_name, NULL));
	if (mission != NULL)
		buffer_printf(&said, "\n\n%s", mission);
	if (whom != NULL)
		buffer_printf(&said, "\n\n%s\n%s", t("Whom we serve"), whom);
	buffer_printf(&said, "\n\n%s\n%s%s", t("How to report an incident:"), r->settings->address,
	    language_path(r->memory, code, "/report"));
	if (!text_is_empty(team->phone))
		buffer_printf(&said, "\n%s", team->phone);
	return buffer_text(&said);
}

/* In each language, from what the team has said of itself; nobody has to keep it. */
static void show_proposed(struct request *r, const struct team *team)
{
	const char *here = r->language;

	for (size_t i = 0; i < language_count(); i++) {
		const char *code = language_at(i)->code, *name;

		language_choose(code);
		name = team_text(team, code, "name") != NULL ? team_text(team, code, "name") : team->name;
		form_set(r, name_of(r, "title", code), title_proposed(r, team, name));
		form_set(r, name_of(r, "body", code), body_proposed(r, team));
	}
	language_choose(here);
	form_set(r, "sponsor", team_text(team, here, "sponsor"));
}


/* What there is ------------------------------------------------------------------------ */

static void show_written(struct request *r, const struct announcement *a)
{
	struct db_rows *rows = announcement_words(r->work);

	form_set(r, "sponsor", a->sponsor);
	form_set(r, "out", moment_to_type(r->memory, a->out_at));
	while (db_next(rows)) {
		const char *language = db_get_text(rows, "language");

		if (language_by_code(language) == NULL)
			continue;
		form_set(r, name_of(r, "title", language), db_get_text(rows, "title"));
		form_set(r, name_of(r, "body", language), db_get_text(rows, "body"));
	}
}

/* As it is now, above a form that was not taken; and for those who do not change it. */
static void pour_words(struct request *r, const char *under)
{
	struct db_rows *rows = announcement_words(r->work);
	struct place *list = view_place(r, under);

	for (size_t n = 0; db_next(rows); n++) {
		struct place *row = place_row(r, list, n);
		const struct language *language = language_by_code(db_get_text(rows, "language"));

		place_text(r, row, "label", language != NULL ? language->name : db_get_text(rows, "language"));
		place_text(r, row, "lang", db_get_text(rows, "language"));
		place_text(r, row, "title", db_get_text(rows, "title"));
		place_text(r, row, "body", db_get_text(rows, "body"));
		place_text(r, row, "value", memory_printf(r->memory, "%s\n\n%s", db_get_text(rows, "title"),
		    db_get_text(rows, "body")));
	}
}

static void pour_state(struct request *r, const struct announcement *a)
{
	struct db_rows *rows = announcement_history(r->work);
	const struct team *team = team_now(r->work);

	view_text(r, "announcement.state", a->state != NULL ? a->state : "none");
	view_text(r, "announcement.sponsor", a->sponsor);
	view_moment(r, "announcement.out_at", a->out_at);
	view_text(r, "announcement.approver", a->approver);
	view_moment(r, "announcement.approved_at", a->approved_at);
	view_text(r, "announcement.reason", a->reason);
	view_flag(r, "announcement.own", a->is_writer);
	view_flag(r, "announcement.late", text_is(a->state, "approved") && a->out_at <= r->work->now);
	view_flag(r, "closed", team == NULL || team->opened_at == 0);
	for (size_t n = 0; db_next(rows); n++) {
		struct place *row = place_row(r, view_place(r, "history"), n);

		place_text(r, row, "said", choice_label(actions, db_get_text(rows, "action")));
		place_text(r, row, "name", db_get_text(rows, "name"));
		place_moment(r, row, "at", db_get_moment(rows, "happened_at"));
	}
}

int page_publish_announcement(struct request *r)
{
	struct announcement a;

	announcement_read(r->work, &a);
	pour_state(r, &a);
	pour_words(r, "words");
	form_show(r, approve_form);
	view_number(r, "part.version", form_version(r, a.version, false));
	return show(r, "publish/announcement.cs");
}

static int show_edit(struct request *r, bool stale)
{
	const struct team *team = team_now(r->work);
	struct announcement a;

	announcement_read(r->work, &a);
	if (text_is(a.state, "out")) {
		tell(r, N_("It is out. Take it back before you change it."));
		return redirect(r, page);
	}
	pour_state(r, &a);
	form_show(r, form_of(r));
	view_number(r, "part.version", form_version(r, a.version, stale));
	view_flag(r, "stale", stale);
	if (a.state != NULL)
		show_written(r, &a);
	else if (team != NULL)
		show_proposed(r, team);
	if (!stale)
		return show(r, "publish/announcement_form.cs");
	pour_words(r, "theirs");
	form_keep(r);
	return show_status(r, 409, "publish/announcement_form.cs");
}

int page_publish_announcement_edit(struct request *r)
{
	return show_edit(r, false);
}


/* Changing it ---------------------------------------------------------------------------- */

static bool read_day(struct request *r, moment *at)
{
	*at = r->work->now;
	if (form_text(r, "out") == NULL)
		return true;
	if (moment_typed(text_ascii_digits(r->memory, form_text(r, "out")), at)
	    && *at < r->work->now + DAYS_AHEAD * (moment)DAY)
		return true;
	form_complain(r, "out", N_("Write a day and a time as in 2026-11-30 08:00"));
	return false;
}

static const struct announcement_text *read_texts(struct request *r)
{
	struct announcement_text *texts = memory_array(r->memory, struct announcement_text,
	    language_count());

	for (size_t i = 0; i < language_count(); i++) {
		const char *code = language_at(i)->code;

		texts[i] = (struct announcement_text){ code, form_text(r, name_of(r, "title", code)),
			form_text(r, name_of(r, "body", code)) };
		if (texts[i].title == NULL && texts[i].body != NULL)
			form_complain(r, name_of(r, "title", code),
			    N_("There is a text in this language. Enter a title too"));
		if (texts[i].title != NULL && texts[i].body == NULL)
			form_complain(r, name_of(r, "body", code),
			    N_("There is a title in this language. Enter a text too"));
	}
	return texts;
}

static int after(struct request *r, enum announcement_change change, const char *sentence)
{
	switch (change) {
	case ANNOUNCEMENT_DONE:
		tell(r, sentence);
		return redirect(r, page);
	case ANNOUNCEMENT_NOT_NOW:
		tell(r, N_("That is not possible here. Nothing was changed."));
		return redirect(r, page);
	case ANNOUNCEMENT_OWN:
		form_complain(r, "why", N_("Say why nobody else approves it"));
		return show_again(r, page_publish_announcement);
	case ANNOUNCEMENT_STALE:
		tell(r, N_("Somebody changed it meanwhile. Read it as it is now."));
		return redirect(r, page);
	case ANNOUNCEMENT_UNKNOWN:
		break;
	}
	return not_found(r);
}

int post_publish_announcement_edit(struct request *r)
{
	const struct announcement_text *texts;
	enum announcement_change change;
	moment at;

	if (!form_accept(r, form_of(r)))
		return show_again(r, page_publish_announcement_edit);
	texts = read_texts(r);
	if (!read_day(r, &at) || !form_is_good(r))
		return show_again(r, page_publish_announcement_edit);
	change = announcement_save(r->work, form_number(r, "version"), form_text(r, "sponsor"), at,
	    texts, language_count());
	return change == ANNOUNCEMENT_STALE ? show_edit(r, true)
	    : after(r, change, N_("Saved. Another lead approves it now."));
}

int post_publish_announcement_approve(struct request *r)
{
	if (!form_accept(r, approve_form))
		return show_again(r, page_publish_announcement);
	return after(r, announcement_approve(r->work, form_number(r, "version"), form_text(r, "why")),
	    N_("Approved. It is put out when its time has come."));
}

int post_publish_announcement_take_back(struct request *r)
{
	if (!form_accept(r, approve_form))
		return show_again(r, page_publish_announcement);
	return after(r, announcement_take_back(r->work, form_number(r, "version")),
	    N_("Taken back. Nobody reads it any more, and it can be changed."));
}
