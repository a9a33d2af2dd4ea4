/* What is typed into an advisory: read twice it says the same, and what is drawn of
 * it holds no markup of its writer's. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "formats/facts.h"
#include "formats/markdown.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void look_at_text(const void *memory, const char *text)
{
	const char *html = markdown_html(memory, text);
	int line;

	markdown_check(text, &line);
	if (strstr(html, "<script") != NULL || strstr(html, "<!") != NULL || strstr(html, "<img") != NULL
	    || strstr(html, "href=\"javascript:") != NULL || strstr(html, "href=\"data:") != NULL)
		abort();
}

static void look_at_lines(const void *memory, const char *text)
{
	struct facts facts = { 0 }, again;
	struct facts_problem problem;

	if (!facts_read_weaknesses(memory, text, &facts, &problem))
		facts.weakness_count = 0;
	if (!facts_read_products(memory, text, FIXED, &facts, &problem))
		facts.product_count = 0;
	if (!facts_read_links(memory, text, &facts, &problem))
		facts.link_count = 0;
	facts_read_kept(memory, facts_weakness_lines(memory, &facts), facts_kept_products(memory, &facts),
	    facts_link_lines(memory, &facts), &again);
	if (facts.weakness_count != again.weakness_count || facts.product_count != again.product_count
	    || facts.link_count != again.link_count || facts_score(&facts) != facts_score(&again))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *memory = memory_root("fuzz");

	if (text_is_utf8((const char *)data, size)) {
		const char *text = memory_text_of(memory, (const char *)data, size);

		look_at_text(memory, text);
		look_at_lines(memory, text);
	}
	memory_end(memory);
	return 0;
}
