/* What the workers of a door did, counted in memory that they share: for whoever
 * watches over the service. Counts may be lost with the file. */
#ifndef BELFRY_WEB_COUNTERS_H
#define BELFRY_WEB_COUNTERS_H

#include <stdint.h>

#include "web/request.h"

enum {
	COUNTERS_WORKERS = 256,    /* of a door, as many as the settings take */
	COUNTERS_CLASSES = 5,      /* 1xx to 5xx */
	COUNTERS_BOUNDS  = 8,
};

enum counted {
	COUNT_FAILURES,            /* works that the database failed */
	COUNT_RETRIES,             /* works that were done again */
	COUNTED,
};

/* Seconds up to which a request counts; the rest is in none of them. */
extern const double counters_bounds[COUNTERS_BOUNDS];

/* RUNTIME/counters-public or -inside. Without it nothing is counted, and the log
 * says so. */
void counters_open(const char *runtime_folder, enum door);
/* This process is the door's worker of that number, and idle. */
void counters_worker(int number);

void counters_add(enum counted);
void counters_begin(void);
void counters_answered(int status, int64_t microseconds);

/* All of it, as of now. */
struct counters_seen {
	uint64_t answered[COUNTERS_CLASSES];
	uint64_t up_to[COUNTERS_BOUNDS];   /* each includes the one before */
	uint64_t requests;
	double seconds;
	uint64_t counts[COUNTED];
	unsigned busy;
};
void counters_see(struct counters_seen *);

#endif
