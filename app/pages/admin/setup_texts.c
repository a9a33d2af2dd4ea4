/* Setting up the team: what it says of itself, language by language. */
#include "pages/admin/setup_part.h"

#include "site.h"
#include "web/language.h"
#include "web/view.h"

static const struct field texts_form[] = {
	{ "name", TEXT, .label = N_("Name of the team in this language"),
	  .hint = N_("Empty: the name of the team as it is elsewhere."), .max = SETUP_NAME },
	{ "about", LINES, .label = N_("Who we are and what we are here for"),
	  .hint = N_("A few sentences on the first page: whom the team helps, with what, what it"
	      " costs."), .max = SETUP_TEXT },
	{ "mission", LINES, .label = N_("Mission: what the team is here for"),
	  .hint = N_("On the page about the team."), .max = SETUP_TEXT },
	{ "constituency", LINES, .label = N_("Constituency: whom the team serves"),
	  .hint = N_("On the page about the team."), .max = SETUP_TEXT },
	{ "authority", LINES, .label = N_("Authority: what the team may ask, advise or order"),
	  .hint = N_("On the page about the team, with the law or decision it comes from."),
	  .max = SETUP_TEXT },
	{ "sponsor", LINES, .label = N_("Sponsor: which body the team belongs to, and who pays"),
	  .hint = N_("On the page about the team."), .max = SETUP_TEXT },
	{ "emergency", LINES, .label = N_("What to do in an emergency"),
	  .hint = N_("One sentence beside the emergency number, where there is more to say than the"
	      " number."), .max = 400 },
	{ "help_yes", LINES, .label = N_("What the team helps with"),
	  .hint = N_("Before the report form. Empty: a general list of ours."), .max = SETUP_TEXT },
	{ "help_no", LINES, .label = N_("What the team cannot do"),
	  .hint = N_("Before the report form. Empty: a general list of ours."), .max = SETUP_TEXT },
	{ "vulnerability_scope", LINES, .label = N_("Which vulnerabilities the team takes up"),
	  .hint = N_("On the page about vulnerabilities. Empty: general words of ours."),
	  .max = SETUP_TEXT },
	{ "vulnerability_promise", LINES, .label = N_("What it promises to who found one"),
	  .hint = N_("On the page about vulnerabilities. Empty: general words of ours."),
	  .max = SETUP_TEXT },
	{ "safe_harbour", LINES, .label = N_("What who looks for them need not fear"),
	  .hint = N_("On the page about vulnerabilities. Empty: general words of ours."),
	  .max = SETUP_TEXT },
	SETUP_VERSION,
	{ NULL }
};

/* The language that the address names; NULL: it is none of ours. */
static const struct language *language_asked(struct request *r)
{
	return language_by_code(path_word(r, "language"));
}

static const char *texts_value(struct request *r, const struct team *team, const char *field)
{
	for (size_t i = 0; i < team->text_count; i++)
		if (text_is(team->texts[i].language, language_asked(r)->code)
		    && text_is(team->texts[i].name, field))
			return team->texts[i].value;
	return NULL;
}

static struct setup_part texts_part(struct request *r)
{
	const struct language *language = language_asked(r);
	struct setup_part part = {
		memory_printf(r->work->memory, "texts-%s", language->code),
		memory_printf(r->work->memory, "texts/%s", language->code),
		N_("What the team says of itself"),
		N_("Written by you, in the language of the page. Where a text is missing, people read"
		    " that of the first language."),
		texts_form, texts_value,
	};

	view_text(r, "part.language", language->name);
	view_text(r, "part.lang", language->code);
	return part;
}

int page_setup_texts(struct request *r)
{
	struct setup_part part;

	if (language_asked(r) == NULL)
		return not_found(r);
	part = texts_part(r);
	return setup_show(r, &part);
}

int post_setup_texts(struct request *r)
{
	enum { TEXTS = sizeof texts_form / sizeof texts_form[0] - 2 };
	struct setup_text texts[TEXTS];
	struct setup_part part;

	if (language_asked(r) == NULL)
		return not_found(r);
	if (!form_accept(r, texts_form))
		return show_again(r, page_setup_texts);
	if (language_asked(r) == language_at(0) && text_is_empty(form_text(r, "about"))) {
		form_complain(r, "about", N_("Write a few sentences about the team"));
		return show_again(r, page_setup_texts);
	}
	part = texts_part(r);
	for (size_t i = 0; i < TEXTS; i++)
		texts[i] = (struct setup_text){ texts_form[i].name, form_text(r, texts_form[i].name) };
	return setup_after(r, &part, setup_texts(r->work, form_number(r, "version"),
	    language_asked(r)->code, texts, TEXTS));
}
