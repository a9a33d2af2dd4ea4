/* Scores that FIRST published, and vectors that are none: formats/cvss.h. */
#include "case.h"

#include "formats/cvss.h"

static const struct { const char *vector; int score; } scored[] = {
	/* CVSS 3.1: the examples document. */
	{ "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", 61 },
	{ "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N", 64 },
	{ "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N", 31 },
	{ "CVSS:3.1/AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L", 42 },
	{ "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H", 99 },
	{ "CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H", 78 },
	{ "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", 75 },
	{ "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:N/I:H/A:N", 68 },
	{ "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 98 },
	{ "CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:C/C:H/I:N/A:H", 93 },
	{ "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N", 46 },
	{ "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", 100 },
	{ "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", 0 },
	/* With time. */
	{ "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:U/RL:O/RC:U", 78 },
	/* CVSS 4.0: the examples document. */
	{ "CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", 73 },
	{ "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", 77 },
	{ "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N", 83 },
	{ "CVSS:4.0/AV:L/AC:L/AT:N/PR:N/UI:A/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N", 46 },
	{ "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:A/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N", 51 },
	{ "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:L/VA:N/SC:N/SI:N/SA:N", 69 },
	{ "CVSS:4.0/AV:L/AC:L/AT:N/PR:H/UI:N/VC:N/VI:N/VA:N/SC:H/SI:N/SA:N", 59 },
	{ "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N/E:A/CR:H/IR:H/AR:H", 87 },
	{ "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/E:A", 100 },
	{ "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N", 0 },
	/* What is modified, what matters there, what is known of attacks. */
	{ "CVSS:4.0/AV:P/AC:L/AT:N/PR:H/UI:N/VC:H/VI:L/VA:N/SC:L/SI:H/SA:N/E:A/AR:M/MAT:P/MVA:L/MSI:N", 43 },
	{ "CVSS:4.0/AV:N/AC:L/AT:P/PR:H/UI:N/VC:H/VI:N/VA:L/SC:H/SI:L/SA:H/CR:H/AR:L/MAV:N/MSC:N", 69 },
	{ "CVSS:4.0/AV:L/AC:L/AT:P/PR:H/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:H/MAV:A/MPR:N/MUI:N/MVI:L/MSI:S", 69 },
	{ "CVSS:4.0/AV:P/AC:L/AT:P/PR:N/UI:A/VC:L/VI:H/VA:H/SC:H/SI:H/SA:N/E:P/IR:M/MSC:L", 41 },
	{ "CVSS:4.0/AV:P/AC:H/AT:P/PR:H/UI:A/VC:N/VI:H/VA:L/SC:L/SI:H/SA:H/MVC:L/MSA:S", 73 },
	{ "CVSS:4.0/AV:L/AC:H/AT:P/PR:L/UI:P/VC:N/VI:H/VA:N/SC:N/SI:H/SA:N/MAT:P/MUI:N/MSA:L", 69 },
	{ "CVSS:4.0/AV:A/AC:H/AT:P/PR:N/UI:A/VC:H/VI:N/VA:N/SC:N/SI:H/SA:N/E:A/IR:H/MVI:H/MVA:H/MSI:H", 85 },
	{ "CVSS:4.0/AV:A/AC:L/AT:N/PR:H/UI:P/VC:N/VI:N/VA:N/SC:N/SI:L/SA:N/AR:M/MAC:L/MAT:N/MUI:N/MVI:N/MSI:S/MSA:H", 78 },
	{ "CVSS:4.0/AV:A/AC:L/AT:P/PR:L/UI:A/VC:N/VI:H/VA:L/SC:L/SI:H/SA:N/MAC:L", 57 },
	{ "CVSS:4.0/AV:L/AC:H/AT:N/PR:H/UI:P/VC:H/VI:H/VA:N/SC:L/SI:H/SA:H/IR:L/MAV:A/MAC:L/MPR:H/MUI:A/MSI:N", 82 },
	{ "CVSS:4.0/AV:L/AC:H/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:N/SA:N/MSC:L", 75 },
	{ "CVSS:4.0/AV:N/AC:L/AT:P/PR:L/UI:A/VC:H/VI:L/VA:N/SC:N/SI:N/SA:H/CR:M/IR:L/MPR:H/MUI:A/MSC:L", 56 },
	{ "CVSS:4.0/AV:P/AC:H/AT:P/PR:L/UI:P/VC:L/VI:N/VA:N/SC:L/SI:N/SA:N/E:A/MVC:L/MVI:L/MVA:N", 10 },
	{ "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:A/VC:L/VI:L/VA:H/SC:L/SI:L/SA:H/AR:L/MAV:P/MUI:A/MVA:L", 44 },
	{ "CVSS:4.0/AV:N/AC:H/AT:N/PR:N/UI:P/VC:L/VI:L/VA:H/SC:H/SI:L/SA:L/E:A/MVC:L/MSC:L/MSI:L/MSA:H", 72 },
	{ "CVSS:4.0/AV:A/AC:H/AT:P/PR:L/UI:N/VC:L/VI:L/VA:H/SC:H/SI:H/SA:N/MAC:H/MPR:N/MVC:L", 72 },
	{ "CVSS:4.0/AV:P/AC:L/AT:N/PR:L/UI:N/VC:N/VI:H/VA:L/SC:H/SI:H/SA:H/CR:L/IR:M/MAV:N/MPR:L/MVC:L/MVA:H", 85 },
	{ "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:H/IR:M/MPR:H/MSC:H/MSI:H", 93 },
	{ "CVSS:4.0/AV:A/AC:H/AT:N/PR:H/UI:P/VC:H/VI:L/VA:L/SC:N/SI:H/SA:L/MAV:A/MVI:L/MVA:H/MSC:L/MSA:N", 58 },
	{ "CVSS:4.0/AV:P/AC:L/AT:P/PR:L/UI:A/VC:N/VI:H/VA:N/SC:N/SI:H/SA:H/IR:L/MVC:N", 43 },
	{ "CVSS:4.0/AV:L/AC:H/AT:P/PR:L/UI:P/VC:N/VI:N/VA:H/SC:L/SI:H/SA:H/MUI:N/MVI:N/MSI:H/MSA:L", 70 },
	{ "CVSS:4.0/AV:L/AC:L/AT:N/PR:H/UI:P/VC:L/VI:N/VA:H/SC:H/SI:L/SA:N/CR:L/MVI:L/MVA:N/MSC:H/MSI:N", 41 },
	{ "CVSS:4.0/AV:N/AC:H/AT:N/PR:L/UI:N/VC:N/VI:H/VA:H/SC:H/SI:H/SA:L/MUI:P/MVA:L", 72 },
	{ "CVSS:4.0/AV:N/AC:H/AT:N/PR:H/UI:A/VC:H/VI:L/VA:L/SC:H/SI:N/SA:H/MUI:P/MVA:L/MSC:H/MSA:L", 70 },
};

static void test_scores(void **memory)
{
	for (size_t i = 0; i < COUNT(scored); i++) {
		struct cvss cvss;
		const char *what;

		assert_int_equal(cvss_read(*memory, scored[i].vector, &cvss, &what), CVSS_RIGHT);
		if (cvss.score != scored[i].score)
			fail_msg("%s is %d, not %d", scored[i].vector, cvss.score, scored[i].score);
		assert_string_equal(cvss.vector, scored[i].vector);
	}
}

static void test_forgiving(void **memory)
{
	struct cvss cvss;
	const char *what;

	assert_int_equal(cvss_read(*memory, "cvss:3.1/a:h/i:h/c:h/s:u/ui:n/pr:n/ac:l/av:n/e:x", &cvss, &what),
	    CVSS_RIGHT);
	assert_string_equal(cvss.vector, "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");
	assert_int_equal(cvss.base, 98);
	assert_int_equal(cvss_read(*memory,
	    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/U:red/S:P", &cvss, &what), CVSS_RIGHT);
	assert_string_equal(cvss.vector,
	    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/S:P/U:Red");
	assert_int_equal(cvss.score, 93);
}

static void test_wrong(void **memory)
{
	static const struct { const char *vector; enum cvss_wrong wrong; const char *what; } bad[] = {
		{ "", CVSS_NO_VECTOR, "" },
		{ "AV:N/AC:L", CVSS_NO_VECTOR, "" },
		{ "CVSS:2.0/AV:N", CVSS_NO_VECTOR, "" },
		{ "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", CVSS_NO_VECTOR, "" },
		{ "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H", CVSS_MISSING, "A" },
		{ "CVSS:3.1/AV:Z/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", CVSS_UNKNOWN_VALUE, "AV:Z" },
		{ "CVSS:3.1/AV:NN/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", CVSS_UNKNOWN_VALUE, "AV:NN" },
		{ "CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", CVSS_TWICE, "AV:N" },
		{ "CVSS:3.1/AV:N/AT:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", CVSS_UNKNOWN_METRIC, "AT:N" },
		{ "CVSS:3.1/AV:N//AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", CVSS_UNKNOWN_METRIC, "" },
		{ "CVSS:3.1/AV", CVSS_UNKNOWN_METRIC, "AV" },
		{ "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:S/SA:N", CVSS_UNKNOWN_VALUE, "SI:S" },
		{ "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N", CVSS_MISSING, "SA" },
	};
	char *endless = memory_array(*memory, char, 100000);
	struct cvss cvss;
	const char *what;

	for (size_t i = 0; i < COUNT(bad); i++) {
		assert_int_equal(cvss_read(*memory, bad[i].vector, &cvss, &what), bad[i].wrong);
		assert_string_equal(what, bad[i].what);
	}
	memset(endless, 'A', 99999);
	memcpy(endless, "CVSS:3.1/", 9);
	assert_int_equal(cvss_read(*memory, endless, &cvss, &what), CVSS_TOO_LONG);
}

static void test_severity(void **memory)
{
	(void)memory;
	assert_string_equal(cvss_severity(0), "none");
	assert_string_equal(cvss_severity(1), "low");
	assert_string_equal(cvss_severity(39), "low");
	assert_string_equal(cvss_severity(40), "medium");
	assert_string_equal(cvss_severity(69), "medium");
	assert_string_equal(cvss_severity(70), "high");
	assert_string_equal(cvss_severity(89), "high");
	assert_string_equal(cvss_severity(90), "critical");
	assert_string_equal(cvss_severity(100), "critical");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_scores, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(test_forgiving, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(test_wrong, open_memory, close_memory),
		cmocka_unit_test(test_severity),
	};

	return cmocka_run_group_tests_name("cvss", tests, NULL, NULL);
}
