/* One-time codes: base/one_time.h. */
#include "case.h"

#include "base/one_time.h"

/* RFC 6238, appendix B: its secret, and the last six of its eight digits. */
static const unsigned char secret_bytes[] = "12345678901234567890";
static const char secret[] = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

static void test_codes_of_the_rfc(void **memory)
{
	static const struct { moment at; const char *code; } table[] = {
		{ 59,          "287082" },
		{ 1111111109,  "081804" },
		{ 1111111111,  "050471" },
		{ 1234567890,  "005924" },
		{ 2000000000,  "279037" },
		{ 20000000000, "353130" },
	};

	assert_string_equal(one_time_secret(*memory, secret_bytes), secret);
	for (size_t i = 0; i < COUNT(table); i++) {
		int64_t step = 0;

		assert_string_equal(one_time_code(*memory, secret, table[i].at), table[i].code);
		assert_true(one_time_matches(secret, table[i].code, table[i].at, &step));
		assert_int_equal(step, table[i].at / 30);
	}
}

static void test_how_late_a_code_may_be(void **memory)
{
	const moment now = 1795521600;
	int64_t step = 0;

	for (int steps = -3; steps <= 3; steps++) {
		const char *code = one_time_code(*memory, secret, now + steps * ONE_TIME_STEP);
		const bool near = steps >= -1 && steps <= 1;

		assert_int_equal(one_time_matches(secret, code, now, &step), near);
		if (near)
			assert_int_equal(step, now / ONE_TIME_STEP + steps);
	}
}

static void test_what_is_no_code(void **memory)
{
	static const char *const codes[] = { "", "28708", "2870822", "28708a", " 287082", "-87082" };
	int64_t step;

	(void)memory;
	for (size_t i = 0; i < COUNT(codes); i++)
		assert_false(one_time_matches(secret, codes[i], 59, &step));
	/* A secret that is none opens nothing either. */
	assert_false(one_time_matches("not base32!", "287082", 59, &step));
	assert_false(one_time_matches("", "", 59, &step));
}

static void test_what_apps_read(void **memory)
{
	assert_string_equal(one_time_groups(*memory, "ABCDEFGHIJ"), "ABCD EFGH IJ");
	assert_string_equal(one_time_groups(*memory, secret),
	    "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
	assert_string_equal(one_time_address(*memory, "ABCD", "Éq & Co", "a+b@cirt.example"),
	    "otpauth://totp/%C3%89q%20%26%20Co:a%2Bb%40cirt.example"
	    "?secret=ABCD&issuer=%C3%89q%20%26%20Co");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_codes_of_the_rfc, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(test_how_late_a_code_may_be, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(test_what_is_no_code, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(test_what_apps_read, open_memory, close_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
