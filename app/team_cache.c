/* A copy of the team behind a generation number in shared memory. */
#include "team_cache.h"

#include <stdatomic.h>
#include <stdint.h>
#include <time.h>

#include "base/memory.h"
#include "base/shared.h"
#include "domain/announcement.h"
#include "web/language.h"

enum { SECOND = 1000, LATER = 60 * SECOND };

struct watched {
	_Atomic uint64_t generation;   /* rises when the team is to be read anew */
	_Atomic int64_t version;       /* of the team, as the database last said */
	_Atomic int64_t next;          /* when to ask again; monotonic milliseconds */
};

static struct watched *watched;
static bool writable, changing;
static bool known;                     /* also that there is no team */
static uint64_t remembered_generation;
static struct team *remembered;
static unsigned edition;

void team_cache_open(const char *runtime_folder)
{
	watched = shared_open(runtime_folder, "generation", sizeof *watched, &writable);
}

const struct team *team_remembered(void)
{
	return remembered;
}

static uint64_t generation_now(void)
{
	return watched != NULL ? atomic_load(&watched->generation) : 0;
}

static bool is_fresh(void)
{
	return known && watched != NULL && generation_now() == remembered_generation;
}

/* Whoever is first to read a later version tells the others: one that had asked
 * between two changes would go on for seconds with the first of them. */
static void tell_version(int64_t version)
{
	int64_t last;

	if (watched == NULL || !writable)
		return;
	last = atomic_load(&watched->version);
	if (version > last && atomic_compare_exchange_strong(&watched->version, &last, version))
		atomic_fetch_add(&watched->generation, 1);
}

const struct team *team_now(struct work *w)
{
	const uint64_t present = generation_now();
	struct team *fresh;

	if (is_fresh())
		return remembered;
	fresh = team_load(w, NULL);
	if (fresh != NULL) {
		headlines_load(w, fresh, &fresh->headlines);
		fresh->announced_at = announcement_out(w, fresh, &fresh->announced_by);
	}
	if (db_failed(w->db)) {
		memory_end(fresh);
		return remembered;
	}
	memory_end(remembered);
	remembered = fresh;
	remembered_generation = present;
	known = true;
	edition++;
	if (fresh != NULL)
		tell_version(fresh->version);
	return remembered;
}

void team_cache_follow(struct db *db)
{
	static unsigned offered;
	struct work *w;

	if (!is_fresh()) {
		w = work_begin(db, true);
		team_now(w);
		work_end(w, !db_failed(db));
	}
	if (offered == edition)
		return;
	offered = edition;
	language_offer(remembered != NULL ? remembered->languages : NULL);
}

unsigned team_edition(void)
{
	return edition;
}

void team_changes(void)
{
	changing = true;
}

void team_publish(void)
{
	if (changing && watched != NULL && writable)
		atomic_fetch_add(&watched->generation, 1);
	changing = false;
}

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* A moment far ahead is of a clock that began anew: the machine was started
 * again and the file stayed. */
static bool is_due(int64_t next, int64_t now)
{
	return next <= now || next > now + LATER;
}

void team_cache_watch(struct db *db)
{
	int64_t now = milliseconds(), next, version;
	struct work *w;
	bool failed;

	if (watched == NULL || !writable)
		return;
	next = atomic_load(&watched->next);
	if (!is_due(next, now) || !atomic_compare_exchange_strong(&watched->next, &next,
	    now + TEAM_CACHE_SECONDS * SECOND))
		return;
	w = work_begin(db, true);
	version = team_version(w);
	failed = db_failed(db);
	work_end(w, !failed);
	if (failed)
		atomic_store(&watched->next, now + TEAM_CACHE_AWAY_SECONDS * SECOND);
	else if (atomic_exchange(&watched->version, version) != version)
		atomic_fetch_add(&watched->generation, 1);
}
