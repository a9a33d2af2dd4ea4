/* What goes to a list: a warning that somebody writes for it, which somebody else sends;
 * and advisories, which go by themselves. Giving it out is in domain/delivery.h. */
#ifndef BELFRY_DOMAIN_MAILING_H
#define BELFRY_DOMAIN_MAILING_H

#include "base/work.h"

enum mailing_limit {
	MAILING_TITLE     = 200,      /* characters */
	MAILING_BODY      = 10000,
	MAILING_REASON    = 1000,
	MAILING_LANGUAGES = 16,
	MAILING_ROWS      = 25,       /* on a page of the list */
	MAILING_COUNTED   = 10000,    /* of each state, on its own page */
	MAILING_COUNTED_IN_LIST = 1000,
	RECIPIENT_ROWS    = 50,       /* on a page */
	RECIPIENT_TABLE   = 20000,    /* in a file for spreadsheets */
};

/* What language it is in does not matter. */
struct mailing_content {
	int64_t list_id;
	const char *tlp, *kind;
	const char *severity;         /* NULL: none was given */
	const char *sectors;          /* "energy,health"; whom it concerns; empty: all */
	const char *language;         /* of the text that the others are translated from */
};

struct mailing_text { const char *language, *title, *body; };

struct mailing {
	int64_t id, version;
	const char *state;            /* draft, discarded, sending, sent, stopped */
	struct mailing_content content;
	const char *list;             /* its name */
	bool list_ended;
	int64_t advisory_id, number;  /* 0: a warning */
	const char *reference;        /* of the advisory; NULL: a warning */
	const char *title;            /* in the language it was written in */
	const char *writer, *sender, *reason;
	moment made_at, begun_at, ended_at;
	int64_t given;                /* to how many, until now */
	struct mailing_text texts[MAILING_LANGUAGES];
	size_t text_count;
};

/* What became of its letters; none is counted above what was asked for. */
struct mailing_counts { int64_t kept, waiting, sent, failed, returned; };

bool mailing_by_id(struct work *, int64_t id, struct mailing *);
const struct mailing_text *mailing_text_in(const struct mailing *, const char *language);
void mailing_count(struct work *, int64_t id, int64_t most, struct mailing_counts *);
/* Has this person written any of it? */
bool mailing_is_writer(struct work *, const struct mailing *);

/* Newest first, from below an id (0: from the top): id, title, reference, list, tlp, kind,
 * severity, sectors, state, writer, sender, made_at, begun_at, given. One more than
 * MAILING_ROWS when there are more. At most one of `state` and `list_id` (NULL, 0: any). */
struct db_rows *mailings_page(struct work *, const char *state, int64_t list_id, int64_t below);
/* Those of an advisory: id, list, number, state, begun_at, given. */
struct db_rows *mailings_of_advisory(struct work *, int64_t advisory_id);
/* In that state; at most 100. */
int64_t mailings_in(struct work *, const char *state);

/* Who received it, after a subscription (0: from the first): subscription_id, email (NULL:
 * forgotten, or not this person's to see), state, changed_at. One more than RECIPIENT_ROWS
 * when there are more; `state` NULL: any. */
struct db_rows *mailing_recipients(struct work *, int64_t id, const char *state, int64_t after);
/* All of them, for a spreadsheet: email, state, changed_at. Nothing for whoever may not
 * see addresses. */
struct db_rows *mailing_recipients_table(struct work *, int64_t id);

/* What becomes of a change. */
enum mailing_change {
	MAILING_DONE,
	MAILING_UNKNOWN,              /* there is none, or it is not this person's to change */
	MAILING_STALE,                /* somebody changed it since the form was shown */
	MAILING_NOT_NOW,              /* its state does not allow that */
	MAILING_OWN,                  /* who wrote it says why nobody else sends it */
	MAILING_NO_LIST,              /* there is no such list, or it ended */
	MAILING_TOO_STRICT,           /* the list does not carry that label */
};

/* With its text in the language it is written in. `id` is that of the new one. */
enum mailing_change mailing_begin(struct work *, const struct mailing_content *,
	const struct mailing_text *, int64_t *id);
enum mailing_change mailing_save(struct work *, int64_t id, int64_t version,
	const struct mailing_content *, const struct mailing_text *);
/* In another language; `text->title` NULL: it is taken away. */
enum mailing_change mailing_translate(struct work *, int64_t id, int64_t version,
	const struct mailing_text *);
enum mailing_change mailing_discard(struct work *, int64_t id, int64_t version);
enum mailing_change mailing_take_up(struct work *, int64_t id, int64_t version);

/* It goes out; jobs do the rest. Whoever wrote any of it gives a reason. */
enum mailing_change mailing_send(struct work *, int64_t id, int64_t version, const char *reason);
/* It is given to nobody else for now; and again to those who did not get it. */
/* Is some of it kept for a morning? Then it can still be stopped. */
bool mailing_has_kept(struct work *, int64_t id);
enum mailing_change mailing_stop(struct work *, int64_t id, int64_t version);
enum mailing_change mailing_go_on(struct work *, int64_t id, int64_t version);

#endif
