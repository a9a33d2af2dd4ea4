/* Counters in a file that the workers of a door map. */
#include "web/counters.h"

#include <stdatomic.h>

#include "base/shared.h"

const double counters_bounds[COUNTERS_BOUNDS] = { .001, .005, .01, .05, .1, .5, 1, 5 };

struct counters {
	_Atomic uint64_t answered[COUNTERS_CLASSES];
	_Atomic uint64_t within[COUNTERS_BOUNDS];
	_Atomic uint64_t requests, microseconds;
	_Atomic uint64_t counts[COUNTED];
	_Atomic uint32_t busy[COUNTERS_WORKERS];
};

static struct counters *counters;
static _Atomic uint32_t *own;       /* this worker's place; NULL: it has none */

void counters_open(const char *runtime_folder, enum door door)
{
	bool writable = false;
	void *page = shared_open(runtime_folder,
	    door == PUBLIC ? "counters-public" : "counters-inside", sizeof *counters, &writable);

	counters = writable ? page : NULL;
}

/* Whoever had the place before may have died in the middle of a request. */
void counters_worker(int number)
{
	if (counters == NULL || number < 1 || number > COUNTERS_WORKERS)
		return;
	own = &counters->busy[number - 1];
	atomic_store(own, 0);
}

void counters_add(enum counted what)
{
	if (counters != NULL)
		atomic_fetch_add(&counters->counts[what], 1);
}

void counters_begin(void)
{
	if (own != NULL)
		atomic_store(own, 1);
}

void counters_answered(int status, int64_t microseconds)
{
	int class = status / 100 - 1;

	if (own != NULL)
		atomic_store(own, 0);
	if (counters == NULL)
		return;
	if (class >= 0 && class < COUNTERS_CLASSES)
		atomic_fetch_add(&counters->answered[class], 1);
	for (int i = 0; i < COUNTERS_BOUNDS; i++)
		if ((double)microseconds <= counters_bounds[i] * 1e6) {
			atomic_fetch_add(&counters->within[i], 1);
			break;
		}
	atomic_fetch_add(&counters->requests, 1);
	atomic_fetch_add(&counters->microseconds, (uint64_t)microseconds);
}

void counters_see(struct counters_seen *seen)
{
	uint64_t sum = 0;

	*seen = (struct counters_seen){ 0 };
	if (counters == NULL)
		return;
	for (int i = 0; i < COUNTERS_CLASSES; i++)
		seen->answered[i] = atomic_load(&counters->answered[i]);
	for (int i = 0; i < COUNTERS_BOUNDS; i++)
		seen->up_to[i] = sum += atomic_load(&counters->within[i]);
	for (int i = 0; i < COUNTED; i++)
		seen->counts[i] = atomic_load(&counters->counts[i]);
	for (int i = 0; i < COUNTERS_WORKERS; i++)
		seen->busy += atomic_load(&counters->busy[i]) != 0;
	seen->requests = atomic_load(&counters->requests);
	seen->seconds = (double)atomic_load(&counters->microseconds) / 1e6;
}
