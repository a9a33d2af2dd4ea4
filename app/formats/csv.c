/* Writing tables. */
#include "formats/csv.h"

#include <string.h>

/* As spreadsheets see it, also in full width: U+FF1D, U+FF0B, U+FF0D, U+FF20. */
static bool begins_formula(const char *text)
{
	static const char *const signs[] = {
		"=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20",
	};

	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (text_starts(text, signs[i]))
			return true;
	return false;
}

void csv_cell(struct buffer *csv, const char *text, bool first)
{
	buffer_add(csv, first ? "\"" : ",\"");
	if (text != NULL && begins_formula(text))
		buffer_add(csv, "'");
	for (; text != NULL && *text != '\0'; text++)
		buffer_add(csv, *text == '"' ? "\"\"" : (const char[]){ *text, '\0' });
	buffer_add(csv, "\"");
}

void csv_end(struct buffer *csv)
{
	buffer_add(csv, "\r\n");
}
