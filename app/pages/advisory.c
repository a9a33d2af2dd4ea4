/* Pouring advisories. */
#include "pages/advisory.h"

#include "base/text.h"
#include "formats/facts.h"
#include "formats/markdown.h"
#include "pages/threats.h"
#include "pages/choices.h"
#include "pages/sectors.h"
#include "web/language.h"
#include "web/view.h"

const struct choice advisory_kinds[] = {
	{ "alert", N_("Alert"), N_("Something is happening now, and people have to act.") },
	{ "advisory", N_("Advisory"), N_("A danger and what to do against it.") },
	{ "vulnerability", N_("Vulnerability"), N_("A weakness in named products.") },
	{ "note", N_("Note"), N_("Something to know, without haste.") },
	{ "awareness", N_("Awareness"), N_("Advice for everybody, good for months.") },
	{ NULL }
};

const struct choice advisory_severities[] = {
	{ "critical", N_("Critical") }, { "high", N_("High") }, { "medium", N_("Medium") },
	{ "low", N_("Low") },
	{ NULL }
};

static const char *const status_labels[PRODUCT_STATUSES] = {
	[AFFECTED] = N_("Affected"), [FIXED] = N_("Fixed"),
	[INVESTIGATED] = N_("Under investigation"), [NOT_AFFECTED] = N_("Not affected"),
};

static const char *severity_label(const char *severity)
{
	return text_is(severity, "none") ? N_("None") : choice_label(advisory_severities, severity);
}

/* Of what was ever installed: a text stays in its language. */
static const struct language *language_of(const char *code)
{
	for (size_t i = 0; i < language_installed(); i++)
		if (text_is(language_installed_at(i)->code, code))
			return language_installed_at(i);
	return NULL;
}

static void pour_language(struct request *r, struct place *place, const char *code)
{
	const struct language *language = language_of(code);

	place_text(r, place, "lang", code);
	place_text(r, place, "lang_name", language != NULL ? language->name : code);
	place_text(r, place, "dir", language != NULL && language->right_to_left ? "rtl" : "ltr");
}

static void pour_score(struct request *r, struct place *place, const struct cvss *cvss)
{
	if (cvss->vector == NULL)
		return;
	place_text(r, place, "vector", cvss->vector);
	place_text(r, place, "score", memory_printf(r->work->memory, "%d.%d", cvss->score / 10,
	    cvss->score % 10));
	place_text(r, place, "severity", severity_label(cvss_severity(cvss->score)));
}

static void pour_facts(struct request *r, struct place *under, const struct published *p)
{
	struct place *weaknesses = place_under(r, under, "weaknesses");
	struct place *products = place_under(r, under, "products");
	struct place *links = place_under(r, under, "links");
	struct facts facts;

	facts_read_kept(r->work->memory, p->weaknesses, p->products, p->links, &facts);
	for (size_t i = 0; i < facts.weakness_count; i++) {
		struct place *row = place_row(r, weaknesses, i);

		place_text(r, row, "cve", facts.weaknesses[i].cve);
		pour_score(r, place_under(r, row, "three"), &facts.weaknesses[i].three);
		pour_score(r, place_under(r, row, "four"), &facts.weaknesses[i].four);
	}
	threats_pour(r, weaknesses, &facts);
	for (size_t i = 0; i < facts.product_count; i++) {
		struct place *row = place_row(r, products, i);

		place_text(r, row, "vendor", facts.products[i].vendor);
		place_text(r, row, "product", facts.products[i].name);
		place_text(r, row, "versions", facts.products[i].versions);
		place_text(r, row, "status", status_labels[facts.products[i].status]);
	}
	for (size_t i = 0; i < facts.link_count; i++) {
		struct place *row = place_row(r, links, i);

		place_text(r, row, "href", facts.links[i].url);
		place_text(r, row, "label", facts.links[i].label);
	}
}

/* The same in another language, where the pages have it. */
static void pour_other(struct request *r, struct place *place, const struct published *p,
	const char *code)
{
	pour_language(r, place, code);
	if (language_by_code(code) != NULL)
		place_text(r, place, "href", language_path(r->work->memory, code,
		    memory_printf(r->work->memory, "/advisories/%s", p->reference)));
}

void advisory_pour(struct request *r, const struct published *p, const char *language)
{
	const struct advisory_text *text = published_text_in(p, language);
	struct place *under = view_place(r, "advisory"), *others = place_under(r, under, "others");
	size_t other = 0;

	place_text(r, under, "reference", p->reference);
	place_text(r, under, "kind", choice_label(advisory_kinds, p->kind));
	place_text(r, under, "severity", p->severity);
	place_text(r, place_under(r, under, "severity"), "label",
	    choice_label(advisory_severities, p->severity));
	place_text(r, under, "title", text->title);
	place_text(r, under, "summary", text->summary);
	if (!p->withdrawn)
		place_text(r, under, "body", markdown_html(r->work->memory, text->body));
	pour_language(r, under, text->language);
	place_flag(r, under, "elsewhere", !text_is(text->language, language));
	place_flag(r, under, "withdrawn", p->withdrawn);
	place_text(r, under, "sectors", sectors_said(r, p->sectors));
	place_text(r, under, "reason", p->reason);
	place_text(r, under, "written_in", p->language);
	place_moment(r, under, "first_at", p->first_at);
	place_moment(r, under, "published_at", p->published_at);
	place_number(r, under, "number", p->number);
	if (!p->withdrawn)
		pour_facts(r, under, p);
	for (size_t i = 0; i < p->text_count; i++)
		if (!text_is(p->texts[i].language, text->language))
			pour_other(r, place_row(r, others, other++), p, p->texts[i].language);
}

struct list_end advisories_pour(struct request *r, const char *name, struct db_rows *rows, size_t most)
{
	struct place *list = view_place(r, name);
	struct list_end end = { .more = db_row_count(rows) > most };

	for (size_t i = 0; i < most && db_next(rows); i++) {
		struct place *row = place_row(r, list, i);
		const char *severity = db_get_text(rows, "severity");

		place_text(r, row, "reference", db_get_text(rows, "reference"));
		place_text(r, row, "title", db_get_text(rows, "title"));
		place_text(r, row, "lang", db_get_text(rows, "language"));
		place_text(r, row, "kind", choice_label(advisory_kinds, db_get_text(rows, "kind")));
		place_text(r, row, "severity", severity);
		place_text(r, place_under(r, row, "severity"), "label",
		    choice_label(advisory_severities, severity));
		place_flag(r, row, "withdrawn", db_get_bool(rows, "withdrawn"));
		place_moment(r, row, "first_at", db_get_moment(rows, "first_at"));
		place_flag(r, row, "changed", db_get_int(rows, "number") > 1);
		place_moment(r, row, "published_at", db_get_moment(rows, "published_at"));
		end.at = db_get_moment(rows, "first_at");
		end.id = db_get_int(rows, "id");
	}
	return end;
}

void advisory_as_published(struct request *r, const struct advisory *a, struct published *p)
{
	*p = (struct published){
		.id = a->id, .number = a->number + 1, .reference = a->reference,
		.kind = a->content.kind, .severity = a->content.severity, .language = a->content.language,
		.weaknesses = a->content.weaknesses, .products = a->content.products,
		.links = a->content.links, .sectors = a->content.sectors, .reason = a->reason,
		.first_at = a->number > 0 ? a->first_at : r->work->now, .published_at = r->work->now,
		.text_count = a->text_count,
	};
	for (size_t i = 0; i < a->text_count; i++)
		p->texts[i] = a->texts[i];
}
