/* Which row of the site map answers a request. */
#ifndef BELFRY_ROUTE_H
#define BELFRY_ROUTE_H

#include "site.h"

/* The row, or NULL; `other_method` is then true where the address exists with the
 * other one. A row of the other door does not exist here. Fills the request's
 * parameters. */
const struct route *route_find(struct request *, bool *other_method);

#endif
