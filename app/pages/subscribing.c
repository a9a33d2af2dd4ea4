/* The questions of a subscription. */
#include "pages/subscribing.h"

#include "base/text.h"
#include "pages/advisory.h"
#include "pages/sectors.h"
#include "web/language.h"
#include "web/view.h"

static const struct choice paces[] = {
	{ "at_once", N_("Each by itself, when it is published") },
	{ "daily", N_("Once a day, in the morning") },
	{ "weekly", N_("Once a week, on Monday morning") },
	{ NULL }
};

static const struct choice severities[] = {
	{ "all", N_("All of it") }, { "medium", N_("From medium on") }, { "high", N_("From high on") },
	{ "critical", N_("Critical only") },
	{ NULL }
};

static const struct choice *languages_offered(struct request *r)
{
	struct choice *choices = memory_array(r->work->memory, struct choice, language_count() + 1);

	for (size_t i = 0; i < language_count(); i++)
		choices[i] = (struct choice){ language_at(i)->code, language_at(i)->name };
	choices[language_count()] = (struct choice){ NULL };
	return choices;
}

const struct field *wishes_form(struct request *r, const struct field *own)
{
	const struct field asked[] = {
		{ "pace", CHOICE, true, N_("How often"), N_("Alerts always come at once."),
		    .missing = N_("Choose how often"), .choices = paces },
		{ "language", CHOICE, true, N_("Language"),
		    N_("What is not there in it yet comes in the language that it was written in."),
		    .missing = N_("Choose a language"), .choices = languages_offered(r) },
		{ "kinds", CHOICES, .label = N_("Only these kinds"),
		    .hint = N_("With none chosen you receive all of them."), .choices = advisory_kinds },
		{ "severity", CHOICE, .label = N_("How severe"), .choices = severities },
		{ "sectors", CHOICES, .label = N_("What your organisation does"),
		    .hint = N_("What concerns everybody comes in any case. With none chosen you receive what concerns"
		        " others too."), .choices = sectors },
		{ NULL }
	};
	struct field *form;
	size_t count = 0;

	while (own[count].name != NULL)
		count++;
	form = memory_array(r->work->memory, struct field, count + sizeof asked / sizeof asked[0]);
	for (size_t i = 0; i < count; i++)
		form[i] = own[i];
	for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++)
		form[count + i] = asked[i];
	return form;
}

void wishes_show(struct request *r, const struct wishes *wishes)
{
	form_set(r, "pace", wishes->pace);
	form_set(r, "language", wishes->language);
	form_set_choices(r, "kinds", wishes->kinds);
	form_set(r, "severity", wishes->severity != NULL ? wishes->severity : "all");
	form_set_choices(r, "sectors", wishes->sectors);
	view_flag(r, "narrowed", !text_is_empty(wishes->kinds) || !text_is_empty(wishes->sectors)
	    || wishes->severity != NULL);
}

void wishes_pour(struct request *r)
{
	if (r->method == POST)
		view_flag(r, "narrowed", true);
}

struct wishes wishes_told(struct request *r)
{
	const char *kinds = form_text(r, "kinds"), *sectors_told = form_text(r, "sectors");
	const char *severity = form_text(r, "severity");

	return (struct wishes){
		.language = form_text(r, "language"),
		.kinds = kinds != NULL ? kinds : "",
		.sectors = sectors_told != NULL ? sectors_told : "",
		.severity = severity == NULL || text_is(severity, "all") ? NULL : severity,
		.pace = form_text(r, "pace"),
	};
}
