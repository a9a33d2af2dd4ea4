/* The outbox: mail that is to be sent. A row is written with the event that it
 * tells of, in the same transaction; a job makes the words and sends them. No
 * row holds what anybody wrote, nor a secret. */
#ifndef BELFRY_DOMAIN_OUTBOX_H
#define BELFRY_DOMAIN_OUTBOX_H

#include "base/work.h"
#include "domain/team.h"

enum outbox_limit {
	OUTBOX_PAGE          = 50,
	OUTBOX_LINKS_AN_HOUR = 3,    /* to one account */
	OUTBOX_PUBLISHING_DAYS = 7,  /* before leads hear again of what they know */
};

/* --- writing: with the event, by whoever causes it */

/* To the reporter, that it is here; to those on duty, that there is one. */
void outbox_received(struct work *, const struct team *, const char *reference,
	const char *secret_digest);
void outbox_arrived(struct work *, const struct team *, const char *reference,
	const char *secret_digest);
/* To the reporter of a report that was held and now counts. */
void outbox_accepted(struct work *, int64_t ticket_id);
/* To the reporter, that the team wrote. */
void outbox_answered(struct work *, int64_t ticket_id);

/* A link to choose a password, to the account of this address: an invitation
 * until it has one. Nothing for an address that nobody has, or a closed account,
 * or one that was written to thrice in this hour. Its Message-ID, whether there
 * is such a row now or not; for link_mail(). */
const char *outbox_link(struct work *, const char *email, moment ends_at);
/* What the link of such a mail ends with. Made anew at each try and kept
 * nowhere: without the installation's key the row opens nothing. */
const char *outbox_token(const void *memory, const char *message_id);

/* What somebody should hear of their own account, whoever did it (ASVS 6.3.5,
 * 6.3.7). */
enum account_notice {
	NOTICE_PASSWORD,     /* another password was chosen */
	NOTICE_FACTOR,       /* the second factor was set up, taken away, or its codes renewed */
	NOTICE_ROLES,        /* the account may do something else */
	NOTICE_HALF_IN,      /* somebody has the password and tries codes; once a day at most */
};

void outbox_notice(struct work *, int64_t account_id, enum account_notice);

/* A fresh Message-ID under the team's domain. */
const char *outbox_message_id(struct work *);

/* To each lead, that something which the team publishes wants attention; to nobody who
 * was told in the OUTBOX_PUBLISHING_DAYS before. */
void outbox_publishing(struct work *);

/* To guests of an event. An invitation goes to those who have had none; a reminder to
 * those who have not answered; anything else to those who did not say no and know that
 * they are invited: of an event that was called off, letters that wait are stopped. How
 * many letters there are. */
enum guest_letter { GUEST_INVITED, GUEST_REMINDED, GUEST_CHANGED, GUEST_CALLED_OFF };

int64_t outbox_guests(struct work *, int64_t occasion_id, enum guest_letter, moment ends_at);

/* --- sending: by jobs */

/* A mail whose turn it is. What does not belong to its kind is NULL or 0. */
struct letter {
	int64_t id, ticket_id, subscription_id;
	const char *kind, *recipient, *language, *message_id;
	moment made_at, ends_at;
	int64_t tries;                     /* with this one */
	const char *reference, *tlp, *category, *priority;
	moment due_at;
	bool held, request;                /* of the ticket: its kind is one */
};

/* Takes the next one that is due, mail of lists behind all other; commits that it was taken, so that nobody else
 * sends it for so long: whoever was killed does not bring it back. False: there is
 * none, or it could not be had. */
bool outbox_take(struct work *, int64_t seconds, struct letter *);
/* What became of it. `answer`: the server's last line. */
void outbox_sent(struct work *, const struct letter *, const char *answer);
/* `forever`: no later try would end otherwise. */
void outbox_failed(struct work *, const struct letter *, const char *answer, bool forever);
/* What it failed with while nobody had said in whose name mail leaves; such mail is due
 * at once when somebody has. */
#define OUTBOX_UNSIGNED "The team has no name and address yet."
void outbox_try_unsigned(struct work *);
/* Gives up what is too late to be sent; true when there may be more. */
bool outbox_expire(struct work *);
/* Forgets what ended so long ago; true when there may be more. By what leads were told
 * it is known when they hear again: that stays for OUTBOX_PUBLISHING_DAYS at least. */
bool outbox_forget(struct work *, int64_t days);

/* How long until the next try, after so many. */
int64_t outbox_wait(int64_t tries);

/* --- looking after it: for people */

struct outbox_counts {
	int64_t waiting, given_up;         /* at most OUTBOX_COUNTED */
	int64_t oldest_seconds;            /* of those that wait; 0: none */
};
enum { OUTBOX_COUNTED = 1000 };

void outbox_count(struct work *, struct outbox_counts *);

/* Rows of one state, newest first, before that id (0: from the newest): id, kind,
 * ticket_id, recipient, reference (both NULL where they are not the actor's to see),
 * made_at, tries, tried_at, next_at, ended_at, answer, claimed (somebody is trying
 * now), in_time (there is a use in trying again). One more than a page when there
 * are more. */
struct db_rows *outbox_page(struct work *, const char *state, int64_t before);
bool outbox_has_state(const char *state);

/* How an act can end. */
enum outbox_act {
	OUTBOX_UNKNOWN,      /* no such row */
	OUTBOX_TOO_LATE,     /* it has left, or its link is dead */
	OUTBOX_DONE,
};

enum outbox_act outbox_try_now(struct work *, int64_t id);
enum outbox_act outbox_stop(struct work *, int64_t id);
enum outbox_act outbox_start_again(struct work *, int64_t id);

#endif
