/* What was typed into a field, and whether it can be taken. */
#ifndef BELFRY_WEB_FORM_CHECK_H
#define BELFRY_WEB_FORM_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/moment.h"
#include "web/form.h"

/* Exactly as it came; NULL: it did not come. */
struct typed {
	const char *text;           /* CHOICES: "a,b"; DAY_OR_TEXT: the words */
	const char *day, *month, *year, *time;
	bool stray;                 /* CHOICES: something that was not offered */
};

struct accepted {
	const char *text;           /* NULL: left empty */
	int64_t number;             /* NUMBER, ID; hundredths of an AMOUNT */
};

/* The sentence to show at the field, in the present language; NULL: it is
 * right, and `accepted` says what it is. */
const char *check_typed(const void *memory, const struct field *,
	const struct typed *, moment now, struct accepted *);

/* The same of a DAY_OR_TEXT. Accepted is "2026-11-21", "2026-11-21 14:30", a
 * rough "2026-11" or "2026", words, or a day and words: "2026-11-21, words". */
const char *check_day(const void *memory, const struct typed *, moment now,
	struct accepted *);
/* An accepted one as somebody would have typed it. */
void day_typed(const void *memory, const char *accepted, struct typed *);

#endif
