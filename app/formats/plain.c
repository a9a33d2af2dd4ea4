/* Plain text in lines. */
#include "formats/plain.h"

#include <string.h>

#include <unilbrk.h>
#include <unistr.h>

#include "base/memory.h"

/* U+2066, left-to-right isolate, and U+2069, its end. */
#define ISOLATE     "\xE2\x81\xA6"
#define ISOLATE_END "\xE2\x81\xA9"

static void add_line(struct buffer *out, const char *line, size_t size, unsigned indent,
	bool right_to_left)
{
	while (size > 0 && line[size - 1] == ' ')
		size--;
	if (size > 0) {
		const bool alone = right_to_left && !text_runs_right_to_left(line, size);

		for (unsigned i = 0; i < indent; i++)
			buffer_add(out, " ");
		if (alone)
			buffer_add(out, ISOLATE);
		buffer_add_bytes(out, line, size);
		if (alone)
			buffer_add(out, ISOLATE_END);
	}
	buffer_add(out, "\n");
}

/* Of ASCII, whatever the sign of a char is here. */
static bool is_printed(char c)
{
	return (unsigned char)c > ' ' && (unsigned char)c < 0x7f;
}

static void add_paragraph(struct buffer *out, const char *text, size_t size, unsigned indent,
	bool right_to_left)
{
	char *breaks = memory_array(out->memory, char, size + 1);
	char *wishes = memory_array(out->memory, char, size + 1);
	size_t from = 0;

	/* Not within an address, which has hyphens and slashes. */
	for (size_t i = 0; i < size; i++)
		wishes[i] = i > 0 && is_printed(text[i - 1]) && is_printed(text[i]) ? UC_BREAK_PROHIBITED
		    : UC_BREAK_UNDEFINED;
	u8_width_linebreaks((const uint8_t *)text, size, PLAIN_COLUMNS - (int)indent, 0, 0, wishes,
	    "UTF-8", breaks);
	for (size_t i = 1; i < size; i++) {
		if (breaks[i] != UC_BREAK_POSSIBLE && breaks[i] != UC_BREAK_MANDATORY)
			continue;
		add_line(out, text + from, i - from, indent, right_to_left);
		from = i;
	}
	add_line(out, text + from, size - from, indent, right_to_left);
}

void plain_add(struct buffer *out, const char *text, unsigned indent, bool right_to_left)
{
	while (*text != '\0') {
		const size_t size = strcspn(text, "\n");

		if (size == 0)
			buffer_add(out, "\n");
		else
			add_paragraph(out, text, size, indent, right_to_left);
		text += size;
		text += *text == '\n';
	}
}
