/* One colour of a team becomes those that pages need. */
#include "domain/colour.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

/* Grounds of the style sheet (static/style/ground.css): the darkest of light pages, the
 * lightest of dark ones, and the head. */
static const struct colour sunk = { 0xf1, 0xee, 0xe8 }, dark_panel = { 0x18, 0x20, 0x2c },
	band = { 0x14, 0x23, 0x3b };
static const struct colour black = { 0, 0, 0 }, white = { 255, 255, 255 };

enum { STEPS = 256 };

static int digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c != '\0' ? strchr(digits, c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c) : NULL;

	return at != NULL ? (int)(at - digits) : -1;
}

bool colour_read(const char *text, struct colour *colour)
{
	unsigned char part[3];
	size_t size, wide;

	if (text == NULL)
		return false;
	text += text[0] == '#';
	size = strlen(text);
	if (size != 3 && size != 6)
		return false;
	wide = size / 3;
	for (size_t i = 0; i < 3; i++) {
		const int high = digit(text[i * wide]), low = digit(text[i * wide + wide - 1]);

		if (high < 0 || low < 0)
			return false;
		part[i] = (unsigned char)(high * 16 + low);
	}
	*colour = (struct colour){ part[0], part[1], part[2] };
	return true;
}

const char *colour_text(const void *memory, struct colour colour)
{
	return memory_printf(memory, "#%02x%02x%02x", colour.red, colour.green, colour.blue);
}

/* WCAG 2.2, "relative luminance": 0.04045 as in the standard of sRGB. */
static double linear(unsigned char channel)
{
	const double share = channel / 255.0;

	return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double luminance(struct colour colour)
{
	return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green)
	    + 0.0722 * linear(colour.blue);
}

double colour_contrast(struct colour one, struct colour other)
{
	const double a = luminance(one), b = luminance(other);

	return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}

double colour_on_light(struct colour colour)
{
	return colour_contrast(colour, sunk);
}

const char *colour_ratio_text(const void *memory, double ratio)
{
	const int hundredths = (int)(ratio * 100);

	return memory_printf(memory, "%d.%02d", hundredths / 100, hundredths % 100);
}

bool colour_is_readable(struct colour colour)
{
	return colour_on_light(colour) >= COLOUR_CONTRAST;
}

/* `step` of STEPS on the way from one to the other. */
static struct colour between(struct colour from, struct colour to, int step)
{
	return (struct colour){
		(unsigned char)(from.red + (to.red - from.red) * step / STEPS),
		(unsigned char)(from.green + (to.green - from.green) * step / STEPS),
		(unsigned char)(from.blue + (to.blue - from.blue) * step / STEPS),
	};
}

/* The first on the way that can be read on `ground`. */
static struct colour readable(struct colour from, struct colour to, struct colour ground)
{
	int step = 0;

	while (step < STEPS && colour_contrast(between(from, to, step), ground) < COLOUR_CONTRAST)
		step++;
	return between(from, to, step);
}

struct colour colour_nearest(struct colour colour)
{
	return readable(colour, black, sunk);
}

void colour_tones(struct colour colour, struct looks_tones *tones)
{
	const struct colour dark = readable(colour, white, dark_panel);

	*tones = (struct looks_tones){
		.light = { colour, between(colour, black, STEPS / 4), between(white, colour, STEPS / 12) },
		.dark = { dark, between(dark, white, STEPS / 4), between(dark_panel, dark, STEPS / 8) },
		.band = readable(colour, white, band),
	};
}
