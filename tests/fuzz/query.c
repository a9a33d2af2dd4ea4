/* Queries and percent signs: what comes out is UTF-8 within the limits. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "web/parse.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must_hold(bool true_always)
{
	if (!true_always)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *memory = memory_root("fuzz");
	struct field_values values = { NULL, 0 };
	char *decoded;

	if (parse_percent(memory, (const char *)data, size, true, &decoded) == PARSE_OK)
		must_hold(text_is_utf8(decoded, strlen(decoded))
			&& strlen(decoded) <= size);
	if (parse_query(memory, (const char *)data, size, &values) == PARSE_OK)
		must_hold(size <= PARSE_QUERY_BYTES);
	must_hold(values.count <= PARSE_FIELDS);
	for (size_t i = 0; i < values.count; i++) {
		const char *name = values.list[i].name, *value = values.list[i].value;

		must_hold(name[0] != '\0' && strlen(name) <= PARSE_NAME_BYTES);
		must_hold(text_is_utf8(name, strlen(name)));
		must_hold(text_is_utf8(value, strlen(value)));
	}
	memory_end(memory);
	return 0;
}
