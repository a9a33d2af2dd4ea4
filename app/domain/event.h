/* What happened: the one history that pages, figures and the audit trail read. */
#ifndef BELFRY_DOMAIN_EVENT_H
#define BELFRY_DOMAIN_EVENT_H

#include <stdint.h>

#include "base/work.h"

/* Written by the work's actor, now, in the same transaction as the change.
 * Values are states, ids and words of ours; never free text or a person's
 * data. NULL where there is none. */
void event_write(struct work *, const char *object, int64_t object_id,
	const char *action, const char *from, const char *to);

/* What happened to a ticket, oldest first: id, happened_at, name (of who did it;
 * NULL: the reporter, or the clock), action, to_value, to_label (the value as
 * people read it: a state's label, an owner's name, the other ticket's
 * reference). At most EVENTS_SHOWN. */
enum { EVENTS_SHOWN = 500 };
struct db_rows *ticket_events(struct work *, int64_t ticket_id, const char *kind);
/* What happened to anything else, newest first: happened_at, name (of who did it; NULL:
 * the clock, or a visitor), action, from_value, to_value. At most EVENTS_LISTED. */
enum { EVENTS_LISTED = 100 };
struct db_rows *events_of(struct work *, const char *object, int64_t object_id);

#endif
