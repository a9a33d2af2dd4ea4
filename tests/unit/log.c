/* What is written to the log: base/log.h. */
#include "case.h"

#include <unistd.h>

#include "base/log.h"

static char said[16 * 1024];
static int real_error = -1, into, from;

static void listen_to_log(void)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	from = ends[0];
	into = ends[1];
	real_error = dup(STDERR_FILENO);
	dup2(into, STDERR_FILENO);
}

/* What was written since, in `writes` writes at most. */
static const char *heard(void)
{
	dup2(real_error, STDERR_FILENO);
	close(real_error);
	close(into);

	const ssize_t size = read(from, said, sizeof said - 1);
	close(from);
	said[size < 0 ? 0 : size] = '\0';
	return said;
}

/* The line of a note, without its time. */
static const char *noted(const char *text)
{
	listen_to_log();
	log_note("%s", text);
	const char *line = heard();

	assert_true(strlen(line) > 21);
	return line + 21;
}

static void lines_have_five_parts(void **state)
{
	(void)state;
	log_name("inside 3");
	log_request("k3f9-000123");
	listen_to_log();
	log_error("cannot open '%s': %d", "a", 2);
	const char *line = heard();

	/* 2026-11-21T10:00:00Z */
	assert_int_equal(strspn(line, "0123456789-:TZ"), 20);
	assert_string_equal(line + 20, " error inside-3 k3f9-000123 cannot open 'a': 2\n");
	log_name("");
	log_request("");
	assert_string_equal(noted("hello"), "note - - hello\n");
}

static void what_could_deceive_is_escaped(void **state)
{
	static const struct { const char *text, *line; } known[] = {
		{ "one\ntwo",                   "one\\ntwo" },
		{ "one\r\x1b[31mtwo",           "one\\x0d\\x1b[31mtwo" },
		{ "a\\nb",                      "a\\\\nb" },
		{ "\t\x7f",                     "\\x09\\x7f" },
		{ "caf\xc3\xa9 \xd8\xb3 \xe2\x82\xac", "caf\xc3\xa9 \xd8\xb3 \xe2\x82\xac" },
		{ "\xe2\x80\xae" "gpj",         "\\u202egpj" },
		{ "\xe2\x81\xa6\xe2\x81\xa9",   "\\u2066\\u2069" },
		{ "\xd8\x9c\xe2\x80\x8f\xe2\x80\xa8", "\\u061c\\u200f\\u2028" },
		{ "\xc2\x9b" "31m",             "\\x9b31m" },
		{ "\xff\xc3",                   "\\xff\\xc3" },
		{ "\xc0\xaf",                   "\\xc0\\xaf" },
		{ "\xed\xa0\x80",               "\\xed\\xa0\\x80" },
		{ "\xf0\x9f\x94\x94",           "\xf0\x9f\x94\x94" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(known); i++) {
		const char *line = noted(known[i].text);
		const size_t length = strlen(known[i].line);

		assert_memory_equal(line, "note - - ", 9);
		assert_memory_equal(line + 9, known[i].line, length);
		assert_string_equal(line + 9 + length, "\n");
	}
	log_request("a\nb");
	assert_string_equal(noted("c"), "note - a\\nb c\n");
	log_request("");
}

static void long_lines_are_cut_at_a_character(void **state)
{
	char text[6001];

	(void)state;
	for (size_t i = 0; i + 2 < sizeof text; i += 2)
		memcpy(text + i, "\xd8\xb3", 3);
	const char *line = noted(text) - 21;

	assert_true(strlen(line) <= 4096 && strlen(line) >= 4094);
	assert_memory_equal(line + strlen(line) - 3, "\xd8\xb3\n", 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_have_five_parts),
		cmocka_unit_test(what_could_deceive_is_escaped),
		cmocka_unit_test(long_lines_are_cut_at_a_character),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("log", tests, NULL, NULL);
}
