/* The clock of a first answer, in words and as a bar. */
#ifndef BELFRY_PAGES_DESK_CLOCK_H
#define BELFRY_PAGES_DESK_CLOCK_H

#include "web/request.h"

/* Pours NAME.state (due, late, met, none), NAME.said, NAME.part (0..100 of the
 * time that is gone). */
void clock_pour(struct request *, const char *name, moment opened_at, moment due_at,
	moment answered_at, bool runs);

#endif
