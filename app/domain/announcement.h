/* That the team begins its work: written for whoever stands behind it, approved by a
 * second person, and put out on a day, together with the pages that it names (R305 to
 * R307). */
#ifndef BELFRY_DOMAIN_ANNOUNCEMENT_H
#define BELFRY_DOMAIN_ANNOUNCEMENT_H

#include <stddef.h>

#include "base/work.h"

enum announcement_limit {
	ANNOUNCEMENT_SPONSOR = 200,   /* characters */
	ANNOUNCEMENT_TITLE   = 200,
	ANNOUNCEMENT_BODY    = 6000,
	ANNOUNCEMENT_REASON  = 400,
	ANNOUNCEMENT_HISTORY = 50,    /* lines of what happened to it */
	ANNOUNCEMENT_DAYS    = 30,    /* on the home page */
};

/* In one language. */
struct announcement_text {
	const char *language;
	const char *title, *body;     /* NULL: not in this language */
};

struct announcement {
	const char *sponsor, *state;  /* `state` NULL: nobody has written it */
	moment out_at, approved_at;
	const char *approver, *reason;
	int64_t version;              /* 0: nobody has written it */
	bool is_writer;               /* the actor wrote some of it */
};

void announcement_read(struct work *, struct announcement *);
/* language, title, body. */
struct db_rows *announcement_words(struct work *);
/* at, name, action; the last one first. */
struct db_rows *announcement_history(struct work *);

/* What becomes of a change. */
enum announcement_change {
	ANNOUNCEMENT_DONE,
	ANNOUNCEMENT_STALE,           /* somebody changed it since the form was shown */
	ANNOUNCEMENT_NOT_NOW,         /* its state does not allow that */
	ANNOUNCEMENT_OWN,             /* its writer approves it with a reason alone */
	ANNOUNCEMENT_UNKNOWN,         /* it is not this person's to change */
};

/* By a lead; `version` is that of the form. What was approved is a draft again. */
enum announcement_change announcement_save(struct work *, int64_t version, const char *sponsor,
	moment out_at, const struct announcement_text *, size_t count);
/* By a lead who wrote nothing of it; or by one who did and says why nobody else does. */
enum announcement_change announcement_approve(struct work *, int64_t version, const char *reason);
/* Nobody reads it any more, or will: it is a draft again. */
enum announcement_change announcement_take_back(struct work *, int64_t version);

/* What everybody may know: since when it is out (0: it is not), and from whom. */
moment announcement_out(struct work *, const void *memory, const char **sponsor);
/* The words in this language, else in the first one, else in English, else in any. */
bool announcement_shown(struct work *, const char *language, const char *first,
	struct announcement_text *);

/* For the timetable: puts it out when its day has come and the public pages are open. */
bool announcement_release(struct work *);

#endif
