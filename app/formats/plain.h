/* Plain text in lines of so many columns, as RFCs and mail have it. */
#ifndef BELFRY_FORMATS_PLAIN_H
#define BELFRY_FORMATS_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

enum { PLAIN_COLUMNS = 72, PLAIN_TEXT_BYTES = 1024 * 1024 };

/* Adds a text, each of its lines broken where its script allows it (Unicode annex
 * 14; wide characters count two), behind `indent` spaces. An address that is
 * longer than a line stays whole. `right_to_left`: in a text of such a script, a
 * line without it is kept together by isolates (Unicode annex 9), so that numbers
 * and addresses read as they should. */
void plain_add(struct buffer *, const char *text, unsigned indent, bool right_to_left);

#endif
