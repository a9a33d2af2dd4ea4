/* Writing tables. */
#include "formats/csv.h"

#include <string.h>

void csv_cell(struct buffer *csv, const char *text, bool first)
{
	buffer_add(csv, first ? "\"" : ",\"");
	if (text != NULL && text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL)
		buffer_add(csv, "'");
	for (; text != NULL && *text != '\0'; text++)
		buffer_add(csv, *text == '"' ? "\"\"" : (const char[]){ *text, '\0' });
	buffer_add(csv, "\"");
}

void csv_end(struct buffer *csv)
{
	buffer_add(csv, "\r\n");
}
