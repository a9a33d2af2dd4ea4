/* SVG, taken apart by libxml2 and written anew. Only elements and attributes that draw
 * stay. What programs leave for themselves is dropped without a word; what could run,
 * fetch, grow or hide something makes us refuse the whole. */
#include "formats/picture.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "base/memory.h"
#include "base/text.h"

#define SVG_NAMES   "http://www.w3.org/2000/svg"
#define LINK_NAMES  "http://www.w3.org/1999/xlink"

/* Of a side, in units of the picture's own. */
#define SIDE_LEAST  0.001
#define SIDE_MOST   1e6

/* What is drawn. Not here: script, foreignObject, image, use, a, animations, filters,
 * masks, patterns. */
static const char *const elements[] = {
	"svg", "g", "defs", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
	"text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "style", NULL,
};

/* About the picture, for people who do not see it as one: our pages say the team's name. */
static const char *const spoken[] = { "title", "desc", "metadata", NULL };

static const char *const attributes[] = {
	"id", "class", "style", "transform", "viewBox", "width", "height", "version",
	"preserveAspectRatio", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy",
	"d", "points", "pathLength", "dx", "dy", "rotate", "textLength", "lengthAdjust", "offset",
	"gradientUnits", "gradientTransform", "spreadMethod", "clipPathUnits", "clip-path", "clip-rule",
	"fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity",
	"stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray",
	"stroke-dashoffset", "opacity", "color", "display", "visibility", "overflow", "stop-color",
	"stop-opacity", "font-family", "font-size", "font-weight", "font-style", "text-anchor",
	"dominant-baseline", "letter-spacing", "vector-effect", "shape-rendering", "paint-order", NULL,
};

/* That may stand before "(" in a value; url only of a part of this picture. */
static const char *const functions[] = {
	"rgb", "rgba", "hsl", "hsla", "matrix", "translate", "scale", "rotate", "skewX", "skewY", NULL,
};

struct cleaning {
	const void *memory;
	struct picture *picture;
	size_t elements, clips;
	enum picture_refusal refusal;
};

static bool is_one_of(const char *word, size_t size, const char *const words[])
{
	for (size_t i = 0; words[i] != NULL; i++)
		if (strlen(words[i]) == size && strncmp(words[i], word, size) == 0)
			return true;
	return false;
}

/* The first reason is the one that is told. */
static void refuse_for(struct cleaning *cleaning, enum picture_refusal refusal, const xmlChar *part)
{
	if (cleaning->refusal != PICTURE_GOOD)
		return;
	cleaning->refusal = refusal;
	cleaning->picture->part = memory_text(cleaning->memory, (const char *)part);
}

/* "url(#sky)", with quotes or without. */
static bool is_own_part(const char *after)
{
	after += strspn(after, " '\"");
	return after[0] == '#';
}

/* A value, or a whole style: every function is one of ours, and no rule begins with @,
 * no sign is written by its number, and what clips says so in an attribute, where it is
 * counted. */
static bool is_harmless(const char *value)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

	if (strpbrk(value, "@\\<") != NULL || strstr(value, "/*") != NULL
	    || strcasestr(value, "clip-path") != NULL)
		return false;
	for (const char *at = value; (at = strchr(at, '(')) != NULL; at++) {
		const char *word = at;

		while (word > value && strchr(letters, word[-1]) != NULL)
			word--;
		if (at - word == 3 && strncmp(word, "url", 3) == 0 ? !is_own_part(at + 1)
		    : !is_one_of(word, (size_t)(at - word), functions))
			return false;
	}
	return true;
}

static bool is_gradient(const xmlNode *element)
{
	return strstr((const char *)element->name, "Gradient") != NULL;
}

static bool is_link(const xmlAttr *attribute)
{
	return strcmp((const char *)attribute->name, "href") == 0
	    && (attribute->ns == NULL || strcmp((const char *)attribute->ns->href, LINK_NAMES) == 0);
}

/* Stays, goes, or is in the way of all. */
static bool keeps_attribute(struct cleaning *cleaning, const xmlNode *element, xmlAttr *attribute)
{
	const char *name = (const char *)attribute->name;
	xmlChar *value = xmlNodeListGetString(element->doc, attribute->children, 1);
	const char *text = value != NULL ? (const char *)value : "";
	bool keeps = false;

	if (is_link(attribute)) {
		keeps = is_gradient(element) && text[0] == '#';
		if (text[0] != '#')
			refuse_for(cleaning, PICTURE_VALUE, attribute->name);
	} else if (attribute->ns == NULL) {
		keeps = is_one_of(name, strlen(name), attributes);
		if (strcmp(name, "clip-path") == 0 && ++cleaning->clips > SVG_CLIPS)
			refuse_for(cleaning, PICTURE_CROWDED, attribute->name);
		if (strncasecmp(name, "on", 2) == 0 || (keeps && !is_harmless(text)))
			refuse_for(cleaning, PICTURE_VALUE, attribute->name);
	}
	xmlFree(value);
	return keeps;
}

static void clean_attributes(struct cleaning *cleaning, xmlNode *element)
{
	for (xmlAttr *attribute = element->properties, *next; attribute != NULL; attribute = next) {
		next = attribute->next;
		if (!keeps_attribute(cleaning, element, attribute))
			xmlRemoveProp(attribute);
	}
}

static bool is_svg(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE && node->ns != NULL
	    && strcmp((const char *)node->ns->href, SVG_NAMES) == 0;
}

/* Elements of ours, and text where it is drawn. */
static bool keeps_node(struct cleaning *cleaning, const xmlNode *node)
{
	const char *name = (const char *)node->name;

	if (node->type == XML_TEXT_NODE)
		return true;
	if (node->type == XML_ENTITY_REF_NODE)
		refuse_for(cleaning, PICTURE_PART, node->name);
	if (!is_svg(node) || is_one_of(name, strlen(name), spoken))
		return false;
	if (!is_one_of(name, strlen(name), elements))
		refuse_for(cleaning, PICTURE_PART, node->name);
	return true;
}

static void clean(struct cleaning *cleaning, xmlNode *element)
{
	if (++cleaning->elements > SVG_ELEMENTS)
		refuse_for(cleaning, PICTURE_CROWDED, element->name);
	clean_attributes(cleaning, element);
	for (xmlNode *node = element->children, *next; node != NULL; node = next) {
		next = node->next;
		if (!keeps_node(cleaning, node)) {
			xmlUnlinkNode(node);
			xmlFreeNode(node);
		} else if (node->type == XML_ELEMENT_NODE) {
			clean(cleaning, node);
		} else if (strcmp((const char *)element->name, "style") == 0
		    && !is_harmless((const char *)node->content)) {
			refuse_for(cleaning, PICTURE_VALUE, element->name);
		}
	}
}

/* Names of programs whose parts are gone. */
static void drop_names(xmlNode *element)
{
	for (xmlNs **at = &element->nsDef; *at != NULL;) {
		xmlNs *ns = *at;

		if (ns->href != NULL && (strcmp((const char *)ns->href, SVG_NAMES) == 0
		    || strcmp((const char *)ns->href, LINK_NAMES) == 0)) {
			at = &ns->next;
			continue;
		}
		*at = ns->next;
		xmlFreeNs(ns);
	}
	for (xmlNode *node = element->children; node != NULL; node = node->next)
		if (node->type == XML_ELEMENT_NODE)
			drop_names(node);
}

/* A length without unit or in px; others (a share of the page) say no size. */
static double length_of(const xmlNode *root, const char *name)
{
	xmlChar *value = xmlGetNoNsProp(root, (const xmlChar *)name);
	char *end = NULL;
	double length = value != NULL ? strtod((const char *)value, &end) : 0;

	if (end != NULL && *end != '\0' && strcmp(end, "px") != 0 && strcmp(end, "mm") != 0
	    && strcmp(end, "pt") != 0)
		length = 0;
	xmlFree(value);
	return length;
}

static bool measure(const xmlNode *root, struct picture *picture)
{
	xmlChar *box = xmlGetNoNsProp(root, (const xmlChar *)"viewBox");
	char *at = (char *)box;
	double sides[4] = { 0 };

	for (size_t i = 0; at != NULL && i < 4; i++) {
		at += strspn(at, " ,\t\r\n");
		sides[i] = strtod(at, &at);
	}
	xmlFree(box);
	picture->width = sides[2] > 0 ? sides[2] : length_of(root, "width");
	picture->height = sides[3] > 0 ? sides[3] : length_of(root, "height");
	return picture->width >= SIDE_LEAST && picture->width <= SIDE_MOST
	    && picture->height >= SIDE_LEAST && picture->height <= SIDE_MOST;
}

/* Beside the root nothing stays: comments, style sheets, a document type. */
static void leave_root_alone(xmlDoc *document, xmlNode *root)
{
	for (xmlNode *node = document->children, *next; node != NULL; node = next) {
		next = node->next;
		if (node == root)
			continue;
		xmlUnlinkNode(node);
		if (node->type == XML_DTD_NODE) {
			xmlFreeDtd((xmlDtd *)node);
			document->intSubset = NULL;
		} else {
			xmlFreeNode(node);
		}
	}
}

static void write_anew(const void *memory, xmlDoc *document, struct picture *picture)
{
	xmlChar *bytes = NULL;
	int size = 0;

	xmlDocDumpMemoryEnc(document, &bytes, &size, "UTF-8");
	picture->type = "svg";
	picture->bytes = memory_text_of(memory, (const char *)bytes, (size_t)size);
	picture->size = (size_t)size;
	xmlFree(bytes);
}

enum picture_refusal svg_read(const void *memory, const char *bytes, size_t size,
	struct picture *picture)
{
	struct cleaning cleaning = { memory, picture, 0, PICTURE_GOOD };
	xmlDoc *document = NULL;
	xmlNode *root;

	/* Nothing is fetched, no entity is put in its place. */
	if (text_is_utf8(bytes, size))
		document = xmlReadMemory(bytes, (int)size, NULL, "UTF-8",
		    XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	root = document != NULL ? xmlDocGetRootElement(document) : NULL;
	if (root == NULL || !is_svg(root) || strcmp((const char *)root->name, "svg") != 0
	    || !measure(root, picture)) {
		cleaning.refusal = PICTURE_BROKEN;
	} else if (document->intSubset != NULL && document->intSubset->children != NULL) {
		refuse_for(&cleaning, PICTURE_PART, (const xmlChar *)"!DOCTYPE");
	} else {
		clean(&cleaning, root);
		leave_root_alone(document, root);
		if (cleaning.refusal == PICTURE_GOOD) {
			drop_names(root);
			write_anew(memory, document, picture);
		}
	}
	xmlFreeDoc(document);
	return cleaning.refusal;
}
