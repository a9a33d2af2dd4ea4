/* A ticket as its page at the desk shows it. */
#ifndef BELFRY_DOMAIN_TICKET_SEEN_H
#define BELFRY_DOMAIN_TICKET_SEEN_H

#include "base/work.h"

struct ticket_seen {
	int64_t id;
	const char *reference, *kind, *kind_label, *state, *state_label, *place, *subject;
	const char *category, *rsit_class, *rsit_type, *rsit_label;
	const char *priority, *tlp, *channel_label, *language;
	int64_t owner_id;
	const char *owner_name;
	moment opened_at, due_at, clock_at, answered_at;
	bool held, spam, closed;
	const char *duplicate_of;                /* a reference; NULL: none */
	int64_t version;
	const char *name, *email, *phone, *organisation;   /* of the reporter */
};

/* False: unknown, or not for the work's actor. */
bool ticket_see(struct work *, const char *reference, struct ticket_seen *);

/* Its other answers: field, value. */
struct db_rows *ticket_answers(struct work *, int64_t ticket_id);

/* The states it may go to: to_state, label. */
struct db_rows *ticket_moves(struct work *, const struct ticket_seen *);

#endif
