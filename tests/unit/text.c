/* Text and growing buffers: base/text.h, on base/memory.h. */
#include "case.h"

#include "base/text.h"

struct pair { const char *in, *out; };

static void all_become(void *memory, const struct pair *pairs, size_t count,
	const char *(*change)(const void *, const char *))
{
	for (size_t i = 0; i < count; i++)
		assert_string_equal(change(memory, pairs[i].in), pairs[i].out);
}

static void texts_are_compared(void **memory)
{
	(void)memory;
	assert_true(text_is("a", "a"));
	assert_false(text_is("a", "ab"));
	assert_false(text_is("a", NULL));
	assert_false(text_is(NULL, "a"));
	assert_true(text_is(NULL, NULL));
	assert_true(text_is_empty(NULL));
	assert_true(text_is_empty(""));
	assert_false(text_is_empty("0"));
	assert_true(text_starts("/report", "/"));
	assert_false(text_starts("", "/"));
	assert_false(text_starts(NULL, "/"));
	assert_true(text_ends("queue.cs", ".cs"));
	assert_false(text_ends("s", ".cs"));
	assert_false(text_ends(NULL, ".cs"));
	assert_true(text_same_secret("12345", "12345"));
	assert_false(text_same_secret("12345", "12346"));
	assert_false(text_same_secret("1234", "12345"));
	assert_false(text_same_secret(NULL, NULL));
}

/* Copied without a terminator, so that reading too far is seen. */
static bool is_utf8(const char *bytes, size_t size)
{
	char *copy = malloc(size ? size : 1);

	assert_non_null(copy);
	memcpy(copy, bytes, size);
	bool is = text_is_utf8(copy, size);
	free(copy);
	return is;
}

static void utf8_is_strict(void **memory)
{
	static const struct { const char *bytes; size_t size; bool good; } table[] = {
		{ "", 0, true },
		{ "plain", 5, true },
		{ "\xD8\xAA\xD9\x82", 4, true },
		{ "\xE4\xB8\xAD", 3, true },
		{ "\xF0\x9F\x94\x94", 4, true },
		{ "\xF4\x8F\xBF\xBF", 4, true },     /* U+10FFFF */
		{ "\xEE\x80\x80", 3, true },         /* private use */
		{ "\xEF\xBF\xBF", 3, true },         /* a noncharacter is a character */
		{ "\xF4\x90\x80\x80", 4, false },    /* above */
		{ "\xF5\x80\x80\x80", 4, false },
		{ "\xED\xA0\x80", 3, false },        /* a surrogate */
		{ "\xED\xBF\xBF", 3, false },
		{ "\xC0\x80", 2, false },            /* overlong NUL */
		{ "\xC1\xBF", 2, false },
		{ "\xE0\x80\xAF", 3, false },        /* overlong slash */
		{ "\xF0\x80\x80\xAF", 4, false },
		{ "\x80", 1, false },
		{ "\xBF" "a", 2, false },
		{ "\xC3", 1, false },                /* cut off */
		{ "\xE4\xB8", 2, false },
		{ "\xF0\x9F\x94", 3, false },
		{ "\xC3(", 2, false },
		{ "\xFE", 1, false },
		{ "\xFF\xFF", 2, false },
		{ "caf\xE9", 4, false },             /* Latin 1 */
		{ "a\0b", 3, false },
		{ "\0", 1, false },
	};

	(void)memory;
	for (size_t i = 0; i < COUNT(table); i++)
		if (is_utf8(table[i].bytes, table[i].size) != table[i].good)
			fail_msg("row %zu", i);
}

static void characters_are_counted_and_cut(void **memory)
{
	assert_int_equal(text_length(""), 0);
	assert_int_equal(text_length("abc"), 3);
	assert_int_equal(text_length("تقرير"), 5);
	assert_int_equal(text_length("中文🔔"), 3);
	assert_string_equal(text_cut(*memory, "report", 6), "report");
	assert_string_equal(text_cut(*memory, "report", 5), "repor…");
	assert_string_equal(text_cut(*memory, "تقرير", 2), "تق…");
	assert_string_equal(text_cut(*memory, "🔔🔔", 1), "🔔…");
	assert_string_equal(text_cut(*memory, "a", 0), "…");
	assert_string_equal(text_cut(*memory, "", 0), "");
}

static void ends_are_trimmed(void **memory)
{
	static const struct pair table[] = {
		{ "", "" },
		{ "   ", "" },
		{ " a b ", "a b" },
		{ "\t\r\n a\n ", "a" },
		{ "a\r\nb\rc\nd", "a\nb\nc\nd" },
		{ "a\r\n\r\nb", "a\n\nb" },
		{ "a\xC2\x85" "b", "a\nb" },                 /* NEL */
		{ "a\tb", "a\tb" },
		{ "a\x01\x1B[31mb\x7F" "c\xC2\x9B" "d", "a[31mbcd" },
		{ "\xC2\xA0" "a\xC2\xA0", "a" },             /* no-break space */
		{ "\xE3\x80\x80" "中\xE3\x80\x80", "中" },   /* ideographic space */
		{ "\xE2\x80\x8F" "ت\xE2\x80\x8E", "ت" },     /* RLM, LRM */
		{ "\xE2\x81\xA8" "a\xE2\x81\xA9", "a" },     /* isolates */
		{ "\xEF\xBB\xBF" "a", "a" },                 /* byte order mark */
		{ "\xE2\x80\x8B\xE2\x80\x8B", "" },          /* only zero width */
		{ " \x01 \xE2\x80\x8F ", "" },
		{ "می\xE2\x80\x8Cخواهم", "می\xE2\x80\x8Cخواهم" },   /* kept inside */
		{ "a  b\n  c", "a  b\n  c" },
	};
	static const struct pair lines[] = {
		{ "", "" },
		{ "  a \t b\r\n\r\nc ", "a b c" },
		{ "a\xC2\xA0\xC2\xA0" "b", "a b" },
		{ "a\xE2\x80\xA8" "b", "a b" },              /* line separator */
		{ "a \xE2\x80\x8B", "a" },
		{ "a\x01 \x02 b", "a b" },
		{ "\n\n", "" },
	};

	static const struct pair bare[] = {
		{ "a b", "a b" },
		{ "\xE2\x80\x8E" "+1\xE2\x80\x8B" "2\xEF\xBB\xBF", "+12" },
	};

	all_become(*memory, bare, COUNT(bare), text_bare);
	all_become(*memory, table, COUNT(table), text_trim);
	all_become(*memory, lines, COUNT(lines), text_one_line);
}

static void letters_and_digits_are_made_one(void **memory)
{
	static const struct pair normal[] = {
		{ "", "" },
		{ "plain", "plain" },
		{ "cafe\xCC\x81", "café" },
		{ "café", "café" },
		{ "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "한" },
		{ "\xEF\xAC\x81", "\xEF\xAC\x81" },          /* fi: canonical, not compatible */
	};
	static const struct pair lower[] = {
		{ "AnNa@EXAMPLE.Org", "anna@example.org" },
		{ "É", "É" },
	};
	static const struct pair upper[] = { { "team-2026-k7é", "TEAM-2026-K7é" } };
	static const struct pair digits[] = {
		{ "2026", "2026" },
		{ "٢٠٢٦", "2026" },
		{ "۲۱", "21" },
		{ "２０", "20" },
		{ "+٩٩٩ 20 x", "+999 20 x" },
		{ "२०", "२०" },
	};

	all_become(*memory, normal, COUNT(normal), text_normal);
	all_become(*memory, lower, COUNT(lower), text_lower);
	all_become(*memory, upper, COUNT(upper), text_upper);
	all_become(*memory, digits, COUNT(digits), text_ascii_digits);
}

static void marks_without_end_are_normalised_in_time(void **memory)
{
	struct buffer b;

	buffer_open(&b, *memory, 1 << 20);
	for (int i = 0; i < 10000; i++)
		buffer_add(&b, i % 2 ? "\xCC\x81" : "\xCC\xA3");
	assert_int_equal(text_length(text_normal(*memory, buffer_text(&b))), 10000);
}

static void numbers_are_whole(void **memory)
{
	static const struct { const char *text; bool good; int64_t number; } table[] = {
		{ "0", true, 0 },
		{ "007", true, 7 },
		{ "-1", true, -1 },
		{ "-0", true, 0 },
		{ "9223372036854775807", true, INT64_MAX },
		{ "-9223372036854775808", true, INT64_MIN },
		{ "9223372036854775808", false, 0 },
		{ "-9223372036854775809", false, 0 },
		{ "99999999999999999999999", false, 0 },
		{ "", false, 0 },
		{ "-", false, 0 },
		{ "--1", false, 0 },
		{ "+1", false, 0 },
		{ " 1", false, 0 },
		{ "1 ", false, 0 },
		{ "1e3", false, 0 },
		{ "0x10", false, 0 },
		{ "1.0", false, 0 },
		{ "٢", false, 0 },
	};
	int64_t number = 0;

	(void)memory;
	for (size_t i = 0; i < COUNT(table); i++) {
		bool good = text_number(table[i].text, INT64_MIN, INT64_MAX, &number);

		if (good != table[i].good || (good && number != table[i].number))
			fail_msg("%s", table[i].text);
	}
	assert_false(text_number(NULL, 0, 9, &number));
	assert_true(text_number("9", 0, 9, &number));
	assert_false(text_number("10", 0, 9, &number));
	assert_false(text_number("-1", 0, 9, &number));
}

static void buffers_grow_to_their_limit(void **memory)
{
	struct buffer b;

	buffer_open(&b, *memory, 10);
	assert_string_equal(buffer_text(&b), "");
	buffer_add(&b, "");
	buffer_printf(&b, "%d-%s", 12, "34");
	buffer_add_bytes(&b, "5678\0", 4);
	assert_string_equal(buffer_text(&b), "12-345678");
	assert_false(b.full);
	buffer_add(&b, "99");
	assert_true(b.full);
	buffer_add(&b, "9");
	assert_string_equal(buffer_text(&b), "12-345678");
	assert_int_equal(b.size, 9);

	buffer_open(&b, *memory, 1 << 20);
	for (int i = 0; i < 100000; i++)
		buffer_add(&b, "ten bytes.");
	assert_int_equal(b.size, 1000000);
	assert_false(b.full);
	buffer_printf(&b, "%*s", 50000, "");
	assert_true(b.full);
}

static void memory_copies(void **memory)
{
	int *numbers = memory_array(*memory, int, 3);

	assert_int_equal(numbers[0] + numbers[1] + numbers[2], 0);
	numbers[2] = 7;
	numbers = memory_grow(numbers, int, 1000);
	assert_int_equal(numbers[2], 7);
	assert_ptr_equal(talloc_parent(numbers), *memory);
	assert_null(memory_text(*memory, NULL));
	assert_string_equal(memory_text(*memory, "a"), "a");
	assert_string_equal(memory_text_of(*memory, "abc", 2), "ab");
	assert_string_equal(memory_text_of(*memory, NULL, 0), "");
	assert_string_equal(memory_printf(*memory, "%s %d", "a", 1), "a 1");

	char *secret = memory_text(*memory, "secret");

	memory_wipe(secret, 6);
	memory_wipe(NULL, 0);
}

static void names_stay_on_one_line(void **memory)
{
	assert_string_equal(text_unbroken(*memory, "VEL-CIRT"), "VEL-\u2060CIRT");
	assert_string_equal(text_unbroken(*memory, "A--"), "A-\u2060-\u2060");
	assert_string_equal(text_unbroken(*memory, ""), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_stay_on_one_line),
		cmocka_unit_test(texts_are_compared),
		cmocka_unit_test(utf8_is_strict),
		cmocka_unit_test(characters_are_counted_and_cut),
		cmocka_unit_test(ends_are_trimmed),
		cmocka_unit_test(letters_and_digits_are_made_one),
		cmocka_unit_test(marks_without_end_are_normalised_in_time),
		cmocka_unit_test(numbers_are_whole),
		cmocka_unit_test(buffers_grow_to_their_limit),
		cmocka_unit_test(memory_copies),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("text", tests, open_memory, close_memory);
}
