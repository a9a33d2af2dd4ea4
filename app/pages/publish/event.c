/* One event at the desk: how it stands, who answered what, and what is done with it. */
#include "pages/publish/events.h"

#include "base/settings.h"
#include "base/text.h"
#include "domain/guest.h"
#include "domain/may.h"
#include "formats/csv.h"
#include "site.h"
#include "web/encode.h"
#include "web/language.h"
#include "web/view.h"

enum { CSV_BYTES = 1024 * 1024 };

static const struct choice sure[] = {
	{ "yes", N_("Yes, tell everybody who did not say no") },
	{ NULL }
};
static const struct field call_off_form[] = {
	{ "sure", CHOICES, true, N_("Call the event off?"), .choices = sure,
	  .missing = N_("Say that you mean it"), .hint = N_("It cannot be taken back.") },
	{ NULL }
};

static const struct choice answers_said[] = {
	{ "yes", N_("Yes") }, { "maybe", N_("Maybe") }, { "no", N_("No") },
	{ "silent", N_("Not answered") },
	{ NULL }
};


/* Its page ------------------------------------------------------------------------ */

static const char *answer_asked(struct request *r)
{
	const char *asked = query_text(r, "answer");

	for (const struct choice *answer = answers_said; answer->value != NULL; answer++)
		if (text_is(answer->value, asked))
			return answer->value;
	return NULL;
}

static const char *answer_label(const char *answer)
{
	for (const struct choice *known = answers_said; known->value != NULL; known++)
		if (text_is(known->value, answer != NULL ? answer : "silent"))
			return known->label;
	return NULL;
}

static const char *address_of(struct request *r, int64_t id, const char *answer)
{
	return memory_printf(r->work->memory, "/desk/publish/events/%lld%s%s", (long long)id,
	    answer != NULL ? "?answer=" : "", answer != NULL ? answer : "");
}

/* Each number leads to its rows. */
static void pour_answers(struct request *r, const struct occasion *o, const struct answers *said,
	const char *chosen)
{
	const struct { const char *answer, *label; int64_t count; } filters[] = {
		{ NULL, N_("All who are invited"), said->invited },
		{ "yes", N_("Yes"), said->yes }, { "maybe", N_("Maybe"), said->maybe },
		{ "no", N_("No"), said->no }, { "silent", N_("Not answered"), said->silent },
	};

	for (size_t i = 0; i < sizeof filters / sizeof filters[0]; i++) {
		struct place *row = place_row(r, view_place(r, "answers"), i);

		place_text(r, row, "label", filters[i].label);
		place_number(r, row, "count", filters[i].count);
		place_flag(r, row, "chosen", text_is(filters[i].answer, chosen));
		place_text(r, row, "href", address_of(r, o->id, filters[i].answer));
	}
	view_number(r, "said.invited", said->invited);
	view_number(r, "said.people", said->people);
}

static void pour_guests(struct request *r, const struct occasion *o, const char *chosen)
{
	struct db_rows *rows = guests_page(r->work, o->id, chosen, query_number(r, "before", 0));
	struct place *guests = view_place(r, "guests");
	int64_t last = 0;

	for (size_t i = 0; i < GUEST_ROWS && db_next(rows); i++) {
		struct place *row = place_row(r, guests, i);

		last = db_get_int(rows, "id");
		place_number(r, row, "id", last);
		place_text(r, row, "email", db_get_text(rows, "email"));
		place_text(r, row, "answer", answer_label(db_get_text(rows, "answer")));
		place_number(r, row, "people", db_get_int(rows, "people"));
		place_text(r, row, "remark", db_get_text(rows, "remark"));
		place_moment(r, row, "answered_at", db_get_moment(rows, "answered_at"));
	}
	if (db_row_count(rows) > GUEST_ROWS)
		view_text(r, "page.older", memory_printf(r->work->memory, "%s%cbefore=%lld",
		    address_of(r, o->id, chosen), chosen != NULL ? '&' : '?', (long long)last));
}

static void pour_texts(struct request *r, const struct occasion *o)
{
	struct db_rows *rows = occasion_texts(r->work, o->id);

	for (size_t i = 0; db_next(rows); i++) {
		struct place *row = place_row(r, view_place(r, "texts"), i);
		const char *code = db_get_text(rows, "language");
		const struct language *language = language_by_code(code);

		place_text(r, row, "lang", code);
		place_text(r, row, "language", language != NULL ? language->name : code);
		place_text(r, row, "title", db_get_text(rows, "title"));
		place_text(r, row, "words", db_get_text(rows, "words"));
	}
}

static void pour_history(struct request *r, const struct occasion *o)
{
	struct db_rows *rows = occasion_history(r->work, o->id);

	for (size_t i = 0; db_next(rows); i++) {
		struct place *row = place_row(r, view_place(r, "history"), i);

		place_moment(r, row, "happened_at", db_get_moment(rows, "at"));
		place_text(r, row, "name", db_get_text(rows, "name"));
		place_text(r, row, "action", db_get_text(rows, "action"));
		place_text(r, row, "number", db_get_text(rows, "to_value"));
	}
}

static void pour_event(struct request *r, const struct occasion *o, const struct answers *said)
{
	const bool lead = may_enter(&r->work->actor, LEAD), on = occasion_is_on(r->work, o);
	const bool asks = on && o->answer_until > r->work->now;

	view_number(r, "event.id", o->id);
	view_text(r, "event.title", occasion_title(r->work, o->id, r->language));
	view_text(r, "event.place", o->place);
	view_moment(r, "event.starts_at", o->starts_at);
	view_moment(r, "event.ends_at", o->ends_at);
	view_moment(r, "event.answer_until", o->answer_until);
	view_number(r, "event.places", o->places);
	view_flag(r, "event.shown", o->shown);
	view_moment(r, "event.called_off_at", o->called_off_at);
	view_moment(r, "event.reminded_at", o->reminded_at);
	view_moment(r, "event.erased_at", o->erased_at);
	view_flag(r, "event.over", o->ends_at <= r->work->now);
	view_number(r, "event.kept_days", r->settings->guests_kept_days);
	view_flag(r, "may.change", lead && o->called_off_at == 0 && o->ends_at > r->work->now);
	view_flag(r, "may.invite", lead && asks && said->invited < GUESTS);
	view_flag(r, "may.remind", lead && asks && o->reminded_at == 0 && said->silent > 0);
	view_flag(r, "may.call_off", lead && on);
	view_flag(r, "may.remove", lead);
	view_flag(r, "mail.off", text_is_empty(r->settings->mail_host));
}

int show_occasion(struct request *r, int status)
{
	const char *chosen = answer_asked(r);
	struct answers said;
	struct occasion o;

	if (!occasion_by_id(r->work, path_number(r, "id"), &o))
		return not_found(r);
	occasion_answers(r->work, &o, &said);
	form_show(r, invite_form(r));
	form_set(r, "language", language_at(0)->code);
	form_show(r, call_off_form);
	pour_event(r, &o, &said);
	pour_texts(r, &o);
	pour_answers(r, &o, &said, chosen);
	pour_guests(r, &o, chosen);
	pour_history(r, &o);
	/* What became of a list of guests: numbers of the address, for its own reader. */
	view_number(r, "list.fresh", query_number(r, "fresh", -1));
	view_number(r, "list.before", query_number(r, "known", 0));
	view_number(r, "list.twice", query_number(r, "twice", 0));
	view_flag(r, "list.told", query_text(r, "fresh") != NULL);
	return status != 0 ? show_status(r, status, "publish/event.cs") : show(r, "publish/event.cs");
}

int page_publish_event(struct request *r)
{
	return show_occasion(r, 0);
}


/* What is done with it ------------------------------------------------------------ */

int to_occasion(struct request *r, int64_t id, const char *sentence)
{
	tell(r, sentence);
	return redirect(r, address_of(r, id, NULL));
}

int after_occasion(struct request *r, enum occasion_change change, const char *done)
{
	switch (change) {
	case OCCASION_DONE:
		return to_occasion(r, path_number(r, "id"), done);
	case OCCASION_STALE:
	case OCCASION_NOT_NOW:
		return to_occasion(r, path_number(r, "id"),
		    N_("That is not possible here. Nothing was changed."));
	case OCCASION_UNKNOWN:
		break;
	}
	return not_found(r);
}

int post_publish_event_remind(struct request *r)
{
	return after_occasion(r, occasion_remind(r->work, path_number(r, "id")),
	    N_("Those who have not answered get a reminder."));
}

int post_publish_event_call_off(struct request *r)
{
	if (!form_accept(r, call_off_form))
		return show_again(r, page_publish_event);
	return after_occasion(r, occasion_call_off(r->work, path_number(r, "id")),
	    N_("Called off. Everybody who did not say no hears of it by mail."));
}

static void add_guest(struct buffer *csv, struct db_rows *row)
{
	const moment answered = db_get_moment(row, "answered_at");

	csv_cell(csv, db_get_text(row, "email"), true);
	csv_cell(csv, db_get_text(row, "language"), false);
	csv_cell(csv, moment_iso(csv->memory, db_get_moment(row, "invited_at")), false);
	csv_cell(csv, db_get_text(row, "answer"), false);
	csv_cell(csv, db_get_text(row, "people"), false);
	csv_cell(csv, db_get_text(row, "remark"), false);
	csv_cell(csv, answered != 0 ? moment_iso(csv->memory, answered) : NULL, false);
	csv_end(csv);
}

int file_publish_event_answers(struct request *r)
{
	static const char *const columns[] = { "email", "language", "invited", "answer", "people",
		"remark", "answered" };
	struct db_rows *rows;
	struct buffer csv;
	struct occasion o;

	if (!occasion_by_id(r->work, path_number(r, "id"), &o))
		return not_found(r);
	buffer_open(&csv, r->memory, CSV_BYTES);
	for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
		csv_cell(&csv, columns[i], i == 0);
	csv_end(&csv);
	rows = guests_all(r->work, o.id);
	while (db_next(rows))
		add_guest(&csv, rows);
	set_header(r, "Content-Disposition", encode_disposition(r->work->memory,
	    memory_printf(r->work->memory, "event-%lld.csv", (long long)o.id)));
	return send_text(r, "text/csv; charset=utf-8", buffer_text(&csv));
}
