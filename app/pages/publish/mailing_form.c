/* Writing a warning for a list: a new one, changing it, its text in another language. */
#include "pages/publish/mailings.h"

#include "base/text.h"
#include "domain/list.h"
#include "pages/advisory.h"
#include "pages/choices.h"
#include "pages/publish/advisory_form.h"
#include "pages/publish/lists.h"
#include "pages/sectors.h"
#include "pages/wordings.h"
#include "site.h"
#include "web/language.h"

enum { KIND_FIELDS = 5, FIELDS = 10 };

static const struct field kind_fields[KIND_FIELDS] = {
	{ "list", CHOICE, true, N_("List"), .missing = N_("Choose a list") },
	{ "tlp", CHOICE, true, N_("Sharing"), N_("Not stricter than the label of the list."),
	  .missing = N_("Choose a label"), .choices = list_labels },
	{ "kind", CHOICE, true, N_("Kind"), .missing = N_("Choose a kind"), .choices = advisory_kinds },
	{ "severity", CHOICE, true, N_("Severity"), .missing = N_("Choose how severe it is"),
	  .choices = advisory_severities_asked },
	{ "sectors", CHOICES, .label = N_("Sectors that it concerns"),
	  .hint = N_("None: it concerns everybody. Else it goes only to subscribers who chose one of these, or none."),
	  .choices = sectors },
};

static const struct field language_field = {
	"language", CHOICE, true, N_("Language it is written in"),
	.hint = N_("It can be translated later, and the other languages added one by one."),
	.missing = N_("Choose a language"),
};

static const struct field text_fields[] = {
	{ "title", TEXT, true, N_("Title"), N_("It is the subject of the mail."), N_("Enter a title"),
	  .max = MAILING_TITLE, .straight = true },
	{ "body", LINES, true, N_("Text"),
	  N_("Plain text, as the mail shows it. Say first what to do. Leave an empty line between paragraphs."),
	  N_("Enter the text"), .max = MAILING_BODY, .straight = true },
	MAILING_VERSION, { NULL }
};

static const struct choice *languages_offered(struct request *r)
{
	struct choice *languages = memory_array(r->work->memory, struct choice, language_count() + 1);

	for (size_t i = 0; i < language_count(); i++)
		languages[i] = (struct choice){ language_at(i)->code, language_at(i)->name };
	languages[language_count()] = (struct choice){ NULL };
	return languages;
}

/* Those that go on. */
static const struct choice *lists_offered(struct request *r)
{
	struct db_rows *row = lists_all(r->work, r->language, first_language());
	struct choice *lists = memory_array(r->work->memory, struct choice, LISTS + 1);
	size_t count = 0;

	while (db_next(row))
		if (db_get_moment(row, "ended_at") == 0)
			lists[count++] = (struct choice){ db_get_text(row, "id"),
				memory_printf(r->work->memory, "%s (%s)", t(db_get_text(row, "name")),
				    db_get_text(row, "label")) };
	lists[count] = (struct choice){ NULL };
	return lists;
}

static const struct field *mailing_form(struct request *r, bool new)
{
	struct field *form = memory_array(r->work->memory, struct field, FIELDS);
	size_t count = 0;

	for (size_t i = 0; i < KIND_FIELDS; i++)
		form[count++] = kind_fields[i];
	form[0].choices = lists_offered(r);
	if (new) {
		form[count] = language_field;
		form[count++].choices = languages_offered(r);
	}
	form[count++] = text_fields[0];
	form[count++] = text_fields[1];
	if (!new)
		form[count++] = text_fields[2];
	form[count] = (struct field){ NULL };
	return form;
}


/* What was typed ----------------------------------------------------------------- */

static bool read_text(struct request *r, const char *language, struct mailing_text *text)
{
	*text = (struct mailing_text){ language, form_text(r, "title"), form_text(r, "body") };
	return form_is_good(r);
}

static void read_content(struct request *r, struct mailing_content *content)
{
	int64_t list_id = 0;
	const bool rated = !text_is(form_text(r, "severity"), ADVISORY_UNRATED);

	text_number(form_text(r, "list"), 1, INT32_MAX, &list_id);
	*content = (struct mailing_content){ list_id, form_text(r, "tlp"), form_text(r, "kind"),
		rated ? form_text(r, "severity") : NULL, form_text(r, "sectors"),
		form_text(r, "language") };
}

/* What only the list knows, at its field. */
static bool complain(struct request *r, enum mailing_change change)
{
	if (change == MAILING_NO_LIST)
		form_complain(r, "list", N_("This list ended meanwhile. Choose another one"));
	else if (change == MAILING_TOO_STRICT)
		form_complain(r, "tlp", N_("The list does not carry this label. Choose another label or another list"));
	return !form_is_good(r);
}


/* A new one ---------------------------------------------------------------------- */

int page_publish_mailing_new(struct request *r)
{
	const struct field *form = mailing_form(r, true);

	form_show(r, form);
	form_set(r, "list", query_text(r, "list"));
	form_set(r, "severity", ADVISORY_UNRATED);
	form_set(r, "language", language_at(0)->code);
	view_flag(r, "no_lists", form[0].choices[0].value == NULL);
	view_text(r, "writing.title", N_("A new warning"));
	view_text(r, "writing.path", "/desk/publish/mailings/new");
	view_text(r, "writing.back", "/desk/publish/mailings");
	return show(r, "publish/mailing_form.cs");
}

int post_publish_mailing_new(struct request *r)
{
	enum mailing_change change;
	struct mailing_content content;
	struct mailing_text text;
	int64_t id = 0;

	if (!form_accept(r, mailing_form(r, true)) || !read_text(r, form_text(r, "language"), &text))
		return show_again(r, page_publish_mailing_new);
	read_content(r, &content);
	change = mailing_begin(r->work, &content, &text, &id);
	if (complain(r, change))
		return show_again(r, page_publish_mailing_new);
	if (change != MAILING_DONE)
		return forbidden(r);
	tell(r, N_("Saved. It goes to nobody before a lead sends it."));
	return redirect(r, mailing_path(r, id, ""));
}


/* Changing it -------------------------------------------------------------------- */

static void pour_theirs(struct request *r, size_t n, const char *label, const char *value)
{
	struct place *row = place_row(r, view_place(r, "theirs"), n);

	place_text(r, row, "label", label);
	place_text(r, row, "value", value);
}

static void pour_their_text(struct request *r, const struct mailing_text *text)
{
	pour_theirs(r, 0, N_("Title"), text != NULL ? text->title : t("Not translated yet"));
	pour_theirs(r, 1, N_("Text"), text != NULL ? text->body : t("Not translated yet"));
}

static void pour_their_content(struct request *r, const struct mailing *m)
{
	const struct mailing_content *c = &m->content;

	pour_theirs(r, 2, N_("List"), m->list);
	pour_theirs(r, 3, N_("Sharing"), text_upper(r->work->memory, c->tlp));
	pour_theirs(r, 4, N_("Kind"), t(choice_label(advisory_kinds, c->kind)));
	pour_theirs(r, 5, N_("Severity"), t(choice_label(advisory_severities_asked,
	    c->severity != NULL ? c->severity : ADVISORY_UNRATED)));
	pour_theirs(r, 6, N_("Sectors that it concerns"),
	    c->sectors[0] != '\0' ? sectors_said(r, c->sectors) : t("All"));
}

static int finish(struct request *r, const struct mailing *m, const char *title, const char *part,
	const char *language, bool stale)
{
	const struct language *shown = language_by_code(language);

	view_text(r, "writing.title", title);
	view_text(r, "writing.path", mailing_path(r, m->id, part));
	view_text(r, "writing.back", mailing_path(r, m->id, ""));
	view_number(r, "writing.id", m->id);
	view_number(r, "writing.version", form_version(r, m->version, stale));
	view_text(r, "writing.lang", language);
	view_text(r, "writing.language", shown != NULL ? shown->name : language);
	view_flag(r, "stale", stale);
	if (!stale)
		return show(r, "publish/mailing_form.cs");
	form_keep(r);
	return show_status(r, 409, "publish/mailing_form.cs");
}

static int closed(struct request *r, const struct mailing *m)
{
	tell(r, N_("It is no draft any more. Nothing was changed."));
	return redirect(r, mailing_path(r, m->id, ""));
}

static int show_edit(struct request *r, bool stale)
{
	const struct mailing_text *text;
	struct mailing m;

	if (!mailing_by_id(r->work, path_number(r, "id"), &m))
		return not_found(r);
	if (!text_is(m.state, "draft"))
		return closed(r, &m);
	text = mailing_text_in(&m, m.content.language);
	form_show(r, mailing_form(r, false));
	form_set(r, "list", memory_printf(r->work->memory, "%lld", (long long)m.content.list_id));
	form_set(r, "tlp", m.content.tlp);
	form_set(r, "kind", m.content.kind);
	form_set(r, "severity", m.content.severity != NULL ? m.content.severity : ADVISORY_UNRATED);
	form_set_choices(r, "sectors", m.content.sectors);
	form_set(r, "title", text->title);
	form_set(r, "body", text->body);
	if (stale) {
		pour_their_text(r, text);
		pour_their_content(r, &m);
	}
	return finish(r, &m, N_("Write the warning"), "/edit", m.content.language, stale);
}

int page_publish_mailing_edit(struct request *r)
{
	return show_edit(r, false);
}

int post_publish_mailing_edit(struct request *r)
{
	enum mailing_change change;
	struct mailing_content content;
	struct mailing_text text;
	struct mailing m;

	if (!mailing_by_id(r->work, path_number(r, "id"), &m))
		return not_found(r);
	if (!form_accept(r, mailing_form(r, false)) || !read_text(r, m.content.language, &text))
		return show_again(r, page_publish_mailing_edit);
	content = (struct mailing_content){ 0 };
	text_number(form_text(r, "list"), 1, INT32_MAX, &content.list_id);
	content.tlp = form_text(r, "tlp");
	content.kind = form_text(r, "kind");
	content.severity = text_is(form_text(r, "severity"), ADVISORY_UNRATED) ? NULL
	    : form_text(r, "severity");
	content.sectors = form_text(r, "sectors");
	change = mailing_save(r->work, m.id, form_number(r, "version"), &content, &text);
	if (complain(r, change))
		return show_again(r, page_publish_mailing_edit);
	return change == MAILING_STALE ? show_edit(r, true) : mailing_after(r, change, N_("Saved."));
}


/* In another language ------------------------------------------------------------ */

static const char *language_asked(struct request *r)
{
	const struct language *language = language_by_code(path_word(r, "language"));

	return language != NULL ? language->code : NULL;
}

static int show_text(struct request *r, bool stale)
{
	const char *language = language_asked(r);
	const struct mailing_text *text, *source;
	struct mailing m;

	if (language == NULL || !mailing_by_id(r->work, path_number(r, "id"), &m)
	    || text_is(language, m.content.language))
		return not_found(r);
	if (!text_is(m.state, "draft"))
		return closed(r, &m);
	text = mailing_text_in(&m, language);
	source = mailing_text_in(&m, m.content.language);
	form_show(r, text_fields);
	form_set(r, "title", text != NULL ? text->title : NULL);
	form_set(r, "body", text != NULL ? text->body : NULL);
	view_text(r, "source.title", source->title);
	view_text(r, "source.body", source->body);
	view_text(r, "source.lang", source->language);
	view_flag(r, "writing.there", text != NULL);
	if (stale)
		pour_their_text(r, text);
	return finish(r, &m, N_("Translate the warning"),
	    memory_printf(r->work->memory, "/texts/%s", language), language, stale);
}

int page_publish_mailing_text(struct request *r)
{
	return show_text(r, false);
}

int post_publish_mailing_text(struct request *r)
{
	enum mailing_change change;
	struct mailing_text text;
	struct mailing m;

	if (language_asked(r) == NULL || !mailing_by_id(r->work, path_number(r, "id"), &m)
	    || text_is(language_asked(r), m.content.language))
		return not_found(r);
	if (!form_accept(r, text_fields) || !read_text(r, language_asked(r), &text))
		return show_again(r, page_publish_mailing_text);
	change = mailing_translate(r->work, m.id, form_number(r, "version"), &text);
	return change == MAILING_STALE ? show_text(r, true) : mailing_after(r, change, N_("Saved."));
}

int post_publish_mailing_text_remove(struct request *r)
{
	const struct field form[] = { MAILING_VERSION, { NULL } };
	struct mailing_text text = { language_asked(r), NULL, NULL };
	struct mailing m;

	if (text.language == NULL || !mailing_by_id(r->work, path_number(r, "id"), &m)
	    || text_is(text.language, m.content.language))
		return not_found(r);
	if (!form_accept(r, form))
		return show_again(r, page_publish_mailing);
	return mailing_after(r, mailing_translate(r->work, m.id, form_number(r, "version"), &text),
	    N_("The translation was taken away."));
}
