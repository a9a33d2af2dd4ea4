/* Events to which people are invited, as an open house: written, changed, called
 * off. In code and tables one is an occasion, because an event is what happened
 * (domain/event.h). Who is invited: domain/guest.h. */
#ifndef BELFRY_DOMAIN_OCCASION_H
#define BELFRY_DOMAIN_OCCASION_H

#include <stddef.h>

#include "base/work.h"

enum occasion_limit {
	OCCASION_PLACE   = 300,      /* characters, as the columns have them */
	OCCASION_TITLE   = 150,
	OCCASION_WORDS   = 2000,
	OCCASION_PLACES  = 10000,
	OCCASION_ROWS    = 20,       /* on a page of a list */
	OCCASION_HISTORY = 100,      /* lines of what happened to one */
};

struct occasion {
	int64_t id;
	const char *place;
	moment starts_at, ends_at;
	moment answer_until;          /* who has answered may change it until it begins */
	int64_t places;               /* 0: for all who come */
	bool shown;                   /* everybody reads of it */
	moment made_at, reminded_at, called_off_at, erased_at;   /* 0: not */
	int64_t version;
};

/* In one language. */
struct occasion_text {
	const char *language;
	const char *title, *words;    /* `title` NULL: not in this language */
};

/* What guests said. */
struct answers {
	int64_t invited, yes, maybe, no, silent;
	int64_t people;               /* that those who said yes come with, themselves included */
};

bool occasion_by_id(struct work *, int64_t id, struct occasion *);
/* language, title, words. */
struct db_rows *occasion_texts(struct work *, int64_t id);
/* Its title in this language, else in English, else in any. */
const char *occasion_title(struct work *, int64_t id, const char *language);
/* Also when the guests are forgotten. */
void occasion_answers(struct work *, const struct occasion *, struct answers *);
/* at, name (of who did it; NULL: a job), action, to_value; the last one first. */
struct db_rows *occasion_history(struct work *, int64_t id);

/* Those that begin last first, below that one (0: from the top): id, starts_at,
 * called_off (a flag), ended (another), shown, title. One more than a page when there are more. */
struct db_rows *occasions_page(struct work *, const char *language, moment at, int64_t id);
/* What everybody reads of, the next one first, after that one (0: from the first):
 * id, place, starts_at, ends_at, called_off, language, title, words. One more than a
 * page when there are more. */
struct db_rows *occasions_shown(struct work *, const char *language, const char *first, moment at,
	int64_t id);

/* What becomes of a change. */
enum occasion_change {
	OCCASION_DONE,
	OCCASION_UNKNOWN,
	OCCASION_STALE,               /* somebody else was faster */
	OCCASION_NOT_NOW,             /* it is over, or was called off, or is being done twice */
};

/* Its id. */
int64_t occasion_add(struct work *, const struct occasion *, const struct occasion_text *,
	size_t count);
/* By `id`; `version` is that of the form. Guests who did not say no hear of another
 * time or place: `told`. */
enum occasion_change occasion_save(struct work *, const struct occasion *,
	const struct occasion_text *, size_t count, bool *told);
/* Once: to those who have not answered. */
enum occasion_change occasion_remind(struct work *, int64_t id);
/* Everybody who did not say no hears of it; letters that wait are not sent. */
enum occasion_change occasion_call_off(struct work *, int64_t id);

/* Holds it until the work ends: changes of one come one after the other. False: there
 * is none. */
bool occasion_hold(struct work *, int64_t id, struct occasion *);
/* It is to come and was not called off. */
bool occasion_is_on(const struct work *, const struct occasion *);

/* Forgets who was invited to one that ended so many days ago; the numbers stay. True
 * when there may be more. */
bool occasion_erase(struct work *, int64_t days);

#endif
