/* Asking the file system. */
#include "base/disk.h"

#include <errno.h>
#include <string.h>
#include <sys/statvfs.h>

#include "base/log.h"

bool disk_is_short(const char *folder, int64_t reserve_megabytes)
{
	static bool said;
	struct statvfs disk;
	uint64_t reserve = (uint64_t)reserve_megabytes * 1024 * 1024, tenth;

	if (reserve_megabytes == 0)
		return false;
	if (statvfs(folder, &disk) != 0) {
		if (!said)
			log_note("nobody looks how full the disk of '%s' is: %s", folder, strerror(errno));
		said = true;
		return false;
	}
	tenth = (uint64_t)disk.f_blocks * disk.f_frsize / 10;
	return (uint64_t)disk.f_bavail * disk.f_frsize < (reserve < tenth ? reserve : tenth);
}
