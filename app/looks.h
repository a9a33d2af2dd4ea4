/* The team's own looks as files: a small style sheet with its colour, and its logo. Their
 * names hold a digest of what is in them, so that browsers and nginx may keep them. */
#ifndef BELFRY_LOOKS_H
#define BELFRY_LOOKS_H

#include "domain/look.h"

/* The sheet; NULL where the team chose nothing, and its pages ask for none. */
const char *looks_sheet(const void *memory, const struct look *);
/* "3fa9c1e20b77d4aa.css"; NULL as well. */
const char *looks_sheet_name(const void *memory, const struct look *);
/* "3fa9c1e20b77d4aa.svg"; NULL: none. */
const char *logo_file_name(const void *memory, const struct logo *);

/* The sheet of that name, if it is one of a team with these looks now or before: a page
 * that was drawn before a change still asks for its own. */
const char *looks_sheet_by_name(const void *memory, const char *name, const struct look *now,
	const struct look *before);

#endif
