/* Budgets against floods: counters in shared memory, by address block and in
 * all, for an hour. Whose report is over budget is not refused: it waits for a
 * person. What only takes room is asked to come later. */
#ifndef BELFRY_WEB_BUDGET_H
#define BELFRY_WEB_BUDGET_H

#include <stdbool.h>

#include "base/moment.h"
#include "base/settings.h"

enum budget_limit {
	BUDGET_BLOCKS  = 8192,   /* address blocks remembered at once */
	BUDGET_WINDOW  = HOUR,
};

/* What is counted: each has a setting per address block and one in all. */
enum budget {
	BUDGET_REPORTS,
	BUDGET_DRAFTS,       /* reports that are begun */
	BUDGET_MESSAGES,     /* of reporters, on the follow-up page */
	BUDGET_FILES,        /* kilobytes */
	BUDGET_SUBSCRIPTIONS, /* that are asked for */
	BUDGETS,
};

/* The counters of this installation: RUNTIME/budget. Without the file nothing
 * is counted, and the log says so. */
void budget_open(const struct settings *);

/* Counts so much from that address (its /24, or /64). True when the block or
 * everybody together is over the budget of this hour. */
bool budget_spent(enum budget, int64_t amount, const char *address, moment now);

/* Reports of this hour from everybody, and how many may be. */
void budget_used(moment now, int64_t *used, int64_t *most);

#endif
