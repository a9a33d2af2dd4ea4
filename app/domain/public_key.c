/* What an OpenPGP key looks like: RFC 9580, sections 5.5.4 and 6.2. */
#include "domain/public_key.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

enum {
	FINGERPRINT_4 = 40,   /* hexadecimal digits of version 4 */
	FINGERPRINT_6 = 64,   /* and of version 6 */
	LINE_BYTES    = 76,   /* of armour */
};

static const char begin[] = "-----BEGIN PGP PUBLIC KEY BLOCK-----";
static const char end[] = "-----END PGP PUBLIC KEY BLOCK-----";

static bool is_hexadecimal(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool is_base64(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
	    || c == '+' || c == '/' || c == '=';
}

static bool is_fingerprint(const char *text)
{
	size_t digits = 0;

	if (text[0] == '0' && (text[1] == 'x' || text[1] == 'X'))
		text += 2;
	for (; *text != '\0'; text++) {
		if (is_hexadecimal(*text))
			digits++;
		else if (strchr(" :-\t\n", *text) == NULL)
			return false;
	}
	return digits == FINGERPRINT_4 || digits == FINGERPRINT_6;
}

static const char *after_line(const char *text)
{
	text += strcspn(text, "\n");
	return *text == '\n' ? text + 1 : text;
}

static size_t line_size(const char *text)
{
	size_t size = strcspn(text, "\n");

	while (size > 0 && (text[size - 1] == ' ' || text[size - 1] == '\t'))
		size--;
	return size;
}

static bool is_line(const char *text, const char *line)
{
	return line_size(text) == strlen(line) && strncmp(text, line, strlen(line)) == 0;
}

/* Headers, an empty line, base64 in lines; with a blank line lost on the way it
 * is still a key. */
static bool is_block(const char *text)
{
	size_t lines = 0;

	if (!is_line(text, begin))
		return false;
	for (text = after_line(text); *text != '\0' && !is_line(text, end); text = after_line(text)) {
		size_t size = line_size(text), i = 0;

		if (size == 0 || (lines == 0 && memchr(text, ':', size) != NULL))
			continue;
		while (i < size && is_base64(text[i]))
			i++;
		if (i < size || size > LINE_BYTES)
			return false;
		lines++;
	}
	return lines > 0 && is_line(text, end) && *after_line(text) == '\0';
}

enum key_shape key_shape_of(const char *text)
{
	if (strstr(text, "-----BEGIN PGP PRIVATE KEY BLOCK-----") != NULL)
		return KEY_PRIVATE;
	if (is_fingerprint(text))
		return KEY_FINGERPRINT;
	return is_block(text) ? KEY_BLOCK : KEY_NONE;
}

const char *fingerprint_said(const void *memory, const char *fingerprint)
{
	struct buffer said;

	buffer_open(&said, memory, 200);
	for (size_t i = 0; fingerprint[i] != '\0'; i++) {
		if (i > 0 && i % 4 == 0)
			buffer_add(&said, " ");
		buffer_add_bytes(&said, fingerprint + i, 1);
	}
	return buffer_text(&said);
}
