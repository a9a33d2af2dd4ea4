/* Writing feeds. */
#include "formats/atom.h"

#include <string.h>

#include "base/digest.h"
#include "base/memory.h"
#include "base/text.h"

enum { FEED_BYTES = 4 * 1024 * 1024 };

/* What XML 1.0 cannot say at all is left out. */
static void add_said(struct buffer *xml, const char *text)
{
	for (const unsigned char *c = (const unsigned char *)text; *c != '\0'; c++) {
		/* U+FFFE and U+FFFF are no characters of XML (1.0, 2.2). */
		if (c[0] == 0xef && c[1] == 0xbf && (c[2] == 0xbe || c[2] == 0xbf)) {
			c += 2;
			continue;
		}
		switch (*c) {
		case '<':  buffer_add(xml, "&lt;"); break;
		case '>':  buffer_add(xml, "&gt;"); break;
		case '&':  buffer_add(xml, "&amp;"); break;
		case '"':  buffer_add(xml, "&quot;"); break;
		case '\'': buffer_add(xml, "&#39;"); break;
		default:
			if (*c >= ' ' || *c == '\n' || *c == '\t')
				buffer_add_bytes(xml, c, 1);
		}
	}
}

static void element(struct buffer *xml, const char *name, const char *text)
{
	buffer_printf(xml, "<%s>", name);
	add_said(xml, text);
	buffer_printf(xml, "</%s>\n", name);
}

/* `before` and `value`: the last attribute. */
static void empty_element(struct buffer *xml, const char *before, const char *value)
{
	buffer_printf(xml, "<%s=\"", before);
	add_said(xml, value);
	buffer_add(xml, "\"/>\n");
}

static void add_entry(struct buffer *xml, const void *memory, const struct atom_entry *entry)
{
	buffer_add(xml, "<entry xml:lang=\"");
	add_said(xml, entry->language);
	buffer_add(xml, "\">\n");
	element(xml, "id", entry->id);
	element(xml, "title", entry->title);
	element(xml, "updated", moment_iso(memory, entry->updated));
	element(xml, "published", moment_iso(memory, entry->published));
	empty_element(xml, "link rel=\"alternate\" type=\"text/html\" href", entry->page);
	buffer_add(xml, "<category term=\"");
	add_said(xml, entry->category);
	buffer_add(xml, "\" label=\"");
	add_said(xml, entry->category_label);
	buffer_add(xml, "\"/>\n");
	element(xml, "summary", entry->summary);
	buffer_add(xml, "</entry>\n");
}

const char *atom_write(const void *memory, const struct atom_feed *feed)
{
	struct buffer xml;

	buffer_open(&xml, memory, FEED_BYTES);
	buffer_add(&xml, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	    "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
	add_said(&xml, feed->language);
	buffer_add(&xml, "\">\n");
	element(&xml, "id", feed->id);
	element(&xml, "title", feed->title);
	element(&xml, "updated", moment_iso(memory, feed->updated));
	buffer_add(&xml, "<author>");
	element(&xml, "name", feed->author);
	buffer_add(&xml, "</author>\n");
	empty_element(&xml, "link rel=\"self\" type=\"application/atom+xml\" href", feed->self);
	empty_element(&xml, "link rel=\"alternate\" type=\"text/html\" href", feed->page);
	if (feed->next != NULL)
		empty_element(&xml, "link rel=\"next\" type=\"application/atom+xml\" href", feed->next);
	for (size_t i = 0; i < feed->count; i++)
		add_entry(&xml, memory, &feed->entries[i]);
	buffer_add(&xml, "</feed>\n");
	return buffer_text(&xml);
}

const char *atom_id(const void *memory, const char *name)
{
	const char *hex = digest_hex(memory, name, strlen(name));

	return memory_printf(memory, "urn:uuid:%.8s-%.4s-8%.3s-a%.3s-%.12s", hex, hex + 8, hex + 12,
	    hex + 15, hex + 18);
}
