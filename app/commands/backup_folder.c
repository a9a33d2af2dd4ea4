/* Backups by their names: the time is in them. */
#include "commands/backup_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"

static const char before[] = "belfry-", after[] = ".zst.age";

enum { FILES = 20000, NAME = sizeof "belfry-20261122T030000Z.zst.age" - 1 };

const char *backup_folder_name(const void *memory, const char *folder, moment now)
{
	char *stamp = memory_text(memory, moment_iso(memory, now)), *to = stamp;

	for (const char *from = stamp; *from != '\0'; from++)
		if (*from != '-' && *from != ':')
			*to++ = *from;
	*to = '\0';
	return memory_printf(memory, "%s/%s%s%s", folder, before, stamp, after);
}

static bool is_backup(const char *name)
{
	return strlen(name) == NAME && text_starts(name, before) && text_ends(name, after)
	    && strspn(name + strlen(before), "0123456789TZ") == NAME - strlen(before) - strlen(after);
}

static bool is_unfinished(const void *memory, const char *name)
{
	return text_ends(name, BACKUP_UNFINISHED) && strlen(name) > NAME
	    && is_backup(memory_text_of(memory, name, NAME));
}

static bool nobody_writes(int folder, const char *name)
{
	const int file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	const bool nobody = file >= 0 && flock(file, LOCK_EX | LOCK_NB) == 0;

	if (file >= 0)
		close(file);
	return nobody;
}

static int newest_first(const void *a, const void *b)
{
	return strcmp(*(char *const *)b, *(char *const *)a);
}

static bool remove_file(int folder, const char *name)
{
	if (unlinkat(folder, name, 0) == 0 || errno == ENOENT)
		return true;
	log_error("cannot remove the old backup '%s': %s", name, strerror(errno));
	return false;
}

bool backup_folder_prune(const char *path, int64_t kept)
{
	void *memory = memory_root("prune");
	const char **names = memory_array(memory, const char *, FILES);
	DIR *folder = opendir(path);
	const struct dirent *file;
	size_t count = 0;
	bool good = folder != NULL;

	while (folder != NULL && (file = readdir(folder)) != NULL) {
		if (is_backup(file->d_name) && count < FILES)
			names[count++] = memory_text(memory, file->d_name);
		else if (is_unfinished(memory, file->d_name) && nobody_writes(dirfd(folder), file->d_name))
			good = remove_file(dirfd(folder), file->d_name) && good;
	}
	qsort(names, count, sizeof *names, newest_first);
	for (size_t i = (size_t)kept; i < count; i++)
		good = remove_file(dirfd(folder), names[i]) && good;
	if (folder != NULL)
		closedir(folder);
	memory_end(memory);
	return good;
}
