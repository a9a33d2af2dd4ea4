/* What the pages that set up the team share. */
#ifndef BELFRY_PAGES_ADMIN_SETUP_H
#define BELFRY_PAGES_ADMIN_SETUP_H

#include "domain/setup.h"
#include "web/form.h"

/* A part of the team that is saved by one form. `value` gives what a field holds
 * now; `word` is the part of the address that is not fixed, or NULL. */
struct setup_part {
	const char *name;          /* as the versions know it */
	const char *path;          /* below /admin/setup */
	const char *title, *hint;  /* to be translated */
	const struct field *form;
	const char *(*value)(struct request *, const struct team *, const char *field);
};

/* As it stands in the database now, never NULL: what is missing is empty. */
const struct team *setup_team_now(struct request *);

/* The page of a part. What was typed stays; `stale` shows what is there instead
 * beside it. */
int setup_show(struct request *, const struct setup_part *);
int setup_show_stale(struct request *, const struct setup_part *);

/* After a change: everybody is told, and it goes on to `path`. */
int setup_saved(struct request *, const char *path);

/* A number to call, short ones too: digits, spaces, + ( ) - and dots. NULL: it is
 * none. */
const char *setup_phone(struct request *, const char *typed);

#endif
