/* Markdown by cmark, walked before it is drawn. */
#include "formats/markdown.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "base/text.h"

bool markdown_link_is_good(const char *link)
{
	static const char *const schemes[] = { "https://", "http://", "mailto:" };
	bool good = false;

	for (const char *c = link; *c != '\0'; c++)
		if ((unsigned char)*c <= ' ' || *c == '\\' || *c == 0x7f)
			return false;
	for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++)
		good = good || (strncasecmp(link, schemes[i], strlen(schemes[i])) == 0
		    && link[strlen(schemes[i])] != '\0');
	return good || (link[0] == '/' && link[1] != '/');
}

static size_t count_of(const char *text, const char *what)
{
	size_t count = 0;

	for (text = strstr(text, what); text != NULL; text = strstr(text + 1, what))
		count++;
	return count;
}

/* A line begins more lists and quotations, one in another, than there may be; or so far
 * to the right that it could be in as many. */
static bool is_too_deep(const char *line)
{
	size_t marks = 0, blanks = 0;

	for (; *line != '\0' && *line != '\n'; line++) {
		if (*line == ' ' || *line == '\t')
			blanks += *line == '\t' ? 4 : 1;
		else if (strchr(">-+*.)", *line) != NULL)
			marks++;
		else if (*line < '0' || *line > '9')
			break;
	}
	/* A line of one mark alone draws a rule. */
	return (marks > MARKDOWN_NESTING && blanks > 2) || blanks > MARKDOWN_INDENT;
}

/* What cmark would take long over: it goes through all that is open at each line, and
 * is quadratic in what looks like pictures and links that never end. */
static enum markdown_wrong check_size(const char *text)
{
	size_t lines = 0;

	if (strlen(text) > MARKDOWN_BYTES)
		return MARKDOWN_TOO_LONG;
	for (const char *line = text, *end = text; end != NULL; line = end + 1) {
		if (++lines > MARKDOWN_LINES)
			return MARKDOWN_TOO_LONG;
		if (is_too_deep(line))
			return MARKDOWN_TOO_DEEP;
		end = strchr(line, '\n');
		if (end == NULL)
			break;
	}
	if (count_of(text, "![") > MARKDOWN_PICTURES)
		return MARKDOWN_PICTURE;
	return count_of(text, "[") > MARKDOWN_BRACKETS ? MARKDOWN_TOO_MANY_LINKS : MARKDOWN_RIGHT;
}

/* Entered and never left. */
static bool is_leaf(cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_CODE_BLOCK:
	case CMARK_NODE_HTML_BLOCK:
	case CMARK_NODE_THEMATIC_BREAK:
	case CMARK_NODE_TEXT:
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
	case CMARK_NODE_CODE:
	case CMARK_NODE_HTML_INLINE:
		return true;
	default:
		return false;
	}
}

static cmark_node *parsed(const char *text)
{
	return cmark_parse_document(text, strlen(text), CMARK_OPT_DEFAULT);
}

static enum markdown_wrong check_node(cmark_node *node, int depth)
{
	if (depth > MARKDOWN_NESTING)
		return MARKDOWN_TOO_DEEP;
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_HTML_BLOCK:
	case CMARK_NODE_HTML_INLINE:
		return MARKDOWN_HTML;
	case CMARK_NODE_IMAGE:
		return MARKDOWN_PICTURE;
	case CMARK_NODE_LINK:
		return markdown_link_is_good(cmark_node_get_url(node)) ? MARKDOWN_RIGHT : MARKDOWN_LINK;
	default:
		return MARKDOWN_RIGHT;
	}
}

/* Inline nodes have no line of their own in every version of cmark: that of the
 * block around them. */
static int line_of(cmark_node *node)
{
	while (node != NULL && cmark_node_get_start_line(node) == 0)
		node = cmark_node_parent(node);
	return node != NULL ? cmark_node_get_start_line(node) : 1;
}

enum markdown_wrong markdown_check(const char *text, int *line)
{
	enum markdown_wrong wrong = check_size(text);
	cmark_node *document;
	cmark_iter *iter;
	cmark_event_type event;
	int depth = 0;

	*line = 1;
	if (wrong != MARKDOWN_RIGHT)
		return wrong;
	document = parsed(text);
	iter = cmark_iter_new(document);
	while (wrong == MARKDOWN_RIGHT && (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event == CMARK_EVENT_EXIT) {
			depth--;
			continue;
		}
		wrong = check_node(node, depth);
		*line = line_of(node);
		depth += !is_leaf(node);
	}
	cmark_iter_free(iter);
	cmark_node_free(document);
	return wrong;
}


/* Drawing it --------------------------------------------------------------------- */

/* What is in it stays, it goes. */
static void unwrap(cmark_node *node)
{
	cmark_node *child;

	while ((child = cmark_node_first_child(node)) != NULL)
		cmark_node_insert_before(node, child);
	cmark_node_free(node);
}

/* Headings as they are nested, whatever numbers their writer gave them: below the
 * page's own h1, and no step left out on the way down. */
struct outline {
	int open[6];
	int depth;
};

static void place_heading(cmark_node *node, struct outline *outline)
{
	const int level = cmark_node_get_heading_level(node);

	while (outline->depth > 0 && outline->open[outline->depth - 1] >= level)
		outline->depth--;
	outline->open[outline->depth++] = level;
	cmark_node_set_heading_level(node, outline->depth < 6 ? outline->depth + 1 : 6);
}

/* The tree must not change under an iterator: the nodes that have to are found first. */
static void clean(const void *memory, cmark_node *document)
{
	cmark_node **found = memory_array(memory, cmark_node *, 1);
	cmark_iter *iter = cmark_iter_new(document);
	cmark_event_type event;
	size_t count = 0;
	struct outline outline = { .depth = 0 };
	int depth = 0;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event == CMARK_EVENT_EXIT) {
			depth--;
			continue;
		}
		depth += !is_leaf(node);
		if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
			place_heading(node, &outline);
		if (check_node(node, depth - 1) == MARKDOWN_RIGHT)
			continue;
		if ((count & (count + 1)) == 0)
			found = memory_grow(found, cmark_node *, 2 * count + 2);
		found[count++] = node;
	}
	cmark_iter_free(iter);
	/* From the end: what is inside of another goes before it. */
	while (count > 0) {
		cmark_node *node = found[--count];

		if (cmark_node_get_type(node) == CMARK_NODE_LINK
		    || cmark_node_get_type(node) == CMARK_NODE_IMAGE)
			unwrap(node);
		else
			cmark_node_free(node);
	}
}

const char *markdown_html(const void *memory, const char *text)
{
	cmark_node *document;
	const char *html;
	char *drawn;

	if (check_size(text) != MARKDOWN_RIGHT)
		return "";
	document = parsed(text);
	clean(memory, document);
	drawn = cmark_render_html(document, CMARK_OPT_DEFAULT);
	html = memory_text(memory, drawn);
	free(drawn);
	cmark_node_free(document);
	return html;
}
