/* An advisory on a page: its words, what it is about, its text. For the desk, which
 * writes it, and for everybody, who reads it. */
#ifndef BELFRY_PAGES_ADVISORY_H
#define BELFRY_PAGES_ADVISORY_H

#include "domain/advisory.h"
#include "domain/published.h"
#include "web/form.h"

/* Words with their labels; end with a NULL value. */
extern const struct choice advisory_kinds[], advisory_severities[];

/* The draft as it would be published now. */
void advisory_as_published(struct request *, const struct advisory *, struct published *);

/* All of it under `advisory`, in this language where there is a text in it. */
void advisory_pour(struct request *, const struct published *, const char *language);
/* Rows of a list under `name`. At most `most` of them; returns the last one. */
struct list_end { moment at; int64_t id; bool more; };
struct list_end advisories_pour(struct request *, const char *name, struct db_rows *, size_t most);

/* A document for machines for each language, of the revision that is next.
 * `withdrawal`: why it is withdrawn, or NULL. NULL: one of them is not CSAF, and
 * `fault` says where. */
struct advisory_document *advisory_documents(struct request *, const struct published *, moment at,
	const char *withdrawal, const char **fault);

#endif
