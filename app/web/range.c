/* Reading Range and the tags it depends on. */
#include "web/range.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"

/* Digits up to `end`; -1: none, or a number that no file has. */
static int64_t number_at(const char *text, const char *end)
{
	int64_t number = 0;

	if (text == end || end - text > 18)
		return -1;
	for (; text < end; text++) {
		if (*text < '0' || *text > '9')
			return -1;
		number = number * 10 + (*text - '0');
	}
	return number;
}

enum range range_read(const char *header, int64_t size, int64_t *first, int64_t *last)
{
	const char *from, *hyphen, *end;

	*first = 0;
	*last = size - 1;
	if (header == NULL || strncasecmp(header, "bytes=", 6) != 0 || strchr(header, ',') != NULL)
		return RANGE_WHOLE;
	from = header + 6;
	from += strspn(from, " ");
	hyphen = strchr(from, '-');
	if (hyphen == NULL)
		return RANGE_WHOLE;
	end = hyphen + 1 + strcspn(hyphen + 1, " ");
	if (from == hyphen) {
		int64_t wanted = number_at(hyphen + 1, end);

		if (wanted < 0)
			return RANGE_WHOLE;
		if (wanted == 0 || size == 0)
			return RANGE_OUTSIDE;
		*first = wanted < size ? size - wanted : 0;
		return RANGE_PART;
	}
	*first = number_at(from, hyphen);
	if (*first < 0)
		return RANGE_WHOLE;
	if (hyphen + 1 != end) {
		int64_t wanted = number_at(hyphen + 1, end);

		if (wanted < *first)
			return RANGE_WHOLE;
		if (wanted < size)
			*last = wanted;
	}
	return *first < size ? RANGE_PART : RANGE_OUTSIDE;
}

bool tag_is_in(const char *header, const char *tag)
{
	size_t size = strlen(tag);

	while (header != NULL && *header != '\0') {
		header += strspn(header, " ,\t");
		if (*header == '*')
			return true;
		if (text_starts(header, "W/"))
			header += 2;
		if (strncmp(header, tag, size) == 0 && strchr(" ,\t", header[size]) != NULL)
			return true;
		header += strcspn(header, ",");
	}
	return false;
}
