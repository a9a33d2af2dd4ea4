/* Mapping a file that several processes count in. */
#include "base/shared.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/memory.h"

void *shared_open(const char *folder, const char *name, size_t size, bool *writable)
{
	void *memory = memory_root("shared");
	const char *path = memory_printf(memory, "%s/%s", folder, name);
	int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0660);
	void *page = MAP_FAILED;
	struct stat about;

	*writable = file >= 0;
	if (file < 0)
		file = open(path, O_RDONLY | O_CLOEXEC);
	if (file >= 0 && fstat(file, &about) == 0
	    && (about.st_size >= (off_t)size || (*writable && ftruncate(file, (off_t)size) == 0)))
		page = mmap(NULL, size, *writable ? PROT_READ | PROT_WRITE : PROT_READ, MAP_SHARED,
		    file, 0);
	if (page == MAP_FAILED)
		log_error("cannot use '%s': %s", path, strerror(errno));
	if (file >= 0)
		close(file);
	memory_end(memory);
	return page != MAP_FAILED ? page : NULL;
}
