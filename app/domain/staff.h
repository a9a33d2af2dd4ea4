/* Staff: the people of the team who handle tickets. */
#ifndef BELFRY_DOMAIN_STAFF_H
#define BELFRY_DOMAIN_STAFF_H

#include "base/work.h"

enum { STAFF_SHOWN = 200 };

/* id (of the account), name: by name. */
struct db_rows *staff_all(struct work *);
/* May this account own a ticket? */
bool staff_is(struct work *, int64_t account_id);

#endif
