/* What a CSAF provider says of itself and of its documents (sections 7.1 and 7.2). */
#ifndef BELFRY_FORMATS_CSAF_PROVIDER_H
#define BELFRY_FORMATS_CSAF_PROVIDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/moment.h"

struct csaf_provider {
	const char *name, *address, *contact;
	moment changed;               /* when a document last changed; 0: there are none */
	moment opened;                /* since when this is public */
	const char *const *fingerprints;  /* of the keys with which documents are signed */
	size_t fingerprint_count;
	bool is_trusted;              /* the newest are all signed */
};

struct csaf_listed {
	const char *path;             /* "2026/name.json" */
	const char *title, *summary, *language;
	moment first_at, changed_at;
	bool is_signed;
};

/* provider-metadata.json; of a trusted provider where documents are signed. */
const char *csaf_provider_write(const void *memory, const struct csaf_provider *);
/* The ROLIE feed, and the service document that leads to it. */
const char *csaf_feed_write(const void *memory, const struct csaf_provider *,
	const struct csaf_listed *, size_t count);
const char *csaf_service_write(const void *memory, const struct csaf_provider *);
/* index.txt and changes.csv of the directory. */
const char *csaf_index_write(const void *memory, const struct csaf_listed *, size_t count);
const char *csaf_changes_write(const void *memory, const struct csaf_listed *, size_t count);

#endif
