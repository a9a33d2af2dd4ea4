/* A long run of bytes on its way into a file or out of one: counted into a
 * SHA-256, compressed (Zstandard) and encrypted (base/age.h). A few megabytes of
 * memory, however long it is. */
#ifndef BELFRY_BASE_PACKED_H
#define BELFRY_BASE_PACKED_H

#include <stdbool.h>
#include <stddef.h>

struct packed;
struct age_key;

/* Into `file`, for the keys of the file `recipients`, and for `also` (may be
 * NULL). */
struct packed *packed_make(const void *memory, const char *recipients, const char *also, int file);
void packed_add(struct packed *, const void *bytes, size_t size);

/* Out of `file`, from where it stands. */
struct packed *packed_open(const void *memory, const struct age_key *, int file);
/* Exactly `size` bytes. False: there are not as many, or they cannot be read. */
bool packed_get(struct packed *, void *bytes, size_t size);
/* The next byte, or -1; packed_peek leaves it there. */
int packed_byte(struct packed *);
int packed_peek(struct packed *);

/* SHA-256 of all bytes that went through so far; and of those since a part of
 * them was begun. */
const char *packed_digest(struct packed *);
void packed_part(struct packed *);
const char *packed_part_digest(struct packed *);

/* Ends it. True when nothing went wrong and all of it went through. To be called
 * once, also to give up reading half way: false, and `why` is NULL. */
bool packed_end(struct packed *, const char **why);

#endif
