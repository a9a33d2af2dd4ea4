/* Cookie headers: only what could be ours comes out. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "web/parse.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *memory = memory_root("fuzz");
	struct field_values values = { NULL, 0 };
	char *header = malloc(size + 1);

	if (header == NULL)
		abort();
	memcpy(header, data, size);
	header[size] = '\0';
	parse_cookies(memory, header, &values);
	free(header);
	if (values.count > PARSE_COOKIES)
		abort();
	for (size_t i = 0; i < values.count; i++) {
		if (strpbrk(values.list[i].value, " \t\r\n\";,\\") != NULL
				|| strlen(values.list[i].name) > PARSE_NAME_BYTES
				|| strpbrk(values.list[i].name, " =;") != NULL)
			abort();
	}
	memory_end(memory);
	return 0;
}
