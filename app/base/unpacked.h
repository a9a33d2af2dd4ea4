/* A file that is read line by line, or whole, unpacked on the way where gzip packed
 * it. It may be anything: nothing in it makes memory grow over what is said here. */
#ifndef BELFRY_BASE_UNPACKED_H
#define BELFRY_BASE_UNPACKED_H

#include <stdbool.h>
#include <stddef.h>

enum unpacked_limit {
	UNPACKED_LINE  = 400,                  /* bytes; what is longer is read as one that was cut */
	UNPACKED_BYTES = 256 * 1024 * 1024,    /* of all, unpacked: there it ends as if broken */
};

struct unpacked;

/* NULL: it cannot be read, and `why` says why. */
struct unpacked *unpacked_open(const void *memory, const char *path, const char **why);

/* The next line without its end; NULL at the end of the file. Lives until the next one. */
const char *unpacked_line(struct unpacked *);
/* All that is left, and a NUL; NULL where it is more than `most` bytes. */
const char *unpacked_rest(struct unpacked *, size_t most, size_t *size);
/* It was read to its end, and its end was whole. */
bool unpacked_is_whole(const struct unpacked *);

#endif
