/* Figures that everybody may see: what arrived in each quarter and how soon it was
 * answered. Made once, when a quarter has ended and a week has passed in which
 * people still look at what came last; never changed afterwards.
 *
 * What is fewer than STATISTIC_LEAST is not told, be it none at all; nor what would
 * give it away. The total is told, so at least STATISTIC_HIDDEN classes are hidden
 * where any is; and answers in time are told only where as many came late. */
#ifndef BELFRY_DOMAIN_STATISTICS_H
#define BELFRY_DOMAIN_STATISTICS_H

#include "base/work.h"

enum statistic_limit {
	STATISTIC_LEAST    = 5,
	STATISTIC_HIDDEN   = 3,
	STATISTIC_WAIT     = 7,       /* days after a quarter's end */
	STATISTIC_QUARTERS = 40,      /* ten years, on a page */
	STATISTIC_CLASSES  = 20,
};

/* A quarter of a year. */
struct quarter { int year, number; };

/* "2026-3"; false where it is none. */
bool quarter_parse(const char *text, struct quarter *);
const char *quarter_text(const void *memory, struct quarter);

/* How many of one class there were; -1: not told. */
struct class_count {
	const char *name;
	int64_t reports;
};
/* Hides what has to be hidden. `rows` are in order of their numbers, smallest first. */
void statistic_hide(struct class_count *rows, size_t count);

/* Makes the figures of the next quarter that has ended and has none; false where there
 * is nothing to make. The team's zone has been chosen. */
bool statistic_make(struct work *);

/* quarter, reports, due, met, median_minutes (NULL: not told), made_at: the newest
 * STATISTIC_QUARTERS, newest first. */
struct db_rows *statistics(struct work *);
/* rsit_class, label, reports (NULL: not told): the largest first. */
struct db_rows *statistic_classes(struct work *, const char *quarter);
/* The same of all quarters: quarter, rsit_class, reports. */
struct db_rows *statistic_all_classes(struct work *);

#endif
