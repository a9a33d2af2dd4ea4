/* What others know of weaknesses: whatever is taken of a file fits the columns. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "formats/facts.h"
#include "formats/threats.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void look_at_head(const struct threats_head *head)
{
	if (strlen(head->day) != 10 || strlen(head->release) > THREATS_RELEASE || head->release[0] == '\0'
	    || !text_is_utf8(head->release, strlen(head->release)))
		abort();
}

static void look_at_catalogue(const void *memory, const char *text, size_t size)
{
	struct kev kev;
	const char *why = NULL;

	if (!kev_read(memory, text, size, &kev, &why)) {
		if (why == NULL)
			abort();
		return;
	}
	look_at_head(&kev.head);
	for (size_t i = 0; i < kev.count; i++)
		if (!facts_is_cve(kev.entries[i].cve) || strlen(kev.entries[i].cve) > 24
		    || strlen(kev.entries[i].since) != 10)
			abort();
}

static void look_at_line(const char *line)
{
	struct threats_head head;
	struct epss_entry entry;

	if (epss_head(line, &head))
		look_at_head(&head);
	if (epss_read(line, &entry) && (!facts_is_cve(entry.cve) || entry.score < 0
	    || entry.score > EPSS_WHOLE || entry.percentile < 0 || entry.percentile > EPSS_WHOLE))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *memory = memory_root("fuzz");

	look_at_catalogue(memory, (const char *)data, size);
	look_at_line(memory_text_of(memory, (const char *)data, size));
	memory_end(memory);
	return 0;
}
