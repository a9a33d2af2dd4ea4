/* Watching over what is published while nobody looks at it. */
#ifndef BELFRY_JOBS_WATCH_H
#define BELFRY_JOBS_WATCH_H

#include "base/work.h"

/* Tells the leads of a key that expires and of a profile that nobody looked through
 * for long. */
bool watch_published(struct work *);

#endif
