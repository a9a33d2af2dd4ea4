/* What the pages of a report share: the draft behind them, the form that shows
 * it, and sending it. */
#ifndef BELFRY_PAGES_REPORTING_H
#define BELFRY_PAGES_REPORTING_H

#include "domain/draft.h"
#include "domain/ticket.h"
#include "web/form.h"

/* The draft that this browser has the key of. */
bool my_draft(struct request *, struct draft *);
/* The same; whoever else sends it waits. */
bool lock_draft(struct request *, struct draft *);
/* A fresh one. False: too many were begun within the hour, from there or in all. */
bool begin_draft(struct request *, struct draft *);
/* The key goes into the browser's cookie, for another day. */
void remember_draft(struct request *, const struct draft *);
/* On the page to which those are sent who have none ("?again=1"). */
void say_why_again(struct request *);

/* From the draft into the form, and from the form into the draft. */
void fill_form(struct request *, const struct field *, const struct draft *);
void keep_answers(struct request *, const struct field *, struct draft *);

/* Of the fields "noticed" and "started": it cannot have been noticed before it
 * began; only days can be compared. */
bool began_before_noticed(const struct request *);

/* Files the report that a locked draft became, and goes on to its reference.
 * The lock makes one report of a button pressed twice: the second press finds
 * the draft sent. */
int send_report(struct request *, struct draft *, struct report *);

#endif
