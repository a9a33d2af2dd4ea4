/* Somebody we know by name. */
#ifndef BELFRY_DOMAIN_PERSON_H
#define BELFRY_DOMAIN_PERSON_H

#include <stdint.h>

#include "base/work.h"

int64_t person_add(struct work *, const char *name, const char *language);

#endif
