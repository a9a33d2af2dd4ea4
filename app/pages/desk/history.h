/* A ticket's history as staff read it: what was said, and between it what
 * happened, in one line each. */
#ifndef BELFRY_PAGES_DESK_HISTORY_H
#define BELFRY_PAGES_DESK_HISTORY_H

#include "web/request.h"

/* entries.N: kind (message, event), direction, author, by (who wrote it down for the
 * reporter), body, at, said. `reporter` is a name; NULL: not known. Also
 * ticket.seen: the newest event, which the page's forms carry. */
void history_pour(struct request *, int64_t ticket_id, const char *kind, const char *reporter);

/* theirs.N: author, said, at: what happened after the event that was seen. */
void history_pour_theirs(struct request *, int64_t ticket_id, const char *kind, int64_t seen);

#endif
