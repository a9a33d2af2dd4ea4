/* Text: comparing, trimming, normalising, joining. */
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <unicase.h>
#include <unistr.h>

#include "base/log.h"
#include "base/memory.h"

enum { BUFFER_FIRST_ROOM = 256 };

static const char ellipsis[] = "\xE2\x80\xA6";

bool text_is(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return strcmp(a, b) == 0;
}

bool text_is_empty(const char *text)
{
	return text == NULL || text[0] == '\0';
}

bool text_starts(const char *text, const char *with)
{
	return text != NULL && strncmp(text, with, strlen(with)) == 0;
}

bool text_ends(const char *text, const char *with)
{
	if (text == NULL)
		return false;

	size_t size = strlen(text), end = strlen(with);

	return size >= end && memcmp(text + size - end, with, end) == 0;
}

bool text_is_utf8(const char *bytes, size_t size)
{
	if (size == 0)
		return true;
	return memchr(bytes, '\0', size) == NULL
		&& u8_check((const uint8_t *)bytes, size) == NULL;
}

static bool begins_character(char byte)
{
	return (byte & 0xC0) != 0x80;
}

size_t text_length(const char *text)
{
	size_t length = 0;

	for (; *text != '\0'; text++)
		length += begins_character(*text);
	return length;
}

const char *text_cut(const void *memory, const char *text, size_t characters)
{
	size_t seen = 0;

	for (const char *at = text; *at != '\0'; at++)
		if (begins_character(*at) && seen++ == characters)
			return memory_printf(memory, "%.*s%s",
				(int)(at - text), text, ellipsis);
	return memory_text(memory, text);
}

/* What has no width of its own and arrives by copy and paste around words:
 * bidi marks, embeddings, isolates, joiners, the byte order mark. */
static bool is_unseen(ucs4_t c)
{
	return c == 0x00AD || c == 0x061C || c == 0x2060 || c == 0xFEFF
		|| (c >= 0x200B && c <= 0x200F)
		|| (c >= 0x202A && c <= 0x202E)
		|| (c >= 0x2066 && c <= 0x2069);
}

static bool is_space(ucs4_t c)
{
	return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r')
		: uc_is_property_white_space(c);
}

static bool is_control(ucs4_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/* The next character of valid UTF-8 and the bytes it takes; 0 at the end. */
static ucs4_t character_at(const char *at, int *bytes)
{
	ucs4_t c = (unsigned char)*at;

	*bytes = 1;
	if (c >= 0x80)
		*bytes = u8_strmbtouc(&c, (const uint8_t *)at);
	if (*bytes < 0)
		bug("text that is not UTF-8 was let in");
	return c;
}

/* Copies what people wrote: line ends as \n, no other control but \t. Where
 * `one_line`, a run of white space is one space. `end` follows the last
 * character that is seen, so that the rest can be dropped. */
static const char *tidied(const void *memory, const char *text, bool one_line)
{
	char *copy = memory_text(memory, text);
	char *to = copy, *end = copy;
	bool begun = false, gap = false;
	int bytes;

	for (const char *at = text; *at != '\0'; at += bytes) {
		ucs4_t c = character_at(at, &bytes);

		if (c == '\r' && at[1] == '\n')
			continue;
		if (c == '\r' || c == 0x85)
			c = '\n';
		if (!begun && (is_space(c) || is_unseen(c) || is_control(c)))
			continue;
		begun = true;
		if (one_line && is_space(c)) {
			gap = true;
			continue;
		}
		if (is_control(c) && c != '\n' && c != '\t')
			continue;
		if (gap)
			*to++ = ' ';
		gap = false;
		if (c == '\n')
			*to++ = '\n';
		else
			to = (char *)memcpy(to, at, (size_t)bytes) + bytes;
		if (!is_space(c) && !is_unseen(c))
			end = to;
	}
	*end = '\0';
	return copy;
}

const char *text_trim(const void *memory, const char *text)
{
	return tidied(memory, text, false);
}

const char *text_one_line(const void *memory, const char *text)
{
	return tidied(memory, text, true);
}

const char *text_bare(const void *memory, const char *text)
{
	char *copy = memory_text(memory, text);
	char *to = copy;
	int bytes;

	for (const char *at = text; *at != '\0'; at += bytes)
		if (!is_unseen(character_at(at, &bytes)))
			to = (char *)memcpy(to, at, (size_t)bytes) + bytes;
	*to = '\0';
	return copy;
}

const char *text_normal(const void *memory, const char *text)
{
	size_t size = strlen(text), length;

	if (text_length(text) == size)   /* only ASCII: normal already */
		return memory_text_of(memory, text, size);

	uint8_t *normal = u8_normalize(UNINORM_NFC, (const uint8_t *)text,
		size, NULL, &length);

	if (normal == NULL)
		bug("text that is not UTF-8 was normalised");

	const char *copy = memory_text_of(memory, (const char *)normal, length);

	free(normal);
	return copy;
}

const char *text_unbroken(const void *memory, const char *text)
{
	struct buffer unbroken;

	buffer_open(&unbroken, memory, 4 * strlen(text) + 1);
	for (const char *c = text; *c != '\0'; c++) {
		buffer_add_bytes(&unbroken, c, 1);
		if (*c == '-')
			buffer_add(&unbroken, "\u2060");
	}
	return buffer_text(&unbroken);
}

const char *text_lower(const void *memory, const char *text)
{
	char *copy = memory_text(memory, text);

	for (char *at = copy; *at != '\0'; at++)
		if (*at >= 'A' && *at <= 'Z')
			*at += 'a' - 'A';
	return copy;
}

const char *text_upper(const void *memory, const char *text)
{
	char *copy = memory_text(memory, text);

	for (char *at = copy; *at != '\0'; at++)
		if (*at >= 'a' && *at <= 'z')
			*at -= 'a' - 'A';
	return copy;
}

bool text_is_word(const char *a, const char *b)
{
	int order = 1;

	return u8_casecmp((const uint8_t *)a, strlen(a), (const uint8_t *)b, strlen(b), NULL,
	    UNINORM_NFC, &order) == 0 && order == 0;
}

/* Arabic-Indic, Persian, and the full-width ones of Chinese keyboards. */
static int foreign_digit(ucs4_t c)
{
	if (c >= 0x0660 && c <= 0x0669)
		return (int)(c - 0x0660);
	if (c >= 0x06F0 && c <= 0x06F9)
		return (int)(c - 0x06F0);
	if (c >= 0xFF10 && c <= 0xFF19)
		return (int)(c - 0xFF10);
	return -1;
}

const char *text_ascii_digits(const void *memory, const char *text)
{
	char *copy = memory_text(memory, text);
	char *to = copy;
	int bytes;

	for (const char *at = text; *at != '\0'; at += bytes) {
		int digit = foreign_digit(character_at(at, &bytes));

		if (digit >= 0)
			*to++ = (char)('0' + digit);
		else
			to = (char *)memcpy(to, at, (size_t)bytes) + bytes;
	}
	*to = '\0';
	return copy;
}

bool text_number(const char *text, int64_t min, int64_t max, int64_t *number)
{
	if (text_is_empty(text))
		return false;

	bool negative = text[0] == '-';
	const char *at = text + negative;
	int64_t value = 0;

	if (*at == '\0')
		return false;
	/* Counted downwards: there is one more number below zero than above. */
	for (; *at != '\0'; at++) {
		if (*at < '0' || *at > '9')
			return false;
		if (__builtin_mul_overflow(value, 10, &value)
				|| __builtin_sub_overflow(value, *at - '0', &value))
			return false;
	}
	if (!negative && __builtin_sub_overflow((int64_t)0, value, &value))
		return false;
	if (value < min || value > max)
		return false;
	*number = value;
	return true;
}

bool text_same_secret(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return false;

	size_t size = strlen(a);
	volatile unsigned char different = 0;

	if (strlen(b) != size)
		return false;
	for (size_t i = 0; i < size; i++)
		different |= (unsigned char)(a[i] ^ b[i]);
	return different == 0;
}

void buffer_open(struct buffer *b, const void *memory, size_t limit)
{
	*b = (struct buffer){ .memory = memory, .limit = limit };
}

/* Room for `more` bytes and the NUL. */
static bool buffer_has_room(struct buffer *b, size_t more)
{
	if (b->full || more > b->limit - b->size) {
		b->full = true;
		return false;
	}

	size_t wanted = b->size + more + 1;

	if (wanted <= b->room)
		return true;

	size_t room = b->room ? b->room : BUFFER_FIRST_ROOM;

	while (room < wanted)
		room *= 2;
	b->data = b->data ? memory_grow(b->data, char, room)
		: memory_array(b->memory, char, room);
	b->room = room;
	return true;
}

void buffer_add(struct buffer *b, const char *text)
{
	buffer_add_bytes(b, text, strlen(text));
}

void buffer_add_bytes(struct buffer *b, const void *bytes, size_t size)
{
	if (!buffer_has_room(b, size))
		return;
	if (size > 0)
		memcpy(b->data + b->size, bytes, size);
	b->size += size;
	b->data[b->size] = '\0';
}

void buffer_printf(struct buffer *b, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	int size = vsnprintf(NULL, 0, format, values);
	va_end(values);
	if (size < 0 || !buffer_has_room(b, (size_t)size))
		return;

	va_start(values, format);
	vsnprintf(b->data + b->size, (size_t)size + 1, format, values);
	va_end(values);
	b->size += (size_t)size;
}

const char *buffer_text(struct buffer *b)
{
	return b->data ? b->data : "";
}

/* Hebrew, Arabic and their kin: U+0590 to U+08FF, and their presentation forms. */
bool text_runs_right_to_left(const char *text, size_t size)
{
	ucs4_t c;

	for (size_t at = 0; at < size;) {
		int step = u8_mbtouc(&c, (const uint8_t *)text + at, size - at);

		if ((c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff))
			return true;
		at += (size_t)step;
	}
	return false;
}

bool text_turns(const char *text)
{
	for (const unsigned char *c = (const unsigned char *)text; c != NULL && *c != '\0'; c++)
		if (c[0] == 0xe2 && ((c[1] == 0x80 && c[2] >= 0xaa && c[2] <= 0xae)
		    || (c[1] == 0x81 && c[2] >= 0xa6 && c[2] <= 0xa9)))
			return true;
	return false;
}
