/* What the pages that set up the team share: a part of it each, saved by one form. */
#ifndef BELFRY_PAGES_ADMIN_SETUP_PART_H
#define BELFRY_PAGES_ADMIN_SETUP_PART_H

#include "domain/setup.h"
#include "web/form.h"

enum { SETUP_PHONE = 30 };     /* characters of a number */

/* What a form about a part carries beside its own fields: the version it was made
 * of. */
#define SETUP_VERSION \
	{ "version", NUMBER, .hidden = true, .max = 1000000000, .label = N_("Version") }

/* `value` gives what a field holds now. */
struct setup_part {
	const char *name;          /* as the versions know it */
	const char *path;          /* below /admin/setup */
	const char *title, *hint;  /* to be translated */
	const struct field *form;
	const char *(*value)(struct request *, const struct team *, const char *field);
};

/* As it stands in the database now, never NULL: what is missing is empty. */
const struct team *setup_team_now(struct request *);

int setup_show(struct request *, const struct setup_part *);

/* After a change: everybody is told, and it goes on to `path`. */
int setup_saved(struct request *, const char *path);
/* The same by its outcome: back to all parts, or, when somebody was faster, the page
 * again. */
int setup_after(struct request *, const struct setup_part *, enum setup_change);

/* A number to call, short ones too: digits, spaces, + ( ) - and dots. NULL: it is
 * none. */
const char *setup_phone(struct request *, const char *typed);

#endif
