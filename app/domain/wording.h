/* What a team writes itself, once per language. */
#ifndef BELFRY_DOMAIN_WORDING_H
#define BELFRY_DOMAIN_WORDING_H

enum { WORDING = 600 };            /* characters, as the columns have them */

struct wording {
	const char *language;
	const char *value;             /* NULL: not in this language */
};

#endif
