/* A copy of the team behind a generation number in shared memory. */
#include "team_cache.h"

#include <stdatomic.h>
#include <stdint.h>

#include "base/memory.h"
#include "base/shared.h"

static _Atomic uint64_t *generation;
static bool writable;
static uint64_t remembered_generation;
static struct team *remembered;

void team_cache_open(const char *runtime_folder)
{
	generation = shared_open(runtime_folder, "generation", sizeof *generation, &writable);
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
		memory_end(fresh);
		return remembered;
	}
	memory_end(remembered);
	remembered = fresh;
	remembered_generation = present;
	return remembered;
}

void team_changed(void)
{
	if (generation != NULL && writable)
		atomic_fetch_add(generation, 1);
}
