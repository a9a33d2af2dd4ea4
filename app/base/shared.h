/* Memory that the processes of this machine share: a file mapped by all. For
 * counters and hints that may be lost, never for facts. */
#ifndef BELFRY_BASE_SHARED_H
#define BELFRY_BASE_SHARED_H

#include <stdbool.h>
#include <stddef.h>

/* The file FOLDER/NAME as `size` bytes, made when it is missing (zeroed). NULL
 * when it cannot be used; the log says why. Where the file may only be read,
 * `writable` is false and so is the memory. */
void *shared_open(const char *folder, const char *name, size_t size, bool *writable);

#endif
