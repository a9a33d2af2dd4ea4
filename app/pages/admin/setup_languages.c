/* Which languages the pages are offered in, and which comes first. */
#include "pages/admin/setup_part.h"

#include <string.h>

#include "base/text.h"
#include "site.h"
#include "team_cache.h"
#include "web/language.h"
#include "web/view.h"

enum { LANGUAGES = 16, CODES_BYTES = 60 };

/* Those that are installed; filled for each page. */
static struct choice installed[LANGUAGES + 1];

static const struct field languages_form[] = {
	{ "offered", CHOICES, true, N_("Languages of the pages"),
	  .hint = N_("Those that the team can answer in. Others can be added later."),
	  .missing = N_("Choose at least one language"), .choices = installed },
	{ "first", CHOICE, true, N_("The first language"),
	  .hint = N_("Who comes without choosing one reads this. Its addresses are the short ones, and"
	      " a text that is missing elsewhere is shown in it."),
	  .missing = N_("Choose the first language"), .choices = installed },
	SETUP_VERSION,
	{ NULL }
};

/* Where a catalogue is not complete, what is missing in it is read in English. */
static const char *progress_said(struct request *r, const struct language *language)
{
	const size_t done = language_sentences(language), all = language_sentences_most();

	if (done >= all)
		return NULL;
	return t_fill(r->memory, t("{done} of {all} sentences are translated; the others are in"
	    " English."), "done", memory_printf(r->memory, "%zu", done), "all",
	    memory_printf(r->memory, "%zu", all), NULL);
}

static void fill_installed(struct request *r)
{
	const size_t count = language_installed() < LANGUAGES ? language_installed() : LANGUAGES;

	for (size_t i = 0; i < count; i++)
		installed[i] = (struct choice){ language_installed_at(i)->code,
			language_installed_at(i)->name, progress_said(r, language_installed_at(i)) };
	installed[count] = (struct choice){ NULL };
}

/* What is offered now, also where the team never said. */
static const char *languages_value(struct request *r, const struct team *team, const char *field)
{
	struct buffer codes;

	(void)team;
	if (text_is(field, "first"))
		return language_at(0)->code;
	buffer_open(&codes, r->work->memory, CODES_BYTES);
	for (size_t i = 0; i < language_count(); i++)
		buffer_printf(&codes, "%s%s", i > 0 ? "," : "", language_at(i)->code);
	return buffer_text(&codes);
}

static const struct setup_part languages_part = {
	"languages", "languages", N_("Languages"), NULL, languages_form, languages_value,
};

int page_setup_languages(struct request *r)
{
	fill_installed(r);
	return setup_show(r, &languages_part);
}

/* The first one, then the others as they were installed. */
static const char *codes_chosen(struct request *r)
{
	const char *first = form_text(r, "first");
	struct buffer codes;

	buffer_open(&codes, r->work->memory, CODES_BYTES);
	buffer_add(&codes, first);
	for (const struct choice *choice = installed; choice->value != NULL; choice++)
		if (!text_is(choice->value, first) && form_has(r, "offered", choice->value))
			buffer_printf(&codes, ",%s", choice->value);
	return buffer_text(&codes);
}

/* Visitors who came in the first language find what the team says of itself. */
static bool can_be_first(struct request *r)
{
	const struct team *team = setup_team_now(r);

	return team->opened_at == 0
	    || !(setup_missing(r->work, team, form_text(r, "first")) & MISSING_TEXTS);
}

/* The list of parts, in the language of the visitor while there is one: its
 * address may be another now. */
static int go_back(struct request *r, const char *codes)
{
	const char *path = "/admin/setup";

	r->prefixed = false;
	if (form_has(r, "offered", r->language) && !text_starts(codes, r->language))
		path = memory_printf(r->work->memory, "/%s%s", r->language, path);
	return setup_saved(r, path);
}

int post_setup_languages(struct request *r)
{
	enum setup_change change;
	const char *codes;

	fill_installed(r);
	if (!form_accept(r, languages_form))
		return show_again(r, page_setup_languages);
	if (!form_has(r, "offered", form_text(r, "first"))) {
		form_complain(r, "first", N_("Choose the first language among those of the pages"));
		return show_again(r, page_setup_languages);
	}
	if (!can_be_first(r)) {
		form_complain(r, "first", N_("Write what the team says of itself in this language, before"
		    " it becomes the first one"));
		return show_again(r, page_setup_languages);
	}
	codes = codes_chosen(r);
	change = setup_languages(r->work, form_number(r, "version"), codes);
	return change == SETUP_SAVED ? go_back(r, codes) : setup_after(r, &languages_part, change);
}
