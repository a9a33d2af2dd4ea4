/* How text travels in a mail: header values and bodies in ASCII, by RFC 2045,
 * 2047 and 5322. Whatever the value, a header stays one header. */
#ifndef BELFRY_MAIL_ENCODE_H
#define BELFRY_MAIL_ENCODE_H

#include <stdbool.h>

#include "base/moment.h"
#include "base/text.h"

enum { MAIL_VALUE = 300 };    /* characters of a header's value; the rest is cut */

/* One line without anything that ends one or hides in one: signs of control,
 * separators of lines, marks of direction. */
const char *mail_line(const void *memory, const char *text);

/* "Name: value" and its end, folded; what ASCII cannot say is encoded words. */
void mail_header(struct buffer *, const char *name, const char *value);

/* "Name: phrase <address>". A phrase that looks like an address of any kind is
 * left out: some programs show it instead of the real one. */
void mail_mailbox_header(struct buffer *, const char *name, const char *phrase,
	const char *address);

/* A text in quoted-printable, its lines ended by CRLF. */
void mail_body(struct buffer *, const char *text);

/* "Sat, 21 Nov 2026 10:00:00 +0000". */
const char *mail_date(const void *memory, moment);

/* An address that stands in a mail as it is: one local part of RFC 5321 without
 * quotes, an ASCII domain; nothing that would begin a second one. */
bool mail_is_address(const char *);

#endif
