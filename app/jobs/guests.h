/* Forgetting who was invited to what is over. */
#ifndef BELFRY_JOBS_GUESTS_H
#define BELFRY_JOBS_GUESTS_H

#include "base/settings.h"
#include "base/work.h"

void guests_open(const struct settings *);

/* For the timetable: the guests of one event, `guests_kept_days` after it. */
bool erase_guests(struct work *);

#endif
