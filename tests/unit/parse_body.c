/* Bodies of any type: what is known, what is too much, and what it costs:
 * web/parse_body.h. */
#include "parsing.h"

static void urlencoded_bodies_are_queries(void **memory)
{
	for (size_t i = 0; i < COUNT(query_rows); i++) {
		const struct row *row = &query_rows[i];
		const char *out = body_of(*memory, URLENCODED, row->in, row->size);
		const char *wanted = row->out
			? memory_printf(*memory, "%d %s", row->result, row->out)
			: memory_printf(*memory, "%d ", row->result);

		if (!text_starts(out, wanted))
			fail_msg("row %zu: \"%s\"", i, out);
	}
}

static void types_are_known_or_refused(void **memory)
{
	static const struct { const char *type; enum parse_result result; } table[] = {
		{ URLENCODED, PARSE_OK },
		{ "Application/X-WWW-Form-URLencoded; charset=UTF-8", PARSE_OK },
		{ " application/x-www-form-urlencoded ", PARSE_OK },
		{ "application/x-www-form-urlencodedx", PARSE_UNKNOWN_TYPE },
		{ "application/json", PARSE_UNKNOWN_TYPE },
		{ "text/plain", PARSE_UNKNOWN_TYPE },
		{ "multipart/mixed; boundary=B", PARSE_UNKNOWN_TYPE },
		{ "multipart/form-datax; boundary=B", PARSE_UNKNOWN_TYPE },
		{ "", PARSE_UNKNOWN_TYPE },
		{ NULL, PARSE_UNKNOWN_TYPE },
	};

	for (size_t i = 0; i < COUNT(table); i++) {
		const char *out = body_said(*memory, table[i].type, "a=1", 3, 3, 9, 0);

		assert_int_equal(out[0] - '0', table[i].result);
	}
	assert_string_equal(body_said(*memory, NULL, "", 0, 0, 9, 0), "0 ");
	assert_string_equal(body_said(*memory, URLENCODED, "", 0, 0, 9, 0), "0 ");
	assert_string_equal(body_said(*memory, URLENCODED, "", 0, -1, 9, 0), "4 ");
}

static void short_bodies_are_noticed(void **memory)
{
	static const char body[] = PART("a") "1\r\n--B--\r\n";
	size_t size = sizeof(body) - 1;

	assert_string_equal(body_said(*memory, URLENCODED, "a=1", 3, 4, 99, 0), "3 ");
	assert_string_equal(body_said(*memory, URLENCODED, "", 0, 1, 99, 0), "3 ");
	assert_string_equal(body_said(*memory, URLENCODED, "a=1&b=2", 7, 3, 99, 0),
		"0 a=1");
	assert_string_equal(body_said(*memory, MULTIPART, body, size,
		(int64_t)size + 1, 99, 0), "3 a=1");
	assert_string_equal(body_said(*memory, MULTIPART, body, size,
		(int64_t)size - 1, 99, 0), "3 ");
	assert_string_equal(body_said(*memory, MULTIPART, body, size,
		(int64_t)size - 2, 99, 0), "0 a=1");
}

static void fields_are_counted(void **memory)
{
	static const struct { const char *type, *field, *end; } table[] = {
		{ URLENCODED, "a=1&", "" },
		{ MULTIPART, PART("a") "1\r\n", "--B--" },
		{ MULTIPART, FILE_PART("filename=\"x\"") "1\r\n", "--B--" },
		{ MULTIPART, FILE_PART("filename=\"\"") "\r\n", "--B--" },
	};

	for (size_t i = 0; i < COUNT(table); i++) {
		assert_int_equal(result_of(*memory, table[i].type, many(*memory,
			table[i].field, PARSE_FIELDS, table[i].end)), '0');
		assert_int_equal(result_of(*memory, table[i].type, many(*memory,
			table[i].field, PARSE_FIELDS + 1, table[i].end)), '1');
		assert_int_equal(result_of(*memory, table[i].type, many(*memory,
			table[i].field, 10000, table[i].end)), '1');
	}

	/* The query's fields and the body's are counted together. */
	struct field_values values = { NULL, 0 };
	const char *body = many(*memory, "a=1&", PARSE_FIELDS, "");
	struct sending sending = { body, strlen(body), 0, 99 };

	assert_int_equal(parse_query(*memory, "b=1", 3, &values), PARSE_OK);
	assert_int_equal(parse_body(*memory, URLENCODED, (int64_t)strlen(body),
		send_piece, &sending, NULL, NULL, &values), PARSE_TOO_MANY);
}

static void text_has_limits(void **memory)
{
	const char *value = many(*memory, "x", PARSE_VALUE_BYTES, "");
	const char *name = many(*memory, "n", PARSE_NAME_BYTES, "");
	void *m = *memory;

	assert_int_equal(result_of(m, URLENCODED, memory_printf(m, "a=%s", value)), '0');
	assert_int_equal(result_of(m, URLENCODED, memory_printf(m, "a=%sx", value)), '2');
	assert_int_equal(result_of(m, URLENCODED, memory_printf(m, "%s=1", name)), '0');
	assert_int_equal(result_of(m, URLENCODED, memory_printf(m, "%sn=1", name)), '2');
	assert_int_equal(result_of(m, URLENCODED, memory_printf(m,
		"a=%s&b=%s&c=%s&d=%s", value, value, value, value)), '2');
	assert_int_equal(result_of(m, URLENCODED, memory_printf(m,
		"a=%s&b=%s&c=%s&d=1", value, value, value)), '0');

	static const char part[] = "--B\r\nContent-Disposition: form-data; "
		"name=\"%s%s\"\r\n\r\n%s%s\r\n--B--";

	assert_int_equal(result_of(m, MULTIPART, memory_printf(m, part, name, "",
		value, "")), '0');
	assert_int_equal(result_of(m, MULTIPART, memory_printf(m, part, name, "n",
		"1", "")), '2');
	assert_int_equal(result_of(m, MULTIPART, memory_printf(m, part, "a", "",
		value, "x")), '2');
	assert_int_equal(result_of(m, MULTIPART, many(m, memory_printf(m,
		PART("a") "%s\r\n", value), 4, "--B--")), '2');
	assert_int_equal(result_of(m, MULTIPART, many(m, memory_printf(m,
		PART("a") "%s\r\n", value), 3, "--B--")), '0');
}

/* A file of 25 MB that is never in memory. */
struct stream { const char *head, *tail; size_t head_left, file_left, tail_left; };

static size_t stream_pull(void *source, void *bytes, size_t size)
{
	struct stream *s = source;
	size_t *left = s->head_left ? &s->head_left
		: s->file_left ? &s->file_left : &s->tail_left;

	size = size < *left ? size : *left;
	if (left == &s->file_left)
		memset(bytes, '\r', size);
	else
		memcpy(bytes, left == &s->head_left
			? s->head + strlen(s->head) - *left
			: s->tail + strlen(s->tail) - *left, size);
	*left -= size;
	return size;
}

static void large_files_pass_through_one_buffer(void **memory)
{
	enum { FILE_BYTES = 25 * 1024 * 1024 };
	struct stream s = { .head = FILE_PART("filename=\"x\""), .tail = "\r\n--B--",
		.file_left = FILE_BYTES };
	struct field_values values = { NULL, 0 };
	size_t before = talloc_total_size(NULL);

	s.head_left = strlen(s.head);
	s.tail_left = strlen(s.tail);
	assert_int_equal(parse_body(*memory, MULTIPART,
		(int64_t)(s.head_left + s.file_left + s.tail_left),
		stream_pull, &s, measure, NULL, &values), PARSE_OK);
	assert_int_equal(file_bytes, FILE_BYTES);
	assert_true(most_memory - before < 64 * 1024);
	assert_int_equal(talloc_total_size(NULL), before);
}

static void time_grows_with_the_size_only(void **memory)
{
	static const struct { const char *type, *head, *repeat; } table[] = {
		{ URLENCODED, "", "&" },
		{ URLENCODED, "", "_charset_=%41&" },
		{ MULTIPART, "", "\r\n--" },
		{ MULTIPART, FILE_PART("filename=\"x\""), "\r" },
		{ MULTIPART, FILE_PART("filename=\"x\""), "\r\n" },
		{ MULTIPART, FILE_PART("filename=\"x\""), "\r\n--" },
		{ MULTIPART, FILE_PART("filename=\"x\""), "\r\n--B-" },
		{ "multipart/form-data; boundary="
			"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab",
			"", "\r\n--aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" },
		{ MULTIPART, FILE_PART("filename=\"x\""), "\r\n--B--B" },
	};
	enum { BYTES = 1 << 18 };

	for (size_t i = 0; i < COUNT(table); i++) {
		int times = BYTES / (int)strlen(table[i].repeat);
		const char *one = memory_printf(*memory, "%s%s", table[i].head,
			many(*memory, table[i].repeat, times, ""));
		const char *two = memory_printf(*memory, "%s%s", table[i].head,
			many(*memory, table[i].repeat, 2 * times, ""));
		double first = seconds_for(table[i].type, one, strlen(one));
		double second = seconds_for(table[i].type, two, strlen(two));

		/* Twice is linear, four times is quadratic; the rest is noise. */
		if (second > 3 * first + 0.02)
			fail_msg("row %zu: %g s, then %g s", i, first, second);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(urlencoded_bodies_are_queries),
		cmocka_unit_test(types_are_known_or_refused),
		cmocka_unit_test(short_bodies_are_noticed),
		cmocka_unit_test(fields_are_counted),
		cmocka_unit_test(text_has_limits),
		cmocka_unit_test(large_files_pass_through_one_buffer),
		cmocka_unit_test(time_grows_with_the_size_only),
	};

	talloc_enable_null_tracking();
	cmocka_set_message_output(CM_OUTPUT_TAP);

	int failed = cmocka_run_group_tests_name("parse_body", tests,
		open_memory, close_memory);

	talloc_disable_null_tracking();
	return failed;
}
