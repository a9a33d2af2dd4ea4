/* Pieces of a file that a browser asks for (RFC 9110, section 14). */
#ifndef BELFRY_WEB_RANGE_H
#define BELFRY_WEB_RANGE_H

#include <stdbool.h>
#include <stdint.h>

enum range {
	RANGE_WHOLE,    /* nothing was asked, or what one need not understand: all of it */
	RANGE_PART,     /* first..last */
	RANGE_OUTSIDE,  /* there is no such piece: 416 */
};

/* "bytes=0-99", "bytes=100-", "bytes=-100". Several pieces at once are answered
 * with the whole. `header` may be NULL. */
enum range range_read(const char *header, int64_t size, int64_t *first, int64_t *last);

/* Does a list of tags (If-None-Match) have this one, or "*"? Weak ones count. */
bool tag_is_in(const char *header, const char *tag);

#endif
