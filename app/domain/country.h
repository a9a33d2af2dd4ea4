/* Countries and what they are called. */
#ifndef BELFRY_DOMAIN_COUNTRY_H
#define BELFRY_DOMAIN_COUNTRY_H

#include "base/work.h"

/* code, name: in that language. */
struct db_rows *countries_in(struct work *, const char *language);
/* The code of a country by any of its names; NULL: none is called so. */
const char *country_called(struct work *, const char *name);

#endif
