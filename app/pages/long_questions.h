/* The questions of what is sent by one long page: a specialist's report, one about
 * a weakness, and a request for a project. Where they ask what the personal track asks, they have
 * its name, so that a draft answers it in each of them. */
#ifndef BELFRY_PAGES_LONG_QUESTIONS_H
#define BELFRY_PAGES_LONG_QUESTIONS_H

#include "base/work.h"
#include "web/form.h"

/* In the order of the page; ends with a nameless one. The classes are those of
 * the taxonomy in the database. */
const struct field *technical_questions(struct work *);
const struct field *vulnerability_questions(struct work *);
const struct field *programme_questions(struct work *);

/* Of the page that files tickets of that kind and category, without the classes; NULL:
 * another page does. */
const struct field *long_questions_of(const void *memory, const char *kind,
	const char *category);

#endif
