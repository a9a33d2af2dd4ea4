/* Reports of delivery: whatever the bytes are, the answer is the same for the same bytes
 * and never believed without its part. */
#include <stdlib.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "mail/report.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool holds(const uint8_t *data, size_t size, const char *word)
{
	const size_t length = strlen(word);

	for (size_t i = 0; i + length <= size; i++)
		if (strncasecmp((const char *)data + i, word, length) == 0)
			return true;
	return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* Its end is where memory ends, so that a step beyond is seen. */
	char *copy = malloc(size > 0 ? size : 1);

	memcpy(copy, data, size);
	if (mail_says_failed(copy, size) && !(holds(data, size, "multipart/report")
	    && holds(data, size, "message/delivery-status") && holds(data, size, "failed")))
		abort();
	free(copy);
	return 0;
}
