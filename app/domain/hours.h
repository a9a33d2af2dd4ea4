/* Hours: the business calendar. The page that says when the phone is answered
 * and the clocks that count the team's time read the same rows. */
#ifndef BELFRY_DOMAIN_HOURS_H
#define BELFRY_DOMAIN_HOURS_H

#include "base/work.h"

enum { HOURS_SPANS = 42, HOURS_HOLIDAYS = 200 };

/* From `opens` to `closes` on a weekday: minutes since midnight in the team's
 * zone; 24 * 60 is the end of the day. */
struct span {
	int weekday;                   /* 1 Monday .. 7 Sunday */
	int opens, closes;
};

struct hours {
	struct span spans[HOURS_SPANS];
	size_t span_count;
	int holidays[HOURS_HOLIDAYS];  /* 20261225 */
	size_t holiday_count;
};

/* All of it. The team's zone must have been chosen (moment.h). */
void hours_load(struct work *, struct hours *);

bool hours_open(const struct hours *, moment);
/* When `seconds` of open time have passed since `from`. A team without hours
 * is open always. Looks ahead HOURS_AHEAD_DAYS at most. */
enum { HOURS_AHEAD_DAYS = 400 };
moment hours_after(const struct hours *, moment from, int64_t seconds);

#endif
