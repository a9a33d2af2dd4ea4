/* The log: one line, one write. */
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { LINE_BYTES = 4096 };    /* PIPE_BUF: such a write is never torn */

static char process_name[32];
static char request_number[32];

static void keep(char *place, size_t room, const char *text)
{
	snprintf(place, room, "%s", text == NULL ? "" : text);
}

void log_name(const char *name)
{
	keep(process_name, sizeof process_name, name);
}

void log_request(const char *number)
{
	keep(request_number, sizeof request_number, number);
}

/* The code point at `text` and its length in bytes; what is not UTF-8 is one
 * byte and negative. */
static int code_point(const unsigned char *text, size_t *length)
{
	static const int least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const size_t bytes = text[0] < 0x80 ? 1
		: (text[0] & 0xe0) == 0xc0 ? 2
		: (text[0] & 0xf0) == 0xe0 ? 3
		: (text[0] & 0xf8) == 0xf0 ? 4 : 0;
	int point = bytes == 1 ? text[0] : text[0] & (0x7f >> bytes);

	*length = 1;
	if (bytes == 0)
		return -1;
	for (size_t i = 1; i < bytes; i++) {
		if ((text[i] & 0xc0) != 0x80)
			return -1;
		point = (point << 6) | (text[i] & 0x3f);
	}
	if (point < least[bytes] || point > 0x10ffff
	    || (point >= 0xd800 && point <= 0xdfff))
		return -1;
	*length = bytes;
	return point;
}

/* What would start a line of its own, steer a terminal, or make text read in
 * another order than it is. */
static bool is_hidden(int point)
{
	return point < 0x20 || (point >= 0x7f && point <= 0x9f)
		|| point == 0x061c
		|| (point >= 0x200b && point <= 0x200f)
		|| (point >= 0x2028 && point <= 0x202e)
		|| (point >= 0x2066 && point <= 0x2069)
		|| point == 0xfeff;
}

/* Most of a line is written as it is. */
static size_t plain_length(const unsigned char *text)
{
	size_t length = 0;

	while (text[length] >= 0x20 && text[length] < 0x7f && text[length] != '\\')
		length++;
	return length;
}

/* Appends `text`, escaped, as far as `room` goes; whole characters only. */
static size_t escape(char *line, size_t size, size_t room, const char *text)
{
	const unsigned char *at = (const unsigned char *)text;

	for (;;) {
		const size_t plain = plain_length(at), fits = plain < room - size ? plain : room - size;
		char piece[16];
		size_t length;

		memcpy(line + size, at, fits);
		size += fits;
		at += fits;
		if (fits < plain || *at == '\0')
			break;

		const int point = code_point(at, &length);

		if (point < 0)
			snprintf(piece, sizeof piece, "\\x%02x", *at);
		else if (point == '\n')
			snprintf(piece, sizeof piece, "\\n");
		else if (point == '\\')
			snprintf(piece, sizeof piece, "\\\\");
		else if (is_hidden(point) && point < 0x100)
			snprintf(piece, sizeof piece, "\\x%02x", (unsigned)point);
		else if (is_hidden(point))
			snprintf(piece, sizeof piece, "\\u%04x", (unsigned)point);
		else
			snprintf(piece, sizeof piece, "%.*s", (int)length, (const char *)at);

		const size_t piece_size = strlen(piece);
		if (size + piece_size > room)
			break;
		memcpy(line + size, piece, piece_size);
		size += piece_size;
		at += length;
	}
	return size;
}

static size_t escape_word(char *line, size_t size, size_t room, const char *text)
{
	size = escape(line, size, room, *text == '\0' ? "-" : text);
	if (size < room)
		line[size++] = ' ';
	return size;
}

/* The name is two words ("inside 3"); in a line it is one, so that programs
 * can count columns. */
__attribute__((format(printf, 3, 0)))
static void write_line(const char *level, const char *prefix,
	const char *format, va_list values)
{
	const size_t room = LINE_BYTES - 1;
	char line[LINE_BYTES], message[LINE_BYTES], name[sizeof process_name];
	const time_t now = time(NULL);
	struct tm tm;
	size_t size;

	keep(name, sizeof name, process_name);
	for (char *space = name; (space = strchr(space, ' ')) != NULL; )
		*space = '-';
	vsnprintf(message, sizeof message, format, values);
	gmtime_r(&now, &tm);
	size = strftime(line, sizeof line, "%Y-%m-%dT%H:%M:%SZ ", &tm);
	size = escape_word(line, size, room, level);
	size = escape_word(line, size, room, name);
	size = escape_word(line, size, room, request_number);
	size = escape(line, size, room, prefix);
	size = escape(line, size, room, message);
	line[size++] = '\n';

	/* Nobody is left to hear that the log cannot be written. */
	if (write(STDERR_FILENO, line, size) < 0)
		return;
}

void log_error(const char *format, ...)
{
	va_list values;

	va_start(values, format);
	write_line("error", "", format, values);
	va_end(values);
}

void log_note(const char *format, ...)
{
	va_list values;

	va_start(values, format);
	write_line("note", "", format, values);
	va_end(values);
}

_Noreturn void bug(const char *format, ...)
{
	va_list values;

	va_start(values, format);
	write_line("error", "bug: ", format, values);
	va_end(values);
	abort();
}
