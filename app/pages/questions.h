/* The questions of a report: which there are, on which page of the form, and
 * when they are asked. The public form, the desk's form for callers and the
 * ticket's page share them. */
#ifndef BELFRY_PAGES_QUESTIONS_H
#define BELFRY_PAGES_QUESTIONS_H

#include "domain/draft.h"
#include "web/form.h"

enum { QUESTIONS_ON_A_PAGE = 12 };

/* One page of the form. */
struct step {
	const char *name;          /* in the address */
	const char *title;         /* to be translated */
	const char *hint;
	const char *group;         /* "About you": said with the number of the page */
	bool single;               /* the only question is the page's heading */
	bool may_skip;             /* nothing here must be answered */
};

size_t step_count(void);                     /* without the first question */
const struct step *step_at(size_t i);
const struct step *step_by_name(const char *name);   /* NULL: none */
/* 0 for the first question ("who"), 1 .. step_count() for the others. */
size_t step_number(const struct step *);

/* The questions of a page that are asked of this reporter; ends with a nameless
 * one. `answers` may be NULL where nothing is known yet. */
const struct field *questions_of(const void *memory, const struct step *, const struct draft *answers);

/* The question with that name, wherever it stands; NULL: none. */
const struct field *question_by_name(const char *name);

/* Is it asked of this reporter? */
bool question_is_asked(const char *name, const struct draft *answers);

/* All of them in their order; ends with a nameless one. */
const struct field *questions_all(const void *memory);

/* An answer as people read it: choices in their labels, translated, one after
 * the other; everything else as it was typed. */
const char *answer_said(const void *memory, const struct field *, const char *value);

bool is_for_organisation(const struct draft *);

/* Some pictures nobody may hold, us included: then no files are asked for, nor
 * taken. */
bool takes_files(const char *category);

/* TLP as the reporter's choice of sharing means it; NULL: amber. */
const char *tlp_of_sharing(const char *sharing);

#endif
