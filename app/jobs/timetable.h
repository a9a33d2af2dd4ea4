/* What is done without anybody asking, and how often. */
#ifndef BELFRY_JOBS_TIMETABLE_H
#define BELFRY_JOBS_TIMETABLE_H

#include "base/work.h"

/* A job does a bounded amount in one work and says whether there is more. */
struct job {
	const char *name;
	int64_t every;                     /* seconds */
	bool (*run)(struct work *);
};

/* Ends with a NULL name. */
extern const struct job timetable[];

/* Runs every job that is due, each in a work of its own. */
void timetable_run(struct db *, moment now);

#endif
