/* Budgets against floods: counters in shared memory, by address block and in
 * all, for an hour. Whoever is over budget is not refused: what they send waits
 * for a person. */
#ifndef BELFRY_WEB_BUDGET_H
#define BELFRY_WEB_BUDGET_H

#include <stdbool.h>

#include "base/moment.h"
#include "base/settings.h"

enum budget_limit {
	BUDGET_BLOCKS  = 8192,   /* address blocks remembered at once */
	BUDGET_WINDOW  = HOUR,
};

/* The counters of this installation: RUNTIME/budget. Without the file nothing
 * is counted, and the log says so. */
void budget_open(const struct settings *);

/* Counts one report from that address (its /24, or /64). True when the block
 * or everybody together is over the budget of this hour. */
bool budget_spent(const char *address, moment now);

/* Reports of this hour from everybody, and how many may be. */
void budget_used(moment now, int64_t *used, int64_t *most);

#endif
