/* Who receives what: a mailing is given out to the subscriptions that it suits, a few at a
 * time, each once, however often the process that does it is killed (R016, R319). */
#ifndef BELFRY_DOMAIN_DELIVERY_H
#define BELFRY_DOMAIN_DELIVERY_H

#include "base/work.h"

enum delivery_limit {
	ANNOUNCED_DAYS = 7,      /* an advisory that is older goes to no list any more */
	COLLECTED_MOST = 100,    /* in one mail; the others are in the next one */
	BULLETIN_DAYS  = 3,      /* tried to be sent */
	BOUNCES_DAYS   = 90,     /* after which one that came back no longer counts */
};

/* To how many a mailing would go now; at most `most`. */
int64_t delivery_would_reach(struct work *, int64_t mailing_id, int64_t most);

/* The same for an advisory, when it is published: of all lists that carry them. */
int64_t delivery_of_advisory(struct work *, int64_t advisory_id, int64_t most);

/* Whoever stops a mailing stops its letters that have not left; gone on with, they leave,
 * and what was kept for a morning that is over leaves at once. */
void delivery_halt(struct work *, int64_t mailing_id);
void delivery_go_on(struct work *, int64_t mailing_id);

/* --- by jobs; the team's zone is chosen */

/* An advisory that went out becomes a mailing of each list that carries them. True when
 * there may be more. */
bool delivery_announce(struct work *);
/* Gives out at most so many mails: first what was kept for somebody until now, then of the
 * mailing that has waited longest. True when there may be more. */
bool delivery_give_out(struct work *, int64_t most);

/* What became of a mail, by its row of the outbox; `state`: "sent", "failed",
 * "returned". A mail that failed or came back counts against its address, which is paused
 * in the end. */
void delivery_ended(struct work *, int64_t outbox_id, int64_t subscription_id, const char *state);

/* --- for the words of a mail */

/* What such a mail is about: its list and how its reader ends it. False: it has ended. */
struct delivery {
	int64_t list_id;
	const char *list, *tlp;        /* the list's label */
	const char *wording;           /* what it is for, in the reader's language or English; or NULL */
	const char *state, *token;     /* of the subscription; what its links end with */
	bool open;                     /* its list is everybody's */
	bool invited;
};
bool delivery_of(struct work *, int64_t subscription_id, struct delivery *);

/* What it brings, the most severe of it first: tlp, kind, severity, number, withdrawn, why
 * (of a correction), reference (of an advisory), title, body (of an advisory: its summary),
 * language. */
struct db_rows *delivery_items(struct work *, int64_t outbox_id, const char *language);

#endif
