/* Checking CSAF 2.0. Each check is named by the section that asks for it. */
#include "formats/csaf_checking.h"

#include <string.h>

#include "base/memory.h"
#include "base/moment.h"
#include "base/text.h"
#include "formats/json.h"

/* The first fault is the one that is told. */
void csaf_wrong(struct csaf_checking *c, const char *test, const char *where)
{
	if (!c->good)
		return;
	c->good = false;
	c->fault->test = test;
	c->fault->where = memory_text(c->memory, where);
}

bool csaf_is_one_of(const char *word, const char *const *words)
{
	for (; word != NULL && *words != NULL; words++)
		if (text_is(word, *words))
			return true;
	return false;
}


/* What the schema says of every text, list and object. */
static void check_filled(struct csaf_checking *c, json_t *value, const char *where, int depth)
{
	const char *name;
	json_t *inner;
	size_t i;

	if (depth > CSAF_DEPTH) {
		csaf_wrong(c, "schema", where);
	} else if (json_is_string(value)) {
		if (json_string_length(value) == 0)
			csaf_wrong(c, "schema", where);
	} else if (json_is_array(value)) {
		if (json_array_size(value) == 0)
			csaf_wrong(c, "schema", where);
		json_array_foreach(value, i, inner)
			check_filled(c, inner, where, depth + 1);
	} else if (json_is_object(value)) {
		if (json_object_size(value) == 0)
			csaf_wrong(c, "schema", where);
		json_object_foreach(value, name, inner)
			check_filled(c, inner, memory_printf(c->memory, "%s/%s", where, name), depth + 1);
	}
}

void csaf_need(struct csaf_checking *c, json_t *object, const char *where, const char *const *names)
{
	for (; *names != NULL; names++)
		if (json_object_get(object, *names) == NULL)
			csaf_wrong(c, "schema", memory_printf(c->memory, "%s/%s", where, *names));
}

static void check_word(struct csaf_checking *c, json_t *object, const char *where, const char *name,
	const char *const *words)
{
	if (!csaf_is_one_of(json_text_at(object, name), words))
		csaf_wrong(c, "schema", memory_printf(c->memory, "%s/%s", where, name));
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

static void check_publisher(struct csaf_checking *c)
{
	static const char *const needed[] = { "category", "name", "namespace", NULL };
	static const char *const categories[] =
	    { "coordinator", "discoverer", "other", "translator", "user", "vendor", NULL };
	json_t *publisher = json_object_get(c->document, "publisher");

	csaf_need(c, publisher, "/document/publisher", needed);
	check_word(c, publisher, "/document/publisher", "category", categories);
	if (!is_uri(json_text_at(publisher, "namespace")))
		csaf_wrong(c, "schema", "/document/publisher/namespace");
	if (text_is(json_text_at(publisher, "category"), "translator")
	    && json_object_get(c->document, "source_lang") == NULL)
		csaf_wrong(c, "6.1.15", "/document/source_lang");
}

void csaf_check_notes(struct csaf_checking *c, json_t *notes, const char *where)
{
	static const char *const needed[] = { "category", "text", NULL };
	static const char *const categories[] = { "description", "details", "faq", "general",
		"legal_disclaimer", "other", "summary", NULL };
	json_t *one;
	size_t i;

	json_array_foreach(notes, i, one) {
		csaf_need(c, one, where, needed);
		check_word(c, one, where, "category", categories);
	}
}

static void check_references(struct csaf_checking *c, json_t *references, const char *where)
{
	static const char *const needed[] = { "summary", "url", NULL };
	static const char *const categories[] = { "external", "self", NULL };
	json_t *one;
	size_t i;

	json_array_foreach(references, i, one) {
		csaf_need(c, one, where, needed);
		check_word(c, one, where, "category", categories);
		if (!is_uri(json_text_at(one, "url")))
			csaf_wrong(c, "schema", memory_printf(c->memory, "%s/%zu/url", where, i));
	}
}

/* The moment in a field; false, and it is said, when there is none. */
static bool moment_at(struct csaf_checking *c, json_t *object, const char *name, const char *where,
	moment *at)
{
	const char *text = json_text_at(object, name);

	if (text != NULL && text_ends(text, "Z") && moment_parse(text, at))
		return true;
	csaf_wrong(c, "schema", memory_printf(c->memory, "%s/%s", where, name));
	return false;
}

static void check_history(struct csaf_checking *c, json_t *tracking, moment released)
{
	static const char *const needed[] = { "date", "number", "summary", NULL };
	json_t *history = json_list_at(tracking, "revision_history"), *one;
	int64_t version = 0, number = 0;
	moment before = 0, at = 0;
	size_t i;

	if (history == NULL) {
		csaf_wrong(c, "schema", "/document/tracking/revision_history");
		return;
	}
	json_array_foreach(history, i, one) {
		const char *where = memory_printf(c->memory, "/document/tracking/revision_history/%zu", i);

		csaf_need(c, one, where, needed);
		if (!moment_at(c, one, "date", where, &at))
			return;
		if (at < before)
			csaf_wrong(c, "6.1.14", where);
		before = at;
		/* Whole numbers from 1 on, each once, none left out; 6.1.18, 21, 22, 30. */
		if (!text_number(json_text_at(one, "number"), 1, 1000000, &number) || number != (int64_t)i + 1)
			csaf_wrong(c, "6.1.21", where);
	}
	if (!text_number(json_text_at(tracking, "version"), 1, 1000000, &version) || version != number)
		csaf_wrong(c, "6.1.16", "/document/tracking/version");
	if (at != released)
		csaf_wrong(c, "6.1.16", "/document/tracking/current_release_date");
}

static void check_tracking(struct csaf_checking *c)
{
	static const char *const needed[] = { "current_release_date", "id", "initial_release_date",
		"revision_history", "status", "version", NULL };
	static const char *const states[] = { "final", NULL };
	json_t *tracking = json_object_get(c->document, "tracking");
	const char *id = json_text_at(tracking, "id"), *where = "/document/tracking";
	moment first, last;

	csaf_need(c, tracking, where, needed);
	check_word(c, tracking, where, "status", states);
	if (id == NULL || id[0] == ' ' || text_ends(id, " ") || strchr(id, '\n') != NULL)
		csaf_wrong(c, "schema", "/document/tracking/id");
	if (!moment_at(c, tracking, "initial_release_date", where, &first)
	    || !moment_at(c, tracking, "current_release_date", where, &last))
		return;
	if (first > last)
		csaf_wrong(c, "6.1.14", "/document/tracking/initial_release_date");
	check_history(c, tracking, last);
}

static bool any_has(json_t *list, const char *name, const char *const *words)
{
	json_t *one;
	size_t i;

	json_array_foreach(list, i, one)
		if (csaf_is_one_of(json_text_at(one, name), words))
			return true;
	return false;
}

static void check_informational(struct csaf_checking *c)
{
	static const char *const telling[] =
	    { "description", "details", "general", "summary", NULL };
	static const char *const external[] = { "external", NULL };

	if (!any_has(json_list_at(c->document, "notes"), "category", telling))
		csaf_wrong(c, "6.1.27.1", "/document/notes");
	if (!any_has(json_list_at(c->document, "references"), "category", external))
		csaf_wrong(c, "6.1.27.2", "/document/references");
	if (c->vulnerabilities != NULL)
		csaf_wrong(c, "6.1.27.3", "/vulnerabilities");
}

static void check_security_advisory(struct csaf_checking *c)
{
	static const char *const told[] =
	    { "fixed", "known_affected", "known_not_affected", "under_investigation", NULL };
	json_t *one;
	size_t i;

	if (c->tree == NULL)
		csaf_wrong(c, "6.1.27.4", "/product_tree");
	if (c->vulnerabilities == NULL)
		csaf_wrong(c, "6.1.27.11", "/vulnerabilities");
	json_array_foreach(c->vulnerabilities, i, one) {
		json_t *status = json_object_get(one, "product_status");
		const char *where = memory_printf(c->memory, "/vulnerabilities/%zu", i);
		bool any = false;

		for (size_t n = 0; told[n] != NULL; n++)
			any = any || json_object_get(status, told[n]) != NULL;
		if (!any)
			csaf_wrong(c, "6.1.27.6", where);
		if (json_list_at(one, "notes") == NULL)
			csaf_wrong(c, "6.1.27.5", where);
	}
}

static void check_document(struct csaf_checking *c)
{
	static const char *const needed[] =
	    { "category", "csaf_version", "publisher", "title", "tracking", NULL };
	static const char *const categories[] =
	    { "csaf_base", "csaf_informational_advisory", "csaf_security_advisory", NULL };
	static const char *const labels[] = { "WHITE", NULL };
	json_t *tlp = json_object_get(json_object_get(c->document, "distribution"), "tlp");
	const char *category = json_text_at(c->document, "category");

	csaf_need(c, c->document, "/document", needed);
	check_word(c, c->document, "/document", "category", categories);
	check_word(c, tlp, "/document/distribution/tlp", "label", labels);
	if (!text_is(json_text_at(c->document, "csaf_version"), "2.0"))
		csaf_wrong(c, "schema", "/document/csaf_version");
	if (!is_language(json_text_at(c->document, "lang")))
		csaf_wrong(c, "schema", "/document/lang");
	if (text_is(json_text_at(c->document, "lang"), json_text_at(c->document, "source_lang")))
		csaf_wrong(c, "6.1.28", "/document/source_lang");
	check_publisher(c);
	csaf_check_notes(c, json_list_at(c->document, "notes"), "/document/notes");
	check_references(c, json_list_at(c->document, "references"), "/document/references");
	check_tracking(c);
	if (text_is(category, "csaf_informational_advisory"))
		check_informational(c);
	if (text_is(category, "csaf_security_advisory"))
		check_security_advisory(c);
}


bool csaf_check(const void *memory, const char *document, struct csaf_fault *fault)
{
	json_t *root = json_loads(document, JSON_REJECT_DUPLICATES, NULL);
	struct csaf_checking *c = memory_new(memory, struct csaf_checking);
	bool good;

	c->memory = memory;
	c->fault = fault;
	c->good = true;
	c->document = json_object_get(root, "document");
	c->tree = json_object_get(root, "product_tree");
	c->vulnerabilities = json_list_at(root, "vulnerabilities");
	if (!json_is_object(root) || !json_is_object(c->document)) {
		csaf_wrong(c, "schema", "/document");
	} else {
		check_filled(c, root, "", 0);
		csaf_check_products(c, json_list_at(c->tree, "branches"), "/product_tree", 0);
		check_document(c);
		csaf_check_vulnerabilities(c);
	}
	good = c->good;
	json_decref(root);
	return good;
}
