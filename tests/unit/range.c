/* Pieces of files, and the tags they depend on. */
#include "case.h"

#include "web/range.h"

static const struct asked {
	const char *header;
	int64_t size;
	enum range range;
	int64_t first, last;      /* of RANGE_PART */
} asked[] = {
	{ NULL, 100, RANGE_WHOLE, 0, 0 },
	{ "bytes=0-99", 100, RANGE_PART, 0, 99 },
	{ "bytes=0-0", 100, RANGE_PART, 0, 0 },
	{ "bytes=99-99", 100, RANGE_PART, 99, 99 },
	{ "bytes=10-", 100, RANGE_PART, 10, 99 },
	{ "bytes=10-1000", 100, RANGE_PART, 10, 99 },
	{ "Bytes= 10-20 ", 100, RANGE_PART, 10, 20 },
	{ "bytes=-10", 100, RANGE_PART, 90, 99 },
	{ "bytes=-100", 100, RANGE_PART, 0, 99 },
	{ "bytes=-1000", 100, RANGE_PART, 0, 99 },
	{ "bytes=-0", 100, RANGE_OUTSIDE, 0, 0 },
	{ "bytes=100-", 100, RANGE_OUTSIDE, 0, 0 },
	{ "bytes=100-200", 100, RANGE_OUTSIDE, 0, 0 },
	{ "bytes=999999999999999999-", 100, RANGE_OUTSIDE, 0, 0 },
	{ "bytes=0-", 0, RANGE_OUTSIDE, 0, 0 },
	{ "bytes=-1", 0, RANGE_OUTSIDE, 0, 0 },
	/* What is not understood is not there (RFC 9110, section 14.2). */
	{ "bytes=20-10", 100, RANGE_WHOLE, 0, 0 },
	{ "bytes=0-1,5-6", 100, RANGE_WHOLE, 0, 0 },
	{ "bytes=", 100, RANGE_WHOLE, 0, 0 },
	{ "bytes=-", 100, RANGE_WHOLE, 0, 0 },
	{ "bytes=--5", 100, RANGE_WHOLE, 0, 0 },
	{ "bytes=a-b", 100, RANGE_WHOLE, 0, 0 },
	{ "bytes=1-b", 100, RANGE_WHOLE, 0, 0 },
	{ "bytes=+1-2", 100, RANGE_WHOLE, 0, 0 },
	{ "bytes=0x1-2", 100, RANGE_WHOLE, 0, 0 },
	{ "bytes=18446744073709551616-", 100, RANGE_WHOLE, 0, 0 },
	{ "bytes=0-18446744073709551616", 100, RANGE_WHOLE, 0, 0 },
	{ "lines=0-1", 100, RANGE_WHOLE, 0, 0 },
	{ "0-1", 100, RANGE_WHOLE, 0, 0 },
	{ "", 100, RANGE_WHOLE, 0, 0 },
	{ "bytes", 100, RANGE_WHOLE, 0, 0 },
};

static void pieces(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(asked); i++) {
		int64_t first, last;
		enum range range = range_read(asked[i].header, asked[i].size, &first, &last);

		if (range != asked[i].range)
			fail_msg("'%s' of %d: %d", asked[i].header, (int)asked[i].size, (int)range);
		if (range == RANGE_PART && (first != asked[i].first || last != asked[i].last))
			fail_msg("'%s': %d to %d", asked[i].header, (int)first, (int)last);
	}
}

static void tags(void **state)
{
	(void)state;
	assert_true(tag_is_in("\"a\"", "\"a\""));
	assert_true(tag_is_in("W/\"a\"", "\"a\""));
	assert_true(tag_is_in("\"b\", \"a\"", "\"a\""));
	assert_true(tag_is_in("\"b\",W/\"a\" , \"c\"", "\"a\""));
	assert_true(tag_is_in("*", "\"a\""));
	assert_false(tag_is_in(NULL, "\"a\""));
	assert_false(tag_is_in("", "\"a\""));
	assert_false(tag_is_in("\"ab\"", "\"a\""));
	assert_false(tag_is_in("a", "\"a\""));
	assert_false(tag_is_in(",,,", "\"a\""));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces),
		cmocka_unit_test(tags),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
