/* Writing CSAF 2.0. Section numbers are those of the standard. */
#include "formats/csaf.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "formats/json.h"

struct writing {
	const void *memory;
	const struct csaf_advisory *advisory;
};

static void note(json_t *notes, const char *category, const char *title, const char *text)
{
	json_t *one = json_next_in(notes);

	json_say(one, "category", category);
	if (title != NULL)
		json_say(one, "title", title);
	json_say(one, "text", text);
}

const char *csaf_file_name(const void *memory, const char *id)
{
	struct buffer name;
	bool gap = false;

	buffer_open(&name, memory, 200);
	for (const char *c = text_lower(memory, id); *c != '\0'; c++) {
		bool taken = (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9') || *c == '+' || *c == '-';

		if (taken)
			buffer_printf(&name, "%c", *c);
		else if (!gap)
			buffer_add(&name, "_");
		gap = !taken;
	}
	buffer_add(&name, ".json");
	return buffer_text(&name);
}


/* The document itself (3.2.1) ---------------------------------------------------- */

/* With products it is a security advisory, with links to others' pages one that
 * informs, and else none of the profiles. A weakness has no place in what informs. */
static const char *category_of(const struct csaf_advisory *advisory)
{
	const struct facts *facts = advisory->facts;

	if (!advisory->withdrawn && facts->product_count > 0)
		return "csaf_security_advisory";
	if (facts->link_count > 0 && (advisory->withdrawn || facts->weakness_count == 0))
		return "csaf_informational_advisory";
	return "csaf_base";
}

static void write_tracking(const struct writing *w, json_t *document)
{
	const struct csaf_advisory *a = w->advisory;
	const struct csaf_revision *last = &a->revisions[a->revision_count - 1];
	json_t *tracking = json_object_in(document, "tracking"), *generator, *engine, *history;

	json_say(tracking, "id", a->id);
	json_say(tracking, "status", "final");
	json_say(tracking, "version", memory_printf(w->memory, "%d", last->number));
	json_say(tracking, "initial_release_date", moment_iso(w->memory, a->revisions[0].at));
	json_say(tracking, "current_release_date", moment_iso(w->memory, last->at));
	generator = json_object_in(tracking, "generator");
	engine = json_object_in(generator, "engine");
	json_say(engine, "name", "Belfry");
	json_say(engine, "version", BELFRY_VERSION);
	history = json_array_in(tracking, "revision_history");
	for (size_t i = 0; i < a->revision_count; i++) {
		json_t *revision = json_next_in(history);

		json_say(revision, "number", memory_printf(w->memory, "%d", a->revisions[i].number));
		json_say(revision, "date", moment_iso(w->memory, a->revisions[i].at));
		json_say(revision, "summary", a->revisions[i].summary);
	}
}

static void write_notes(const struct writing *w, json_t *document)
{
	const struct csaf_advisory *a = w->advisory;
	json_t *notes = json_array_in(document, "notes");

	if (a->withdrawn)
		note(notes, "general", "Withdrawn", a->revisions[a->revision_count - 1].summary);
	note(notes, "summary", NULL, a->summary);
	if (!a->withdrawn)
		note(notes, "description", NULL, a->body);
}

static void reference(json_t *references, const char *category, const char *summary, const char *url)
{
	json_t *one = json_next_in(references);

	json_say(one, "category", category);
	json_say(one, "summary", summary);
	json_say(one, "url", url);
}

static void write_references(const struct writing *w, json_t *document)
{
	const struct csaf_advisory *a = w->advisory;
	json_t *references = json_array_in(document, "references");

	reference(references, "self", "This document", a->document);
	reference(references, "self", "The same for people", a->page);
	for (size_t i = 0; i < a->facts->link_count; i++)
		reference(references, "external", a->facts->links[i].label, a->facts->links[i].url);
}

static void write_document(const struct writing *w, json_t *root)
{
	const struct csaf_advisory *a = w->advisory;
	json_t *document = json_object_in(root, "document"), *publisher, *distribution, *tlp;

	if (a->severity != NULL && !a->withdrawn)
		json_say(json_object_in(document, "aggregate_severity"), "text", a->severity);
	json_say(document, "category", category_of(a));
	json_say(document, "csaf_version", "2.0");
	/* What people call CLEAR since TLP 2.0 is WHITE here. */
	distribution = json_object_in(document, "distribution");
	tlp = json_object_in(distribution, "tlp");
	json_say(tlp, "label", "WHITE");
	json_say(tlp, "url", "https://www.first.org/tlp/");
	json_say(document, "lang", a->language);
	write_notes(w, document);
	publisher = json_object_in(document, "publisher");
	json_say(publisher, "category", "coordinator");
	json_say(publisher, "name", a->publisher.name);
	json_say(publisher, "namespace", a->publisher.address);
	if (!text_is_empty(a->publisher.contact))
		json_say(publisher, "contact_details", a->publisher.contact);
	write_references(w, document);
	if (a->translated_from != NULL)
		json_say(document, "source_lang", a->translated_from);
	json_say(document, "title", a->title);
	write_tracking(w, document);
}


/* Products (3.2.2) --------------------------------------------------------------- */

static const char *product_id(const struct writing *w, size_t product)
{
	return memory_printf(w->memory, "PRODUCT-%zu", product + 1);
}

/* One version, or words and signs that mean several (6.1.31)? */
static bool is_one_version(const char *versions)
{
	static const char *const several[] = { "after", "all", "before", "earlier", "later", "prior",
		"version" };
	bool digit = false;

	for (const char *c = versions; *c != '\0'; c++) {
		if (*c == ' ' || *c == '<' || *c == '>' || *c == ',' || *c == ';' || *c == '*'
		    || (unsigned char)*c >= 0x80)
			return false;
		digit = digit || (*c >= '0' && *c <= '9');
	}
	for (size_t i = 0; i < sizeof several / sizeof several[0]; i++)
		if (strcasestr(versions, several[i]) != NULL)
			return false;
	return digit && !text_ends(versions, ".x");
}

static json_t *branch_in(json_t *branches, const char *category, const char *name)
{
	json_t *branch = json_next_in(branches);

	json_say(branch, "category", category);
	json_say(branch, "name", name);
	return branch;
}

static void write_product(const struct writing *w, json_t *branch, size_t number)
{
	const struct product *p = &w->advisory->facts->products[number];
	json_t *product = json_object_in(branch, "product");

	json_say(product, "name", p->versions == NULL
	    ? memory_printf(w->memory, "%s %s", p->vendor, p->name)
	    : memory_printf(w->memory, "%s %s %s", p->vendor, p->name, p->versions));
	json_say(product, "product_id", product_id(w, number));
}

/* Of one vendor's product all that has versions, under one branch, and what has
 * none as a branch of its own: a branch holds others or a product, not both. */
static void write_versions(const struct writing *w, json_t *names, size_t first)
{
	const struct facts *facts = w->advisory->facts;
	const struct product *of = &facts->products[first];
	json_t *versions = NULL;

	for (size_t i = first; i < facts->product_count; i++) {
		const struct product *p = &facts->products[i];

		if (!text_is(p->vendor, of->vendor) || !text_is(p->name, of->name))
			continue;
		if (p->versions == NULL) {
			write_product(w, branch_in(names, "product_name", p->name), i);
			continue;
		}
		if (versions == NULL)
			versions = json_array_in(branch_in(names, "product_name", p->name), "branches");
		write_product(w, branch_in(versions, is_one_version(p->versions) ? "product_version"
		    : "product_version_range", p->versions), i);
	}
}

static bool came_before(const struct facts *facts, size_t number, bool with_name)
{
	const struct product *p = &facts->products[number];

	for (size_t i = 0; i < number; i++)
		if (text_is(facts->products[i].vendor, p->vendor)
		    && (!with_name || text_is(facts->products[i].name, p->name)))
			return true;
	return false;
}

static void write_products(const struct writing *w, json_t *root)
{
	const struct facts *facts = w->advisory->facts;
	json_t *vendors = json_array_in(json_object_in(root, "product_tree"), "branches");

	for (size_t v = 0; v < facts->product_count; v++) {
		json_t *names;

		if (came_before(facts, v, false))
			continue;
		names = json_array_in(branch_in(vendors, "vendor", facts->products[v].vendor), "branches");
		for (size_t i = v; i < facts->product_count; i++)
			if (text_is(facts->products[i].vendor, facts->products[v].vendor)
			    && !came_before(facts, i, true))
				write_versions(w, names, i);
	}
}


/* Weaknesses (3.2.3) ------------------------------------------------------------- */

static json_t *products_with(const struct writing *w, enum product_status status)
{
	const struct facts *facts = w->advisory->facts;
	json_t *ids = json_array();

	for (size_t i = 0; i < facts->product_count; i++)
		if (facts->products[i].status == status)
			json_array_append_new(ids, json_string(product_id(w, i)));
	return ids;
}

static void write_status(const struct writing *w, json_t *vulnerability)
{
	static const char *const names[PRODUCT_STATUSES] = {
		[AFFECTED] = "known_affected", [FIXED] = "fixed", [INVESTIGATED] = "under_investigation",
		[NOT_AFFECTED] = "known_not_affected",
	};
	json_t *status = json_object_in(vulnerability, "product_status");

	for (int i = 0; i < PRODUCT_STATUSES; i++) {
		json_t *ids = products_with(w, (enum product_status)i);

		if (json_array_size(ids) > 0)
			json_object_set(status, names[i], ids);
		json_decref(ids);
	}
}

static const char *severity_of(const struct writing *w, int score)
{
	return text_upper(w->memory, cvss_severity(score));
}

/* The base score says how bad the weakness is; it is of what is affected, or may be. */
static void write_score(const struct writing *w, json_t *vulnerability, const struct cvss *cvss)
{
	json_t *ids = products_with(w, AFFECTED), *score, *three;

	if (json_array_size(ids) == 0) {
		json_decref(ids);
		ids = products_with(w, INVESTIGATED);
	}
	if (json_array_size(ids) > 0) {
		score = json_next_in(json_array_in(vulnerability, "scores"));
		three = json_object_in(score, "cvss_v3");
		json_say(three, "version", "3.1");
		json_say(three, "vectorString", cvss->vector);
		json_object_set_new(three, "baseScore", json_real(cvss->base / 10.0));
		json_say(three, "baseSeverity", severity_of(w, cvss->base));
		json_object_set(score, "products", ids);
	}
	json_decref(ids);
}

/* CSAF 2.0 is older than CVSS 4.0: that goes into words. */
static void write_vector_note(const struct writing *w, json_t *notes, const char *title,
	const struct cvss *cvss)
{
	note(notes, "other", title, memory_printf(w->memory, "%s (%d.%d, %s)", cvss->vector,
	    cvss->score / 10, cvss->score % 10, cvss_severity(cvss->score)));
}

static bool any_has_it(const struct writing *w)
{
	json_t *affected = products_with(w, AFFECTED), *investigated = products_with(w, INVESTIGATED);
	const bool any = json_array_size(affected) + json_array_size(investigated) > 0;

	json_decref(affected);
	json_decref(investigated);
	return any;
}

/* 3.2.3.14 */
static void write_threat(const struct writing *w, json_t *vulnerability, size_t number)
{
	json_t *threat;

	if (w->advisory->exploited == NULL || w->advisory->exploited[number] == NULL)
		return;
	threat = json_next_in(json_array_in(vulnerability, "threats"));
	json_say(threat, "category", "exploit_status");
	json_say(threat, "details", w->advisory->exploited[number]);
}

static json_t *write_weakness(const struct writing *w, json_t *vulnerabilities,
	const struct weakness *weakness)
{
	const struct csaf_advisory *a = w->advisory;
	json_t *vulnerability = json_next_in(vulnerabilities), *notes;

	if (weakness->cve != NULL)
		json_say(vulnerability, "cve", weakness->cve);
	notes = json_array_in(vulnerability, "notes");
	note(notes, "summary", NULL, a->summary);
	/* Where no product has it, there is nothing that a score could be of. */
	if (weakness->three.vector != NULL && !any_has_it(w))
		write_vector_note(w, notes, "CVSS 3.1", &weakness->three);
	if (weakness->four.vector != NULL)
		write_vector_note(w, notes, "CVSS 4.0", &weakness->four);
	if (a->facts->product_count == 0)
		return vulnerability;
	write_status(w, vulnerability);
	if (weakness->three.vector != NULL)
		write_score(w, vulnerability, &weakness->three);
	return vulnerability;
}

static void write_weaknesses(const struct writing *w, json_t *root)
{
	static const struct weakness nameless = { 0 };
	const struct facts *facts = w->advisory->facts;
	json_t *vulnerabilities = json_array_in(root, "vulnerabilities");

	for (size_t i = 0; i < facts->weakness_count; i++)
		write_threat(w, write_weakness(w, vulnerabilities, &facts->weaknesses[i]), i);
	if (facts->weakness_count == 0)
		write_weakness(w, vulnerabilities, &nameless);
}

const char *csaf_document(const void *memory, const struct csaf_advisory *advisory)
{
	const struct writing w = { memory, advisory };
	json_t *root = json_object();

	write_document(&w, root);
	if (!advisory->withdrawn && advisory->facts->product_count > 0)
		write_products(&w, root);
	if (!advisory->withdrawn && advisory->facts->product_count + advisory->facts->weakness_count > 0)
		write_weaknesses(&w, root);
	return json_written(memory, root, JSON_REAL_PRECISION(3));
}
