/* Who receives what of a list: asked for, confirmed, changed and ended by whoever reads
 * the mailbox. The public door knows a subscription by the digest of a token alone (R016,
 * R169). */
#ifndef BELFRY_DOMAIN_SUBSCRIPTION_H
#define BELFRY_DOMAIN_SUBSCRIPTION_H

#include "base/work.h"

enum subscription_limit {
	SUBSCRIPTION_MAILS_A_DAY = 3,     /* that ask one mailbox to confirm */
	SUBSCRIPTION_ASKED_DAYS  = 3,     /* to confirm in, then it is forgotten */
	SUBSCRIPTION_KEPT_DAYS   = 30,    /* the address of one that ended */
	SUBSCRIPTION_BOUNCES     = 3,     /* mails that came back until it is paused */
	SUBSCRIPTION_HOUR        = 7,     /* of the team's day, at which what was collected leaves */
	SUBSCRIPTION_ARCHIVE     = 20,    /* of what went to its list, on its page */
};

/* What somebody wants to read. Empty sets and NULL: all of it. */
struct wishes {
	const char *language;
	const char *kinds, *sectors;      /* "alert,note" */
	const char *severity;             /* from which on */
	const char *pace;                 /* "at_once", "daily", "weekly" */
};

struct subscription {
	int64_t id, list_id;
	const char *digest, *list, *tlp, *email, *state;
	const char *wording;              /* what the list is for; NULL: nobody says */
	struct wishes wishes;
};

/* The lists that anybody may ask for: id, name, wording (in that language, else in the
 * first one, else in English), tlp. */
struct db_rows *lists_open(struct work *, const char *language, const char *first);

/* A mail goes to the address, with a link that confirms; who has confirmed already gets
 * one to their page. Whoever asks never learns which of them, nor whether there was any. */
void subscription_ask(struct work *, int64_t list_id, const char *email, const struct wishes *);
/* The same by a lead, for a list that is not open. False: there is a subscription of that
 * mailbox already, it was asked often enough today, or there is no such list. */
bool subscription_invite(struct work *, int64_t list_id, const char *email, const char *language);

/* By what its links end with. False: there is none, or none any more. */
bool subscription_open(struct work *, const char *token, struct subscription *);
void subscription_confirm(struct work *, const struct subscription *);
void subscription_change(struct work *, const struct subscription *, const struct wishes *);
void subscription_leave(struct work *, const struct subscription *);
/* What went to its list, the newest first: begun_at, tlp, kind, severity, reference (of an
 * advisory), title, body (NULL: it is an advisory), language. */
struct db_rows *subscription_archive(struct work *, const struct subscription *,
	const char *language);

/* What its links end with: made anew from the row each time, and kept nowhere. */
const char *subscription_token(const void *memory, const char *seed);

/* For the timetable: those nobody confirmed go, those that ended lose their address. True
 * when there may be more. */
bool subscriptions_forget(struct work *);

#endif
