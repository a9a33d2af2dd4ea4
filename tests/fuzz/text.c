/* Text as it is tidied: still UTF-8, and tidied twice is tidied once. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef const char *change(const void *memory, const char *text);

static change *const changes[] = {
	text_trim, text_one_line, text_normal, text_bare,
	text_lower, text_upper, text_ascii_digits,
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (!text_is_utf8((const char *)data, size))
		return 0;

	void *memory = memory_root("fuzz");
	const char *text = memory_text_of(memory, (const char *)data, size);
	int64_t number;

	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
		const char *once = changes[i](memory, text);
		const char *twice = changes[i](memory, once);

		if (!text_is_utf8(once, strlen(once)) || !text_is(once, twice))
			abort();
	}
	for (size_t length = 0; length < 8; length++) {
		const char *cut = text_cut(memory, text, length);

		if (!text_is_utf8(cut, strlen(cut)) || text_length(cut) > length + 1)
			abort();
	}
	if (text_number(text, -100, 100, &number) && (number < -100 || number > 100))
		abort();
	memory_end(memory);
	return 0;
}
