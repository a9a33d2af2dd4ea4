/* Keys as people paste them: whatever is taken for one is one. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "domain/public_key.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *memory;
	const char *text;

	if (memchr(data, '\0', size) != NULL)
		return 0;
	memory = memory_root("fuzz");
	text = memory_text_of(memory, (const char *)data, size);
	switch (key_shape_of(text)) {
	case KEY_FINGERPRINT:
		if (strpbrk(text, "<>&\"'/.") != NULL || size < 40)
			abort();
		break;
	case KEY_BLOCK:
		if (strstr(text, "-----BEGIN PGP PUBLIC KEY BLOCK-----") != text
		    || strstr(text, "\n-----END PGP PUBLIC KEY BLOCK-----") == NULL)
			abort();
		break;
	case KEY_PRIVATE:
	case KEY_NONE:
		break;
	}
	memory_end(memory);
	return 0;
}
