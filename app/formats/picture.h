/* Pictures that somebody brings and everybody's browser will draw: read, and written
 * anew with what a picture needs and nothing else. */
#ifndef BELFRY_FORMATS_PICTURE_H
#define BELFRY_FORMATS_PICTURE_H

#include <stddef.h>

/* Clips within clips make a browser draw a part again and again. */
enum { SVG_ELEMENTS = 3000, SVG_CLIPS = 8 };

struct picture {
	const char *type;          /* "png", "svg" */
	double width, height;      /* points, or the units of an SVG */
	const char *bytes;         /* as it may be sent */
	size_t size;
	const char *part;          /* of a refusal: the name of what is in the way */
};

/* Why it is not taken. */
enum picture_refusal {
	PICTURE_GOOD,
	PICTURE_UNKNOWN,           /* neither PNG nor SVG */
	PICTURE_BROKEN,            /* begins like one, and does not hold to it */
	PICTURE_PART,              /* an element that is more than a drawing */
	PICTURE_VALUE,             /* an attribute or style that runs or fetches something */
	PICTURE_CROWDED,           /* more elements than SVG_ELEMENTS, or clips */
};

/* By its first bytes, whatever its name says. */
enum picture_refusal picture_read(const void *memory, const char *bytes, size_t size,
	struct picture *);

/* One kind each, for picture_read. */
enum picture_refusal png_read(const void *memory, const char *bytes, size_t size,
	struct picture *);
enum picture_refusal svg_read(const void *memory, const char *bytes, size_t size,
	struct picture *);

#endif
