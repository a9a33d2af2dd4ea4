/* What a value of each kind looks like. */
#include "base/setting.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"

/* `text` consists of `letters` and has some of them. */
static bool is_made_of(const char *text, const char *letters)
{
	return *text != '\0' && text[strspn(text, letters)] == '\0';
}

#define LOWER  "abcdefghijklmnopqrstuvwxyz"
#define UPPER  "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

/* Every part between commas is made of `letters`. */
static bool is_list_of(const char *text, const char *letters)
{
	for (;;) {
		const size_t length = strspn(text, letters);

		if (length == 0 || (text[length] != ',' && text[length] != '\0'))
			return false;
		if (text[length] == '\0')
			return true;
		text += length + 1;
	}
}

const char *setting_host_of(const char *address)
{
	if (text_starts(address, "https://"))
		return address + strlen("https://");
	if (text_starts(address, "http://"))
		return address + strlen("http://");
	return NULL;
}

static bool is_address(const char *text)
{
	const char *host = setting_host_of(text);

	return host != NULL && is_made_of(host, LOWER DIGITS ".-:[]");
}

static bool is_printable(const char *text)
{
	const char *at = text;

	while (*at > ' ' && *at < 127)
		at++;
	return at > text && *at == '\0';
}

static bool is_mailbox(const char *text)
{
	const char *at = strchr(text, '@');

	return at != NULL && at > text && is_printable(text) && strpbrk(text, "<>(),;:\\\"[]") == NULL
	    && is_made_of(at + 1, LOWER UPPER DIGITS ".-");
}

const char *setting_expected(void *memory, const struct setting *setting, const char *value)
{
	int64_t number;

	if (*value == '\0' && setting->otherwise != NULL && *setting->otherwise == '\0')
		return NULL;
	switch (setting->kind) {
	case ADDRESS:
		return is_address(value) ? NULL
			: "an address like https://cirt.example, in small letters, "
			  "without a slash at the end";
	case HOSTS:
		return is_list_of(value, LOWER DIGITS ".-:[]") ? NULL
			: "host names in small letters, with a comma and no space between";
	case CODES:
		return is_list_of(value, LOWER) ? NULL
			: "language codes like en,ar,fr, with a comma and no space between";
	case PATH:
		return value[0] == '/' ? NULL : "a path that begins with a slash";
	case PROGRAM:
		return value[0] == '/' || *value == '\0' ? NULL
			: "a path that begins with a slash, or nothing";
	case NAME:
		return is_made_of(value, LOWER UPPER DIGITS "_-") ? NULL
			: "a word of letters, digits, _ and -";
	case HOST:
		return is_made_of(value, LOWER DIGITS ".-:") ? NULL
			: "one host name in small letters";
	case MAILBOX:
		return is_mailbox(value) ? NULL : "a mail address like report@cirt.example";
	case SECURITY:
		return text_is(value, "start") || text_is(value, "whole") || text_is(value, "none")
			? NULL : "start, whole or none";
	case PRINTABLE:
		return is_printable(value) ? NULL : "one word without spaces";
	case NUMBER:
		return text_number(value, setting->min, setting->max, &number) ? NULL
			: memory_printf(memory, "a number from %lld to %lld",
				(long long)setting->min, (long long)setting->max);
	case SWITCH:
		return text_is(value, "yes") || text_is(value, "no") ? NULL : "yes or no";
	}
	return NULL;
}
