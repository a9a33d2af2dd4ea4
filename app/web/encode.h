/* Text made fit for an address or a form body: the way back of parse.h. */
#ifndef BELFRY_WEB_ENCODE_H
#define BELFRY_WEB_ENCODE_H

#include "web/parse.h"

/* Percent-encodes all but letters, digits and "-._~" (RFC 3986, section 2.3). */
const char *encode_part(const void *memory, const char *text);

/* "a=1&b=2", which parse_query takes apart again. */
const char *encode_fields(const void *memory, const struct field_values *);

/* A file's name as a header (RFC 6266): for every browser in ASCII, and for
 * those that understand it as it is. */
const char *encode_disposition(const void *memory, const char *name);

#endif
