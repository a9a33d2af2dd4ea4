/* Contrast, and the tones of a colour: domain/colour.h. */
#include "case.h"

#include "domain/colour.h"

static struct colour colour(const char *text)
{
	struct colour read;

	assert_true(colour_read(text, &read));
	return read;
}

static void what_is_a_colour(void **memory)
{
	static const char *const none[] = { "", "#", "blue", "#12", "#1234", "#12345", "#1234567", "#gg0000",
		"##12345", " #123456", "#123456 ", "0x1234" };
	struct colour read;

	assert_string_equal(colour_text(*memory, colour("#0f5C4d")), "#0f5c4d");
	assert_string_equal(colour_text(*memory, colour("0F5C4D")), "#0f5c4d");
	assert_string_equal(colour_text(*memory, colour("#a0f")), "#aa00ff");
	for (size_t i = 0; i < COUNT(none); i++)
		assert_false(colour_read(none[i], &read));
	assert_false(colour_read(NULL, &read));
}

/* Ratios that WCAG names, and some worked out apart from us. */
static void contrast_is_that_of_wcag(void **memory)
{
	static const struct { const char *one, *other, *ratio; } known[] = {
		{ "#000", "#fff", "21.00" }, { "#fff", "#fff", "1.00" },
		{ "#767676", "#fff", "4.54" }, { "#777777", "#fff", "4.47" },
		{ "#ffcc00", "#f1eee8", "1.30" }, { "#0f5c4d", "#f1eee8", "6.82" },
	};

	for (size_t i = 0; i < COUNT(known); i++) {
		assert_string_equal(colour_ratio_text(*memory, colour_contrast(colour(known[i].one),
		    colour(known[i].other))), known[i].ratio);
		assert_string_equal(colour_ratio_text(*memory, colour_contrast(colour(known[i].other),
		    colour(known[i].one))), known[i].ratio);
	}
	assert_string_equal(colour_ratio_text(*memory, 4.4999), "4.49");
}

static bool reads(struct colour one, const char *ground)
{
	return colour_contrast(one, colour(ground)) >= COLOUR_CONTRAST;
}

/* Every sixteenth shade of each channel: grounds of the style sheet, light and dark. */
static void every_colour_ends_in_tones_that_can_be_read(void **memory)
{
	(void)memory;
	for (int i = 0; i < 16 * 16 * 16; i++) {
		const struct colour asked = { (unsigned char)(i / 256 * 17),
			(unsigned char)(i / 16 % 16 * 17), (unsigned char)(i % 16 * 17) };
		const struct colour near = colour_nearest(asked);
		struct looks_tones tones;

		assert_true(colour_is_readable(near));
		assert_int_equal(colour_is_readable(asked), memcmp(&asked, &near, sizeof asked) == 0);
		colour_tones(near, &tones);
		assert_true(reads(tones.light.act, "#f1eee8") && reads(tones.light.act, "#fbfaf7"));
		assert_true(reads(tones.light.act, "#fff") && reads(tones.light.over, "#fff"));
		assert_true(reads(colour("#14233b"), colour_text(*memory, tones.light.chosen)));
		assert_true(reads(tones.dark.act, "#18202c") && reads(tones.dark.act, "#10161f"));
		assert_true(reads(tones.dark.over, "#10161f"));
		assert_true(reads(colour("#e9e6df"), colour_text(*memory, tones.dark.chosen)));
		assert_true(reads(tones.band, "#14233b") && reads(tones.band, "#0b1017"));
	}
}

/* The grounds are those of the style sheet. */
static void grounds_are_those_of_the_sheet(void **memory)
{
	static const char *const tokens[] = { "--sunk: #f1eee8;", "--paper: #fbfaf7;", "--panel: #18202c;",
		"--paper: #10161f;", "--ink: #14233b;", "--ink: #e9e6df;", "--band: #14233b;", "--band: #0b1017;",
		"--on-act: #fff;", "--on-act: #10161f;" };
	const char *source = getenv("BELFRY_SOURCE");
	FILE *file = fopen(memory_printf(*memory, "%s/static/style/ground.css",
	    source != NULL ? source : "."), "r");
	static char sheet[20000];

	assert_non_null(file);
	assert_true(fread(sheet, 1, sizeof sheet - 1, file) > 0);
	fclose(file);
	for (size_t i = 0; i < COUNT(tokens); i++)
		assert_non_null(strstr(sheet, tokens[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_a_colour, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(contrast_is_that_of_wcag, open_memory, close_memory),
		cmocka_unit_test_setup_teardown(every_colour_ends_in_tones_that_can_be_read, open_memory,
		    close_memory),
		cmocka_unit_test_setup_teardown(grounds_are_those_of_the_sheet, open_memory, close_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
