/* CSAF 2.0 (OASIS): an advisory as a document for machines. */
#ifndef BELFRY_FORMATS_CSAF_H
#define BELFRY_FORMATS_CSAF_H

#include "base/moment.h"
#include "formats/facts.h"

/* What became of it, the first time first. */
struct csaf_revision {
	int number;                    /* 1, 2, 3 */
	moment at;
	const char *summary;
};

struct csaf_publisher {
	const char *name;
	const char *address;           /* https://cirt.example: its names begin with it */
	const char *contact;
};

struct csaf_advisory {
	const char *id;
	const char *language;
	const char *translated_from;   /* NULL: this is what was written first */
	const char *title, *summary, *body;
	const char *severity;          /* as people read it, in English */
	const char *page, *document;   /* where it is, for people and as this document */
	bool withdrawn;
	const struct facts *facts;
	const char *const *exploited;  /* of each weakness, in words; NULL: nothing is known. NULL: of none */
	const struct csaf_revision *revisions;
	size_t revision_count;
	struct csaf_publisher publisher;
};

/* The document, in UTF-8. */
const char *csaf_document(const void *memory, const struct csaf_advisory *);

/* "2026/velcirt-a-2026-7k3wq9d.json" has this name: the standard's section 5.1. */
const char *csaf_file_name(const void *memory, const char *id);

#endif
