/* How much is free on a disk. */
#ifndef BELFRY_BASE_DISK_H
#define BELFRY_BASE_DISK_H

#include <stdbool.h>
#include <stdint.h>

/* Less is free than the reserve, or than a tenth of the disk where that is less.
 * False where it cannot be seen (the log says so once), and with reserve 0. */
bool disk_is_short(const char *folder, int64_t reserve_megabytes);

#endif
