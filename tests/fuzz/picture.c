/* Logos as somebody brings them: what is taken is taken again as it was written, and holds
 * nothing that runs or fetches. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "formats/picture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* In what we write, "<" begins a tag and ">" ends one, and nothing else. */
static void look_at(const void *memory, const char *svg)
{
	static const char *const never[] = { "<script", "<foreignObject", "<image", "<use", "<a ", "<animate",
		"<set", "<filter", "<!", "<?xml-", " onload=\"", " onclick=\"", "url(h", "url(d", "href=\"h",
		"href=\"d", "href=\"j" };
	char *tags = memory_text(memory, svg), *to = tags;
	int inside = 0;

	for (; *svg != '\0'; svg++) {
		inside |= *svg == '<';
		if (inside)
			*to++ = *svg;
		inside &= *svg != '>';
	}
	*to = '\0';
	for (size_t i = 0; i < sizeof never / sizeof never[0]; i++)
		if (strstr(tags, never[i]) != NULL)
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *memory = memory_root("fuzz");
	struct picture first, again;

	if (picture_read(memory, memory_text_of(memory, (const char *)data, size), size, &first)
	    == PICTURE_GOOD) {
		if (first.width <= 0 || first.height <= 0)
			abort();
		if (strcmp(first.type, "svg") == 0)
			look_at(memory, first.bytes);
		if (picture_read(memory, first.bytes, first.size, &again) != PICTURE_GOOD
		    || again.size != first.size || memcmp(again.bytes, first.bytes, first.size) != 0)
			abort();
	}
	memory_end(memory);
	return 0;
}
