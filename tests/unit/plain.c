/* Plain text in lines of 72 columns: formats/plain.h. */
#include "case.h"

#include "base/text.h"
#include "formats/plain.h"

static const char *plain(void *memory, const char *text, unsigned indent, bool right_to_left)
{
	struct buffer out;

	buffer_open(&out, memory, PLAIN_TEXT_BYTES);
	plain_add(&out, text, indent, right_to_left);
	return memory_text(memory, buffer_text(&out));
}

static size_t longest(const char *text)
{
	size_t most = 0;

	while (*text != '\0') {
		const size_t size = strcspn(text, "\n");

		most = size > most ? size : most;
		text += size + (text[size] == '\n');
	}
	return most;
}

static void short_lines_stay(void **memory)
{
	assert_string_equal(plain(*memory, "", 0, false), "");
	assert_string_equal(plain(*memory, "One.", 0, false), "One.\n");
	assert_string_equal(plain(*memory, "One.\n\nTwo.", 3, false), "   One.\n\n   Two.\n");
	assert_string_equal(plain(*memory, "blank at the end   ", 0, false), "blank at the end\n");
}

static void long_ones_are_broken_between_words(void **memory)
{
	const char *words = "somebody writes to the team and the team answers within the hour, always";
	struct buffer many;

	buffer_open(&many, *memory, 10000);
	for (int i = 0; i < 20; i++)
		buffer_printf(&many, "%s ", words);
	assert_in_range(longest(plain(*memory, buffer_text(&many), 0, false)), 60, PLAIN_COLUMNS);
	assert_in_range(longest(plain(*memory, buffer_text(&many), 3, false)), 60, PLAIN_COLUMNS);
	assert_non_null(strstr(plain(*memory, buffer_text(&many), 3, false), "\n   "));
}

static void an_address_stays_whole(void **memory)
{
	const char *address = "https://cirt.example/a-very-long-path-that-nobody-would-type"
	    "-by-hand-but-that-is-an-address-all-the-same";

	assert_non_null(strstr(plain(*memory, memory_printf(*memory, "See\n%s", address), 3, false),
	    address));
}

static void wide_characters_count_two(void **memory)
{
	struct buffer many;

	buffer_open(&many, *memory, 10000);
	for (int i = 0; i < 100; i++)
		buffer_add(&many, "\u62a5");
	/* 36 of three bytes. */
	assert_int_equal(longest(plain(*memory, buffer_text(&many), 0, false)), 108);
}

static void what_runs_the_other_way_is_kept_together(void **memory)
{
	assert_string_equal(plain(*memory, "+999 20 555", 0, true),
	    "\u2066+999 20 555\u2069\n");
	assert_string_equal(plain(*memory, "\u0646\u062d\u0646", 0, true), "\u0646\u062d\u0646\n");
	assert_string_equal(plain(*memory, "+999 20 555", 0, false), "+999 20 555\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(short_lines_stay, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(long_ones_are_broken_between_words, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(an_address_stays_whole, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(wide_characters_count_two, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(what_runs_the_other_way_is_kept_together, open_memory,
		    close_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
