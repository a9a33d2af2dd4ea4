/* Mail addresses as keys: base/mailbox.h. */
#include "case.h"

#include "base/mailbox.h"

static void test_one_spelling(void **state)
{
	static const struct { const char *address, *key; } table[] = {
		{ "a@cirt.example",              "a@cirt.example" },
		{ " A@CIRT.Example ",            "a@cirt.example" },
		{ "a.b+c@cirt.example",          "a.b+c@cirt.example" },
		{ "a@b\u00fccher.example",       "a@xn--bcher-kva.example" },
		{ "a@bu\u0308cher.example",      "a@xn--bcher-kva.example" },
		{ "A@B\u00dcCHER.EXAMPLE",       "a@xn--bcher-kva.example" },
		{ "a@xn--bcher-kva.example",     "a@xn--bcher-kva.example" },
		{ "\u00c9va@cirt.example",         "\u00e9va@cirt.example" },
		{ "a@stra\u00dfe.example",        "a@xn--strae-oqa.example" },
		{ "a@strasse.example",           "a@strasse.example" },
		{ "a@",                          "a@" },
		{ "",                            "" },
		{ "nobody",                      "nobody" },
	};
	void *memory = memory_root("a test");

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++)
		assert_string_equal(mailbox_key(memory, table[i].address), table[i].key);
	memory_end(memory);
}

static void test_as_servers_take_it(void **state)
{
	static const struct { const char *address, *taken; } table[] = {
		{ "Anna@cirt.example",       "Anna@cirt.example" },
		{ "anna@b\u00fccher.example", "anna@xn--bcher-kva.example" },
		{ "a@stra\u00dfe.example",    "a@xn--strae-oqa.example" },
		{ "nobody",                  "nobody" },
		{ "a@",                      "a@" },
	};
	void *memory = memory_root("a test");

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++)
		assert_string_equal(mailbox_ascii(memory, table[i].address), table[i].taken);
	memory_end(memory);
}

static void test_long_ones_stay_apart(void **state)
{
	void *memory = memory_root("a test");
	char *one = memory_array(memory, char, 401), *other = memory_array(memory, char, 401);

	(void)state;
	memset(one, 'a', 400);
	memset(other, 'a', 400);
	other[399] = 'b';
	assert_true(strlen(mailbox_key(memory, one)) <= 254);
	assert_string_equal(mailbox_key(memory, one), mailbox_key(memory, one));
	assert_string_not_equal(mailbox_key(memory, one), mailbox_key(memory, other));
	memory_end(memory);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_spelling),
		cmocka_unit_test(test_as_servers_take_it),
		cmocka_unit_test(test_long_ones_stay_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
