/* Forms: a table beside the handler says which fields exist; what the table
 * does not name does not exist for the handler. */
#ifndef BELFRY_WEB_FORM_H
#define BELFRY_WEB_FORM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/moment.h"
#include "web/request.h"

enum field_kind {
	TEXT = 1,   /* one line */
	LINES,      /* several lines */
	CHOICE,     /* one word of `choices` */
	CHOICES,    /* any words of `choices` */
	EMAIL,      /* RFC 5321 mailbox, international domain allowed */
	PHONE,      /* any separators; stored as typed */
	NUMBER,     /* min..max */
	AMOUNT,     /* a sum of money, two decimals */
	DAY_OR_TEXT,/* NAME-day, NAME-month, NAME-year, NAME-time, or NAME in words; accepted
	             * as "2026-11-21", with " 14:30", a rough "2026-11" or "2026", or words */
	CODE,       /* digits, spaces and hyphens forgiven */
	SECRET,     /* a password: nothing is trimmed, never shown again */
	ID,         /* a number that a query will check */
	FILES,      /* files: stored as they arrive (app/upload.h), poured by pages/files.h */
};

struct choice {
	const char *value;
	const char *label;      /* to be translated */
	const char *hint;
	const char *group;      /* a heading over it and those after it with the same one; to be translated */
};

struct field {
	const char *name;
	enum field_kind kind;
	bool required;
	const char *label;      /* the question; to be translated */
	const char *hint;
	const char *missing;    /* what to do when a required one is empty */
	int64_t min, max;       /* characters (TEXT, LINES), or the number itself; 0: the kind's own */
	const struct choice *choices;   /* ends with a NULL value */
	const char *autocomplete;
	bool hidden;            /* travels with the form, nobody fills it in */
	bool literal;           /* TEXT, LINES: addresses, digests, keys; read from left to right */
	bool straight;          /* TEXT, LINES: no signs that turn the direction of what follows */
	bool ahead;             /* DAY_OR_TEXT: may lie in the future */
};

/* Takes the table's fields from the body: trimmed, normalised, checked. False
 * when anything was not right; values and messages are then in the view under
 * `form.NAME`. Also false, without messages, when only the language was
 * changed. Fields the table does not know are ignored and counted. */
bool form_accept(struct request *, const struct field *table);
/* The same of a form that is kept for later: nothing has to be answered yet. */
bool form_accept_unfinished(struct request *, const struct field *table);

/* The form as the page first shows it; then form_set for what is known. The
 * form that was just sent keeps what was typed, and form_set changes nothing:
 * so one function draws the page, the first time and after a mistake. */
void form_show(struct request *, const struct field *table);
void form_set(struct request *, const char *name, const char *value);
void form_set_choices(struct request *, const char *name, const char *comma_separated);

/* Accepted values. NULL when it was left empty; CHOICES as "a,b"; an AMOUNT as
 * "1250.50", whose number is in hundredths. */
const char *form_text(const struct request *, const char *name);
int64_t form_number(const struct request *, const char *name);
bool form_has(const struct request *, const char *name, const char *choice);

/* The `version` that a form carries: of what is `there`, when it is first shown, and when
 * it was stale, for sending it again is then a decision. One that is shown again for a
 * mistake in it is still of the version that it was. */
int64_t form_version(const struct request *, int64_t there, bool stale);

/* What only the trade can know: a message at the field. The sentence is
 * translated. The page should end in show_again. */
void form_complain(struct request *, const char *name, const char *sentence);
bool form_is_good(const struct request *);

/* Shows what was typed, also where nothing was wrong with it: for a page that
 * asks once more. */
void form_keep(struct request *);

/* 422 with what was typed and the messages, by way of the GET page. */
int show_again(struct request *, int (*page)(struct request *));

#endif
