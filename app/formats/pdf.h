/* PDF of HTML, by WeasyPrint. Starts a program, so only jobs may; no worker does. */
#ifndef BELFRY_FORMATS_PDF_H
#define BELFRY_FORMATS_PDF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/moment.h"
#include "base/text.h"

enum pdf_limit {
	PDF_SECONDS = 60,                  /* that drawing may take */
	PDF_BYTES   = 4 * 1024 * 1024,     /* of what comes out */
};

struct pdf_order {
	const char *program;               /* weasyprint */
	const char *html;
	const char *style;                 /* a file of CSS */
	moment made_at;                    /* what the file says of its own age */
};

struct pdf {
	const unsigned char *bytes;
	size_t size;
	int64_t pages;
};

/* How drawing ended. */
enum pdf_drawn {
	PDF_DRAWN,
	PDF_NO_PROGRAM,
	PDF_FAILED,                        /* it ended badly, took too long or wrote too much; logged */
};

/* The same order makes the same bytes, as long as program and fonts are the same.
 * The program runs within limits of time and memory; it reads its own files, the
 * fonts and the style, and can neither connect to anybody nor start another one.
 * Addresses in the HTML lead nowhere: what should be seen has to stand in it. */
enum pdf_drawn pdf_draw(const void *memory, const struct pdf_order *, struct pdf *);

#endif
