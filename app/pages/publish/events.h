/* Events at the desk: what their pages share. */
#ifndef BELFRY_PAGES_PUBLISH_EVENTS_H
#define BELFRY_PAGES_PUBLISH_EVENTS_H

#include "domain/occasion.h"
#include "web/form.h"

/* The page of the event that the address names; `status` 0: what the form's state
 * asks. */
int show_occasion(struct request *, int status);
/* To its page, with a notice. */
int to_occasion(struct request *, int64_t id, const char *sentence);
/* What a change ends with. */
int after_occasion(struct request *, enum occasion_change, const char *done);

/* Who is invited, in which language. */
const struct field *invite_form(struct request *);

#endif
