/* What is wrong with the profile as it would be published now, or may be. */
#ifndef BELFRY_PAGES_PROFILE_LINT_H
#define BELFRY_PAGES_PROFILE_LINT_H

#include "pages/profile_drawn.h"

enum { FINDINGS_MOST = 60 };

struct finding {
	bool stops;               /* it is published only with a reason, by name */
	const char *said;         /* translated */
	const char *path;         /* where it is mended; NULL: elsewhere */
};

/* `drawn`: as it would be published. How many; at most FINDINGS_MOST. Those that stop
 * come first. None where there is no team yet. */
size_t profile_lint(struct request *, const struct profile_known *,
	const struct profile_drawn *drawn, struct finding *);

#endif
