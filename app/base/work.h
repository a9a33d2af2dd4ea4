/* One piece of work: a request, a run of a job, a command, a test. What it
 * allocates and what it writes end with it, together. The first parameter of
 * every function of the domain. */
#ifndef BELFRY_BASE_WORK_H
#define BELFRY_BASE_WORK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/db.h"
#include "base/memory.h"
#include "base/moment.h"

/* Who is doing it. All zero: somebody unknown, or the clock. */
struct actor {
	int64_t account_id;
	int64_t person_id;
	int64_t organisation_id;    /* the membership in force; 0 without */
	uint32_t roles;             /* bits of domain/may.h */
	const char *name;
};

struct work {
	void *memory;               /* ends with the work */
	struct db *db;              /* one transaction, all of it or nothing */
	moment now;                 /* the only clock of a rule */
	struct actor actor;
};

/* Opens and ends one. work_end(w, true) commits and says whether it held. */
struct work *work_begin(struct db *, bool read_only);
bool work_end(struct work *, bool keep);

#endif
