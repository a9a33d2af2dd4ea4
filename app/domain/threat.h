/* What others know of a weakness: that it is exploited (KEV), and how likely that is
 * (EPSS). Read from files by an operator; each source is replaced as a whole, at the
 * end of its reading. */
#ifndef BELFRY_DOMAIN_THREAT_H
#define BELFRY_DOMAIN_THREAT_H

#include <stddef.h>

#include "base/work.h"

enum threat_limit {
	THREAT_BATCH = 1000,           /* rows of one transaction */
	THREAT_WHOLE = 100000,         /* 1.0 in the numbers of EPSS */
};

enum threat_source { THREAT_EXPLOITED, THREAT_LIKELY, THREAT_SOURCES };

/* Of one weakness. */
struct threat {
	const char *since;             /* "2026-03-01": it is exploited; NULL: not that anybody knows */
	const char *since_as_of;       /* the day of that list */
	int score, percentile;         /* parts of THREAT_WHOLE */
	const char *likely_as_of;      /* NULL: there is no score */
};

/* Of each of these ids, in their order; NULL is none. */
void threats_find(struct work *, const char *const *cves, size_t count, struct threat *);


/* Reading one. */
struct threat_row {
	const char *cve;
	const char *since;             /* of what is exploited */
	int score, percentile;         /* of what is likely */
};

/* The day of what is there; NULL: nothing yet. */
const char *threat_day(struct work *, enum threat_source);
/* Begins; whoever has begun before does not come to their end. The number by which
 * the rest is done. */
int64_t threat_begin(struct work *, enum threat_source);
/* Adds rows, a batch at most; false when somebody else has begun since. */
bool threat_add(struct work *, enum threat_source, int64_t edition, const struct threat_row *,
	size_t count);
/* From now on this is what is known; false as above. `day` as in "2026-11-20". How many
 * there are: `entries`. */
bool threat_finish(struct work *, enum threat_source, int64_t edition, const char *day,
	const char *release, int64_t *entries);
/* Removes rows that nothing shows; true when there are more. */
bool threat_sweep(struct work *, enum threat_source);

#endif
