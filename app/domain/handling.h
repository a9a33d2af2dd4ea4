/* What staff do with a ticket. Every function locks the ticket's row, refuses a
 * form that was made of an older version, writes its event in the same
 * transaction, and raises the version. */
#ifndef BELFRY_DOMAIN_HANDLING_H
#define BELFRY_DOMAIN_HANDLING_H

#include "base/work.h"
#include "domain/team.h"

/* How an act can end. */
enum handling {
	HANDLED,
	HANDLED_ALREADY,     /* it was so before: nothing is written */
	HANDLING_UNKNOWN,    /* no such ticket, or not this person's to touch */
	HANDLING_STALE,      /* somebody changed it since the form was shown */
	HANDLING_REFUSED,    /* the lifecycle or the taxonomy has no such value */
};

enum handling ticket_take(struct work *, const char *reference, int64_t version);
enum handling ticket_release(struct work *, const char *reference, int64_t version);
enum handling ticket_assign(struct work *, const char *reference, int64_t version,
	int64_t account_id);

enum handling ticket_move(struct work *, const char *reference, int64_t version,
	const char *state);
/* The clock of the first answer follows the priority while it runs. */
enum handling ticket_prioritise(struct work *, const struct team *, const char *reference,
	int64_t version, const char *priority);
enum handling ticket_classify(struct work *, const char *reference, int64_t version,
	const char *rsit_class, const char *rsit_type);
enum handling ticket_label(struct work *, const char *reference, int64_t version,
	const char *tlp);
enum handling ticket_rename(struct work *, const char *reference, int64_t version,
	const char *subject);

/* To the reporter: stops the clock, and a new ticket is in progress. Stale when
 * somebody else wrote in between: the writer looks before sending twice. */
enum handling ticket_reply(struct work *, const char *reference, int64_t version,
	const char *body);
/* Inside the team. Never stale: a note overwrites nothing. */
enum handling ticket_note(struct work *, const char *reference, const char *body);

/* Out of the way, and back. */
enum handling ticket_spam(struct work *, const char *reference, int64_t version, bool spam);
/* `of` is a reference; NULL takes it back. A duplicate of itself or of another
 * duplicate is refused. */
enum handling ticket_duplicate(struct work *, const char *reference, int64_t version,
	const char *of);
/* A held report counts from now on; its clock starts. */
enum handling ticket_accept(struct work *, const struct team *, const char *reference,
	int64_t version);

#endif
