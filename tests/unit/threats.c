/* Lists of exploited weaknesses as files: formats/threats.h. */
#include "case.h"

#include "formats/threats.h"

static void a_catalogue_is_read(void **memory)
{
	static const char text[] = "{\"title\":\"x\",\"catalogVersion\":\"2026.11.20\","
	    "\"dateReleased\":\"2026-11-20T15:00:00.0000Z\",\"count\":4,\"vulnerabilities\":["
	    "{\"cveID\":\"CVE-2026-990001\",\"dateAdded\":\"2026-03-01\",\"notes\":\"\"},"
	    "{\"cveID\":\"CVE-26-1\",\"dateAdded\":\"2026-03-01\"},"
	    "{\"cveID\":\"cve-2026-990002\",\"dateAdded\":\"2026-02-30\"},"
	    "{\"cveID\":\"cve-2026-990003\",\"dateAdded\":\"2026-02-28\"},7,{\"dateAdded\":1}]}";
	struct kev kev;
	const char *why = NULL;

	assert_true(kev_read(*memory, text, sizeof text - 1, &kev, &why));
	assert_string_equal(kev.head.day, "2026-11-20");
	assert_string_equal(kev.head.release, "2026.11.20");
	assert_int_equal(kev.count, 2);
	assert_string_equal(kev.entries[1].cve, "CVE-2026-990003");
	assert_string_equal(kev.entries[1].since, "2026-02-28");
	assert_int_equal(kev.wrong, 4);
	assert_int_equal(kev.wrong_at[0], 2);
	assert_int_equal(kev.wrong_at[2], 5);
}

static void what_is_none_is_refused(void **memory)
{
	static const char *const texts[] = {
		"",
		"[]",
		"{}",
		"{\"vulnerabilities\":[]}",
		"{\"catalogVersion\":\"1\",\"vulnerabilities\":{}}",
		"{\"catalogVersion\":\"1\",\"dateReleased\":\"2026-13-01\",\"vulnerabilities\":[]}",
		"{\"catalogVersion\":\"\",\"dateReleased\":\"2026-11-20\",\"vulnerabilities\":[]}",
		"{\"catalogVersion\":\"1\",\"dateReleased\":\"2026-11-20\",\"vulnerabilities\":[]",
		"{\"catalogVersion\":\"1\",\"catalogVersion\":\"2\","
		    "\"dateReleased\":\"2026-11-20\",\"vulnerabilities\":[]}",
	};

	for (size_t i = 0; i < COUNT(texts); i++) {
		struct kev kev;
		const char *why = NULL;

		assert_false(kev_read(*memory, texts[i], strlen(texts[i]), &kev, &why));
		assert_non_null(why);
	}
}

static void a_table_says_of_which_day_it_is(void **memory)
{
	static const char *const wrong[] = {
		"",
		"cve,epss,percentile",
		"#score_date:2026-11-20",
		"#model_version:v1",
		"#model_version:,score_date:2026-11-20",
		"#model_version:v1,score_date:2026-11-31T00:00:00Z",
		"#model_version:v1,score_date:2026-11-2",
		"model_version:v1,score_date:2026-11-20T00:00:00Z",
		"#model_version:v1,score_date:2026-11-2000",
		"#model_version:\xff,score_date:2026-11-20T00:00:00Z",
		"#model_version:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
		    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx,score_date:2026-11-20",
	};
	struct threats_head head;

	(void)memory;
	assert_true(epss_head("#model_version:v2025.03.14,score_date:2026-11-20T00:00:00+0000", &head));
	assert_string_equal(head.release, "v2025.03.14");
	assert_string_equal(head.day, "2026-11-20");
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(epss_head(wrong[i], &head));
	assert_true(epss_is_columns("cve,epss,percentile"));
	assert_false(epss_is_columns("cve,epss"));
}

static void a_line_of_it_is_two_parts_of_one(void **memory)
{
	static const struct { const char *line; int score, percentile; } right[] = {
		{ "CVE-2026-990001,0.94321,0.97003", 94321, 97003 },
		{ "CVE-2026-990001,0,1", 0, 100000 },
		{ "CVE-2026-990001,1.0,0.5", 100000, 50000 },
		{ "CVE-2026-990001,0.000019999,0.1234567", 1, 12345 },
	};
	static const char *const wrong[] = {
		"",
		",,",
		"CVE-2026-990001",
		"CVE-2026-990001,0.5",
		"CVE-2026-990001,0.5,",
		"CVE-2026-990001,,0.5",
		"CVE-2026-990001,1.00001,0.5", "CVE-2026-990001,2,0.5", "CVE-2026-990001,-0.5,0.5",
		"CVE-2026-990001,0.5,0.5,0.5", "CVE-2026-990001,.5,0.5", "CVE-2026-990001,0.5x,0.5",
		"CVE-2026-990001,1e-5,0.5", "cve-2026-990001,0.5,0.5", "CVE-26-1,0.5,0.5",
		"CVE-2026-9900019900019900,0.5,0.5",
		"\"CVE-2026-990001\",0.5,0.5",
		"CVE-2026-990001;0.5;0.5",
	};
	struct epss_entry entry;

	(void)memory;
	for (size_t i = 0; i < COUNT(right); i++) {
		assert_true(epss_read(right[i].line, &entry));
		assert_string_equal(entry.cve, "CVE-2026-990001");
		assert_int_equal(entry.score, right[i].score);
		assert_int_equal(entry.percentile, right[i].percentile);
	}
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(epss_read(wrong[i], &entry));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_catalogue_is_read, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(what_is_none_is_refused, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(a_table_says_of_which_day_it_is, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(a_line_of_it_is_two_parts_of_one, open_memory, close_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
