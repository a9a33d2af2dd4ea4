/* Guests of an event (domain/occasion.h): invited by mail, each with a link of their
 * own. Whoever has the link answers; nobody signs in. */
#ifndef BELFRY_DOMAIN_GUEST_H
#define BELFRY_DOMAIN_GUEST_H

#include "domain/occasion.h"

enum guest_limit {
	GUESTS       = 500,          /* of one event */
	GUESTS_AT_ONCE = 200,        /* lines of one list */
	GUEST_PEOPLE = 10,           /* with whom one comes, oneself included */
	GUEST_REMARK = 200,          /* characters */
	GUEST_ROWS   = 100,          /* on a page of the list */
};

/* What became of a list. */
struct invited {
	size_t fresh;                /* a letter goes to them */
	size_t before;               /* were invited already */
};

enum invitation { INVITED, INVITED_UNKNOWN, INVITED_NOT_NOW, INVITED_TOO_MANY };

/* Each of them once, in that language. With too many nobody is invited. */
enum invitation guests_invite(struct work *, int64_t occasion_id, const char *language,
	const char *const *addresses, size_t count, struct invited *);

/* Those that said this ("yes", "maybe", "no", "silent"; NULL: all), the last invited
 * first, before that id (0: from the top): id, email, answer, people, remark,
 * answered_at. One more than GUEST_ROWS when there are more. */
struct db_rows *guests_page(struct work *, int64_t occasion_id, const char *answer, int64_t before);
/* All of them for a table: email, language, invited_at, answer, people, remark,
 * answered_at. */
struct db_rows *guests_all(struct work *, int64_t occasion_id);

/* They are forgotten, and their link opens nothing any more: the id of the event; 0:
 * there was no such guest. */
int64_t guest_remove(struct work *, int64_t id);

/* What the link ends with. */
const char *guest_token(const void *memory, const char *seed);

/* What a guest reads. */
struct guest {
	int64_t id;
	const char *answer;          /* NULL: not yet */
	int64_t people;
	const char *remark;
	moment answered_at;
	struct occasion occasion;    /* without erased_at and shown */
	int64_t free;                /* places left for this guest; with `places` only */
	struct occasion_text text;   /* in this language, else in the first, else in another */
};

/* By the token of the link; false: there is no such guest. */
bool guest_open(struct work *, const char *token, const char *language, const char *first,
	struct guest *);

enum guest_answer {
	GUEST_ANSWERED,
	GUEST_UNKNOWN,
	GUEST_FULL,                  /* there are fewer places: `free` */
	GUEST_LATE,                  /* answers were asked for until another day */
	GUEST_OFF,                   /* it was called off, or has begun */
};

/* `answer`: "yes", "maybe" or "no". */
enum guest_answer guest_answers(struct work *, const char *token, const char *answer,
	int64_t people, const char *remark, int64_t *free_places);

/* What a letter says to a guest; the id is of the row of the outbox. */
struct invitation_letter {
	const char *seed, *answer, *place, *title, *words;
	moment starts_at, ends_at, answer_until;
};
bool guest_letter(struct work *, int64_t outbox_id, struct invitation_letter *);

#endif
