/* Weaknesses, products and links, a line each: formats/facts.h. */
#include "case.h"

#include "formats/facts.h"

static void test_weaknesses(void **memory)
{
	static const struct { const char *lines; int line; enum facts_wrong wrong; } wrong[] = {
		{ "CVE-2026-1", 1, FACTS_NO_WEAKNESS },
		{ "CVE-26-12345", 1, FACTS_NO_WEAKNESS },
		{ "\n\nCVE-2026-12345x", 3, FACTS_NO_WEAKNESS },
		{ "CVE-2026-12345 CVE-2026-12346", 1, FACTS_NO_WEAKNESS },
		{ "CVE-2026-12345\ncve-2026-12345", 2, FACTS_CVE_TWICE },
		{ "CVE-2026-12345 CVSS:3.1/AV:N", 1, FACTS_CVSS },
		{ "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 1,
		    FACTS_CVSS_TWICE },
		{ "something", 1, FACTS_NO_WEAKNESS },
	};
	struct facts facts = { 0 };
	struct facts_problem problem;

	assert_true(facts_read_weaknesses(*memory, " cve-2026-12345 ,"
	    " cvss:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\n\nCVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N",
	    &facts, &problem));
	assert_int_equal(facts.weakness_count, 2);
	assert_int_equal(facts_score(&facts), 98);
	assert_string_equal(facts_weakness_lines(*memory, &facts),
	    "CVE-2026-12345 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\n"
	    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N");
	for (size_t i = 0; i < COUNT(wrong); i++) {
		facts = (struct facts){ 0 };
		assert_false(facts_read_weaknesses(*memory, wrong[i].lines, &facts, &problem));
		assert_int_equal(problem.wrong, wrong[i].wrong);
		assert_int_equal(problem.line, wrong[i].line);
	}
	facts = (struct facts){ 0 };
	assert_true(facts_read_weaknesses(*memory, " , ;\n,", &facts, &problem));
	assert_int_equal(facts.weakness_count, 0);
	assert_int_equal(facts_score(&facts), -1);
}

static void test_products(void **memory)
{
	static const struct { const char *lines; enum facts_wrong wrong; } wrong[] = {
		{ "Vendor", FACTS_NO_PRODUCT },
		{ "Vendor |", FACTS_NO_PRODUCT },
		{ "| Product", FACTS_NO_PRODUCT },
		{ "A | B | C | D", FACTS_NO_PRODUCT },
		{ "A | B | 1\nA|B|1", FACTS_PRODUCT_TWICE },
		{ "Lamp | Mail |  1.0 to 2.0 ", FACTS_PRODUCT_TWICE },
	};
	struct facts facts = { 0 }, kept;
	struct facts_problem problem;
	char *many = memory_array(*memory, char, 20 * 1000);

	assert_true(facts_read_products(*memory, "Lamp | Mail | 1.0 to 2.0\nLamp|Web\n", AFFECTED, &facts,
	    &problem));
	assert_true(facts_read_products(*memory, "Lamp | Mail | 2.1", FIXED, &facts, &problem));
	assert_int_equal(facts.product_count, 3);
	assert_null(facts.products[1].versions);
	assert_string_equal(facts_product_lines(*memory, &facts, AFFECTED), "Lamp | Mail | 1.0 to 2.0\nLamp | Web");
	facts_read_kept(*memory, "", facts_kept_products(*memory, &facts), "", &kept);
	assert_int_equal(kept.product_count, 3);
	assert_int_equal(kept.products[2].status, FIXED);
	assert_string_equal(kept.products[2].versions, "2.1");
	for (size_t i = 0; i < COUNT(wrong); i++) {
		struct facts same = facts;

		assert_false(facts_read_products(*memory, wrong[i].lines, FIXED, &same, &problem));
		assert_int_equal(problem.wrong, wrong[i].wrong);
	}
	for (int i = 0; i <= FACTS_PRODUCTS; i++)
		snprintf(many + strlen(many), 20, "A | B | %d\n", i);
	facts = (struct facts){ 0 };
	assert_false(facts_read_products(*memory, many, FIXED, &facts, &problem));
	assert_int_equal(problem.wrong, FACTS_TOO_MANY);
	assert_int_equal(problem.line, FACTS_PRODUCTS + 1);
}

static void test_links(void **memory)
{
	static const char *const bad[] = { "javascript:alert(1)", "ftp://x.example", "x.example", "/contact", "https://",
		"https:///x", "https://u:p@x.example/", "https://x.example/%zz", "https://x.example:port/",
		"https://x.example/a#b#c", "data:text/html,x", "HTTPS ://x" };
	struct facts facts = { 0 };
	struct facts_problem problem;

	assert_true(facts_read_links(*memory, "https://x.example/a%20b?c=d#e  What  is there\n"
	    "http://y.example:8080\nhttps://x.example/\xc3\xa9\"<>", &facts, &problem));
	assert_int_equal(facts.link_count, 3);
	assert_string_equal(facts.links[0].label, "What is there");
	assert_string_equal(facts.links[1].label, "http://y.example:8080");
	assert_string_equal(facts.links[2].url, "https://x.example/%C3%A9%22%3C%3E");
	for (size_t i = 0; i < COUNT(bad); i++) {
		facts = (struct facts){ 0 };
		assert_false(facts_read_links(*memory, bad[i], &facts, &problem));
		assert_int_equal(problem.wrong, FACTS_NO_LINK);
	}
	facts = (struct facts){ 0 };
	assert_false(facts_read_links(*memory, "https://x.example a\nhttps://x.example b", &facts, &problem));
	assert_int_equal(problem.wrong, FACTS_LINK_TWICE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_weaknesses, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(test_products, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(test_links, open_memory, close_memory),
	};

	return cmocka_run_group_tests_name("facts", tests, NULL, NULL);
}
