/* Writing iCalendar. Section numbers are those of RFC 5545. */
#include "formats/ics.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"

/* The first bytes of a character, as far as a line has room for them; folded lines
 * begin with a blank, which counts (3.1). */
static void add_folded(struct buffer *out, const char *line)
{
	size_t column = 0;

	while (*line != '\0') {
		size_t size = 1;

		while (((unsigned char)line[size] & 0xc0) == 0x80)
			size++;
		if (column + size > ICS_LINE_BYTES) {
			buffer_add(out, "\r\n ");
			column = 1;
		}
		buffer_add_bytes(out, line, size);
		column += size;
		line += size;
	}
	buffer_add(out, "\r\n");
}

/* A value of TEXT (3.3.11): four signs are escaped, control characters go. */
static const char *escaped(const void *memory, const char *text)
{
	struct buffer out;

	buffer_open(&out, memory, ICS_BYTES);
	for (; *text != '\0'; text++) {
		if (*text == '\n')
			buffer_add(&out, "\\n");
		else if (strchr("\\;,", *text) != NULL)
			buffer_printf(&out, "\\%c", *text);
		else if ((unsigned char)*text >= ' ' && *text != 0x7f)
			buffer_add_bytes(&out, text, 1);
	}
	return buffer_text(&out);
}

/* A value of a parameter (3.1): between quotes, which cannot stand in it. */
static const char *quoted(const void *memory, const char *text)
{
	struct buffer out;

	buffer_open(&out, memory, ICS_BYTES);
	for (; *text != '\0'; text++)
		if ((unsigned char)*text >= ' ' && *text != '"' && *text != 0x7f)
			buffer_add_bytes(&out, text, 1);
	return memory_printf(memory, "\"%s\"", buffer_text(&out));
}

/* "20261130T080000Z": what needs no zone (3.3.5). */
static const char *utc(const void *memory, moment at)
{
	char *text = memory_text(memory, moment_iso(memory, at)), *to = text;

	for (const char *c = text; *c != '\0'; c++)
		if (*c != '-' && *c != ':')
			*to++ = *c;
	*to = '\0';
	return text;
}

static void add_text(struct buffer *out, const char *name, const char *language, const char *text)
{
	add_folded(out, memory_printf(out->memory, "%s;LANGUAGE=%s:%s", name, language,
	    escaped(out->memory, text)));
}

const char *ics_event(const void *memory, const struct ics_event *event)
{
	struct buffer out;

	buffer_open(&out, memory, ICS_BYTES);
	buffer_add(&out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Belfry//EN\r\n"
	    "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nBEGIN:VEVENT\r\n");
	add_folded(&out, memory_printf(memory, "UID:%s", escaped(memory, event->uid)));
	buffer_printf(&out, "SEQUENCE:%lld\r\nDTSTAMP:%s\r\nDTSTART:%s\r\nDTEND:%s\r\n",
	    (long long)event->sequence, utc(memory, event->made_at), utc(memory, event->starts_at),
	    utc(memory, event->ends_at));
	buffer_printf(&out, "STATUS:%s\r\n", event->called_off ? "CANCELLED" : "CONFIRMED");
	add_text(&out, "SUMMARY", event->language, event->summary);
	add_text(&out, "LOCATION", event->language, event->place);
	if (event->description != NULL)
		add_text(&out, "DESCRIPTION", event->language, event->description);
	if (!text_is_empty(event->email))
		add_folded(&out, memory_printf(memory, "ORGANIZER;CN=%s:mailto:%s",
		    quoted(memory, event->organiser), event->email));
	buffer_add(&out, "END:VEVENT\r\nEND:VCALENDAR\r\n");
	return buffer_text(&out);
}
