/* Bodies of forms: what type they say they are, and the reading of them. */
#include "web/parse_body.h"

#include <string.h>

#include "base/memory.h"
#include "web/body.h"
#include "web/parameters.h"

enum { READ_BYTES = 16 * 1024 };

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
