/* What the desk's pages about one advisory share. */
#ifndef BELFRY_PAGES_PUBLISH_ADVISORY_H
#define BELFRY_PAGES_PUBLISH_ADVISORY_H

#include "domain/advisory.h"
#include "web/form.h"

/* The advisory that the address names. */
const char *advisory_asked(struct request *);
/* To its page. */
int to_advisory(struct request *, const char *reference);
/* What the page does with an outcome: says `done` on the advisory's page, or what is
 * in the way. */
int advisory_after(struct request *, enum advisory_change, const char *done);

/* Its page; `status` 0: as it usually is. */
int advisory_show(struct request *, int status);
/* The forms of what is done with it; ends with NULL. */
extern const struct field *const advisory_act_forms[];

/* "Being written", "In review"..., and "afterwards": to be reviewed then. */
extern const struct choice advisory_states[];

#endif
