/* Names of files that strangers chose, made safe to show, to keep and to give
 * to a browser. */
#ifndef BELFRY_BASE_FILE_NAME_H
#define BELFRY_BASE_FILE_NAME_H

#include <stddef.h>

enum { FILE_NAME_BYTES = 180 };   /* leaves room for ".zip" and for old systems */

/* The last part of a path as a plain name, in valid UTF-8, normalised (NFC):
 * without control characters, bidi and zero-width marks, and what a shell, a
 * browser or an old system would take for an order; no dot, hyphen or space at
 * its ends; no device of Windows; at most FILE_NAME_BYTES, its ending kept.
 * Never empty. `name` need not be UTF-8. */
const char *file_name_safe(const void *memory, const char *name, size_t size);

#endif
