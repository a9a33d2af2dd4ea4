/* Messages: what was said in a ticket. */
#ifndef BELFRY_DOMAIN_MESSAGE_H
#define BELFRY_DOMAIN_MESSAGE_H

#include "base/work.h"

/* `direction`: 'from_reporter', 'to_reporter', 'note'. Text only, as written.
 * The author is the work's actor; nobody for the reporter. */
int64_t message_add(struct work *, int64_t ticket_id, const char *direction, const char *body);

/* The conversation, oldest first: id, direction, body, written_at, author.
 * For staff: with the notes. The newest ones: at most MESSAGES_SHOWN, and together
 * no longer than a page can be, whatever somebody sends us. */
enum { MESSAGES_SHOWN = 500, MESSAGES_CHARACTERS = 900000 };
struct db_rows *messages_of(struct work *, int64_t ticket_id);

#endif
