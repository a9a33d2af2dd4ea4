/* Advisories at the desk: the list, and writing them. */
#include "site.h"

#include <string.h>

#include "base/text.h"
#include "formats/facts.h"
#include "pages/advisory.h"
#include "pages/sectors.h"
#include "pages/choices.h"
#include "pages/publish/advisory.h"
#include "pages/publish/advisory_form.h"
#include "team_cache.h"
#include "web/language.h"
#include "web/view.h"


/* The list ----------------------------------------------------------------------- */

static void pour_place(struct request *r, size_t n, const char *value, const char *label,
	const char *chosen)
{
	struct place *row = place_row(r, view_place(r, "filters.state"), n);

	place_text(r, row, "label", label);
	place_flag(r, row, "chosen", text_is(value, chosen));
	place_text(r, row, "href", value == NULL ? "/desk/publish/advisories"
	    : memory_printf(r->work->memory, "/desk/publish/advisories?state=%s", value));
	if (text_is(value, "review"))
		place_number(r, row, "count", advisories_in_review(r->work));
	if (text_is(value, "afterwards"))
		place_number(r, row, "count", advisories_unseen(r->work));
}

/* Returns the id of the last one. */
static int64_t pour_lines(struct request *r, struct db_rows *rows)
{
	struct place *lines = view_place(r, "advisories");
	int64_t last = 0;

	for (size_t i = 0; i < ADVISORY_ROWS && db_next(rows); i++) {
		struct place *row = place_row(r, lines, i);
		const char *severity = db_get_text(rows, "severity"), *state = db_get_text(rows, "state");

		place_text(r, row, "reference", db_get_text(rows, "reference"));
		place_text(r, row, "title", db_get_text(rows, "title"));
		place_text(r, row, "kind", choice_label(advisory_kinds, db_get_text(rows, "kind")));
		place_text(r, row, "severity", severity);
		place_text(r, place_under(r, row, "severity"), "label",
		    choice_label(advisory_severities, severity));
		place_text(r, row, "state", state);
		place_text(r, place_under(r, row, "state"), "label",
		    db_get_bool(rows, "asked") ? N_("To be withdrawn, if somebody agrees")
		    : text_is(state, "published") && db_get_bool(rows, "waiting") ? N_("Scheduled")
		    : choice_label(advisory_states, state));
		place_number(r, row, "number", db_get_int(rows, "number"));
		place_moment(r, row, "changed_at", db_get_moment(rows, "changed_at"));
		last = db_get_int(rows, "id");
	}
	return last;
}

int page_publish_advisories(struct request *r)
{
	const char *state = choice_known(advisory_states, query_text(r, "state"));
	struct db_rows *rows = advisory_list(r->work, state, query_number(r, "below", 0));
	int64_t last = pour_lines(r, rows);

	pour_place(r, 0, NULL, N_("All"), state);
	for (size_t i = 0; advisory_states[i].value != NULL; i++)
		pour_place(r, i + 1, advisory_states[i].value, advisory_states[i].label, state);
	if (db_row_count(rows) > ADVISORY_ROWS)
		view_text(r, "page.older", memory_printf(r->work->memory,
		    "/desk/publish/advisories?%s%s%sbelow=%lld", state != NULL ? "state=" : "",
		    state != NULL ? state : "", state != NULL ? "&" : "", (long long)last));
	view_flag(r, "narrowed", state != NULL);
	return show(r, "publish/advisories.cs");
}


/* A new one ---------------------------------------------------------------------- */

int page_publish_advisory_new(struct request *r)
{
	form_show(r, advisory_new_form(r));
	form_set(r, "tlp", "clear");
	form_set(r, "severity", "none");
	form_set(r, "language", language_at(0)->code);
	view_text(r, "writing.title", N_("A new advisory"));
	view_text(r, "writing.path", "/desk/publish/advisories/new");
	view_text(r, "writing.back", "/desk/publish/advisories");
	return show(r, "publish/advisory_form.cs");
}

int post_publish_advisory_new(struct request *r)
{
	const struct team *team = team_now(r->work);
	struct advisory_content content;
	struct advisory_text text;
	bool good;

	if (!form_accept(r, advisory_new_form(r)))
		return show_again(r, page_publish_advisory_new);
	good = advisory_read_text(r, &text);
	if (!advisory_read_content(r, &content, NULL) || !good)
		return show_again(r, page_publish_advisory_new);
	content.language = text.language = form_text(r, "language");
	tell(r, N_("Saved. Nobody outside sees it before it is published."));
	return to_advisory(r, advisory_begin(r->work, team != NULL ? team->code : "TEAM", &content, &text));
}


/* Changing one ------------------------------------------------------------------- */

static void pour_theirs(struct request *r, size_t *n, const char *label, const char *value)
{
	struct place *row;

	if (text_is_empty(value))
		return;
	row = place_row(r, view_place(r, "theirs"), (*n)++);
	place_text(r, row, "label", label);
	place_text(r, row, "value", value);
}

static size_t pour_their_text(struct request *r, const struct advisory_text *text)
{
	size_t n = 0;

	if (text == NULL)
		return 0;
	pour_theirs(r, &n, N_("Title"), text->title);
	pour_theirs(r, &n, N_("Summary"), text->summary);
	pour_theirs(r, &n, N_("Text"), text->body);
	return n;
}

static void pour_their_content(struct request *r, const struct advisory_content *content, size_t n)
{
	pour_theirs(r, &n, N_("Kind"), t(choice_label(advisory_kinds, content->kind)));
	if (content->severity != NULL)
		pour_theirs(r, &n, N_("Severity"), t(choice_label(advisory_severities, content->severity)));
	pour_theirs(r, &n, N_("Sharing"), text_upper(r->work->memory, content->tlp));
	pour_theirs(r, &n, N_("Sectors that it concerns"), sectors_said(r, content->sectors));
	pour_theirs(r, &n, N_("Weaknesses"), content->weaknesses);
	pour_theirs(r, &n, N_("Products"), content->products);
	pour_theirs(r, &n, N_("Links"), content->links);
}

static void pour_writing(struct request *r, const struct advisory *a, const char *title,
	const char *path, const char *language, bool stale)
{
	const struct language *shown = language_by_code(language);

	view_text(r, "writing.title", title);
	view_text(r, "writing.path", path);
	view_text(r, "writing.back", memory_printf(r->work->memory, "/desk/publish/advisories/%s",
	    a->reference));
	view_text(r, "writing.reference", a->reference);
	view_number(r, "writing.version", form_version(r, a->version, stale));
	view_text(r, "writing.lang", language);
	view_text(r, "writing.language", shown != NULL ? shown->name : language);
	view_flag(r, "writing.approved", text_is(a->state, "approved"));
	view_text(r, "writing.correction", a->reason);
	view_flag(r, "stale", stale);
}

static bool may_be_written(const struct advisory *a)
{
	return !text_is(a->state, "published") && !text_is(a->state, "withdrawn");
}

static int closed(struct request *r, const struct advisory *a)
{
	tell(r, N_("It is published. Begin a correction to change it."));
	return to_advisory(r, a->reference);
}

static int show_edit(struct request *r, bool stale)
{
	const struct advisory_text *text;
	struct advisory a;

	if (!advisory_find(r->work, advisory_asked(r), &a))
		return not_found(r);
	if (!may_be_written(&a))
		return closed(r, &a);
	text = advisory_text_in(&a, a.content.language);
	form_show(r, advisory_edit_form(r));
	advisory_show_content(r, &a.content);
	advisory_show_text(r, text);
	pour_writing(r, &a, N_("Write the advisory"), memory_printf(r->work->memory,
	    "/desk/publish/advisories/%s/edit", a.reference), a.content.language, stale);
	if (!stale)
		return show(r, "publish/advisory_form.cs");
	pour_their_content(r, &a.content, pour_their_text(r, text));
	form_keep(r);
	return show_status(r, 409, "publish/advisory_form.cs");
}

int page_publish_advisory_edit(struct request *r)
{
	return show_edit(r, false);
}

int post_publish_advisory_edit(struct request *r)
{
	struct advisory_content content;
	struct advisory_text text;
	enum advisory_change change;
	bool good;

	if (!form_accept(r, advisory_edit_form(r)))
		return show_again(r, page_publish_advisory_edit);
	good = advisory_read_text(r, &text);
	if (!advisory_read_content(r, &content, NULL) || !good)
		return show_again(r, page_publish_advisory_edit);
	change = advisory_save(r->work, advisory_asked(r), form_number(r, "version"), &content, &text);
	return change == ADVISORY_STALE ? show_edit(r, true)
	    : advisory_after(r, change, N_("Saved."));
}


/* A translation ------------------------------------------------------------------ */

static int show_text(struct request *r, bool stale)
{
	const char *language = path_word(r, "language");
	const struct advisory_text *text, *source;
	struct advisory a;

	if (language_by_code(language) == NULL || !advisory_find(r->work, advisory_asked(r), &a)
	    || text_is(language, a.content.language))
		return not_found(r);
	if (!may_be_written(&a))
		return closed(r, &a);
	text = advisory_text_in(&a, language);
	source = advisory_text_in(&a, a.content.language);
	form_show(r, advisory_text_form());
	if (text != NULL)
		advisory_show_text(r, text);
	pour_writing(r, &a, N_("Translate the advisory"), memory_printf(r->work->memory,
	    "/desk/publish/advisories/%s/texts/%s", a.reference, language), language, stale);
	view_flag(r, "writing.there", text != NULL && a.number == 0);
	view_text(r, "source.title", source->title);
	view_text(r, "source.summary", source->summary);
	view_text(r, "source.body", source->body);
	view_text(r, "source.lang", source->language);
	if (!stale)
		return show(r, "publish/advisory_form.cs");
	pour_their_text(r, text);
	form_keep(r);
	return show_status(r, 409, "publish/advisory_form.cs");
}

int page_publish_advisory_text(struct request *r)
{
	return show_text(r, false);
}

int post_publish_advisory_text(struct request *r)
{
	struct advisory_text text;
	enum advisory_change change;

	if (language_by_code(path_word(r, "language")) == NULL)
		return not_found(r);
	if (!form_accept(r, advisory_text_form()) || !advisory_read_text(r, &text))
		return show_again(r, page_publish_advisory_text);
	text.language = path_word(r, "language");
	change = advisory_translate(r->work, advisory_asked(r), form_number(r, "version"), &text);
	return change == ADVISORY_STALE ? show_text(r, true)
	    : advisory_after(r, change, N_("Saved."));
}

static const struct field remove_form[] = { ADVISORY_VERSION, { NULL } };

int post_publish_advisory_text_remove(struct request *r)
{
	const struct advisory_text none = { .language = path_word(r, "language") };

	if (language_by_code(none.language) == NULL)
		return not_found(r);
	if (!form_accept(r, remove_form))
		return show_again(r, page_publish_advisory_text);
	return advisory_after(r, advisory_translate(r->work, advisory_asked(r),
	    form_number(r, "version"), &none), N_("The translation was taken away."));
}
