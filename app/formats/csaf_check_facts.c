/* Checking products and weaknesses of CSAF 2.0. */
#include "formats/csaf_checking.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "formats/cvss.h"
#include "formats/json.h"

/* Products ----------------------------------------------------------------------- */

static bool knows_product(const struct csaf_checking *c, const char *id)
{
	for (size_t i = 0; i < c->id_count; i++)
		if (text_is(c->ids[i], id))
			return true;
	return false;
}

static void check_product(struct csaf_checking *c, json_t *product, const char *where)
{
	static const char *const needed[] = { "name", "product_id", NULL };
	const char *id = json_text_at(product, "product_id");

	csaf_need(c, product, where, needed);
	if (id == NULL)
		return;
	if (knows_product(c, id) || c->id_count == CSAF_PRODUCTS)
		csaf_wrong(c, "6.1.2", where);
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

void csaf_check_products(struct csaf_checking *c, json_t *branches, const char *where, int depth)
{
	static const char *const needed[] = { "category", "name", NULL };
	json_t *branch;
	size_t i;

	json_array_foreach(branches, i, branch) {
		const char *here = memory_printf(c->memory, "%s/branches/%zu", where, i);
		json_t *product = json_object_get(branch, "product"), *inner = json_list_at(branch, "branches");

		csaf_need(c, branch, here, needed);
		if ((product == NULL) == (inner == NULL) || depth > CSAF_DEPTH)
			csaf_wrong(c, "schema", here);
		if (text_is(json_text_at(branch, "category"), "product_version")
		    && json_text_at(branch, "name") != NULL && says_several(json_text_at(branch, "name")))
			csaf_wrong(c, "6.1.31", here);
		if (product != NULL)
			check_product(c, product, here);
		else if (depth <= CSAF_DEPTH)
			csaf_check_products(c, inner, here, depth + 1);
	}
}


/* Weaknesses --------------------------------------------------------------------- */

/* Groups that say different things of a product (6.1.6). */
static int group_of(const char *status)
{
	static const char *const affected[] = { "first_affected", "known_affected", "last_affected", NULL };
	static const char *const fixed[] = { "first_fixed", "fixed", NULL };

	if (csaf_is_one_of(status, affected))
		return 1;
	if (csaf_is_one_of(status, fixed))
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

static void check_ids(struct csaf_checking *c, json_t *ids, const char *where)
{
	json_t *id;
	size_t i;

	json_array_foreach(ids, i, id)
		if (json_string_value(id) == NULL || !knows_product(c, json_string_value(id)))
			csaf_wrong(c, "6.1.1", where);
}

static void check_status(struct csaf_checking *c, json_t *status, const char *where)
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
					csaf_wrong(c, "6.1.6", where);
		}
	}
}

static void check_score(struct csaf_checking *c, json_t *score, const char *where)
{
	json_t *three = json_object_get(score, "cvss_v3");
	const char *vector = json_text_at(three, "vectorString"), *what, *severity;
	struct cvss cvss;

	if (json_list_at(score, "products") == NULL || vector == NULL
	    || cvss_read(c->memory, vector, &cvss, &what) != CVSS_RIGHT || cvss.version != 31) {
		csaf_wrong(c, "6.1.8", where);
		return;
	}
	severity = text_upper(c->memory, cvss_severity(cvss.base));
	if ((int)(json_number_value(json_object_get(three, "baseScore")) * 10 + 0.5) != cvss.base
	    || !text_is(json_text_at(three, "baseSeverity"), severity))
		csaf_wrong(c, "6.1.9", where);
	check_ids(c, json_list_at(score, "products"), where);
}

/* One score of a version for each product (6.1.7). */
static void check_scores(struct csaf_checking *c, json_t *scores, const char *where)
{
	json_t *one, *other, *id;
	size_t i, n, k;

	json_array_foreach(scores, i, one) {
		check_score(c, one, where);
		json_array_foreach(scores, n, other) {
			if (n <= i)
				continue;
			json_array_foreach(json_list_at(one, "products"), k, id)
				if (list_has(json_list_at(other, "products"), json_string_value(id)))
					csaf_wrong(c, "6.1.7", where);
		}
	}
}

static void check_cve(struct csaf_checking *c, size_t number, const char *cve, const char *where)
{
	if (cve == NULL)
		return;
	if (!text_starts(cve, "CVE-") || strspn(cve + 4, "0123456789") != 4 || cve[8] != '-'
	    || strspn(cve + 9, "0123456789") != strlen(cve + 9) || strlen(cve + 9) < 4)
		csaf_wrong(c, "schema", where);
	for (size_t i = 0; i < number; i++)
		if (text_is(json_text_at(json_array_get(c->vulnerabilities, i), "cve"), cve))
			csaf_wrong(c, "6.1.23", where);
}

void csaf_check_vulnerabilities(struct csaf_checking *c)
{
	json_t *one;
	size_t i;

	json_array_foreach(c->vulnerabilities, i, one) {
		const char *where = memory_printf(c->memory, "/vulnerabilities/%zu", i);

		check_cve(c, i, json_text_at(one, "cve"), where);
		csaf_check_notes(c, json_list_at(one, "notes"), where);
		check_status(c, json_object_get(one, "product_status"), where);
		check_scores(c, json_list_at(one, "scores"), where);
	}
}
