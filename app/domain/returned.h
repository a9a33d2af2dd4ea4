/* Mail to lists that comes back (RFC 3464): which mail it was says the address that it
 * comes back to, and nothing else is believed. Stored as it came, read afterwards. */
#ifndef BELFRY_DOMAIN_RETURNED_H
#define BELFRY_DOMAIN_RETURNED_H

#include <stddef.h>

#include "base/work.h"

enum returned_limit {
	RETURNED_BYTES = 256 * 1024,   /* kept of one; what says what happened stands before that */
	RETURNED_OF_ONE = 3,           /* kept of one mail; of more nothing is */
	RETURNED_DAYS  = 14,           /* remembered; its bytes only until they are read */
	RETURNED_A_DAY = 100000,       /* taken; then the mail server has to wait */
};

/* "returns+17.3f0c...@cirt.example": where this mail returns to. */
const char *returned_address(const void *memory, const char *base, int64_t outbox_id,
	const char *message_id);
/* Which row of the outbox an address of that form means; 0: none of ours. */
int64_t returned_mail(struct work *, const char *base, const char *address);

/* Keeps one as it came. False: too many have come today. */
bool returned_keep(struct work *, int64_t outbox_id, const void *bytes, size_t size);

/* One that nobody has read yet. False: there is none. */
struct returned {
	int64_t id, outbox_id, subscription_id;
	const unsigned char *bytes;
	size_t size;
};
bool returned_next(struct work *, struct returned *);
/* `for_good`: it says that the mail reached nobody, and will not. */
void returned_read(struct work *, const struct returned *, bool for_good);
/* Forgets old ones. True when there may be more. */
bool returned_forget(struct work *);

#endif
