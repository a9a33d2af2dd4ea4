/* Queries, cookies and paths, as browsers send them and as they never would:
 * web/parse.h. */
#include "parsing.h"

static void percent_signs_are_decoded(void **memory)
{
	static const struct row table[] = {
		{ TEXT_AND_SIZE(""), PARSE_OK, "" },
		{ TEXT_AND_SIZE("a%41%7e"), PARSE_OK, "aA~" },
		{ TEXT_AND_SIZE("a+b"), PARSE_OK, "a b" },
		{ TEXT_AND_SIZE("%2B%20"), PARSE_OK, "+ " },
		{ TEXT_AND_SIZE("%D8%AA"), PARSE_OK, "ت" },
		{ TEXT_AND_SIZE("%25%32%35"), PARSE_OK, "%25" },
		{ TEXT_AND_SIZE("%"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("%4"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("%4g"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("%g4"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("%%41"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("%u0041"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("%00"), PARSE_ENCODING, NULL },
		{ TEXT_AND_SIZE("a\0b"), PARSE_ENCODING, NULL },
		{ TEXT_AND_SIZE("%C0%80"), PARSE_ENCODING, NULL },
		{ TEXT_AND_SIZE("%ED%A0%80"), PARSE_ENCODING, NULL },
		{ TEXT_AND_SIZE("%FF"), PARSE_ENCODING, NULL },
		{ TEXT_AND_SIZE("\xE9"), PARSE_ENCODING, NULL },
	};

	for (size_t i = 0; i < COUNT(table); i++) {
		char *in = exact(table[i].in, table[i].size), *out = NULL;
		enum parse_result result = parse_percent(*memory, in,
			table[i].size, true, &out);

		if (result != table[i].result
				|| (result == PARSE_OK && !text_is(out, table[i].out)))
			fail_msg("row %zu: %d \"%s\"", i, result, out);
		free(in);
	}

	char *plain;

	assert_int_equal(parse_percent(*memory, "a+b", 3, false, &plain), PARSE_OK);
	assert_string_equal(plain, "a+b");
}

static void queries_are_taken_apart(void **memory)
{
	for (size_t i = 0; i < COUNT(query_rows); i++) {
		const struct row *row = &query_rows[i];
		char *in = exact(row->in, row->size);
		struct field_values values = { NULL, 0 };
		enum parse_result result = parse_query(*memory, in, row->size, &values);
		const char *out = said(*memory, &values);

		if (result != row->result
				|| (result == PARSE_OK && !text_is(out, row->out)))
			fail_msg("row %zu: %d \"%s\"", i, result, out);
		free(in);
	}
}

static void queries_add_to_what_is_there(void **memory)
{
	struct field_values values = { NULL, 0 };

	assert_int_equal(parse_query(*memory, "a=1", 3, &values), PARSE_OK);
	assert_int_equal(parse_query(*memory, "b=2&a=3", 7, &values), PARSE_OK);
	assert_string_equal(said(*memory, &values), "a=1|b=2|a=3");
	assert_string_equal(field_value(&values, "a"), "1");
	assert_string_equal(field_value(&values, "b"), "2");
	assert_null(field_value(&values, "c"));
}

static void queries_have_a_length(void **memory)
{
	struct field_values values = { NULL, 0 };
	char *query = malloc(PARSE_QUERY_BYTES + 1);

	assert_non_null(query);
	memset(query, 'a', PARSE_QUERY_BYTES + 1);
	query[1] = '=';
	assert_int_equal(parse_query(*memory, query, PARSE_QUERY_BYTES, &values),
		PARSE_OK);
	assert_int_equal(parse_query(*memory, query, PARSE_QUERY_BYTES + 1, &values),
		PARSE_TOO_LONG);
	free(query);
}

static void cookies_are_taken_apart(void **memory)
{
	static const struct { const char *in, *out; } table[] = {
		{ "", "" },
		{ "a=1", "a=1" },
		{ "a=1; b=2", "a=1|b=2" },
		{ "a=1;b=2 ;  c=3", "a=1|b=2|c=3" },
		{ "a=1; a=2", "a=1|a=2" },
		{ "a=x=y==", "a=x=y==" },
		{ "a=", "a=" },
		{ "a", "" },
		{ "=1; b=2", "b=2" },
		{ ";;; b=2;", "b=2" },
		{ "a=\"1\"; b=2", "b=2" },
		{ "a=1 2; b=2", "b=2" },
		{ "a=1,2; b=2", "b=2" },
		{ "a=\\1; b=2", "b=2" },
		{ "a=\xC3\xA9; b=2", "b=2" },
		{ "a=\xFF; b=2", "b=2" },
		{ "a=\x01; b=2", "b=2" },
		{ "a b=1; b=2", "b=2" },
		{ "a=%00%41", "a=%00%41" },
	};
	struct field_values none = { NULL, 0 };

	for (size_t i = 0; i < COUNT(table); i++) {
		/* The header of a request ends in NUL, but in nothing after it. */
		char *in = exact(table[i].in, strlen(table[i].in) + 1);
		struct field_values values = { NULL, 0 };

		assert_int_equal(parse_cookies(*memory, in, &values), PARSE_OK);
		assert_string_equal(said(*memory, &values), table[i].out);
		free(in);
	}
	assert_int_equal(parse_cookies(*memory, NULL, &none), PARSE_OK);
	assert_int_equal(none.count, 0);
}

static enum parse_result many_cookies(const void *memory, int count)
{
	struct field_values values = { NULL, 0 };
	struct buffer b;

	buffer_open(&b, memory, 1 << 20);
	for (int i = 0; i < count; i++)
		buffer_printf(&b, "c%d=%d; ", i, i);
	return parse_cookies(memory, buffer_text(&b), &values);
}

static void cookies_have_limits(void **memory)
{
	assert_int_equal(many_cookies(*memory, PARSE_COOKIES), PARSE_OK);
	assert_int_equal(many_cookies(*memory, PARSE_COOKIES + 1), PARSE_TOO_MANY);
	assert_int_equal(many_cookies(*memory, 2000), PARSE_TOO_LONG);
}

static void paths_are_checked(void **memory)
{
	static const struct row table[] = {
		{ TEXT_AND_SIZE("/"), PARSE_OK, "/" },
		{ TEXT_AND_SIZE("/report"), PARSE_OK, "/report" },
		{ TEXT_AND_SIZE("/ar/"), PARSE_OK, "/ar/" },
		{ TEXT_AND_SIZE("/.well-known/security.txt"), PARSE_OK,
			"/.well-known/security.txt" },
		{ TEXT_AND_SIZE("/a%20b/%D8%AA"), PARSE_OK, "/a b/ت" },
		{ TEXT_AND_SIZE("/a+b"), PARSE_OK, "/a+b" },
		{ TEXT_AND_SIZE("/..."), PARSE_OK, "/..." },
		{ TEXT_AND_SIZE("/%2561"), PARSE_OK, "/%61" },
		{ TEXT_AND_SIZE(""), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("report"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("http://x/"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("//"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("//evil.example/"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("/a//b"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("/a//"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("/."), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("/.."), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("/a/../b"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("/a/./b"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("/a/%2e%2E/b"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("/a%2fb"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("/%2F"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("/a\\b"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("/a%5Cb"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("/a%0Ab"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("/a%7F"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("/a%C2%9F"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("/a%"), PARSE_MALFORMED, NULL },
		{ TEXT_AND_SIZE("/a%00"), PARSE_ENCODING, NULL },
		{ TEXT_AND_SIZE("/a\0"), PARSE_ENCODING, NULL },
		{ TEXT_AND_SIZE("/%C0%AE%C0%AE/"), PARSE_ENCODING, NULL },
		{ TEXT_AND_SIZE("/\xE9"), PARSE_ENCODING, NULL },
	};
	const char *path = NULL;

	for (size_t i = 0; i < COUNT(table); i++) {
		char *in = exact(table[i].in, table[i].size);
		enum parse_result result = parse_path(*memory, in, table[i].size, &path);

		if (result != table[i].result
				|| (result == PARSE_OK && !text_is(path, table[i].out)))
			fail_msg("row %zu: %d \"%s\"", i, result, path);
		free(in);
	}

	char *long_path = memory_array(*memory, char, PARSE_PATH_BYTES + 1);

	memset(long_path, 'a', PARSE_PATH_BYTES + 1);
	long_path[0] = '/';
	assert_int_equal(parse_path(*memory, long_path, PARSE_PATH_BYTES, &path),
		PARSE_OK);
	assert_int_equal(parse_path(*memory, long_path, PARSE_PATH_BYTES + 1, &path),
		PARSE_TOO_LONG);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(percent_signs_are_decoded),
		cmocka_unit_test(queries_are_taken_apart),
		cmocka_unit_test(queries_add_to_what_is_there),
		cmocka_unit_test(queries_have_a_length),
		cmocka_unit_test(cookies_are_taken_apart),
		cmocka_unit_test(cookies_have_limits),
		cmocka_unit_test(paths_are_checked),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("parse", tests, open_memory, close_memory);
}
