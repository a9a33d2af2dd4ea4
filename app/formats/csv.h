/* Tables for spreadsheets (RFC 4180). */
#ifndef BELFRY_FORMATS_CSV_H
#define BELFRY_FORMATS_CSV_H

#include "base/text.h"

/* One more cell of the row; `first` begins it. What a spreadsheet would take for a
 * formula is quoted by an apostrophe. NULL: empty. */
void csv_cell(struct buffer *, const char *text, bool first);
void csv_end(struct buffer *);

#endif
