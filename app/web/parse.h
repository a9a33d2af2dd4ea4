/* What a browser sends, taken apart: percent-encoding, query, form bodies
 * (urlencoded, multipart), cookies. Linear in time, bounded in memory, strict:
 * anything that is not valid UTF-8, holds a NUL or breaks a limit is refused
 * with a reason, never repaired. Knows nothing of the trade; fuzzed. */
#ifndef BELFRY_WEB_PARSE_H
#define BELFRY_WEB_PARSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum parse_limit {
	PARSE_FIELDS      = 1000,        /* fields in a query or a body, together */
	PARSE_NAME_BYTES  = 64,          /* a field's name */
	PARSE_VALUE_BYTES = 256 * 1024,  /* a text field's value */
	PARSE_TEXT_BYTES  = 1024 * 1024, /* all text of one body */
	PARSE_QUERY_BYTES = 8 * 1024,
	PARSE_COOKIES     = 50,
	PARSE_COOKIE_BYTES = 8 * 1024,
	PARSE_PATH_BYTES  = 1024,
	PARSE_PART_HEADER_BYTES = 4 * 1024,
	PARSE_BOUNDARY_BYTES = 70,       /* RFC 2046, section 5.1.1 */
};

/* Why something was refused; PARSE_OK is zero. The status that answers each:
 * TOO_MANY, TOO_LONG -> 413; CUT_OFF, MALFORMED, ENCODING -> 400;
 * UNKNOWN_TYPE -> 415. */
enum parse_result {
	PARSE_OK,
	PARSE_TOO_MANY,      /* fields, cookies */
	PARSE_TOO_LONG,      /* a name, a value, all text, the query */
	PARSE_CUT_OFF,       /* the body ended before its length or last boundary */
	PARSE_MALFORMED,     /* a bad percent sign, a part without a name ... */
	PARSE_ENCODING,      /* not UTF-8, or a NUL */
	PARSE_UNKNOWN_TYPE,  /* neither urlencoded nor multipart/form-data */
};

struct field_value {
	const char *name;
	const char *value;
};

/* Fields in the order they came; names may repeat. */
struct field_values {
	struct field_value *list;
	size_t count;
};

/* The first value of that name, or NULL. */
const char *field_value(const struct field_values *, const char *name);

/* A file of a multipart body, handed over piece by piece as it arrives. The
 * first call of a file has `begin` set and may carry no bytes; the last has
 * `end` (a file without one was cut off). Its texts last until then. Returning
 * false refuses the rest of this file (its bytes are skipped and the parse goes
 * on). An empty file control is no file. */
struct parse_file {
	const char *field;     /* the control's name */
	const char *name;      /* as the browser gave it, UTF-8, never a path to use */
	const char *type;      /* declared; "" when it was not */
	bool begin, end;
	void *sink;            /* the caller's own */
};
typedef bool parse_file_sink(struct parse_file *, const void *bytes, size_t size);

/* Decodes `%41` (and `+` as a space where `form`) into a copy. */
enum parse_result parse_percent(const void *memory, const char *text, size_t size,
	bool form, char **decoded);

/* "a=1&b=2" into `values`, added to what it has. */
enum parse_result parse_query(const void *memory, const char *text, size_t size,
	struct field_values *values);

/* The same for fields that were kept (encode_fields): as much as a body. */
enum parse_result parse_fields(const void *memory, const char *text, size_t size,
	struct field_values *values);

/* "a=1; b=2" (RFC 6265, section 5.4). Cookies with values we never wrote are
 * skipped, not refused. */
enum parse_result parse_cookies(const void *memory, const char *header,
	struct field_values *values);

/* A path: begins with one slash; percent-decoded; no "." or ".." segment, none
 * empty but the last ("/ar/"), no encoded slash, no backslash, no control
 * character. */
enum parse_result parse_path(const void *memory, const char *raw, size_t size,
	const char **path);

/* A body read through `pull`, which gives up to `size` bytes and returns their
 * number, 0 at the end. `length` is what Content-Length promised. Holds one
 * buffer and the text fields; files go to `sink` (NULL: files are skipped). */
typedef size_t parse_pull(void *source, void *bytes, size_t size);
enum parse_result parse_body(const void *memory, const char *content_type,
	int64_t length, parse_pull *pull, void *source,
	parse_file_sink *sink, void *sink_data, struct field_values *values);

#endif
