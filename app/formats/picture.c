/* Which kind of picture it is. */
#include "formats/picture.h"

#include <string.h>

#include "base/text.h"

enum picture_refusal picture_read(const void *memory, const char *bytes, size_t size,
	struct picture *picture)
{
	static const char png[] = "\x89PNG\r\n\x1a\n", mark[] = "\xef\xbb\xbf";
	size_t at = 0;

	*picture = (struct picture){ NULL };
	if (size > sizeof png - 1 && memcmp(bytes, png, sizeof png - 1) == 0)
		return png_read(memory, bytes, size, picture);
	if (size > 3 && memcmp(bytes, mark, 3) == 0)
		at = 3;
	while (at < size && memchr(" \t\r\n", bytes[at], 4) != NULL)
		at++;
	return at < size && bytes[at] == '<' ? svg_read(memory, bytes, size, picture)
	    : PICTURE_UNKNOWN;
}
