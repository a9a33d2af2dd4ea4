/* Paths: what is let in cannot climb, split or break a line. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "web/parse.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *memory = memory_root("fuzz");
	const char *path = NULL;

	if (parse_path(memory, (const char *)data, size, &path) == PARSE_OK) {
		const char *around = memory_printf(memory, "%s/", path);

		if (path[0] != '/' || !text_is_utf8(path, strlen(path))
				|| strstr(path, "//") != NULL || strstr(around, "/../") != NULL
				|| strstr(around, "/./") != NULL
				|| strpbrk(path, "\\\r\n\t\x7F") != NULL)
			abort();
	}
	memory_end(memory);
	return 0;
}
