/* Who is on duty: they get a mail when a report arrives. */
#ifndef BELFRY_DOMAIN_DUTY_H
#define BELFRY_DOMAIN_DUTY_H

#include "base/work.h"

enum { DUTY_MOST = 50 };

/* id, account_id, name (of a person), email (of an address), since_at: people
 * first. Without those who are no longer of the team. */
struct db_rows *duty_all(struct work *);
bool duty_is(struct work *, int64_t account_id);

/* The work's actor; a second time changes nothing. */
void duty_begin(struct work *);
void duty_end(struct work *);

/* An address that several people read. False: it is there already, or there are
 * DUTY_MOST. */
bool duty_add(struct work *, const char *email);
/* Somebody else, or an address. False: there is no such row. */
bool duty_remove(struct work *, int64_t id);

#endif
