/* multipart/form-data (RFC 7578), read once through one buffer. A part is
 * bytes: what is inside it is never looked at. */
#include "web/parse_body.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "web/body.h"
#include "web/parameters.h"

enum {
	WINDOW_BYTES    = 16 * 1024,
	DELIMITER_BYTES = PARSE_BOUNDARY_BYTES + 4,   /* CR LF - - before it */
	LOOKAHEAD_BYTES = DELIMITER_BYTES + 4,        /* - - CR LF after it */
};

struct part {
	const char *name;
	const char *file;           /* NULL: a text field */
	const char *type;
	bool begun, refused;        /* of a file */
};

struct multipart {
	const void *memory;
	struct body *body;
	struct field_values *values;
	parse_file_sink *sink;
	void *sink_data;

	char *window;               /* bytes start..end of it are not used yet */
	size_t start, end;
	char delimiter[DELIMITER_BYTES + 1];
	size_t delimiter_size;

	struct part part;
	void *part_memory;
	struct buffer text;
	size_t all_text, parts;
};

static bool all_read(const struct multipart *m)
{
	return m->body->missing == 0 || m->body->cut_off;
}

/* Shows at least `wanted` unused bytes, if there are so many. */
static void look_ahead(struct multipart *m, size_t wanted)
{
	if (m->end - m->start >= wanted || all_read(m))
		return;
	memmove(m->window, m->window + m->start, m->end - m->start);
	m->end -= m->start;
	m->start = 0;
	m->end += body_read(m->body, m->window + m->end, WINDOW_BYTES - m->end);
}

/* A line of its own: "--boundary", or the last one, "--boundary--". A line
 * that only begins like it is content. */
static bool is_delimiter(const struct multipart *m, size_t at)
{
	const char *bytes = m->window + at;
	size_t size = m->end - at;

	if (size < m->delimiter_size + 2
			|| memcmp(bytes, m->delimiter, m->delimiter_size) != 0)
		return false;
	bytes += m->delimiter_size;
	size -= m->delimiter_size;
	if (memcmp(bytes, "\r\n", 2) == 0)
		return true;
	return memcmp(bytes, "--", 2) == 0
		&& (size >= 4 ? memcmp(bytes + 2, "\r\n", 2) == 0 : size == 2);
}

static enum parse_result give_file(struct multipart *m, const char *bytes,
	size_t size, bool end)
{
	struct part *part = &m->part;

	/* A control that was left empty arrives as a file without name or bytes. */
	if (size == 0 && !part->begun && part->file[0] == '\0')
		return PARSE_OK;
	if (m->sink == NULL || part->refused || (size == 0 && !end))
		return PARSE_OK;

	struct parse_file file = {
		.field = part->name, .name = part->file, .type = part->type,
		.begin = !part->begun, .end = end, .sink = m->sink_data,
	};

	part->begun = true;
	part->refused = !m->sink(&file, bytes, size);
	return PARSE_OK;
}

static enum parse_result give_text(struct multipart *m, const char *bytes,
	size_t size)
{
	m->all_text += size;
	buffer_add_bytes(&m->text, bytes, size);
	return m->text.full || m->all_text > PARSE_TEXT_BYTES
		? PARSE_TOO_LONG : PARSE_OK;
}

/* What comes before the first delimiter has no name and goes nowhere. */
static enum parse_result give(struct multipart *m, const char *bytes, size_t size)
{
	if (m->part.name == NULL)
		return PARSE_OK;
	return m->part.file ? give_file(m, bytes, size, false)
		: give_text(m, bytes, size);
}

static enum parse_result give_up_to(struct multipart *m, size_t at)
{
	enum parse_result result = give(m, m->window + m->start, at - m->start);

	m->start = at;
	return result;
}

/* Hands over everything up to the next delimiter and steps behind it. Each
 * byte is compared twice at most: a delimiter holds one CR, at its beginning,
 * so what was compared in vain holds no other beginning. */
static enum parse_result read_content(struct multipart *m)
{
	enum parse_result result = PARSE_OK;

	while (result == PARSE_OK) {
		look_ahead(m, LOOKAHEAD_BYTES);

		size_t at = m->start;
		const char *cr = NULL;

		while (at < m->end && (cr = memchr(m->window + at, '\r', m->end - at))) {
			at = (size_t)(cr - m->window);
			if (m->end - at < LOOKAHEAD_BYTES && !all_read(m))
				break;
			if (is_delimiter(m, at)) {
				result = give_up_to(m, at);
				m->start += m->delimiter_size;
				return result;
			}
			at++;
			cr = NULL;
		}
		result = give_up_to(m, cr ? at : m->end);
		if (result == PARSE_OK && m->start == m->end && all_read(m))
			result = PARSE_CUT_OFF;
	}
	return result;
}

/* The first delimiter may stand at the very beginning, without its CR LF. */
static enum parse_result skip_preamble(struct multipart *m)
{
	m->window[0] = '\r';
	m->window[1] = '\n';
	m->end = 2;
	return read_content(m);
}

/* RFC 5987: charset'language'percent-encoded. Nobody should send it
 * (RFC 7578, section 4.2); some programs do. NULL: not in UTF-8. */
static const char *extended_value(const void *memory, const char *value)
{
	char *decoded;

	if (strncasecmp(value, "UTF-8'", 6) != 0)
		return NULL;

	const char *text = strchr(value + 6, '\'');

	if (text == NULL || parse_percent(memory, text + 1, strlen(text + 1),
			false, &decoded) != PARSE_OK)
		return NULL;
	return decoded;
}

static bool read_disposition(struct multipart *m, struct bytes value)
{
	const char *end = (const char *)value.data + value.size;
	const char *semicolon = memchr(value.data, ';', value.size);
	const char *extended = NULL;
	struct part *part = &m->part;
	struct parameters p;

	parameters_open(&p, m->part_memory, semicolon ? semicolon : end, end);
	if (part->name != NULL || !bytes_are(
			bytes_trimmed((const char *)value.data, p.at), "form-data"))
		return false;
	while (parameters_next(&p)) {
		const char **known = bytes_are(p.name, "name") ? &part->name
			: bytes_are(p.name, "filename") ? &part->file
			: bytes_are(p.name, "filename*") ? &extended : NULL;

		if (known != NULL && *known != NULL)
			return false;
		if (known != NULL)
			*known = p.value;
	}
	if (extended != NULL) {
		extended = extended_value(m->part_memory, extended);
		part->file = extended ? extended : part->file;
		if (part->file == NULL)
			return false;
	}
	return !p.broken && !text_is_empty(part->name);
}

static bool read_header(struct multipart *m, const char *line, const char *end)
{
	const char *colon = memchr(line, ':', (size_t)(end - line));

	if (colon == NULL || colon == line || *line == ' ' || *line == '\t')
		return false;

	struct bytes name = { (const unsigned char *)line, (size_t)(colon - line) };
	struct bytes value = bytes_trimmed(colon + 1, end);

	if (bytes_are(name, "Content-Disposition"))
		return read_disposition(m, value);
	if (bytes_are(name, "Content-Type"))
		m->part.type = memory_text_of(m->part_memory,
			(const char *)value.data, value.size);
	/* Encoded parts are of mail; RFC 7578 has none (section 4.7). */
	if (bytes_are(name, "Content-Transfer-Encoding"))
		return bytes_are(value, "binary") || bytes_are(value, "8bit")
			|| bytes_are(value, "7bit");
	return true;
}

/* The end of the line's text, or NULL when there is no line end in reach. */
static const char *line_end(const char *at, const char *end)
{
	const char *cr = at;

	while ((cr = memchr(cr, '\r', (size_t)(end - cr))) != NULL) {
		if (end - cr >= 2 && cr[1] == '\n')
			return cr;
		cr++;
	}
	return NULL;
}

static enum parse_result read_headers(struct multipart *m)
{
	look_ahead(m, PARSE_PART_HEADER_BYTES + 1);

	const char *at = m->window + m->start, *end = m->window + m->end;
	bool in_reach = end - at > PARSE_PART_HEADER_BYTES;

	if (in_reach)
		end = at + PARSE_PART_HEADER_BYTES;
	for (;;) {
		const char *stop = line_end(at, end);

		if (stop == NULL)
			return in_reach ? PARSE_TOO_LONG : PARSE_CUT_OFF;
		if (stop == at)
			break;
		if (!text_is_utf8(at, (size_t)(stop - at)))
			return PARSE_ENCODING;
		if (!read_header(m, at, stop))
			return PARSE_MALFORMED;
		at = stop + 2;
	}
	m->start = (size_t)(at + 2 - m->window);
	return m->part.name ? PARSE_OK : PARSE_MALFORMED;
}

static enum parse_result end_part(struct multipart *m)
{
	struct part *part = &m->part;
	size_t name_size = strlen(part->name);

	if (part->file != NULL)
		return give_file(m, "", 0, true);
	m->all_text += name_size;
	if (m->all_text > PARSE_TEXT_BYTES)
		return PARSE_TOO_LONG;
	return field_add(m->memory, m->values,
		(struct bytes){ (const unsigned char *)part->name, name_size },
		(struct bytes){ (const unsigned char *)m->text.data, m->text.size });
}

static enum parse_result read_part(struct multipart *m)
{
	m->part = (struct part){ .type = "" };
	m->part_memory = memory_root("part");
	m->text.size = 0;

	enum parse_result result = read_headers(m);

	if (result == PARSE_OK && strlen(m->part.name) > PARSE_NAME_BYTES)
		result = PARSE_TOO_LONG;
	if (result == PARSE_OK && ++m->parts > PARSE_FIELDS)
		result = PARSE_TOO_MANY;
	if (result == PARSE_OK)
		result = read_content(m);
	if (result == PARSE_OK)
		result = end_part(m);
	memory_end(m->part_memory);
	return result;
}

/* Nothing in the rest is ours, but all of it has to be there. */
static enum parse_result skip_epilogue(struct multipart *m)
{
	while (!all_read(m))
		m->end = body_read(m->body, m->window, WINDOW_BYTES);
	return m->body->cut_off ? PARSE_CUT_OFF : PARSE_OK;
}

enum parse_result parse_multipart(const void *memory, const void *scratch,
	const char *boundary, struct body *body, parse_file_sink *sink,
	void *sink_data, struct field_values *values)
{
	struct multipart m = {
		.memory = memory, .body = body, .values = values,
		.sink = sink, .sink_data = sink_data, .parts = values->count,
		.window = memory_array(scratch, char, WINDOW_BYTES),
	};

	m.delimiter_size = (size_t)snprintf(m.delimiter, sizeof(m.delimiter),
		"\r\n--%s", boundary);
	buffer_open(&m.text, scratch, PARSE_VALUE_BYTES);

	enum parse_result result = skip_preamble(&m);

	while (result == PARSE_OK) {
		bool last = m.window[m.start] == '-';

		m.start += 2;
		if (last)
			return skip_epilogue(&m);
		result = read_part(&m);
	}
	return result;
}
