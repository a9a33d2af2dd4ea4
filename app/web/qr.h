/* A text as a QR code. */
#ifndef BELFRY_WEB_QR_H
#define BELFRY_WEB_QR_H

/* An <svg> element of class "qr", black on white in any colour scheme, hidden
 * from screen readers: its text should stand beside it. NULL when the text is
 * too long for one. */
const char *qr_svg(const void *memory, const char *text);

#endif
