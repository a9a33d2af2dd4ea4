/* Encoded words, quoted-printable, dates, addresses. */
#include "mail/encode.h"

#include <string.h>
#include <unistr.h>

#include "base/memory.h"

enum {
	LINE_BYTES  = 76,
	WORD_FRAME  = 13,      /* of an encoded word: what is around its letters, and a space */
	ADDRESS_BYTES = 254,
};

/* What ends a line somewhere, or steers the eye. */
static bool ends_a_line(ucs4_t c)
{
	return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029;
}

static bool is_hidden(ucs4_t c)
{
	return c == 0xad || c == 0x61c || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
	    || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb)
	    || (c >= 0xe0000 && c <= 0xe007f);
}

const char *mail_line(const void *memory, const char *text)
{
	struct buffer line;
	const uint8_t *at = (const uint8_t *)text;

	buffer_open(&line, memory, 4 * strlen(text) + 1);
	while (*at != '\0') {
		ucs4_t c;
		int size = u8_strmbtouc(&c, at);

		if (size <= 0) {
			c = '?';
			size = 1;
			buffer_add(&line, "?");
		} else if (ends_a_line(c)) {
			buffer_add(&line, " ");
		} else if (!is_hidden(c)) {
			buffer_add_bytes(&line, at, (size_t)size);
		}
		at += size;
	}
	return text_cut(memory, text_one_line(memory, buffer_text(&line)), MAIL_VALUE);
}

/* What may stand in a header as it is. "=?" would begin an encoded word. */
static bool is_plain(const char *value)
{
	for (const char *at = value; *at != '\0'; at++)
		if (*at < ' ' || *at > '~' || (at[0] == '=' && at[1] == '?'))
			return false;
	return true;
}

/* Words until the line is full; a longer word has a line of its own. */
static void add_folded(struct buffer *b, size_t column, const char *value)
{
	while (*value != '\0') {
		const size_t size = strcspn(value, " ");

		if (column + 1 + size > LINE_BYTES && column > 1) {
			buffer_add(b, "\r\n");
			column = 0;
		}
		buffer_add(b, " ");
		buffer_add_bytes(b, value, size);
		column += 1 + size;
		value += size;
		value += strspn(value, " ");
	}
}

static bool has_long_word(const char *value)
{
	while (*value != '\0') {
		const size_t size = strcspn(value, " ");

		if (size > LINE_BYTES)
			return true;
		value += size;
		value += strspn(value, " ");
	}
	return false;
}

static void add_base64(struct buffer *b, const char *bytes, size_t size)
{
	static const char letters[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < size; i += 3) {
		const size_t left = size - i;
		const unsigned n = (unsigned)(unsigned char)bytes[i] << 16
		    | (left > 1 ? (unsigned)(unsigned char)bytes[i + 1] << 8 : 0)
		    | (left > 2 ? (unsigned)(unsigned char)bytes[i + 2] : 0);
		const char four[4] = { letters[n >> 18], letters[n >> 12 & 63],
			left > 1 ? letters[n >> 6 & 63] : '=', left > 2 ? letters[n & 63] : '=' };

		buffer_add_bytes(b, four, sizeof four);
	}
}

/* Characters are not cut in two: each word is text of its own. */
static size_t word_size(const char *text, size_t column)
{
	const size_t most = (LINE_BYTES - WORD_FRAME - column) / 4 * 3;
	size_t size = 0;

	while (text[size] != '\0') {
		const int one = u8_strmblen((const uint8_t *)text + size);

		if (one <= 0 || size + (size_t)one > most)
			break;
		size += (size_t)one;
	}
	return size;
}

static void add_encoded(struct buffer *b, size_t column, const char *value)
{
	for (bool first = true; *value != '\0'; first = false) {
		const size_t size = word_size(value, first ? column : 0);

		buffer_add(b, first ? " =?utf-8?B?" : "\r\n =?utf-8?B?");
		add_base64(b, value, size);
		buffer_add(b, "?=");
		value += size;
	}
}

static void add_value(struct buffer *b, size_t column, const char *value)
{
	if (is_plain(value) && !has_long_word(value))
		add_folded(b, column, value);
	else
		add_encoded(b, column, value);
}

void mail_header(struct buffer *b, const char *name, const char *value)
{
	buffer_printf(b, "%s:", name);
	add_value(b, strlen(name) + 1, mail_line(b->memory, value));
	buffer_add(b, "\r\n");
}

static bool looks_like_an_address(const void *memory, const char *phrase)
{
	static const char *const signs[] = { "@", "＠", "://", "www.", "http", NULL };
	const char *lower = text_lower(memory, phrase);

	for (size_t i = 0; signs[i] != NULL; i++)
		if (strstr(lower, signs[i]) != NULL)
			return true;
	return false;
}

/* A phrase as one quoted string: no sign in it means anything. */
static const char *quoted(const void *memory, const char *phrase)
{
	struct buffer b;

	buffer_open(&b, memory, 4 * MAIL_VALUE * 2);
	buffer_add(&b, "\"");
	for (; *phrase != '\0'; phrase++) {
		if (*phrase == '"' || *phrase == '\\')
			buffer_add(&b, "\\");
		buffer_add_bytes(&b, phrase, 1);
	}
	buffer_add(&b, "\"");
	return buffer_text(&b);
}

void mail_mailbox_header(struct buffer *b, const char *name, const char *phrase,
	const char *address)
{
	const char *line = phrase == NULL ? "" : mail_line(b->memory, phrase);

	buffer_printf(b, "%s:", name);
	if (*line != '\0' && !looks_like_an_address(b->memory, line)) {
		if (is_plain(line))
			line = quoted(b->memory, line);
		add_value(b, strlen(name) + 1, line);
		if (strlen(name) + strlen(line) + strlen(address) + 5 > LINE_BYTES || !is_plain(line))
			buffer_add(b, "\r\n");
	}
	buffer_printf(b, " <%s>\r\n", address);
}

/* Begins with "From ", as it will be without its CRs. */
static bool begins_with_from(const char *at)
{
	for (const char *word = "From "; *word != '\0'; word++, at++) {
		at += strspn(at, "\r");
		if (*at != *word)
			return false;
	}
	return true;
}

/* One byte of a body. A dot or "From " at the beginning of a line means
 * something to some servers on the way. */
static bool needs_code(const char *at, size_t column, bool last)
{
	return *at == '=' || *at < ' ' || *at > '~' || (column == 0 && (*at == '.' || begins_with_from(at)))
	    || (*at == ' ' && last);
}

void mail_body(struct buffer *b, const char *text)
{
	while (*text != '\0') {
		const size_t all = strcspn(text, "\n");
		size_t size = all, column = 0;

		while (size > 0 && text[size - 1] == '\r')
			size--;
		if (size == 0 && text[all] == '\0')
			break;
		for (size_t i = 0; i < size; i++) {
			const bool last = i + 1 == size;
			const bool code = needs_code(text + i, column, last);

			if (text[i] == '\r')
				continue;
			if (column + (code ? 3 : 1) > LINE_BYTES - 1) {
				buffer_add(b, "=\r\n");
				column = 0;
			}
			if (needs_code(text + i, column, last)) {
				buffer_printf(b, "=%02X", (unsigned)(unsigned char)text[i]);
				column += 3;
			} else {
				buffer_add_bytes(b, text + i, 1);
				column++;
			}
		}
		buffer_add(b, "\r\n");
		text += all;
		text += *text == '\n';
	}
}

const char *mail_date(const void *memory, moment m)
{
	static const char *const days[] = { "Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed" };
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
		"Sep", "Oct", "Nov", "Dec" };
	const char *text = moment_text(memory, m);     /* 2026-11-21 10:00:00 */
	int64_t month = 1;

	text_number(memory_text_of(memory, text + 5, 2), 1, 12, &month);
	return memory_printf(memory, "%s, %.2s %s %.4s %s +0000", days[m / DAY % 7], text + 8,
	    months[month - 1], text, text + 11);
}

bool mail_is_address(const char *address)
{
	static const char local[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
	    ".!#$%&'*+-/=?^_`{|}~";
	static const char domain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-";
	const size_t before = strspn(address, local);

	return before > 0 && address[before] == '@' && strlen(address) <= ADDRESS_BYTES
	    && address[before + 1] != '\0'
	    && address[before + 1 + strspn(address + before + 1, domain)] == '\0';
}
