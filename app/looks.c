/* The team's colour and logo, as its pages ask for them. */
#include "looks.h"

#include <string.h>

#include "base/digest.h"
#include "base/memory.h"
#include "base/text.h"
#include "domain/colour.h"

enum { SHEET_BYTES = 2000, DIGITS = 16 };

static void add_tones(struct buffer *sheet, const struct tones *tones, struct colour band)
{
	const void *memory = sheet->memory;

	buffer_printf(sheet, ":root{--bronze:%s;--act:%s;--act-over:%s;--chosen:%s;--band-bronze:%s}",
	    colour_text(memory, tones->act), colour_text(memory, tones->act),
	    colour_text(memory, tones->over), colour_text(memory, tones->chosen),
	    colour_text(memory, band));
}

/* Paper stays black and white: the colour is one of screens. */
static void add_colour(struct buffer *sheet, struct colour colour)
{
	struct looks_tones tones;

	colour_tones(colour, &tones);
	buffer_add(sheet, "@media screen{");
	add_tones(sheet, &tones.light, tones.band);
	buffer_add(sheet, "@media (prefers-color-scheme:dark){");
	add_tones(sheet, &tones.dark, tones.band);
	buffer_add(sheet, "}}");
}

/* On white, as most logos are made for: the head is dark. */
static const char logo_rules[] =
	".mark img{box-sizing:content-box;flex:none;block-size:2.25rem;inline-size:auto;"
	"max-inline-size:9rem;object-fit:contain;background:#fff;padding:.1875rem;border-radius:3px}"
	".desk .mark img{block-size:1.5rem}";

const char *looks_sheet(const void *memory, const struct look *look)
{
	struct colour colour;
	struct buffer sheet;

	if (look->colour == NULL && look->logo.digest == NULL)
		return NULL;
	buffer_open(&sheet, memory, SHEET_BYTES);
	if (colour_read(look->colour, &colour))
		add_colour(&sheet, colour);
	if (look->logo.digest != NULL)
		buffer_add(&sheet, logo_rules);
	return buffer_text(&sheet);
}

const char *looks_sheet_name(const void *memory, const struct look *look)
{
	const char *sheet = looks_sheet(memory, look);

	return sheet == NULL ? NULL : memory_printf(memory, "%.*s.css", DIGITS,
	    digest_hex(memory, sheet, strlen(sheet)));
}

const char *logo_file_name(const void *memory, const struct logo *logo)
{
	return logo->digest == NULL ? NULL
	    : memory_printf(memory, "%s.%s", logo->digest, logo->type);
}

const char *looks_sheet_by_name(const void *memory, const char *name, const struct look *now,
	const struct look *before)
{
	const char *const colours[] = { now->colour, before->colour, NULL };
	const struct logo none = { NULL }, some = { .digest = "" };

	for (size_t i = 0; i < sizeof colours / sizeof colours[0]; i++)
		for (int with_logo = 0; with_logo < 2; with_logo++) {
			const struct look look = { colours[i], with_logo ? some : none };

			if (text_is(looks_sheet_name(memory, &look), name))
				return looks_sheet(memory, &look);
		}
	return NULL;
}
