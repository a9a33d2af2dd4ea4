/* Two versions of the profile beside one another, in one language: two that were
 * published, or the published one and the one that would be published now. */
#ifndef BELFRY_PAGES_PROFILE_COMPARE_H
#define BELFRY_PAGES_PROFILE_COMPARE_H

#include "domain/profile.h"
#include "web/request.h"

enum { PROFILE_DIFFERENCES = 100 };

/* The sections of a version as it is published. Their number. */
size_t profile_published(struct request *, const struct profile_version *, const char *language,
	struct profile_section **sections);

/* A section that says something else, or is not in one of them: then that is "". */
struct profile_difference {
	const char *number, *title, *before, *after;
};
/* In the order of `after`; how many, at most PROFILE_DIFFERENCES. */
size_t profile_compare(struct request *, const struct profile_section *before, size_t before_count,
	const struct profile_section *after, size_t after_count, struct profile_difference *);

#endif
