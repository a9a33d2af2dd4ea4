/* Bodies of forms: what type they say they are, and the reading of them. */
#include "web/parse_body.h"

#include <string.h>

#include "base/log.h"
#include "base/memory.h"

enum { READ_BYTES = 16 * 1024 };

size_t body_read(struct body *body, char *bytes, size_t size)
{
	size_t all = 0;

	while (all < size && body->missing > 0 && !body->cut_off) {
		size_t wanted = size - all;

		if ((int64_t)wanted > body->missing)
			wanted = (size_t)body->missing;

		size_t got = body->pull(body->source, bytes + all, wanted);

		if (got > wanted)
			bug("%zu bytes of a body where %zu were asked", got, wanted);
		body->cut_off = got == 0;
		body->missing -= (int64_t)got;
		all += got;
	}
	return all;
}

static enum parse_result parse_urlencoded(const void *memory,
	const void *scratch, struct body *body, struct field_values *values)
{
	char *bytes = memory_array(scratch, char, READ_BYTES);
	enum parse_result result = PARSE_OK;
	struct pairs pairs;
	size_t size;

	pairs_open(&pairs, memory, scratch, values);
	while (result == PARSE_OK && (size = body_read(body, bytes, READ_BYTES)) > 0)
		result = pairs_take(&pairs, bytes, size);
	if (result != PARSE_OK)
		return result;
	return body->cut_off ? PARSE_CUT_OFF : pairs_close(&pairs);
}

static const char *after_spaces(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	return at;
}

static bool ends_value(const char *at, const char *end)
{
	at = after_spaces(at, end);
	return at == end || *at == ';';
}

/* Browsers write %22 for a quote in a file's name and leave backslashes as
 * they are, also one before the closing quote; older ones and some programs
 * write \" instead. */
static bool take_quoted(struct parameters *p)
{
	for (const char *at = p->at + 1; at < p->end; at++) {
		size_t left = (size_t)(p->end - at);

		if (*at == '"') {
			*p->room++ = '\0';
			p->at = at + 1;
			return ends_value(p->at, p->end);
		}
		if (left >= 2 && memcmp(at, "\\\"", 2) == 0
				&& !ends_value(at + 2, p->end)) {
			*p->room++ = '"';
			at += 1;
		} else if (left >= 3 && memcmp(at, "%22", 3) == 0) {
			*p->room++ = '"';
			at += 2;
		} else {
			*p->room++ = *at;
		}
	}
	return false;
}

static bool take_bare(struct parameters *p)
{
	const char *stop = memchr(p->at, ';', (size_t)(p->end - p->at));
	struct bytes bare = bytes_trimmed(p->at, stop ? stop : p->end);

	memcpy(p->room, bare.data, bare.size);
	p->room += bare.size;
	*p->room++ = '\0';
	p->at = stop ? stop : p->end;
	return bare.size > 0 && memchr(bare.data, '"', bare.size) == NULL;
}

static bool take_name(struct parameters *p)
{
	const char *equals = memchr(p->at, '=', (size_t)(p->end - p->at));

	if (equals == NULL || equals + 1 == p->end)
		return false;
	p->name = bytes_trimmed(p->at, equals);
	p->at = equals + 1;
	for (size_t i = 0; i < p->name.size; i++)
		if (strchr("; \t\"", p->name.data[i]) != NULL)
			return false;
	return p->name.size > 0;
}

void parameters_open(struct parameters *p, const void *memory,
	const char *at, const char *end)
{
	*p = (struct parameters){ .at = at, .end = end };
	p->room = memory_array(memory, char, (size_t)(end - at) + 1);
}

bool parameters_next(struct parameters *p)
{
	p->at = after_spaces(p->at, p->end);
	if (p->at == p->end)
		return false;
	p->broken = *p->at != ';';
	if (p->broken)
		return false;
	p->at = after_spaces(p->at + 1, p->end);
	if (p->at == p->end)
		return false;
	p->value = p->room;
	p->broken = !take_name(p)
		|| !(*p->at == '"' ? take_quoted(p) : take_bare(p));
	return !p->broken;
}

/* RFC 2046, section 5.1.1. */
static bool is_boundary_character(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')
		|| (c >= 'a' && c <= 'z') || strchr("'()+_,-./:=? ", c) != NULL;
}

static enum parse_result find_boundary(const void *scratch,
	const char *parameters, const char **boundary)
{
	struct parameters p;

	parameters_open(&p, scratch, parameters, parameters + strlen(parameters));
	while (parameters_next(&p)) {
		if (!bytes_are(p.name, "boundary"))
			continue;
		if (*boundary != NULL)
			return PARSE_MALFORMED;
		*boundary = p.value;
	}
	if (p.broken || *boundary == NULL || **boundary == '\0'
			|| text_ends(*boundary, " "))
		return PARSE_MALFORMED;
	if (strlen(*boundary) > PARSE_BOUNDARY_BYTES)
		return PARSE_TOO_LONG;
	for (const char *at = *boundary; *at != '\0'; at++)
		if (!is_boundary_character(*at))
			return PARSE_MALFORMED;
	return PARSE_OK;
}

static enum parse_result parse_typed(const void *memory, const void *scratch,
	const char *content_type, struct body *body,
	parse_file_sink *sink, void *sink_data, struct field_values *values)
{
	const char *parameters = content_type + strcspn(content_type, ";");
	struct bytes type = bytes_trimmed(content_type, parameters);
	const char *boundary = NULL;

	if (bytes_are(type, "application/x-www-form-urlencoded"))
		return parse_urlencoded(memory, scratch, body, values);
	if (!bytes_are(type, "multipart/form-data"))
		return PARSE_UNKNOWN_TYPE;

	enum parse_result result = find_boundary(scratch, parameters, &boundary);

	if (result != PARSE_OK)
		return result;
	return parse_multipart(memory, scratch, boundary, body,
		sink, sink_data, values);
}

enum parse_result parse_body(const void *memory, const char *content_type,
	int64_t length, parse_pull *pull, void *source,
	parse_file_sink *sink, void *sink_data, struct field_values *values)
{
	struct body body = { .pull = pull, .source = source, .missing = length };

	if (length < 0)
		return PARSE_MALFORMED;
	if (text_is_empty(content_type))
		return length == 0 ? PARSE_OK : PARSE_UNKNOWN_TYPE;

	void *scratch = memory_root("body");
	enum parse_result result = parse_typed(memory, scratch, content_type,
		&body, sink, sink_data, values);

	memory_end(scratch);
	return result;
}
