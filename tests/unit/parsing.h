/* What the tests of parsing share: queries, and bodies that arrive in pieces. */
#ifndef BELFRY_TESTS_UNIT_PARSING_H
#define BELFRY_TESTS_UNIT_PARSING_H

#include "case.h"

#include <time.h>

#include "base/text.h"
#include "web/parse.h"

#define TEXT_AND_SIZE(literal) literal, sizeof(literal) - 1
#define URLENCODED "application/x-www-form-urlencoded"
#define MULTIPART "multipart/form-data; boundary=B"

/* A copy without a terminator, so that reading too far is seen. */
static inline char *exact(const char *bytes, size_t size)
{
	char *copy = malloc(size ? size : 1);

	assert_non_null(copy);
	memcpy(copy, bytes, size);
	return copy;
}

/* Fields on one line: "a=1|b=2". */
static inline const char *said(const void *memory, const struct field_values *values)
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

/* Bodies. What became of one is said as "result a=1|b=2|file(...)". */

struct sending {
	const char *bytes;
	size_t size, at;
	size_t piece;           /* so much at a time */
};

static inline size_t send_piece(void *source, void *bytes, size_t size)
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

static inline bool note_file(struct parse_file *file, const void *bytes, size_t size)
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

static inline const char *body_said(const void *memory, const char *type,
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
static inline const char *body_of(const void *memory, const char *type,
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

static inline const char *many(const void *memory, const char *format, int count,
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

static inline char result_of(const void *memory, const char *type, const char *body)
{
	return body_said(memory, type, body, strlen(body), (int64_t)strlen(body),
		1 << 20, 0)[0];
}

#define PART(name) "--B\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n"
#define FILE_PART(parameters) "--B\r\nContent-Disposition: form-data; " \
	"name=\"f\"; " parameters "\r\nContent-Type: text/plain\r\n\r\n"

/* What a file of a body is when nobody wants it, and what it cost. */
static size_t most_memory, file_bytes;

static inline bool measure(struct parse_file *file, const void *bytes, size_t size)
{
	size_t now = talloc_total_size(NULL);

	(void)file;
	(void)bytes;
	most_memory = now > most_memory ? now : most_memory;
	file_bytes += size;
	return true;
}

/* CPU time, the best of three. */
static inline double seconds_for(const char *type, const char *body, size_t size)
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

#endif
