/* The team's colour, and the tones that pages need of it: readable on light pages
 * and on dark ones (WCAG 2.2, success criteria 1.4.3 and 1.4.11). */
#ifndef BELFRY_DOMAIN_COLOUR_H
#define BELFRY_DOMAIN_COLOUR_H

#include <stdbool.h>

struct colour { unsigned char red, green, blue; };

/* What text has to have against what is behind it; ours are used for text, for
 * lines and for buttons alike. */
#define COLOUR_CONTRAST 4.5

/* "#0f5c4d", "0F5C4D", "#abc". False: it is none. */
bool colour_read(const char *text, struct colour *);
/* "#0f5c4d". */
const char *colour_text(const void *memory, struct colour);

/* From 1 to 21: relative luminances, as WCAG 2.2 defines the contrast ratio. */
double colour_contrast(struct colour, struct colour);

/* The least that a light page gives this colour: as text on its darkest ground; white
 * on a button of it has more. */
double colour_on_light(struct colour);
/* The same with two digits, cut and not rounded: 4.4999 is not 4.50. */
const char *colour_ratio_text(const void *memory, double ratio);
bool colour_is_readable(struct colour);
/* The same colour, made darker by as little as makes it readable. */
struct colour colour_nearest(struct colour);

/* `act` is for buttons, marks and lines, `over` for a button under the pointer,
 * `chosen` behind what is chosen. */
struct tones { struct colour act, over, chosen; };
struct looks_tones {
	struct tones light, dark;
	struct colour band;        /* on the head of every page, which is dark in both */
};
/* Of a colour that is readable on light pages. */
void colour_tones(struct colour, struct looks_tones *);

#endif
