/* A report on one long page: shown from its draft, kept for later, or sent. */
#ifndef BELFRY_PAGES_LONG_FORM_H
#define BELFRY_PAGES_LONG_FORM_H

#include "domain/draft.h"
#include "domain/ticket.h"
#include "web/form.h"

/* The form as its draft has it, or as it was just typed. */
void long_form_show(struct request *, const struct field *, const struct draft *);

/* Which of its buttons was pressed: the one that keeps it? */
bool is_for_later(const struct request *);
/* Keeps what was typed for a day; `path` shows it again. */
int keep_for_later(struct request *, const struct field *, const char *path,
	int (*page)(struct request *));
/* The draft is gone while the page was open: what was typed on it begins a new
 * one, and is looked through once more. */
int begin_anew_with(struct request *, const struct field *, const char *path);

/* Says so at the field when what was typed is no OpenPGP key. */
void complain_of_key(struct request *);

/* What both reports have in common, from the accepted form; everything without
 * a place of its own on the ticket becomes an answer. */
struct report long_form_report(struct request *, const struct field *);

#endif
