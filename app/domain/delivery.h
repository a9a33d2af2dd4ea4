/* Who receives what: a mailing is given out to the subscriptions that it suits, a few at a
 * time, each once, however often the process that does it is killed (R016, R319). */
#ifndef BELFRY_DOMAIN_DELIVERY_H
#define BELFRY_DOMAIN_DELIVERY_H

#include "base/work.h"

enum delivery_limit {
	ANNOUNCED_DAYS = 7,      /* an advisory that is older goes to no list any more */
	COLLECTED_MOST = 200,    /* in one mail */
};

/* To how many a mailing would go now; at most `most`. */
int64_t delivery_would_reach(struct work *, int64_t mailing_id, int64_t most);

/* --- by jobs */

/* An advisory that went out becomes a mailing of each list that carries them. True when
 * there may be more. */
bool delivery_announce(struct work *);
/* Gives a mailing out to at most so many more. How many it were. */
int64_t delivery_give_out(struct work *, int64_t most);
/* What was kept for somebody until now goes out together. True when there may be more. */
bool delivery_collect(struct work *);

/* What became of a mail, by its row of the outbox; `state`: "sent", "failed",
 * "returned". A mail that failed or came back counts against its address, which is paused
 * in the end. */
void delivery_ended(struct work *, int64_t outbox_id, int64_t subscription_id, const char *state);

#endif
