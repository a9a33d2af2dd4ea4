/* The sections of the profile: the numbers and titles that RFC 2350, appendix D,
 * gives them and that teams have added since, and what their writer should know. */
#ifndef BELFRY_PAGES_PROFILE_SECTIONS_H
#define BELFRY_PAGES_PROFILE_SECTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct profile_part {
	const char *number, *title;      /* to be translated */
	bool heading;                    /* others stand under it; it has no text */
	bool made;                       /* Belfry says what it knows */
	bool written;                    /* the team writes */
	bool wanted;                     /* without a text it is no profile */
	const char *help;                /* for the writer; to be translated; NULL where nobody writes */
	const char *proposal;            /* a text to begin with; to be translated; NULL: none */
};

/* Ends with a NULL number. */
extern const struct profile_part profile_parts[];

/* NULL: there is none of this number. In addresses it is written "4-2". */
const struct profile_part *profile_part(const char *number);
const struct profile_part *profile_part_of_address(const char *word);
/* Where it is written, in that language. */
const char *profile_part_path(const void *memory, const struct profile_part *,
	const char *language);

#endif
