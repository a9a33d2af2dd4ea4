/* Percent-encoding. */
#include "web/encode.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"

/* Every field of the largest body, with every byte encoded. */
enum { LARGEST = 4 * (PARSE_TEXT_BYTES + PARSE_FIELDS * PARSE_NAME_BYTES) };

static void add_part(struct buffer *encoded, const char *text)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	    "0123456789-._~";

	while (*text != '\0') {
		const size_t size = strspn(text, plain);

		buffer_add_bytes(encoded, text, size);
		text += size;
		if (*text != '\0')
			buffer_printf(encoded, "%%%02X", (unsigned char)*text++);
	}
}

const char *encode_part(const void *memory, const char *text)
{
	struct buffer encoded;

	buffer_open(&encoded, memory, LARGEST);
	add_part(&encoded, text);
	return buffer_text(&encoded);
}

const char *encode_fields(const void *memory, const struct field_values *fields)
{
	struct buffer encoded;

	buffer_open(&encoded, memory, LARGEST);
	for (size_t i = 0; i < fields->count; i++) {
		buffer_add(&encoded, i > 0 ? "&" : "");
		add_part(&encoded, fields->list[i].name);
		buffer_add(&encoded, "=");
		add_part(&encoded, fields->list[i].value);
	}
	return buffer_text(&encoded);
}

const char *encode_disposition(const void *memory, const char *name)
{
	struct buffer plain;
	bool is_plain = true;

	buffer_open(&plain, memory, LARGEST);
	for (const unsigned char *c = (const unsigned char *)name; *c != '\0'; c++) {
		bool good = *c >= ' ' && *c < 127 && strchr("\"\\%", *c) == NULL;

		is_plain = is_plain && good;
		/* One mark for a character, however many bytes it has. */
		if (good || (*c & 0xc0) != 0x80)
			buffer_printf(&plain, "%c", good ? *c : '_');
	}
	if (is_plain)
		return memory_printf(memory, "attachment; filename=\"%s\"", buffer_text(&plain));
	return memory_printf(memory, "attachment; filename=\"%s\"; filename*=UTF-8''%s",
	    buffer_text(&plain), encode_part(memory, name));
}
