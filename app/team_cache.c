/* A copy of the team behind a generation number in shared memory. */
#include "team_cache.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/log.h"
#include "base/memory.h"

static _Atomic uint64_t *generation;
static uint64_t remembered_generation;
static struct team *remembered;

void team_cache_open(const char *runtime_folder)
{
	void *root = memory_root("team cache");
	const char *path = memory_printf(root, "%s/generation", runtime_folder);
	int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0660);
	bool writable = file >= 0;
	void *page;

	if (!writable)
		file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0 || (writable && ftruncate(file, sizeof *generation) != 0)) {
		log_error("cannot open '%s': %s", path, strerror(errno));
		if (file >= 0)
			close(file);
		memory_end(root);
		return;
	}
	page = mmap(NULL, sizeof *generation, writable ? PROT_READ | PROT_WRITE : PROT_READ,
	    MAP_SHARED, file, 0);
	close(file);
	memory_end(root);
	if (page != MAP_FAILED)
		generation = page;
}

const struct team *team_remembered(void)
{
	return remembered;
}

const struct team *team_now(struct work *w)
{
	uint64_t present = generation != NULL ? atomic_load(generation) : 0;
	struct team *fresh;

	if (remembered != NULL && generation != NULL && present == remembered_generation)
		return remembered;
	fresh = team_load(w, NULL);
	if (fresh == NULL || db_failed(w->db)) {
		talloc_free(fresh);
		return remembered;
	}
	talloc_free(remembered);
	remembered = fresh;
	remembered_generation = present;
	return remembered;
}

void team_changed(void)
{
	if (generation != NULL)
		atomic_fetch_add(generation, 1);
}
