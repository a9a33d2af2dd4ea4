/* Making the figures of quarters that have ended. */
#ifndef BELFRY_JOBS_STATISTICS_H
#define BELFRY_JOBS_STATISTICS_H

#include "base/work.h"

/* One quarter in one work; true when there may be more. */
bool make_statistics(struct work *);

#endif
