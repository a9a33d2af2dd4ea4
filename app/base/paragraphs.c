/* Lines and paragraphs. */
#include "base/paragraphs.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"

void paragraphs_open(struct paragraphs *paragraphs, const void *memory, const char *text)
{
	*paragraphs = (struct paragraphs){ memory, text != NULL ? text : "", false, true };
}

const char *paragraphs_line(struct paragraphs *paragraphs)
{
	while (*paragraphs->rest != '\0') {
		const size_t size = strcspn(paragraphs->rest, "\n");
		const char *said = text_trim(paragraphs->memory,
		    memory_text_of(paragraphs->memory, paragraphs->rest, size));

		paragraphs->rest += size;
		paragraphs->rest += *paragraphs->rest == '\n';
		if (*said == '\0') {
			paragraphs->between = true;
			continue;
		}
		paragraphs->begins = paragraphs->between;
		paragraphs->between = false;
		return said;
	}
	return NULL;
}
