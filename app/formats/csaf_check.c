/* Checking CSAF 2.0. Each check is named by the section that asks for it. */
#include "formats/csaf_check.h"

#include <jansson.h>
#include <string.h>

#include "base/memory.h"
#include "base/moment.h"
#include "base/text.h"
#include "formats/cvss.h"

enum { PRODUCTS_MOST = 1000, DEPTH_MOST = 30 };

struct checking {
	const void *memory;
	struct csaf_fault *fault;
	bool good;
	json_t *document, *tree, *vulnerabilities;
	const char *ids[PRODUCTS_MOST];
	size_t id_count;
};

/* The first fault is the one that is told. */
static void wrong(struct checking *c, const char *test, const char *where)
{
	if (!c->good)
		return;
	c->good = false;
	c->fault->test = test;
	c->fault->where = memory_text(c->memory, where);
}

static const char *text_at(json_t *object, const char *name)
{
	return json_string_value(json_object_get(object, name));
}

static json_t *list_at(json_t *object, const char *name)
{
	json_t *list = json_object_get(object, name);

	return json_is_array(list) ? list : NULL;
}

static bool is_one_of(const char *word, const char *const *words)
{
	for (; word != NULL && *words != NULL; words++)
		if (text_is(word, *words))
			return true;
	return false;
}


/* What the schema says of every text, list and object. */
static void check_filled(struct checking *c, json_t *value, const char *where, int depth)
{
	const char *name;
	json_t *inner;
	size_t i;

	if (depth > DEPTH_MOST) {
		wrong(c, "schema", where);
	} else if (json_is_string(value)) {
		if (json_string_length(value) == 0)
			wrong(c, "schema", where);
	} else if (json_is_array(value)) {
		if (json_array_size(value) == 0)
			wrong(c, "schema", where);
		json_array_foreach(value, i, inner)
			check_filled(c, inner, where, depth + 1);
	} else if (json_is_object(value)) {
		if (json_object_size(value) == 0)
			wrong(c, "schema", where);
		json_object_foreach(value, name, inner)
			check_filled(c, inner, memory_printf(c->memory, "%s/%s", where, name), depth + 1);
	}
}

static void need(struct checking *c, json_t *object, const char *where, const char *const *names)
{
	for (; *names != NULL; names++)
		if (json_object_get(object, *names) == NULL)
			wrong(c, "schema", memory_printf(c->memory, "%s/%s", where, *names));
}

static void check_word(struct checking *c, json_t *object, const char *where, const char *name,
	const char *const *words)
{
	if (!is_one_of(text_at(object, name), words))
		wrong(c, "schema", memory_printf(c->memory, "%s/%s", where, name));
}

static bool is_uri(const char *text)
{
	return text != NULL && (text_starts(text, "https://") || text_starts(text, "http://"))
	    && strpbrk(text, " \"<>\\^`{|}\n\t") == NULL && strlen(text) > 8;
}

static bool is_language(const char *text)
{
	size_t size = text != NULL ? strspn(text, "abcdefghijklmnopqrstuvwxyz") : 0;

	return (size == 2 || size == 3) && (text[size] == '\0' || text[size] == '-');
}


/* The document ------------------------------------------------------------------- */

static void check_publisher(struct checking *c)
{
	static const char *const needed[] = { "category", "name", "namespace", NULL };
	static const char *const categories[] =
	    { "coordinator", "discoverer", "other", "translator", "user", "vendor", NULL };
	json_t *publisher = json_object_get(c->document, "publisher");

	need(c, publisher, "/document/publisher", needed);
	check_word(c, publisher, "/document/publisher", "category", categories);
	if (!is_uri(text_at(publisher, "namespace")))
		wrong(c, "schema", "/document/publisher/namespace");
	if (text_is(text_at(publisher, "category"), "translator")
	    && json_object_get(c->document, "source_lang") == NULL)
		wrong(c, "6.1.15", "/document/source_lang");
}

static void check_notes(struct checking *c, json_t *notes, const char *where)
{
	static const char *const needed[] = { "category", "text", NULL };
	static const char *const categories[] = { "description", "details", "faq", "general",
		"legal_disclaimer", "other", "summary", NULL };
	json_t *one;
	size_t i;

	json_array_foreach(notes, i, one) {
		need(c, one, where, needed);
		check_word(c, one, where, "category", categories);
	}
}

static void check_references(struct checking *c, json_t *references, const char *where)
{
	static const char *const needed[] = { "summary", "url", NULL };
	static const char *const categories[] = { "external", "self", NULL };
	json_t *one;
	size_t i;

	json_array_foreach(references, i, one) {
		need(c, one, where, needed);
		check_word(c, one, where, "category", categories);
		if (!is_uri(text_at(one, "url")))
			wrong(c, "schema", memory_printf(c->memory, "%s/%zu/url", where, i));
	}
}

/* The moment in a field; false, and it is said, when there is none. */
static bool moment_at(struct checking *c, json_t *object, const char *name, const char *where,
	moment *at)
{
	const char *text = text_at(object, name);

	if (text != NULL && text_ends(text, "Z") && moment_parse(text, at))
		return true;
	wrong(c, "schema", memory_printf(c->memory, "%s/%s", where, name));
	return false;
}

static void check_history(struct checking *c, json_t *tracking, moment released)
{
	static const char *const needed[] = { "date", "number", "summary", NULL };
	json_t *history = list_at(tracking, "revision_history"), *one;
	int64_t version = 0, number = 0;
	moment before = 0, at = 0;
	size_t i;

	if (history == NULL) {
		wrong(c, "schema", "/document/tracking/revision_history");
		return;
	}
	json_array_foreach(history, i, one) {
		const char *where = memory_printf(c->memory, "/document/tracking/revision_history/%zu", i);

		need(c, one, where, needed);
		if (!moment_at(c, one, "date", where, &at))
			return;
		if (at < before)
			wrong(c, "6.1.14", where);
		before = at;
		/* Whole numbers from 1 on, each once, none left out; 6.1.18, 21, 22, 30. */
		if (!text_number(text_at(one, "number"), 1, 1000000, &number) || number != (int64_t)i + 1)
			wrong(c, "6.1.21", where);
	}
	if (!text_number(text_at(tracking, "version"), 1, 1000000, &version) || version != number)
		wrong(c, "6.1.16", "/document/tracking/version");
	if (at != released)
		wrong(c, "6.1.16", "/document/tracking/current_release_date");
}

static void check_tracking(struct checking *c)
{
	static const char *const needed[] = { "current_release_date", "id", "initial_release_date",
		"revision_history", "status", "version", NULL };
	static const char *const states[] = { "final", NULL };
	json_t *tracking = json_object_get(c->document, "tracking");
	const char *id = text_at(tracking, "id"), *where = "/document/tracking";
	moment first, last;

	need(c, tracking, where, needed);
	check_word(c, tracking, where, "status", states);
	if (id == NULL || id[0] == ' ' || text_ends(id, " ") || strchr(id, '\n') != NULL)
		wrong(c, "schema", "/document/tracking/id");
	if (!moment_at(c, tracking, "initial_release_date", where, &first)
	    || !moment_at(c, tracking, "current_release_date", where, &last))
		return;
	if (first > last)
		wrong(c, "6.1.14", "/document/tracking/initial_release_date");
	check_history(c, tracking, last);
}

static bool any_has(json_t *list, const char *name, const char *const *words)
{
	json_t *one;
	size_t i;

	json_array_foreach(list, i, one)
		if (is_one_of(text_at(one, name), words))
			return true;
	return false;
}

static void check_informational(struct checking *c)
{
	static const char *const telling[] =
	    { "description", "details", "general", "summary", NULL };
	static const char *const external[] = { "external", NULL };

	if (!any_has(list_at(c->document, "notes"), "category", telling))
		wrong(c, "6.1.27.1", "/document/notes");
	if (!any_has(list_at(c->document, "references"), "category", external))
		wrong(c, "6.1.27.2", "/document/references");
	if (c->vulnerabilities != NULL)
		wrong(c, "6.1.27.3", "/vulnerabilities");
}

static void check_security_advisory(struct checking *c)
{
	static const char *const told[] =
	    { "fixed", "known_affected", "known_not_affected", "under_investigation", NULL };
	json_t *one;
	size_t i;

	if (c->tree == NULL)
		wrong(c, "6.1.27.4", "/product_tree");
	if (c->vulnerabilities == NULL)
		wrong(c, "6.1.27.11", "/vulnerabilities");
	json_array_foreach(c->vulnerabilities, i, one) {
		json_t *status = json_object_get(one, "product_status");
		const char *where = memory_printf(c->memory, "/vulnerabilities/%zu", i);
		bool any = false;

		for (size_t n = 0; told[n] != NULL; n++)
			any = any || json_object_get(status, told[n]) != NULL;
		if (!any)
			wrong(c, "6.1.27.6", where);
		if (list_at(one, "notes") == NULL)
			wrong(c, "6.1.27.5", where);
	}
}

static void check_document(struct checking *c)
{
	static const char *const needed[] =
	    { "category", "csaf_version", "publisher", "title", "tracking", NULL };
	static const char *const categories[] =
	    { "csaf_base", "csaf_informational_advisory", "csaf_security_advisory", NULL };
	static const char *const labels[] = { "WHITE", NULL };
	json_t *tlp = json_object_get(json_object_get(c->document, "distribution"), "tlp");
	const char *category = text_at(c->document, "category");

	need(c, c->document, "/document", needed);
	check_word(c, c->document, "/document", "category", categories);
	check_word(c, tlp, "/document/distribution/tlp", "label", labels);
	if (!text_is(text_at(c->document, "csaf_version"), "2.0"))
		wrong(c, "schema", "/document/csaf_version");
	if (!is_language(text_at(c->document, "lang")))
		wrong(c, "schema", "/document/lang");
	if (text_is(text_at(c->document, "lang"), text_at(c->document, "source_lang")))
		wrong(c, "6.1.28", "/document/source_lang");
	check_publisher(c);
	check_notes(c, list_at(c->document, "notes"), "/document/notes");
	check_references(c, list_at(c->document, "references"), "/document/references");
	check_tracking(c);
	if (text_is(category, "csaf_informational_advisory"))
		check_informational(c);
	if (text_is(category, "csaf_security_advisory"))
		check_security_advisory(c);
}


/* Products ----------------------------------------------------------------------- */

static bool knows_product(const struct checking *c, const char *id)
{
	for (size_t i = 0; i < c->id_count; i++)
		if (text_is(c->ids[i], id))
			return true;
	return false;
}

static void check_product(struct checking *c, json_t *product, const char *where)
{
	static const char *const needed[] = { "name", "product_id", NULL };
	const char *id = text_at(product, "product_id");

	need(c, product, where, needed);
	if (id == NULL)
		return;
	if (knows_product(c, id) || c->id_count == PRODUCTS_MOST)
		wrong(c, "6.1.2", where);
	else
		c->ids[c->id_count++] = id;
}

/* What a single version may not say (6.1.31). */
static bool says_several(const char *name)
{
	static const char *const signs[] = { "<", ">", "after", "all", "before", "earlier", "later",
		"prior", "versions" };

	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (strcasestr(name, signs[i]) != NULL)
			return true;
	return false;
}

static void check_branches(struct checking *c, json_t *branches, const char *where, int depth)
{
	static const char *const needed[] = { "category", "name", NULL };
	json_t *branch;
	size_t i;

	json_array_foreach(branches, i, branch) {
		const char *here = memory_printf(c->memory, "%s/branches/%zu", where, i);
		json_t *product = json_object_get(branch, "product"), *inner = list_at(branch, "branches");

		need(c, branch, here, needed);
		if ((product == NULL) == (inner == NULL) || depth > DEPTH_MOST)
			wrong(c, "schema", here);
		if (text_is(text_at(branch, "category"), "product_version")
		    && text_at(branch, "name") != NULL && says_several(text_at(branch, "name")))
			wrong(c, "6.1.31", here);
		if (product != NULL)
			check_product(c, product, here);
		else if (depth <= DEPTH_MOST)
			check_branches(c, inner, here, depth + 1);
	}
}


/* Weaknesses --------------------------------------------------------------------- */

/* Groups that say different things of a product (6.1.6). */
static int group_of(const char *status)
{
	static const char *const affected[] = { "first_affected", "known_affected", "last_affected", NULL };
	static const char *const fixed[] = { "first_fixed", "fixed", NULL };

	if (is_one_of(status, affected))
		return 1;
	if (is_one_of(status, fixed))
		return 2;
	return text_is(status, "known_not_affected") ? 3 : text_is(status, "under_investigation") ? 4 : 0;
}

static bool list_has(json_t *list, const char *word)
{
	json_t *one;
	size_t i;

	json_array_foreach(list, i, one)
		if (text_is(json_string_value(one), word))
			return true;
	return false;
}

static void check_ids(struct checking *c, json_t *ids, const char *where)
{
	json_t *id;
	size_t i;

	json_array_foreach(ids, i, id)
		if (json_string_value(id) == NULL || !knows_product(c, json_string_value(id)))
			wrong(c, "6.1.1", where);
}

static void check_status(struct checking *c, json_t *status, const char *where)
{
	const char *name, *other_name;
	json_t *ids, *others, *id;
	size_t i;

	json_object_foreach(status, name, ids) {
		check_ids(c, ids, where);
		json_object_foreach(status, other_name, others) {
			if (group_of(name) == group_of(other_name) || group_of(name) == 0)
				continue;
			json_array_foreach(ids, i, id)
				if (list_has(others, json_string_value(id)))
					wrong(c, "6.1.6", where);
		}
	}
}

static void check_score(struct checking *c, json_t *score, const char *where)
{
	json_t *three = json_object_get(score, "cvss_v3");
	const char *vector = text_at(three, "vectorString"), *what, *severity;
	struct cvss cvss;

	if (list_at(score, "products") == NULL || vector == NULL
	    || cvss_read(c->memory, vector, &cvss, &what) != CVSS_RIGHT || cvss.version != 31) {
		wrong(c, "6.1.8", where);
		return;
	}
	severity = text_upper(c->memory, cvss_severity(cvss.base));
	if ((int)(json_number_value(json_object_get(three, "baseScore")) * 10 + 0.5) != cvss.base
	    || !text_is(text_at(three, "baseSeverity"), severity))
		wrong(c, "6.1.9", where);
	check_ids(c, list_at(score, "products"), where);
}

/* One score of a version for each product (6.1.7). */
static void check_scores(struct checking *c, json_t *scores, const char *where)
{
	json_t *one, *other, *id;
	size_t i, n, k;

	json_array_foreach(scores, i, one) {
		check_score(c, one, where);
		json_array_foreach(scores, n, other) {
			if (n <= i)
				continue;
			json_array_foreach(list_at(one, "products"), k, id)
				if (list_has(list_at(other, "products"), json_string_value(id)))
					wrong(c, "6.1.7", where);
		}
	}
}

static void check_cve(struct checking *c, size_t number, const char *cve, const char *where)
{
	if (cve == NULL)
		return;
	if (!text_starts(cve, "CVE-") || strspn(cve + 4, "0123456789") != 4 || cve[8] != '-'
	    || strspn(cve + 9, "0123456789") != strlen(cve + 9) || strlen(cve + 9) < 4)
		wrong(c, "schema", where);
	for (size_t i = 0; i < number; i++)
		if (text_is(text_at(json_array_get(c->vulnerabilities, i), "cve"), cve))
			wrong(c, "6.1.23", where);
}

static void check_vulnerabilities(struct checking *c)
{
	json_t *one;
	size_t i;

	json_array_foreach(c->vulnerabilities, i, one) {
		const char *where = memory_printf(c->memory, "/vulnerabilities/%zu", i);

		check_cve(c, i, text_at(one, "cve"), where);
		check_notes(c, list_at(one, "notes"), where);
		check_status(c, json_object_get(one, "product_status"), where);
		check_scores(c, list_at(one, "scores"), where);
	}
}

bool csaf_check(const void *memory, const char *document, struct csaf_fault *fault)
{
	json_t *root = json_loads(document, JSON_REJECT_DUPLICATES, NULL);
	struct checking *c = memory_new(memory, struct checking);
	bool good;

	c->memory = memory;
	c->fault = fault;
	c->good = true;
	c->document = json_object_get(root, "document");
	c->tree = json_object_get(root, "product_tree");
	c->vulnerabilities = list_at(root, "vulnerabilities");
	if (!json_is_object(root) || !json_is_object(c->document)) {
		wrong(c, "schema", "/document");
	} else {
		check_filled(c, root, "", 0);
		check_branches(c, list_at(c->tree, "branches"), "/product_tree", 0);
		check_document(c);
		check_vulnerabilities(c);
	}
	good = c->good;
	json_decref(root);
	return good;
}
