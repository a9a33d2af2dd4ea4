/* A text as a QR code: web/qr.h. */
#include "case.h"

#include "web/qr.h"

static void test_a_code_to_photograph(void **state)
{
	void *memory = memory_root("a test");
	const char *svg = qr_svg(memory, "otpauth://totp/VEL-CIRT:a%40cirt.example?secret=ABCD");
	char *long_text = memory_array(memory, char, 5001);

	(void)state;
	assert_non_null(svg);
	assert_memory_equal(svg, "<svg class=\"qr\"", 15);
	assert_string_equal(svg + strlen(svg) - 6, "</svg>");
	assert_null(strstr(svg, "style"));
	assert_null(strstr(svg, "otpauth"));
	memset(long_text, 'x', 5000);
	assert_null(qr_svg(memory, long_text));
	memory_end(memory);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_code_to_photograph),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
