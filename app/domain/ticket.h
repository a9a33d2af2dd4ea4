/* Tickets: one conversation with one correspondent. */
#ifndef BELFRY_DOMAIN_TICKET_H
#define BELFRY_DOMAIN_TICKET_H

#include "base/work.h"
#include "domain/team.h"

enum ticket_limit {
	TICKET_SUBJECT = 200,     /* characters */
	TICKET_BODY    = 10000,   /* characters of a message */
};

/* An answer of the report beside its description. */
struct answer {
	const char *field, *value;
};

/* What somebody reports: from the public form, from staff for a caller, later
 * from mail. */
struct report {
	const char *kind;                     /* 'report', 'vulnerability' */
	const char *channel;                  /* 'web' */
	const char *language;
	const char *category;                 /* NULL: staff will say */
	const char *rsit_class, *rsit_type;   /* as the reporter sees it; NULL: as its category is */
	const char *subject;                  /* NULL: how the description begins */
	const char *description;
	const char *tlp;                      /* NULL: amber */
	const char *name, *email, *phone;     /* all NULL: anonymous */
	const char *organisation;
	const struct answer *answers;
	size_t answer_count;
	const char *secret;                   /* as shown to the reporter */
	const char *form_key;                 /* digest; one form, one ticket. NULL: none */
	bool held;                            /* over budget: a person looks first */
};

/* What became of it. */
struct ticket {
	int64_t id;
	const char *reference;
	const char *kind, *state, *place;
	const char *priority, *tlp;
	moment opened_at, due_at, answered_at;
	int64_t owner_id;
	int64_t version;
};

/* Files the report: ticket, contact, answers, first message and event. False
 * when this form was sent before: then `ticket` is the one there is (its id,
 * reference and due_at). */
bool ticket_open(struct work *, const struct team *, const struct report *, struct ticket *);

/* When the first human answer is due for a priority, from that moment on. */
moment ticket_due(struct work *, const struct team *, const char *priority, moment from);

#endif
