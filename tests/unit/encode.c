/* Percent-encoding: web/encode.h. What it makes, web/parse.h takes apart. */
#include "case.h"

#include "web/encode.h"

static void test_parts(void **state)
{
	static const struct { const char *text, *encoded; } table[] = {
		{ "",                 "" },
		{ "plain-text_1.~",   "plain-text_1.~" },
		{ "/desk/queue?a=b",  "%2Fdesk%2Fqueue%3Fa%3Db" },
		{ "a b+c&d;e\r\n",    "a%20b%2Bc%26d%3Be%0D%0A" },
		{ "\xd8\xb9",         "%D8%B9" },
	};
	void *memory = memory_root("a test");

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++)
		assert_string_equal(encode_part(memory, table[i].text), table[i].encoded);
	memory_end(memory);
}

static void test_fields_come_back(void **state)
{
	struct field_value list[] = {
		{ "body", "Two lines\r\nwith = and & and % and + and \xd8\xb9" },
		{ "empty", "" },
		{ "roles", "a" },
		{ "roles", "b" },
	};
	const struct field_values fields = { list, COUNT(list) };
	struct field_values back = { 0 };
	void *memory = memory_root("a test");
	const char *encoded = encode_fields(memory, &fields);

	(void)state;
	assert_int_equal(parse_query(memory, encoded, strlen(encoded), &back), PARSE_OK);
	assert_int_equal(back.count, COUNT(list));
	for (size_t i = 0; i < COUNT(list); i++) {
		assert_string_equal(back.list[i].name, list[i].name);
		assert_string_equal(back.list[i].value, list[i].value);
	}
	memory_end(memory);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_fields_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
