/* A zip with one file, locked by a password that everybody knows: so that a
 * hostile file passes filters and lies on a disk without being opened, run or
 * thrown away by accident. It hides nothing. Written piece by piece. */
#ifndef BELFRY_BASE_LOCKED_ZIP_H
#define BELFRY_BASE_LOCKED_ZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What those who share such files agreed on long ago. */
#define LOCKED_ZIP_PASSWORD "infected"

/* Takes what is ready; false: nobody wants more. */
typedef bool locked_zip_taker(void *data, const void *bytes, size_t size);

struct locked_zip;
/* One file of that name (safe, see base/file_name.h) and size. */
struct locked_zip *locked_zip_open(const void *memory, const char *name, int64_t size,
	locked_zip_taker *, void *data);
bool locked_zip_add(struct locked_zip *, const void *bytes, size_t size);
/* True when all of it was taken. */
bool locked_zip_close(struct locked_zip *);

#endif
