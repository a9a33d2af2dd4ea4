/* Percent-encoding, pairs of name and value, cookies, paths. */
#include "web/parse.h"

#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "base/text.h"
#include "web/parse_body.h"

enum { FIRST_FIELDS = 8 };

const char *field_value(const struct field_values *values, const char *name)
{
	for (size_t i = 0; i < values->count; i++)
		if (text_is(values->list[i].name, name))
			return values->list[i].value;
	return NULL;
}

/* The room doubles at every power of two, so it need not be remembered. */
static void append(const void *memory, struct field_values *values,
	struct field_value field)
{
	size_t count = values->count;

	if (count == 0)
		values->list = memory_array(memory, struct field_value, FIRST_FIELDS);
	else if (count >= FIRST_FIELDS && (count & (count - 1)) == 0)
		values->list = memory_grow(values->list, struct field_value, 2 * count);
	values->list[values->count++] = field;
}

enum parse_result field_add(const void *memory, struct field_values *values,
	struct bytes name, struct bytes value)
{
	const char *name_bytes = (const char *)name.data;
	const char *value_bytes = (const char *)value.data;

	if (name.size == 0)
		return PARSE_MALFORMED;
	if (name.size > PARSE_NAME_BYTES || value.size > PARSE_VALUE_BYTES)
		return PARSE_TOO_LONG;
	if (!text_is_utf8(name_bytes, name.size)
			|| !text_is_utf8(value_bytes, value.size))
		return PARSE_ENCODING;
	if (values->count >= PARSE_FIELDS)
		return PARSE_TOO_MANY;
	/* RFC 7578, section 4.6: a guess at the encoding. Ours is UTF-8. */
	if (bytes_are(name, "_charset_"))
		return PARSE_OK;
	append(memory, values, (struct field_value){
		memory_text_of(memory, name_bytes, name.size),
		memory_text_of(memory, value_bytes, value.size) });
	return PARSE_OK;
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

enum parse_result parse_percent(const void *memory, const char *text, size_t size,
	bool form, char **decoded)
{
	char *copy = memory_text_of(memory, text, size);
	size_t to = 0;

	for (size_t i = 0; i < size; i++) {
		char c = text[i];

		if (c == '+' && form)
			c = ' ';
		if (c == '%') {
			if (size - i < 3)
				return PARSE_MALFORMED;

			int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);

			if (high < 0 || low < 0)
				return PARSE_MALFORMED;
			c = (char)(high << 4 | low);
			i += 2;
		}
		copy[to++] = c;
	}
	if (!text_is_utf8(copy, to))
		return PARSE_ENCODING;
	copy[to] = '\0';
	*decoded = copy;
	return PARSE_OK;
}

void pairs_open(struct pairs *pairs, const void *memory, const void *scratch,
	struct field_values *values)
{
	*pairs = (struct pairs){ .memory = memory, .values = values };
	buffer_open(&pairs->name, scratch, PARSE_NAME_BYTES);
	buffer_open(&pairs->value, scratch, PARSE_VALUE_BYTES);
}

static enum parse_result keep(struct pairs *pairs, const void *bytes, size_t size)
{
	struct buffer *to = pairs->named ? &pairs->value : &pairs->name;

	pairs->text += size;
	buffer_add_bytes(to, bytes, size);
	return to->full || pairs->text > PARSE_TEXT_BYTES
		? PARSE_TOO_LONG : PARSE_OK;
}

static enum parse_result end_pair(struct pairs *pairs)
{
	struct bytes name = { (unsigned char *)pairs->name.data, pairs->name.size };
	struct bytes value = { (unsigned char *)pairs->value.data, pairs->value.size };

	if (pairs->percent > 0)
		return PARSE_MALFORMED;
	if (name.size == 0 && !pairs->named)   /* "a=1&&b=2" */
		return PARSE_OK;
	pairs->name.size = pairs->value.size = 0;
	pairs->named = false;
	return field_add(pairs->memory, pairs->values, name, value);
}

static enum parse_result keep_digit(struct pairs *pairs, char c)
{
	int digit = hex_digit(c);

	if (digit < 0)
		return PARSE_MALFORMED;
	pairs->code = (unsigned char)(pairs->code << 4 | digit);
	return --pairs->percent == 0 ? keep(pairs, &pairs->code, 1) : PARSE_OK;
}

static enum parse_result take_special(struct pairs *pairs, char c)
{
	switch (c) {
	case '&':
		return end_pair(pairs);
	case '+':
		return keep(pairs, " ", 1);
	case '%':
		pairs->percent = 2;
		pairs->code = 0;
		return PARSE_OK;
	}
	if (pairs->named)   /* the second "=" of a pair is part of its value */
		return keep(pairs, "=", 1);
	pairs->named = true;
	return PARSE_OK;
}

static bool is_special(char c)
{
	return c == '&' || c == '=' || c == '+' || c == '%';
}

static size_t plain_run(const char *text, size_t size)
{
	size_t run = 0;

	while (run < size && !is_special(text[run]))
		run++;
	return run;
}

enum parse_result pairs_take(struct pairs *pairs, const char *text, size_t size)
{
	enum parse_result result = PARSE_OK;

	for (size_t i = 0; i < size && result == PARSE_OK; ) {
		size_t run = pairs->percent ? 0 : plain_run(text + i, size - i);

		if (run > 0)
			result = keep(pairs, text + i, run);
		else if (pairs->percent)
			result = keep_digit(pairs, text[i]);
		else
			result = take_special(pairs, text[i]);
		i += run ? run : 1;
	}
	return result;
}

enum parse_result pairs_close(struct pairs *pairs)
{
	return end_pair(pairs);
}

enum parse_result parse_query(const void *memory, const char *text, size_t size,
	struct field_values *values)
{
	return size > PARSE_QUERY_BYTES ? PARSE_TOO_LONG
		: parse_fields(memory, text, size, values);
}

enum parse_result parse_fields(const void *memory, const char *text, size_t size,
	struct field_values *values)
{
	void *scratch = memory_root("fields");
	struct pairs pairs;

	pairs_open(&pairs, memory, scratch, values);

	enum parse_result result = pairs_take(&pairs, text, size);

	if (result == PARSE_OK)
		result = pairs_close(&pairs);
	memory_end(scratch);
	return result;
}

bool bytes_are(struct bytes bytes, const char *word)
{
	return bytes.size == strlen(word)
		&& strncasecmp((const char *)bytes.data, word, bytes.size) == 0;
}

struct bytes bytes_trimmed(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	while (at < end && (end[-1] == ' ' || end[-1] == '\t'))
		end--;
	return (struct bytes){ (const unsigned char *)at, (size_t)(end - at) };
}

/* RFC 6265, section 4.1.1. */
static bool is_cookie_octet(unsigned char c)
{
	return c > 0x20 && c < 0x7F
		&& c != '"' && c != ',' && c != ';' && c != '\\';
}

static bool is_ours(struct bytes name, struct bytes value)
{
	if (name.size == 0 || name.size > PARSE_NAME_BYTES)
		return false;
	for (size_t i = 0; i < name.size; i++)
		if (!is_cookie_octet(name.data[i]))
			return false;
	for (size_t i = 0; i < value.size; i++)
		if (!is_cookie_octet(value.data[i]))
			return false;
	return true;
}

enum parse_result parse_cookies(const void *memory, const char *header,
	struct field_values *values)
{
	if (text_is_empty(header))
		return PARSE_OK;

	const char *at = header, *end = header + strlen(header);

	if (end - at > PARSE_COOKIE_BYTES)
		return PARSE_TOO_LONG;
	while (at < end) {
		const char *stop = memchr(at, ';', (size_t)(end - at));

		stop = stop ? stop : end;

		const char *equals = memchr(at, '=', (size_t)(stop - at));

		if (equals != NULL) {
			struct bytes name = bytes_trimmed(at, equals);
			struct bytes value = bytes_trimmed(equals + 1, stop);

			if (is_ours(name, value)) {
				if (values->count >= PARSE_COOKIES)
					return PARSE_TOO_MANY;
				field_add(memory, values, name, value);
			}
		}
		at = stop + 1;
	}
	return PARSE_OK;
}

static bool has_control(const char *text)
{
	for (const unsigned char *at = (const unsigned char *)text; *at; at++)
		if (*at < 0x20 || *at == 0x7F || (at[0] == 0xC2 && at[1] < 0xA0))
			return true;
	return false;
}

static size_t slashes(const char *text, size_t size)
{
	size_t count = 0;

	for (size_t i = 0; i < size; i++)
		count += text[i] == '/';
	return count;
}

/* Every segment has a name; only the last may be empty ("/ar/"). */
static bool has_good_segments(const char *path)
{
	const char *at = path;

	while (*at == '/') {
		size_t size = strcspn(++at, "/");

		if (size == 0)
			return *at == '\0';
		if ((size == 1 && at[0] == '.')
				|| (size == 2 && at[0] == '.' && at[1] == '.'))
			return false;
		at += size;
	}
	return *at == '\0' && at > path;
}

enum parse_result parse_path(const void *memory, const char *raw, size_t size,
	const char **path)
{
	char *decoded;

	if (size > PARSE_PATH_BYTES)
		return PARSE_TOO_LONG;

	enum parse_result result = parse_percent(memory, raw, size, false, &decoded);

	if (result != PARSE_OK)
		return result;
	/* "%2F" would be one segment for some and two for others. */
	if (slashes(raw, size) != slashes(decoded, strlen(decoded)))
		return PARSE_MALFORMED;
	if (strchr(decoded, '\\') != NULL || has_control(decoded)
			|| !has_good_segments(decoded))
		return PARSE_MALFORMED;
	*path = decoded;
	return PARSE_OK;
}
