/* Whether the database holds what constraints cannot hold, or what was loaded
 * without them. */
#ifndef BELFRY_DOMAIN_SOUNDNESS_H
#define BELFRY_DOMAIN_SOUNDNESS_H

#include <stdint.h>

#include "base/work.h"

struct soundness {
	int64_t references, files;  /* looked at */
	int64_t wrong;              /* how often something was told */
	void (*tell)(const char *what);
};

/* Every row that another one names is there. */
void soundness_of_references(struct work *, struct soundness *);
/* What is kept twice, so that a list needs no sum, fits what it comes from. */
void soundness_of_tickets(struct work *, struct soundness *);

/* Every file that was sent has all its parts, and they are what arrived. One file
 * a call, the next one after `*file`; false: that was the last. */
bool soundness_of_files(struct work *, struct soundness *, int64_t *file);

#endif
