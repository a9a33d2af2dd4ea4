/* What others know of the weaknesses of an advisory, in words. */
#ifndef BELFRY_PAGES_THREATS_H
#define BELFRY_PAGES_THREATS_H

#include "formats/facts.h"
#include "web/request.h"
#include "web/view.h"

/* Of each weakness, as rows that are there: .exploited and .likely, sentences. */
void threats_pour(struct request *, struct place *weaknesses, const struct facts *);

/* Of each weakness that it is exploited, in the present language; NULL: it is not that
 * anybody knows. NULL: none is. */
const char *const *threats_exploited(struct request *, const struct facts *);

#endif
