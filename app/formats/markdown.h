/* Markdown (CommonMark) for texts that everybody reads: no HTML passes, links lead
 * to the web, to a mailbox or to a page of ours, pictures are not drawn. */
#ifndef BELFRY_FORMATS_MARKDOWN_H
#define BELFRY_FORMATS_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>

enum markdown_limit {
	MARKDOWN_BYTES    = 200 * 1000,
	MARKDOWN_LINES    = 20 * 1000,
	MARKDOWN_INDENT   = 100,    /* columns before a line */
	MARKDOWN_NESTING  = 24,     /* one in another; a list and its item are two */
	MARKDOWN_BRACKETS = 4000,   /* [ in a text: what could begin links */
	MARKDOWN_PICTURES = 20,     /* ![ in a text */
};

/* What is wrong with a text, and in which line it stands. */
enum markdown_wrong {
	MARKDOWN_RIGHT,
	MARKDOWN_TOO_LONG,
	MARKDOWN_TOO_DEEP,
	MARKDOWN_TOO_MANY_LINKS,
	MARKDOWN_HTML,
	MARKDOWN_PICTURE,
	MARKDOWN_LINK,              /* leads where links may not */
};

enum markdown_wrong markdown_check(const char *text, int *line);

/* HTML for a page whose h1 is above: headings begin at h2 and leave out no step.
 * What markdown_check finds wrong is left out, and of what is too long all. */
const char *markdown_html(const void *memory, const char *text);

/* https:, http:, mailto:, or a path of ours. */
bool markdown_link_is_good(const char *link);

#endif
