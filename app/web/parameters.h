/* What stands behind the first word of a header. */
#ifndef BELFRY_WEB_PARAMETERS_H
#define BELFRY_WEB_PARAMETERS_H

#include <stdbool.h>

#include "base/text.h"

/* The parameters of a header, one after the other: `; name=value;
 * other="value"`. Values live in the memory given. */
struct parameters {
	const char *at, *end;
	struct bytes name;
	const char *value;
	char *room;               /* for the values to come */
	bool broken;
};

void parameters_open(struct parameters *, const void *memory,
	const char *at, const char *end);
bool parameters_next(struct parameters *);

#endif
