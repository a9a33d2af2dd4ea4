/* Documents for machines, and what is none: formats/csaf.h, csaf_check.h. With a
 * folder as its argument it writes all its documents there, for another validator
 * (tests/browser/csaf.t.js). */
#include "case.h"

#include "base/text.h"
#include "formats/csaf.h"
#include "formats/csaf_check.h"

enum { GENERATED = 200 };

static const char *folder;

static void keep(const char *name, const char *document)
{
	char path[500];
	FILE *file;

	if (folder == NULL)
		return;
	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(document, file);
	fclose(file);
}

struct made {
	const char *weaknesses, *affected, *fixed, *investigated, *not_affected, *links;
	const char *title, *summary, *body, *language, *from;
	int revisions;
	bool withdrawn;
};

#define THREE "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
#define FOUR "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"

static const struct made odd[] = {
	{ .title = "Nothing but words" },
	{ .links = "https://x.example/ There" },
	{ .weaknesses = "CVE-2026-0001" },
	{ .weaknesses = "CVE-2026-0001 " THREE " " FOUR },
	{ .weaknesses = FOUR, .links = "https://x.example/" },
	{ .affected = "Lamp | Mail" },
	{ .affected = "Lamp | Mail\nLamp | Mail | 1.0\nLamp | Web | 2\nOther | Mail | 1.0" },
	{ .fixed = "Lamp | Mail | all versions before 4.2" },
	{ .not_affected = "Lamp | Mail | 4.*" , .weaknesses = THREE },
	{ .investigated = "Lamp | Mail | 4.2", .weaknesses = "CVE-2026-123456 " THREE },
	{ .affected = "A | B | < 4.2\nA | B | >= 5, < 5.3", .fixed = "A | B | 4.2\nA | B | 5.3",
	  .weaknesses = "CVE-2026-0001 " THREE "\nCVE-2026-0002 " FOUR "\nCVE-2026-0003" },
	{ .affected = "\xd8\xb4\xd8\xb1\xd9\x83\xd8\xa9 | \xd8\xa8\xd8\xb1\xd9\x86\xd8\xa7\xd9\x85\xd8\xac | \xd9\xa3",
	  .language = "ar", .from = "en", .weaknesses = "CVE-2026-0001" },
	{ .title = "\" \\ / \t < & >", .summary = "\xf0\x9f\x92\xa5 \xe2\x80\xae", .body = "# A\n\n- b\n\n```\n\"\\\n```\n" },
	{ .withdrawn = true, .revisions = 3, .affected = "Lamp | Mail | 1", .weaknesses = "CVE-2026-0001 " THREE },
	{ .withdrawn = true, .links = "https://x.example/ There", .weaknesses = "CVE-2026-0001" },
	{ .revisions = 40, .language = "fr", .from = "ar" },
	{ .weaknesses = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", .affected = "A | B | 1" },
	{ .weaknesses = THREE "/E:U/RL:O/RC:U/CR:H/MAV:L", .affected = "A | B | 1" },
	{ .affected = "A | B | vers:deb/x\nA | B | latest\nA | B | 1 und 2\nA | B | 1.0-rc.1+build", .language = "zh" },
	{ .links = "https://x.example/%C3%A9?a=b&c=d#e \"quoted\"\nhttp://x.example:8080/", .language = "ru", .revisions = 2 },
};

static const char *or_else(const char *text, const char *otherwise)
{
	return text != NULL ? text : otherwise;
}

static const char *written(void *memory, const struct made *made)
{
	struct facts *facts = memory_new(memory, struct facts);
	const int count = made->revisions > 0 ? made->revisions : 1;
	struct csaf_revision *revisions = memory_array(memory, struct csaf_revision, count);
	struct facts_problem problem;
	struct csaf_advisory advisory = {
		.id = "TEST-A-2026-2345678", .language = or_else(made->language, "en"),
		.translated_from = made->from, .title = or_else(made->title, "A title"),
		.summary = or_else(made->summary, "A summary."), .body = or_else(made->body, "A text."),
		.severity = count % 2 ? "High" : NULL, .page = "https://cirt.example/advisories/TEST-A-2026-2345678",
		.document = "https://cirt.example/.well-known/csaf/white/2026/test-a-2026-2345678.json",
		.withdrawn = made->withdrawn, .facts = facts, .revisions = revisions,
		.revision_count = (size_t)count,
		.publisher = { "A Team", "https://cirt.example", count % 3 ? "report@cirt.example" : NULL },
	};

	assert_true(facts_read_weaknesses(memory, or_else(made->weaknesses, ""), facts, &problem));
	assert_true(facts_read_products(memory, or_else(made->affected, ""), AFFECTED, facts, &problem));
	assert_true(facts_read_products(memory, or_else(made->fixed, ""), FIXED, facts, &problem));
	assert_true(facts_read_products(memory, or_else(made->investigated, ""), INVESTIGATED, facts, &problem));
	assert_true(facts_read_products(memory, or_else(made->not_affected, ""), NOT_AFFECTED, facts, &problem));
	assert_true(facts_read_links(memory, or_else(made->links, ""), facts, &problem));
	for (int i = 0; i < count; i++)
		revisions[i] = (struct csaf_revision){ i + 1, 1795435200 + i / 2 * 60, "A change." };
	return csaf_document(memory, &advisory);
}

static void is_good(void *memory, const char *document)
{
	struct csaf_fault fault;

	if (!csaf_check(memory, document, &fault))
		fail_msg("%s at %s of %s", fault.test, fault.where, document);
}

static void test_odd(void **memory)
{
	for (size_t i = 0; i < COUNT(odd); i++) {
		const char *document = written(*memory, &odd[i]);

		is_good(*memory, document);
		keep(memory_printf(*memory, "odd-%zu.json", i + 1), document);
	}
}

/* The same ones each time. */
static unsigned chosen(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245 + 12345;
	return (*seed >> 16) % below;
}

static const char *some_weaknesses(void *memory, unsigned *seed)
{
	char *lines = memory_array(memory, char, 4000);

	for (unsigned n = chosen(seed, 5), i = 0; i < n; i++)
		snprintf(lines + strlen(lines), 300, "%s%u%s%s\n", "CVE-2026-", 1000 + i * 7 + chosen(seed, 7),
		    chosen(seed, 2) ? " " THREE : "", chosen(seed, 2) ? " " FOUR : "");
	return lines;
}

static const char *some_products(void *memory, unsigned *seed, const char *status)
{
	char *lines = memory_array(memory, char, 4000);

	for (unsigned n = chosen(seed, 6), i = 0; i < n; i++)
		snprintf(lines + strlen(lines), 300, "Vendor %u | Product %u | %s%s %u.%u\n", chosen(seed, 3),
		    chosen(seed, 3), chosen(seed, 2) ? "before " : "", status, i, chosen(seed, 9));
	return lines;
}

static void test_generated(void **memory)
{
	static const char *const languages[] = { "en", "fr", "ar", "es", "ru", "zh" };
	unsigned seed = 7;

	for (int i = 0; i < GENERATED; i++) {
		struct made made = {
			.weaknesses = some_weaknesses(*memory, &seed),
			.affected = some_products(*memory, &seed, "a"), .fixed = some_products(*memory, &seed, "f"),
			.investigated = some_products(*memory, &seed, "i"),
			.links = chosen(&seed, 2) ? "https://x.example/1 One\nhttps://x.example/2" : NULL,
			.language = languages[chosen(&seed, 6)], .revisions = (int)chosen(&seed, 6),
			.withdrawn = chosen(&seed, 7) == 0,
		};
		const char *document = written(*memory, &made);

		is_good(*memory, document);
		keep(memory_printf(*memory, "generated-%d.json", i + 1), document);
	}
}

/* In the place of one text of a good document another: what it breaks is named. */
static void test_wrong(void **memory)
{
	static const struct made whole = { .weaknesses = "CVE-2026-0001 " THREE "\nCVE-2026-0002",
		.affected = "A | B | 1", .fixed = "A | B | 2", .links = "https://x.example/ There", .revisions = 2 };
	static const struct { const char *there, *instead, *test; } broken[] = {
		{ "\"csaf_version\": \"2.0\"", "\"csaf_version\": \"2.1\"", "schema" },
		{ "\"title\": \"A title\"", "\"title\": \"\"", "schema" },
		{ "\"A title\"", "\"A title\", \"title\": \"B\"", "schema" },
		{ "\"label\": \"WHITE\"", "\"label\": \"CLEAR\"", "schema" },
		{ "\"category\": \"coordinator\"", "\"category\": \"translator\"", "6.1.15" },
		{ "\"namespace\": \"https://cirt.example\"", "\"namespace\": \"cirt\"", "schema" },
		{ "\"lang\": \"en\"", "\"lang\": \"en\", \"source_lang\": \"en\"", "6.1.28" },
		{ "\"version\": \"2\"", "\"version\": \"3\"", "6.1.16" },
		{ "\"number\": \"2\"", "\"number\": \"3\"", "6.1.21" },
		{ "\"status\": \"final\"", "\"status\": \"draft\"", "schema" },
		{ "\"current_release_date\": \"2026", "\"current_release_date\": \"2027", "6.1.16" },
		{ "\"product_id\": \"PRODUCT-2\"", "\"product_id\": \"PRODUCT-1\"", "6.1.2" },
		{ "\"known_affected\": [\n          \"PRODUCT-1\"", "\"known_affected\": [\n          \"PRODUCT-9\"", "6.1.1" },
		{ "\"known_affected\": [\n          \"PRODUCT-1\"", "\"known_affected\": [\n          \"PRODUCT-2\"", "6.1.6" },
		{ "\"baseScore\": 9.8", "\"baseScore\": 9.7", "6.1.9" },
		{ "CVSS:3.1/AV:N", "CVSS:3.1/AV:Y", "6.1.8" },
		{ "CVE-2026-0002", "CVE-2026-0001", "6.1.23" },
		{ "CVE-2026-0002", "CVE-26-2", "schema" },
		{ "\"name\": \"2\"", "\"name\": \"< 2\"", "6.1.31" },
		{ "\"category\": \"csaf_security_advisory\"", "\"category\": \"csaf_informational_advisory\"", "6.1.27.3" },
	};
	const char *document = written(*memory, &whole);
	struct csaf_fault fault;

	is_good(*memory, document);
	for (size_t i = 0; i < COUNT(broken); i++) {
		const char *at = strstr(document, broken[i].there);
		const char *bad;

		if (at == NULL)
			fail_msg("no '%s' in %s", broken[i].there, document);
		bad = memory_printf(*memory, "%.*s%s%s", (int)(at - document), document, broken[i].instead,
		    at + strlen(broken[i].there));
		if (csaf_check(*memory, bad, &fault))
			fail_msg("nobody saw '%s'", broken[i].instead);
		assert_string_equal(fault.test, broken[i].test);
	}
	assert_false(csaf_check(*memory, "", &fault));
	assert_false(csaf_check(*memory, "[]", &fault));
	assert_false(csaf_check(*memory, "{\"document\": 1}", &fault));
	assert_false(csaf_check(*memory, "{\"document\": {}}", &fault));
}

static void test_file_name(void **memory)
{
	assert_string_equal(csaf_file_name(*memory, "TEST-A-2026-2345678"), "test-a-2026-2345678.json");
	assert_string_equal(csaf_file_name(*memory, "Red Hat: A/b__c+d.e"), "red_hat_a_b_c+d_e.json");
}

int main(int count, char **arguments)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_odd, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(test_generated, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(test_wrong, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(test_file_name, open_memory, close_memory),
	};

	folder = count > 1 ? arguments[1] : NULL;
	return cmocka_run_group_tests_name("csaf", tests, NULL, NULL);
}
