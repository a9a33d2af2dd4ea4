/* Following a report up with its reference and secret: what a reporter sees
 * and does. Everything goes through procedures keyed by the secret's digest. */
#ifndef BELFRY_DOMAIN_FOLLOW_H
#define BELFRY_DOMAIN_FOLLOW_H

#include "base/work.h"

struct follow {
	int64_t ticket_id;
	const char *reference, *secret;     /* the digest */
	const char *kind, *category, *state, *state_label, *state_plain;
	moment opened_at, due_at, answered_at;
	bool closed, held;                  /* held: a person looks at it first */
	bool mailed;                        /* the reporter gets a mail about it */
};

/* False for an unknown reference and for a wrong secret, after the same work. */
bool follow_open(struct work *, const char *reference, const char *secret_digest, struct follow *);

/* Oldest first: direction, body, written_at, id. */
struct db_rows *follow_messages(struct work *, const struct follow *);
/* The states it went through: happened_at, label. */
struct db_rows *follow_steps(struct work *, const struct follow *);

/* The reporter writes, and sends the files that wait (domain/attachment.h). A closed ticket, or one that waits for this, is in
 * progress again. The words that were the last ones already are not said
 * again, nor their files. */
void follow_write(struct work *, struct follow *, const char *body);

/* "It is solved": false where the lifecycle has no such way from here. */
bool follow_solve(struct work *, struct follow *);

#endif
