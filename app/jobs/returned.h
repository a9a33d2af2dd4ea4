/* Reading mail that came back. */
#ifndef BELFRY_JOBS_RETURNED_H
#define BELFRY_JOBS_RETURNED_H

#include "base/work.h"

/* For the timetable. */
bool read_returned(struct work *);
bool forget_returned(struct work *);

#endif
