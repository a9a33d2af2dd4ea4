/* What browsers send, and what they never would: web/parse.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/memory.h"
#include "base/text.h"
#include "web/parse.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))
#define TEXT_AND_SIZE(literal) literal, sizeof(literal) - 1
#define URLENCODED "application/x-www-form-urlencoded"
#define MULTIPART "multipart/form-data; boundary=B"

static int open_memory(void **memory)
{
	*memory = memory_root("a test");
	return 0;
}

static int close_memory(void **memory)
{
	memory_end(*memory);
	return 0;
}

/* A copy without a terminator, so that reading too far is seen. */
static char *exact(const char *bytes, size_t size)
{
	char *copy = malloc(size ? size : 1);

	assert_non_null(copy);
	memcpy(copy, bytes, size);
	return copy;
}

/* Fields on one line: "a=1|b=2". */
static const char *said(const void *memory, const struct field_values *values)
{
	struct buffer b;

	buffer_open(&b, memory, 1 << 20);
	for (size_t i = 0; i < values->count; i++)
		buffer_printf(&b, "%s%s=%s", i ? "|" : "",
			values->list[i].name, values->list[i].value);
	return buffer_text(&b);
}

struct row {
	const char *in;
	size_t size;
	enum parse_result result;
	const char *out;
};

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

static const struct row query_rows[] = {
	{ TEXT_AND_SIZE(""), PARSE_OK, "" },
	{ TEXT_AND_SIZE("a=1&b=2"), PARSE_OK, "a=1|b=2" },
	{ TEXT_AND_SIZE("a=1&a=2"), PARSE_OK, "a=1|a=2" },
	{ TEXT_AND_SIZE("a"), PARSE_OK, "a=" },
	{ TEXT_AND_SIZE("a="), PARSE_OK, "a=" },
	{ TEXT_AND_SIZE("a=&b"), PARSE_OK, "a=|b=" },
	{ TEXT_AND_SIZE("&&a=1&&b=2&"), PARSE_OK, "a=1|b=2" },
	{ TEXT_AND_SIZE("a=b=c=="), PARSE_OK, "a=b=c==" },
	{ TEXT_AND_SIZE("a%3D%26=%26+%2B"), PARSE_OK, "a=&=& +" },
	{ TEXT_AND_SIZE("a=1;b=2"), PARSE_OK, "a=1;b=2" },
	{ TEXT_AND_SIZE("%D8%AA=%D9%82"), PARSE_OK, "ت=ق" },
	{ TEXT_AND_SIZE("_charset_=UTF-8&a=1"), PARSE_OK, "a=1" },
	{ TEXT_AND_SIZE("=1"), PARSE_MALFORMED, NULL },
	{ TEXT_AND_SIZE("a=1&=&b=2"), PARSE_MALFORMED, NULL },
	{ TEXT_AND_SIZE("a=%"), PARSE_MALFORMED, NULL },
	{ TEXT_AND_SIZE("a=%4"), PARSE_MALFORMED, NULL },
	{ TEXT_AND_SIZE("a=%4&b=1"), PARSE_MALFORMED, NULL },
	{ TEXT_AND_SIZE("a=%zz"), PARSE_MALFORMED, NULL },
	{ TEXT_AND_SIZE("a%=1"), PARSE_MALFORMED, NULL },
	{ TEXT_AND_SIZE("a=%00"), PARSE_ENCODING, NULL },
	{ TEXT_AND_SIZE("a%00=1"), PARSE_ENCODING, NULL },
	{ TEXT_AND_SIZE("a=\0"), PARSE_ENCODING, NULL },
	{ TEXT_AND_SIZE("a=%D8"), PARSE_ENCODING, NULL },
	{ TEXT_AND_SIZE("a=%D8&b=%AA"), PARSE_ENCODING, NULL },
	{ TEXT_AND_SIZE("a=%C0%AF"), PARSE_ENCODING, NULL },
	{ TEXT_AND_SIZE("\xFF=1"), PARSE_ENCODING, NULL },
	{ TEXT_AND_SIZE("a.0.b=1&Config=2"), PARSE_OK, "a.0.b=1|Config=2" },
	{ TEXT_AND_SIZE("1234567890123456789012345678901234567890123456789012345678901234=1"),
		PARSE_OK, "1234567890123456789012345678901234567890123456789012345678901234=1" },
	{ TEXT_AND_SIZE("12345678901234567890123456789012345678901234567890123456789012345=1"),
		PARSE_TOO_LONG, NULL },
};

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


/* Bodies. What became of one is said as "result a=1|b=2|file(...)". */

struct sending {
	const char *bytes;
	size_t size, at;
	size_t piece;           /* so much at a time */
};

static size_t send_piece(void *source, void *bytes, size_t size)
{
	struct sending *s = source;
	size_t left = s->size - s->at;

	size = size < s->piece ? size : s->piece;
	size = size < left ? size : left;
	memcpy(bytes, s->bytes + s->at, size);
	s->at += size;
	return size;
}

struct files {
	struct buffer said;
	size_t refuse_after;    /* bytes of a file; 0: never */
	size_t size;
};

static bool note_file(struct parse_file *file, const void *bytes, size_t size)
{
	struct files *files = file->sink;

	if (file->begin) {
		buffer_printf(&files->said, "|%s<%s:%s:", file->field,
			file->name, file->type);
		files->size = 0;
	}
	files->size += size;
	buffer_add_bytes(&files->said, bytes, size);
	if (file->end)
		buffer_add(&files->said, ">");
	return files->refuse_after == 0 || files->size <= files->refuse_after;
}

static const char *body_said(const void *memory, const char *type,
	const char *bytes, size_t size, int64_t length, size_t piece,
	size_t refuse_after)
{
	struct sending sending = { bytes, size, 0, piece };
	struct field_values values = { NULL, 0 };
	struct files files = { .refuse_after = refuse_after };

	buffer_open(&files.said, memory, 1 << 22);

	enum parse_result result = parse_body(memory, type, length, send_piece,
		&sending, note_file, &files, &values);

	assert_true(sending.at <= (size_t)(length > 0 ? length : 0));
	return memory_printf(memory, "%d %s%s", result, said(memory, &values),
		buffer_text(&files.said));
}

/* The same, however it arrives. */
static const char *body_of(const void *memory, const char *type,
	const char *bytes, size_t size)
{
	static const size_t pieces[] = { 1, 7, 4096, 1 << 20 };
	char *in = exact(bytes, size);
	const char *first = body_said(memory, type, in, size, (int64_t)size,
		pieces[0], 0);

	for (size_t i = 1; i < COUNT(pieces); i++)
		assert_string_equal(body_said(memory, type, in, size,
			(int64_t)size, pieces[i], 0), first);
	free(in);
	return first;
}

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

static void boundaries_are_checked(void **memory)
{
	static const char seventy[] =
		"1234567890123456789012345678901234567890123456789012345678901234567890";
	static const struct {
		const char *parameter, *boundary;
		enum parse_result result;
	} table[] = {
		{ "; boundary=B", "B", PARSE_OK },
		{ ";boundary=B", "B", PARSE_OK },
		{ "; BOUNDARY=B ; charset=utf-8", "B", PARSE_OK },
		{ "; charset=utf-8; boundary=B;", "B", PARSE_OK },
		{ "; boundary=\"B\"", "B", PARSE_OK },
		{ "; boundary=\"a b'()+_,-./:=?9\"", "a b'()+_,-./:=?9", PARSE_OK },
		{ "; boundary=----WebKitFormBoundaryAbC012", "----WebKitFormBoundaryAbC012",
			PARSE_OK },
		{ "; boundary=-", "-", PARSE_OK },
		{ "; boundary=--", "--", PARSE_OK },
		{ "", "B", PARSE_MALFORMED },
		{ "; boundary", "B", PARSE_MALFORMED },
		{ "; boundary=", "", PARSE_MALFORMED },
		{ "; boundary=\"\"", "", PARSE_MALFORMED },
		{ "; boundary=\"B", "B", PARSE_MALFORMED },
		{ "; boundary=\"B\"x", "B", PARSE_MALFORMED },
		{ "; boundary=B; boundary=B", "B", PARSE_MALFORMED },
		{ "; boundary=\"B \"", "B ", PARSE_MALFORMED },
		{ "; boundary=a*b", "a*b", PARSE_MALFORMED },
		{ "; boundary=\xC3\xA9", "\xC3\xA9", PARSE_MALFORMED },
		{ "; boundary=\"a\rb\"", "a\rb", PARSE_MALFORMED },
		{ "; =B", "B", PARSE_MALFORMED },
	};

	for (size_t i = 0; i < COUNT(table); i++) {
		const char *body = memory_printf(*memory, "--%s\r\n"
			"Content-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--%s--\r\n",
			table[i].boundary, table[i].boundary);
		const char *out = body_of(*memory, memory_printf(*memory,
			"multipart/form-data%s", table[i].parameter), body, strlen(body));

		if (out[0] - '0' != (int)table[i].result
				|| (out[0] == '0' && !text_is(out, "0 a=1")))
			fail_msg("row %zu: \"%s\"", i, out);
	}
	for (int more = 0; more < 2; more++) {
		const char *boundary = memory_printf(*memory, "%s%s", seventy,
			more ? "x" : "");
		const char *body = memory_printf(*memory, "--%s\r\n"
			"Content-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--%s--",
			boundary, boundary);

		assert_string_equal(body_of(*memory, memory_printf(*memory,
			"multipart/form-data; boundary=%s", boundary),
			body, strlen(body)), more ? "2 " : "0 a=1");
	}
}

#define PART(name) "--B\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n"
#define FILE_PART(parameters) "--B\r\nContent-Disposition: form-data; " \
	"name=\"f\"; " parameters "\r\nContent-Type: text/plain\r\n\r\n"

static void multipart_bodies_are_taken_apart(void **memory)
{
	static const struct { const char *bytes; size_t size; const char *out; } table[] = {
		{ TEXT_AND_SIZE(PART("a") "1\r\n" PART("b") "2\r\n--B--\r\n"), "0 a=1|b=2" },
		{ TEXT_AND_SIZE(PART("a") "1\r\n--B--"), "0 a=1" },
		{ TEXT_AND_SIZE(PART("a") "\r\n--B--\r\n"), "0 a=" },
		{ TEXT_AND_SIZE("--B--\r\n"), "0 " },
		{ TEXT_AND_SIZE("--B--"), "0 " },
		{ TEXT_AND_SIZE("\r\n" PART("a") "1\r\n--B--"), "0 a=1" },
		{ TEXT_AND_SIZE("preamble\r\n" PART("a") "1\r\n--B--\r\nepilogue"), "0 a=1" },
		{ TEXT_AND_SIZE(PART("a") "x\r\ny\r\n--B--"), "0 a=x\r\ny" },
		{ TEXT_AND_SIZE(PART("a") "\r\n\r\r\n\r\n--B--"), "0 a=\r\n\r\r\n" },
		{ TEXT_AND_SIZE(PART("_charset_") "UTF-8\r\n" PART("a") "1\r\n--B--"), "0 a=1" },

		/* Lines that only begin like the boundary, or stand elsewhere. */
		{ TEXT_AND_SIZE(PART("a") "\r\n--BB\r\n\r\n--B--"), "0 a=\r\n--BB\r\n" },
		{ TEXT_AND_SIZE(PART("a") "--B\r\n--B--"), "0 a=--B" },
		{ TEXT_AND_SIZE(PART("a") "\n--B\r\n\r\n--B--"), "0 a=\n--B\r\n" },
		{ TEXT_AND_SIZE(PART("a") "\r--B\r\n\r\n--B--"), "0 a=\r--B\r\n" },
		{ TEXT_AND_SIZE(PART("a") "\r\n--B--x\r\n--B--"), "0 a=\r\n--B--x" },
		{ TEXT_AND_SIZE(PART("a") "\r\n--B \r\n\r\n--B--"), "0 a=\r\n--B \r\n" },
		{ TEXT_AND_SIZE(PART("a") "\r\n--\r\n--B--"), "0 a=\r\n--" },
		{ TEXT_AND_SIZE(PART("a") "\r\r\n\r\n--\r\n--B--"), "0 a=\r\r\n\r\n--" },
		{ TEXT_AND_SIZE(PART("a") "\r\n--b\r\n--B--"), "0 a=\r\n--b" },
		{ TEXT_AND_SIZE(PART("a") "1\r\n--B--\r\n" PART("b") "2\r\n--B--"), "0 a=1" },

		/* Headers. */
		{ TEXT_AND_SIZE("--B\r\ncontent-disposition:FORM-DATA;NAME=a\r\n\r\n1\r\n--B--"),
			"0 a=1" },
		{ TEXT_AND_SIZE("--B\r\nX-Other: 1\r\nContent-Disposition:\tform-data ; name = a"
			"\r\n\r\n1\r\n--B--"), "0 a=1" },
		{ TEXT_AND_SIZE("--B\r\nContent-Type: text/plain; charset=utf-8\r\n"
			"Content-Disposition: form-data; name=a;\r\n\r\n1\r\n--B--"), "0 a=1" },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n"
			"Content-Transfer-Encoding: 8bit\r\n\r\n1\r\n--B--"), "0 a=1" },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n"
			"Content-Transfer-Encoding: base64\r\n\r\nMQ==\r\n--B--"), "4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition form-data\r\n\r\n1\r\n--B--"), "4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data;\r\n name=\"a\"\r\n\r\n"
			"1\r\n--B--"), "4 " },
		{ TEXT_AND_SIZE("--B\r\n\r\n1\r\n--B--"), "4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Type: text/plain\r\n\r\n1\r\n--B--"), "4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data\r\n\r\n1\r\n--B--"), "4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n1\r\n--B--"),
			"4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\r\n\r\n1\r\n--B--"),
			"4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--B--"),
			"4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\""
			"\r\n\r\n1\r\n--B--"), "4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n"
			"Content-Disposition: form-data; name=\"b\"\r\n\r\n1\r\n--B--"), "4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--B--"),
			"4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"a\" x\r\n\r\n1\r\n--B--"),
			"4 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"a\0\"\r\n\r\n1\r\n--B--"),
			"5 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"\xE9\"\r\n\r\n1\r\n--B--"),
			"5 " },
		{ TEXT_AND_SIZE("--B\nContent-Disposition: form-data; name=\"a\"\n\n1\n--B--"), "3 " },
		{ TEXT_AND_SIZE("--B\rContent-Disposition: form-data; name=\"a\"\r\r1\r--B--"), "3 " },

		/* Text is UTF-8. */
		{ TEXT_AND_SIZE(PART("a") "\xD8\xAA\r\n--B--"), "0 a=ت" },
		{ TEXT_AND_SIZE(PART("a") "%41+\r\n--B--"), "0 a=%41+" },
		{ TEXT_AND_SIZE(PART("a") "\0\r\n--B--"), "5 " },
		{ TEXT_AND_SIZE(PART("a") "\xD8\r\n--B--"), "5 " },
		{ TEXT_AND_SIZE(PART("a") "\xED\xA0\x80\r\n--B--"), "5 " },

		/* Cut off. */
		{ TEXT_AND_SIZE(""), "3 " },
		{ TEXT_AND_SIZE("--B"), "3 " },
		{ TEXT_AND_SIZE("--B\r\n"), "3 " },
		{ TEXT_AND_SIZE("--C\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--C--"), "3 " },
		{ TEXT_AND_SIZE("--B\r\nContent-Disp"), "3 " },
		{ TEXT_AND_SIZE(PART("a")), "3 " },
		{ TEXT_AND_SIZE(PART("a") "1"), "3 " },
		{ TEXT_AND_SIZE(PART("a") "1\r\n--B"), "3 " },
		{ TEXT_AND_SIZE(PART("a") "1\r\n--B-"), "3 " },
		{ TEXT_AND_SIZE(PART("a") "1\r\n--B\r"), "3 " },
		{ TEXT_AND_SIZE(PART("a") "1\r\n--B\r\n"), "3 a=1" },

		/* Files. */
		{ TEXT_AND_SIZE(FILE_PART("filename=\"x.txt\"") "one\r\ntwo\r\n" PART("a") "1\r\n--B--"),
			"0 a=1|f<x.txt:text/plain:one\r\ntwo>" },
		{ TEXT_AND_SIZE(FILE_PART("filename=\"x\"") "\0\xFF\r\n--B--"),
			"0 |f<x:text/plain:\0" },
		{ TEXT_AND_SIZE(FILE_PART("filename=\"empty\"") "\r\n--B--"),
			"0 |f<empty:text/plain:>" },
		{ TEXT_AND_SIZE(FILE_PART("filename=\"\"") "\r\n--B--"), "0 " },
		{ TEXT_AND_SIZE(FILE_PART("filename=\"\"") "1\r\n--B--"), "0 |f<:text/plain:1>" },
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\""
			"\r\n\r\n1\r\n--B--"), "0 |f<x::1>" },
		{ TEXT_AND_SIZE(FILE_PART("filename=\"x\"") "1\r\n"
			FILE_PART("filename=\"y\"") "2\r\n--B--"),
			"0 |f<x:text/plain:1>|f<y:text/plain:2>" },
		/* Nested: a part is bytes. */
		{ TEXT_AND_SIZE("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n"
			"Content-Type: multipart/mixed; boundary=C\r\n\r\n--C\r\n\r\n1\r\n--C--\r\n--B--"),
			"0 a=--C\r\n\r\n1\r\n--C--" },
	};

	for (size_t i = 0; i < COUNT(table); i++) {
		const char *out = body_of(*memory, MULTIPART, table[i].bytes, table[i].size);

		if (!text_is(out, table[i].out))
			fail_msg("row %zu: \"%s\"", i, out);
	}
}

static void file_names_come_as_browsers_send_them(void **memory)
{
	static const struct { const char *parameters, *name; } table[] = {
		{ "filename=\"report.pdf\"", "report.pdf" },
		{ "filename=report.pdf", "report.pdf" },
		{ "filename=two words.pdf", "two words.pdf" },
		{ "filename=\"a%22b.txt\"", "a\"b.txt" },
		{ "filename=\"a\\\"b.txt\"", "a\"b.txt" },
		{ "filename=\"C:\\dir\\x.txt\"", "C:\\dir\\x.txt" },
		{ "filename=\"ends with\\\"", "ends with\\" },
		{ "filename=\"ends with\\\"; x=1", "ends with\\" },
		{ "filename=\"100%.txt\"", "100%.txt" },
		{ "filename=\"%0D%0A.txt\"", "%0D%0A.txt" },
		{ "filename=\"تقرير.pdf\"", "تقرير.pdf" },
		{ "filename=\"a;b=c.txt\"", "a;b=c.txt" },
		{ "filename=\"../../etc/passwd\"", "../../etc/passwd" },
		{ "filename*=UTF-8''%D8%AA.txt", "ت.txt" },
		{ "filename=\"x\"; filename*=utf-8'ar'%D8%AA.txt", "ت.txt" },
		{ "filename*=UTF-8''%D8%AA.txt; filename=\"x\"", "ت.txt" },
		{ "filename=\"x\"; filename*=ISO-8859-1''%E9.txt", "x" },
		{ "filename=\"x\"; filename*=UTF-8''%FF", "x" },
		{ "filename=\"x\"; filename*=UTF-8''%00", "x" },
		{ "filename=\"x\"; filename*=UTF-8'", "x" },
		{ "filename*=ISO-8859-1''%E9.txt", NULL },
		{ "filename*=UTF-8''%zz", NULL },
		{ "filename=\"x\"; filename=\"y\"", NULL },
		{ "filename", NULL },
		{ "filename=\"x", NULL },
		{ "filename=x\"y", NULL },
	};

	for (size_t i = 0; i < COUNT(table); i++) {
		const char *body = memory_printf(*memory,
			"--B\r\nContent-Disposition: form-data; name=\"f\"; %s\r\n\r\n"
			"1\r\n--B--\r\n", table[i].parameters);
		const char *out = body_of(*memory, MULTIPART, body, strlen(body));

		assert_string_equal(out, table[i].name
			? memory_printf(*memory, "0 |f<%s::1>", table[i].name) : "4 ");
	}
}

static void refused_files_are_skipped(void **memory)
{
	static const char body[] = FILE_PART("filename=\"x\"") "123456\r\n"
		PART("a") "1\r\n" FILE_PART("filename=\"y\"") "12\r\n--B--";
	struct sending sending = { body, sizeof(body) - 1, 0, 100 };
	struct field_values values = { NULL, 0 };

	assert_string_equal(body_said(*memory, MULTIPART, body, sizeof(body) - 1,
		sizeof(body) - 1, 1000, 3),
		"0 a=1|f<x:text/plain:123456|f<y:text/plain:12>");
	assert_int_equal(parse_body(*memory, MULTIPART, sizeof(body) - 1, send_piece,
		&sending, NULL, NULL, &values), PARSE_OK);
	assert_string_equal(said(*memory, &values), "a=1");
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

static const char *many(const void *memory, const char *format, int count,
	const char *end)
{
	struct buffer b;

	buffer_open(&b, memory, 1 << 24);
	for (int i = 0; i < count; i++)
		buffer_add(&b, format);
	buffer_add(&b, end);
	assert_false(b.full);
	return buffer_text(&b);
}

static char result_of(const void *memory, const char *type, const char *body)
{
	return body_said(memory, type, body, strlen(body), (int64_t)strlen(body),
		1 << 20, 0)[0];
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

static void headers_of_parts_have_a_limit(void **memory)
{
	static const char first[] = "Content-Disposition: form-data; name=\"a\"\r\n";

	for (int more = 0; more < 2; more++) {
		int room = PARSE_PART_HEADER_BYTES - (int)strlen(first)
			- (int)strlen("X: \r\n\r\n") + more;
		const char *body = memory_printf(*memory,
			"--B\r\n%sX: %s\r\n\r\n1\r\n--B--", first,
			many(*memory, "x", room, ""));

		assert_string_equal(body_of(*memory, MULTIPART, body, strlen(body)),
			more ? "2 " : "0 a=1");
	}
	assert_int_equal(result_of(*memory, MULTIPART, many(*memory,
		"X: 1\r\n", 100000, "")), '3');
	assert_int_equal(result_of(*memory, MULTIPART, memory_printf(*memory,
		"--B\r\n%s", many(*memory, "X: 1\r\n", 100000, ""))), '2');
}

/* The window's edge falls on every place of a boundary. */
static void boundaries_are_found_wherever_they_fall(void **memory)
{
	static const char head[] = FILE_PART("filename=\"x\"");
	static const char tail[] = "\r\n" PART("a") "1\r\n--B--\r\n";

	(void)memory;
	for (size_t size = 16200; size < 16500; size++) {
		void *m = memory_root("one size");
		const char *file = many(m, "x", (int)size, "");
		const char *body = memory_printf(m, "%s%s%s", head, file, tail);

		assert_string_equal(body_said(m, MULTIPART, body, strlen(body),
			(int64_t)strlen(body), 5000, 0),
			memory_printf(m, "0 a=1|f<x:text/plain:%s>", file));
		memory_end(m);
	}
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

static size_t most_memory, file_bytes;

static bool measure(struct parse_file *file, const void *bytes, size_t size)
{
	size_t now = talloc_total_size(NULL);

	(void)file;
	(void)bytes;
	most_memory = now > most_memory ? now : most_memory;
	file_bytes += size;
	return true;
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

/* CPU time, the best of three. */
static double seconds_for(const char *type, const char *body, size_t size)
{
	double best = 1e9;

	for (int i = 0; i < 3; i++) {
		void *memory = memory_root("one run");
		struct sending sending = { body, size, 0, 1 << 20 };
		struct field_values values = { NULL, 0 };
		clock_t begin = clock();

		parse_body(memory, type, (int64_t)size, send_piece, &sending,
			measure, NULL, &values);

		double taken = (double)(clock() - begin) / CLOCKS_PER_SEC;

		best = taken < best ? taken : best;
		memory_end(memory);
	}
	return best;
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

/* Each part may say a lot: a thousand of them still take no time. */
static void parts_with_much_to_say_are_cheap(void **memory)
{
	const char *part = memory_printf(*memory, "--B\r\nContent-Disposition: "
		"form-data; name=\"a\"%s\r\n\r\n1\r\n", many(*memory, ";a=b", 1000, ""));
	const char *body = many(*memory, part, PARSE_FIELDS, "--B--");

	assert_int_equal(result_of(*memory, MULTIPART, body), '0');
	assert_true(seconds_for(MULTIPART, body, strlen(body)) < 5);
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
		cmocka_unit_test(urlencoded_bodies_are_queries),
		cmocka_unit_test(types_are_known_or_refused),
		cmocka_unit_test(boundaries_are_checked),
		cmocka_unit_test(multipart_bodies_are_taken_apart),
		cmocka_unit_test(file_names_come_as_browsers_send_them),
		cmocka_unit_test(refused_files_are_skipped),
		cmocka_unit_test(short_bodies_are_noticed),
		cmocka_unit_test(fields_are_counted),
		cmocka_unit_test(text_has_limits),
		cmocka_unit_test(headers_of_parts_have_a_limit),
		cmocka_unit_test(boundaries_are_found_wherever_they_fall),
		cmocka_unit_test(large_files_pass_through_one_buffer),
		cmocka_unit_test(time_grows_with_the_size_only),
		cmocka_unit_test(parts_with_much_to_say_are_cheap),
	};

	talloc_enable_null_tracking();
	cmocka_set_message_output(CM_OUTPUT_TAP);

	int failed = cmocka_run_group_tests_name("parse", tests,
		open_memory, close_memory);

	talloc_disable_null_tracking();
	return failed;
}
