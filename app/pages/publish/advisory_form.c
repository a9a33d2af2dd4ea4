/* Writing an advisory: the fields, and what can be wrong with them. */
#include "pages/publish/advisory_form.h"

#include <string.h>

#include "base/text.h"
#include "domain/taxonomy.h"
#include "formats/facts.h"
#include "formats/markdown.h"
#include "pages/advisory.h"
#include "pages/sectors.h"
#include "web/language.h"

enum { LANGUAGES = 16, LABELS = 8 };

/* Filled for each page. */
static struct choice languages[LANGUAGES + 1], labels[LABELS + 1];

/* Advice for everybody has none. */
static const char unrated[] = ADVISORY_UNRATED;
const struct choice advisory_severities_asked[] = {
	{ ADVISORY_UNRATED, N_("Not rated") }, { "low", N_("Low") }, { "medium", N_("Medium") },
	{ "high", N_("High") }, { "critical", N_("Critical") },
	{ NULL }
};

#define TEXT_FIELDS \
	{ "title", TEXT, true, N_("Title"), .straight = true, .max = ADVISORY_TITLE, \
	  .missing = N_("Enter a title") }, \
	{ "summary", LINES, true, N_("Summary"), \
	  .hint = N_("Two or three sentences: what it is, whom it concerns, what to do first."), \
	  .straight = true, .max = ADVISORY_SUMMARY, .missing = N_("Enter a summary") }, \
	{ "body", LINES, true, N_("Text"), \
	  .hint = N_("Markdown: ## for a heading, - for a list, **strong**, [words](https://...). No HTML."), \
	  .straight = true, .max = ADVISORY_BODY, .missing = N_("Enter the text") }

#define FACT_FIELDS \
	{ "weaknesses", LINES, .label = N_("Weaknesses"), \
	  .hint = N_("One a line: a CVE id, a CVSS vector, or both. We compute the score."), \
	  .straight = true, .max = ADVISORY_FACTS, .literal = true }, \
	{ "affected", LINES, .label = N_("Products that are affected"), \
	  .hint = N_("One a line: Vendor | Product | Versions"), .straight = true, .max = ADVISORY_FACTS }, \
	{ "fixed", LINES, .label = N_("Products in which it is fixed"), .straight = true, .max = ADVISORY_FACTS }, \
	{ "investigated", LINES, .label = N_("Products under investigation"), .straight = true, .max = ADVISORY_FACTS }, \
	{ "not_affected", LINES, .label = N_("Products that are not affected"), .straight = true, .max = ADVISORY_FACTS }, \
	{ "links", LINES, .label = N_("Links"), \
	  .hint = N_("One a line: the address, and after a space what is there."), \
	  .straight = true, .max = ADVISORY_FACTS }

#define KIND_FIELDS \
	{ "kind", CHOICE, true, N_("Kind"), .missing = N_("Choose a kind"), .choices = advisory_kinds }, \
	{ "severity", CHOICE, true, N_("Severity"), .missing = N_("Choose how severe it is"), \
	  .choices = advisory_severities_asked }, \
	{ "tlp", CHOICE, true, N_("Sharing"), \
	  .hint = N_("Only TLP:CLEAR can be published for everybody."), \
	  .missing = N_("Choose a label"), .choices = labels }, \
	{ "sectors", CHOICES, .label = N_("Sectors that it concerns"), \
	  .hint = N_("None: it concerns everybody. Subscribers who chose other sectors do not get it by mail."), \
	  .choices = sectors }

static const struct field new_form[] = {
	KIND_FIELDS,
	{ "language", CHOICE, true, N_("Language it is written in"),
	  .hint = N_("It can be translated later, and the other languages added one by one."),
	  .missing = N_("Choose a language"), .choices = languages },
	TEXT_FIELDS, FACT_FIELDS,
	{ NULL }
};
static const struct field edit_form[] = {
	KIND_FIELDS, TEXT_FIELDS, FACT_FIELDS, ADVISORY_VERSION,
	{ NULL }
};
static const struct field text_form[] = { TEXT_FIELDS, ADVISORY_VERSION, { NULL } };

static void fill_labels(struct work *w)
{
	struct db_rows *rows = tlps_all(w);
	size_t count = 0;

	for (; count < LABELS && db_next(rows); count++)
		labels[count] = (struct choice){ db_get_text(rows, "name"), db_get_text(rows, "label") };
	labels[count] = (struct choice){ NULL };
}

static void fill_languages(void)
{
	const size_t count = language_count() < LANGUAGES ? language_count() : LANGUAGES;

	for (size_t i = 0; i < count; i++)
		languages[i] = (struct choice){ language_at(i)->code, language_at(i)->name };
	languages[count] = (struct choice){ NULL };
}

const struct field *advisory_new_form(struct request *r)
{
	fill_labels(r->work);
	fill_languages();
	return new_form;
}

const struct field *advisory_edit_form(struct request *r)
{
	fill_labels(r->work);
	return edit_form;
}

const struct field *advisory_text_form(void)
{
	return text_form;
}


/* What can be wrong -------------------------------------------------------------- */

static void complain_at(struct request *r, const char *field, int line, const char *sentence,
	const char *what)
{
	form_complain(r, field, t_fill(r->work->memory, t(sentence),
	    "line", memory_printf(r->work->memory, "%d", line), "what", what, NULL));
}

static void check_body(struct request *r, const char *body)
{
	int line;

	switch (markdown_check(body, &line)) {
	case MARKDOWN_RIGHT:
		break;
	case MARKDOWN_TOO_LONG:
		form_complain(r, "body", N_("The text is too long. Divide it, or link to the rest"));
		break;
	case MARKDOWN_TOO_DEEP:
		complain_at(r, "body", line, N_("Line {line}: too many lists or quotes inside of each other"),
		    "");
		break;
	case MARKDOWN_TOO_MANY_LINKS:
		form_complain(r, "body", N_("There are too many square brackets in the text"));
		break;
	case MARKDOWN_HTML:
		complain_at(r, "body", line, N_("Line {line}: HTML is not taken. Write it in Markdown, and < in a"
		    " text between backticks"), "");
		break;
	case MARKDOWN_PICTURE:
		complain_at(r, "body", line, N_("Line {line}: pictures are not shown. Say what is on it"), "");
		break;
	case MARKDOWN_LINK:
		complain_at(r, "body", line, N_("Line {line}: a link begins with https:, http: or mailto:, or with"
		    " / for a page of ours"), "");
		break;
	}
}

bool advisory_read_text(struct request *r, struct advisory_text *text)
{
	*text = (struct advisory_text){ .title = form_text(r, "title"),
		.summary = form_text(r, "summary"), .body = form_text(r, "body") };
	check_body(r, text->body);
	return form_is_good(r);
}

static const char *said_of_vector(enum cvss_wrong wrong)
{
	switch (wrong) {
	case CVSS_RIGHT:          break;
	case CVSS_NO_VECTOR:      return N_("Line {line}: a vector begins with CVSS:3.1/ or CVSS:4.0/");
	case CVSS_TOO_LONG:       return N_("Line {line} is too long");
	case CVSS_UNKNOWN_METRIC: return N_("Line {line}: there is no metric {what} in this version of CVSS");
	case CVSS_UNKNOWN_VALUE:  return N_("Line {line}: {what} is not a value that this metric can have");
	case CVSS_TWICE:          return N_("Line {line}: {what} stands there twice");
	case CVSS_MISSING:        return N_("Line {line}: the vector lacks the metric {what}");
	}
	return "";
}

static const char *said_of(const struct facts_problem *problem)
{
	switch (problem->wrong) {
	case FACTS_RIGHT:         break;
	case FACTS_TOO_MANY:      return N_("There is no room for so many. Keep what matters most, before line {line}");
	case FACTS_TOO_LONG:      return N_("Line {line} is too long");
	case FACTS_NO_WEAKNESS:   return N_("Line {line}: {what} is neither a CVE id, as in CVE-2026-12345, nor a"
	                              " CVSS vector");
	case FACTS_CVE_TWICE:     return N_("Line {line}: {what} stands there twice");
	case FACTS_CVSS:          return said_of_vector(problem->cvss);
	case FACTS_CVSS_TWICE:    return N_("Line {line}: one vector of each version, no more");
	case FACTS_NO_PRODUCT:    return N_("Line {line}: write Vendor | Product | Versions, or Vendor | Product");
	case FACTS_PRODUCT_TWICE: return N_("Line {line}: the same product and versions stand here or in another"
	                              " field already");
	case FACTS_NO_LINK:       return N_("Line {line}: begin with the address of a page, as in https://example.org");
	case FACTS_LINK_TWICE:    return N_("Line {line}: {what} stands there twice");
	}
	return "";
}

static bool took(struct request *r, const char *field, bool good, const struct facts_problem *problem)
{
	if (!good)
		complain_at(r, field, problem->line, said_of(problem), problem->what);
	return good;
}

static const char *typed(struct request *r, const char *field)
{
	const char *text = form_text(r, field);

	return text != NULL ? text : "";
}

static void read_products(struct request *r, struct facts *facts)
{
	static const struct { const char *field; enum product_status status; } fields[] = {
		{ "affected", AFFECTED }, { "fixed", FIXED }, { "investigated", INVESTIGATED },
		{ "not_affected", NOT_AFFECTED },
	};

	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
		struct facts_problem problem;

		took(r, fields[i].field, facts_read_products(r->work->memory, typed(r, fields[i].field),
		    fields[i].status, facts, &problem), &problem);
	}
}

bool advisory_read_content(struct request *r, struct advisory_content *content, int *score)
{
	const void *memory = r->work->memory;
	struct facts facts = { 0 };
	struct facts_problem problem;

	took(r, "weaknesses", facts_read_weaknesses(memory, typed(r, "weaknesses"), &facts, &problem),
	    &problem);
	read_products(r, &facts);
	took(r, "links", facts_read_links(memory, typed(r, "links"), &facts, &problem), &problem);
	if (!form_is_good(r))
		return false;
	*content = (struct advisory_content){
		.kind = form_text(r, "kind"),
		.severity = text_is(form_text(r, "severity"), unrated) ? NULL : form_text(r, "severity"),
		.tlp = form_text(r, "tlp"),
		.weaknesses = facts_weakness_lines(memory, &facts),
		.products = facts_kept_products(memory, &facts),
		.links = facts_link_lines(memory, &facts),
		.sectors = form_text(r, "sectors") != NULL ? form_text(r, "sectors") : "",
	};
	if (score != NULL)
		*score = facts_score(&facts);
	return true;
}


/* What there is ------------------------------------------------------------------ */

void advisory_show_text(struct request *r, const struct advisory_text *text)
{
	form_set(r, "title", text->title);
	form_set(r, "summary", text->summary);
	form_set(r, "body", text->body);
}

void advisory_show_content(struct request *r, const struct advisory_content *content)
{
	const void *memory = r->work->memory;
	struct facts facts;

	facts_read_kept(memory, content->weaknesses, content->products, content->links, &facts);
	form_set(r, "kind", content->kind);
	form_set(r, "severity", content->severity != NULL ? content->severity : unrated);
	form_set(r, "tlp", content->tlp);
	form_set_choices(r, "sectors", content->sectors);
	form_set(r, "weaknesses", content->weaknesses);
	form_set(r, "affected", facts_product_lines(memory, &facts, AFFECTED));
	form_set(r, "fixed", facts_product_lines(memory, &facts, FIXED));
	form_set(r, "investigated", facts_product_lines(memory, &facts, INVESTIGATED));
	form_set(r, "not_affected", facts_product_lines(memory, &facts, NOT_AFFECTED));
	form_set(r, "links", content->links);
}
