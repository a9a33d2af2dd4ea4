/* Advisories at the desk: written, reviewed by somebody else, published, corrected,
 * withdrawn. Every change is of a version, so that two people do not overwrite each
 * other, and writes an event. What was published is in domain/published.h. */
#ifndef BELFRY_DOMAIN_ADVISORY_H
#define BELFRY_DOMAIN_ADVISORY_H

#include "base/work.h"
#include "domain/advisory_text.h"

enum advisory_limit {
	ADVISORY_TITLE     = 200,       /* characters, as the next ones */
	ADVISORY_SUMMARY   = 1000,
	ADVISORY_BODY      = 200000,
	ADVISORY_REASON    = 1000,
	ADVISORY_FACTS     = 60000,     /* of a field with a line for each thing */
	ADVISORY_ROWS      = 50,        /* on a page of the list */
	ADVISORY_LANGUAGES = 16,
};

/* What language it is in does not matter. */
struct advisory_content {
	const char *kind, *severity;    /* `severity` NULL: none was given */
	const char *tlp;
	const char *language;           /* of the text that the others are translated from */
	const char *weaknesses, *products, *links;
	const char *sectors;            /* whom it concerns: "energy,health"; empty: everybody */
};

struct advisory {
	int64_t id, version;
	const char *reference, *state;
	struct advisory_content content;
	const char *reason;             /* what the next revision corrects; NULL: nothing yet */
	const char *withdrawal;         /* why somebody asks that it is withdrawn; NULL: nobody does */
	const char *asker;              /* who does: a name */
	int64_t asked_by;               /* account; 0: nobody */
	const char *digest;             /* of all that a reader will see */
	moment created_at, changed_at;
	int64_t number;                 /* of its newest revision; 0: none */
	moment published_at;            /* of that revision */
	bool waiting;                   /* it goes out by itself, then; nobody reads it yet */
	moment first_at;
	bool withdrawn;                 /* that revision says so */
	struct advisory_text texts[ADVISORY_LANGUAGES];
	size_t text_count;
};

/* What becomes of a change. */
enum advisory_change {
	ADVISORY_DONE,
	ADVISORY_UNKNOWN,
	ADVISORY_STALE,                 /* somebody changed it since the form was shown */
	ADVISORY_NOT_NOW,               /* its state does not allow that */
	ADVISORY_OWN,                   /* nobody approves what they wrote */
	ADVISORY_NOT_REVIEWED,          /* nobody approved what it says now */
	ADVISORY_NOT_CLEAR,             /* its label does not allow everybody to read it */
};

/* What can be done with one. */
enum advisory_act {
	MAY_WRITE          = 1 << 0,
	MAY_SEND           = 1 << 1,    /* for review */
	MAY_APPROVE        = 1 << 2,
	MAY_RETURN         = 1 << 3,
	MAY_OVERRIDE       = 1 << 4,    /* decide without a second person */
	MAY_PUBLISH        = 1 << 5,    /* but see advisory_may_go() */
	MAY_CALL_OFF       = 1 << 6,
	MAY_CORRECT        = 1 << 7,
	MAY_LEAVE          = 1 << 8,    /* as it is published */
	MAY_ASK            = 1 << 9,    /* that it is withdrawn */
	MAY_AGREE          = 1 << 10,   /* with that */
	MAY_KEEP           = 1 << 11,   /* it in spite of that */
	MAY_WITHDRAW_ALONE = 1 << 12,
	MAY_LOOK_BACK      = 1 << 13,
};
/* By the work's actor, as it stands now: bits of enum advisory_act. */
unsigned advisory_acts(struct work *, const struct advisory *);

bool advisory_find(struct work *, const char *reference, struct advisory *);
/* The same; whoever else changes it waits. ADVISORY_DONE: it is of that version. */
enum advisory_change advisory_hold(struct work *, const char *reference, int64_t version,
	struct advisory *);
const struct advisory_text *advisory_text_in(const struct advisory *, const char *language);

/* A new one, with its text in the language it is written in. */
const char *advisory_begin(struct work *, const char *team_code, const struct advisory_content *,
	const struct advisory_text *);
/* Facts and that text. What was approved is a draft again. */
enum advisory_change advisory_save(struct work *, const char *reference, int64_t version,
	const struct advisory_content *, const struct advisory_text *);
/* A translation; `text->title` NULL: it is taken away, while nothing is published. */
enum advisory_change advisory_translate(struct work *, const char *reference, int64_t version,
	const struct advisory_text *);

enum advisory_change advisory_send(struct work *, const char *reference, int64_t version);
enum advisory_change advisory_approve(struct work *, const char *reference, int64_t version);
enum advisory_change advisory_return(struct work *, const char *reference, int64_t version,
	const char *reason);
/* A lead does not wait for a second person, and says why. */
enum advisory_change advisory_override(struct work *, const char *reference, int64_t version,
	const char *reason);
/* Somebody else reviews it afterwards. */
enum advisory_change advisory_look_back(struct work *, const char *reference, int64_t version,
	const char *reason);

/* A document for machines, of the revision that is being published. */
struct advisory_document {
	const char *language, *name, *bytes;
	const char *sha256, *sha512;
	int year;
};

/* May what is held go out as its next revision? */
enum advisory_change advisory_may_go(struct work *, const struct advisory *);
/* What is held goes out: now, or at a later moment by advisory_release(). `score`: CVSS in tenths, -1: none. */
void advisory_publish(struct work *, const struct advisory *, moment at, int score,
	const struct advisory_document *, size_t documents);
/* For the job: one that waits, and whose time has come, goes out. False: there is none. */
bool advisory_release(struct work *);
/* What waits for its time goes back to being approved. */
enum advisory_change advisory_call_off(struct work *, const char *reference, int64_t version);
/* What is out is opened for a correction, or closed again without one. */
enum advisory_change advisory_correct(struct work *, const char *reference, int64_t version,
	const char *reason);
enum advisory_change advisory_leave_as_is(struct work *, const char *reference, int64_t version);
/* Somebody asks that what is out is withdrawn; a second person agrees
 * (advisory_withdraw), or it is kept. */
enum advisory_change advisory_ask(struct work *, const char *reference, int64_t version,
	const char *reason);
enum advisory_change advisory_keep(struct work *, const char *reference, int64_t version);
/* What is held, and out, says from now on that it no longer holds. `alone`: why a lead
 * does not wait for somebody else, who reviews it afterwards; NULL: the work's actor
 * agrees with who asked. */
void advisory_withdraw(struct work *, const struct advisory *, const char *reason,
	const char *alone, const struct advisory_document *, size_t documents);

/* The list, newest first, from below an id (0: from the top): id, reference, state,
 * kind, severity, title, changed_at, number, published_at, waiting, asked (that it is
 * withdrawn). One more than ADVISORY_ROWS when there are more. `state` NULL: all;
 * "review": those that wait for a second person, also to be withdrawn; "afterwards":
 * those that a lead decided alone and nobody has reviewed since. */
struct db_rows *advisory_list(struct work *, const char *state, int64_t below);
/* How many wait for a second person, and for one afterwards; at most 1000. */
int64_t advisories_in_review(struct work *);
int64_t advisories_unseen(struct work *);

/* What was said of it, newest first: verdict, name, said_at, reason, number, current (it is
 * of what stands there now), looked_name, looked_at, looked_reason. */
struct db_rows *advisory_reviews(struct work *, const struct advisory *);
/* name: who has written for the next revision. */
struct db_rows *advisory_writers(struct work *, const struct advisory *);
bool advisory_is_writer(struct work *, const struct advisory *);

/* Does somebody have to review the newest override? */
bool advisory_is_unseen(struct work *, const struct advisory *);

#endif
