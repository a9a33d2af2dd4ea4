/* An event: written and changed. */
#include "pages/publish/events.h"

#include "base/text.h"
#include "site.h"
#include "web/language.h"
#include "web/view.h"

enum { YEARS_AHEAD = 3 };

static const struct choice shown[] = {
	{ "yes", N_("Everybody, on the public page of events") },
	{ NULL }
};

static const struct field own_fields[] = {
	{ "place", TEXT, true, N_("Where"), .hint = N_("An address and a room, or how to join from afar."),
	  .missing = N_("Say where it is"), .max = OCCASION_PLACE, .straight = true },
	{ "starts", TEXT, true, N_("Begins"),
	  .hint = N_("Day and time where the team is, as in 2026-11-30 08:00."),
	  .missing = N_("Say when it begins"), .max = 40, .literal = true },
	{ "ends", TEXT, true, N_("Ends"), .missing = N_("Say when it ends"), .max = 40, .literal = true },
	{ "until", TEXT, true, N_("Answers until"),
	  .hint = N_("Who has answered by then can change the answer until the event begins."),
	  .missing = N_("Say until when you need the answers"), .max = 40, .literal = true },
	{ "places", NUMBER, .label = N_("Places"), .hint = N_("Empty: for all who come."), .min = 1,
	  .max = OCCASION_PLACES },
	{ "shown", CHOICES, .label = N_("Who reads of it, besides those who are invited"),
	  .choices = shown },
};
enum { OWN_FIELDS = sizeof own_fields / sizeof own_fields[0] };

static const struct field version = {
	"version", NUMBER, .hidden = true, .max = 1000000000, .label = N_("Version"),
};

static const char *name_of(struct request *r, const char *part, const char *language)
{
	return memory_printf(r->work->memory, "%s_%s", part, language);
}

static const char *in_language(struct request *r, const char *label, const char *name)
{
	return t_fill(r->work->memory, t(label), "language", name, NULL);
}

/* Its own fields, then title and words in each language; the title in the first one
 * has to be there. */
static const struct field *event_form(struct request *r)
{
	struct field *form = memory_array(r->work->memory, struct field,
	    OWN_FIELDS + 2 * language_count() + 2);
	size_t count = 0;

	for (size_t i = 0; i < OWN_FIELDS; i++)
		form[count++] = own_fields[i];
	for (size_t i = 0; i < language_count(); i++) {
		const struct language *language = language_at(i);

		form[count++] = (struct field){
			.name = name_of(r, "title", language->code), .kind = TEXT, .required = i == 0,
			.label = in_language(r, N_("Title in {language}"), language->name),
			.missing = N_("Enter a title"), .max = OCCASION_TITLE, .straight = true,
		};
		form[count++] = (struct field){
			.name = name_of(r, "words", language->code), .kind = LINES,
			.label = in_language(r, N_("What happens there, in {language}"), language->name),
			.max = OCCASION_WORDS, .straight = true,
		};
	}
	form[count] = version;
	return form;
}

static bool read_time(struct request *r, const char *field, moment *at)
{
	if (moment_typed(text_ascii_digits(r->work->memory, form_text(r, field)), at)
	    && *at < r->work->now + YEARS_AHEAD * 366 * (moment)DAY)
		return true;
	form_complain(r, field, N_("Write a day and a time as in 2026-11-30 08:00"));
	return false;
}

static bool read_times(struct request *r, struct occasion *o)
{
	bool good = read_time(r, "starts", &o->starts_at);

	good = read_time(r, "ends", &o->ends_at) && good;
	good = read_time(r, "until", &o->answer_until) && good;
	if (!good)
		return false;
	if (o->starts_at <= r->work->now)
		form_complain(r, "starts", N_("That is over. An event begins later than now"));
	if (o->ends_at <= o->starts_at)
		form_complain(r, "ends", N_("It ends before it begins"));
	if (o->answer_until > o->starts_at)
		form_complain(r, "until", N_("That is after the event has begun"));
	return form_is_good(r);
}

static const struct occasion_text *read_texts(struct request *r)
{
	struct occasion_text *texts = memory_array(r->work->memory, struct occasion_text,
	    language_count());

	for (size_t i = 0; i < language_count(); i++) {
		const char *code = language_at(i)->code;

		texts[i] = (struct occasion_text){ code, form_text(r, name_of(r, "title", code)),
			form_text(r, name_of(r, "words", code)) };
		if (texts[i].title == NULL && texts[i].words != NULL)
			form_complain(r, name_of(r, "title", code),
			    N_("There is a text in this language. Enter a title too"));
	}
	return texts;
}

static bool read_event(struct request *r, struct occasion *o, const struct occasion_text **texts)
{
	*o = (struct occasion){
		.place = form_text(r, "place"), .places = form_number(r, "places"),
		.shown = form_has(r, "shown", "yes"), .version = form_number(r, "version"),
	};
	*texts = read_texts(r);
	return read_times(r, o) && form_is_good(r);
}

int page_publish_event_new(struct request *r)
{
	form_show(r, event_form(r));
	form_set(r, "version", "0");
	return show(r, "publish/event_form.cs");
}

int post_publish_event_new(struct request *r)
{
	const struct occasion_text *texts;
	struct occasion o;

	if (!form_accept(r, event_form(r)) || !read_event(r, &o, &texts))
		return show_again(r, page_publish_event_new);
	return to_occasion(r, occasion_add(r->work, &o, texts, language_count()),
	    N_("Saved. Now you can invite people."));
}

static void show_texts(struct request *r, int64_t id)
{
	struct db_rows *rows = occasion_texts(r->work, id);

	while (db_next(rows)) {
		const char *language = db_get_text(rows, "language");

		if (language_by_code(language) == NULL)
			continue;
		form_set(r, name_of(r, "title", language), db_get_text(rows, "title"));
		form_set(r, name_of(r, "words", language), db_get_text(rows, "words"));
	}
}

static void pour_theirs(struct request *r, const struct occasion *o)
{
	const void *memory = r->work->memory;
	const struct { const char *label, *value; } theirs[] = {
		{ N_("Title"), occasion_title(r->work, o->id, r->language) },
		{ N_("Where"), o->place },
		{ N_("Begins"), moment_said(memory, o->starts_at) },
		{ N_("Ends"), moment_said(memory, o->ends_at) },
		{ N_("Answers until"), moment_said(memory, o->answer_until) },
	};

	for (size_t i = 0; i < sizeof theirs / sizeof theirs[0]; i++) {
		struct place *row = place_row(r, view_place(r, "theirs"), i);

		place_text(r, row, "label", theirs[i].label);
		place_text(r, row, "value", theirs[i].value);
	}
}

/* `stale`: somebody was faster. */
static int show_edit(struct request *r, bool stale)
{
	const void *memory = r->work->memory;
	struct occasion o;

	if (!occasion_by_id(r->work, path_number(r, "id"), &o))
		return not_found(r);
	form_show(r, event_form(r));
	form_set(r, "place", o.place);
	form_set(r, "starts", moment_to_type(memory, o.starts_at));
	form_set(r, "ends", moment_to_type(memory, o.ends_at));
	form_set(r, "until", moment_to_type(memory, o.answer_until));
	if (o.places != 0)
		form_set(r, "places", memory_printf(memory, "%lld", (long long)o.places));
	form_set_choices(r, "shown", o.shown ? "yes" : "");
	show_texts(r, o.id);
	view_number(r, "event.id", o.id);
	view_number(r, "part.version", form_version(r, o.version, stale));
	view_flag(r, "stale", stale);
	if (!stale)
		return show(r, "publish/event_form.cs");
	pour_theirs(r, &o);
	form_keep(r);
	return show_status(r, 409, "publish/event_form.cs");
}

int page_publish_event_edit(struct request *r)
{
	return show_edit(r, false);
}

int post_publish_event_edit(struct request *r)
{
	const struct occasion_text *texts;
	enum occasion_change change;
	struct occasion o;
	bool told;

	if (!form_accept(r, event_form(r)) || !read_event(r, &o, &texts))
		return show_again(r, page_publish_event_edit);
	o.id = path_number(r, "id");
	change = occasion_save(r->work, &o, texts, language_count(), &told);
	if (change == OCCASION_STALE)
		return show_edit(r, true);
	return after_occasion(r, change, told
	    ? N_("Saved. Guests who did not say no hear of the new time or place by mail.")
	    : N_("Saved."));
}
