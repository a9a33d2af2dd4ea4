/* A feed of news (RFC 4287). */
#ifndef BELFRY_FORMATS_ATOM_H
#define BELFRY_FORMATS_ATOM_H

#include <stddef.h>

#include "base/moment.h"

struct atom_entry {
	const char *id;            /* the same for ever */
	const char *language, *title, *summary;
	const char *page;
	moment published, updated;
	const char *category, *category_label;
};

struct atom_feed {
	const char *id, *language, *title, *author;
	const char *self, *page;
	const char *next;          /* what is older (RFC 5005, section 3); NULL: nothing */
	moment updated;
	const struct atom_entry *entries;
	size_t count;
};

const char *atom_write(const void *memory, const struct atom_feed *);

/* An id that any name has for ever: "urn:uuid:..." (RFC 9562, version 8). */
const char *atom_id(const void *memory, const char *name);

#endif
