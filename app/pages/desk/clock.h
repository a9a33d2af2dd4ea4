/* The clock of a first answer, in words and as a bar. */
#ifndef BELFRY_PAGES_DESK_CLOCK_H
#define BELFRY_PAGES_DESK_CLOCK_H

#include "web/request.h"

struct place;

/* Pours `state` (due, late, met, none), `said`, `part` (0..100 of the time that
 * is gone). */
void clock_pour(struct request *, struct place *, moment opened_at, moment due_at,
	moment answered_at, bool runs);

#endif
