/* What is published as documents for machines (CSAF): lists of them, one of them, and
 * their signatures. Their bytes were made when they were published. */
#ifndef BELFRY_DOMAIN_ADVISORY_DOCUMENT_H
#define BELFRY_DOMAIN_ADVISORY_DOCUMENT_H

#include "base/work.h"

enum document_limit {
	DOCUMENTS_LISTED = 20000,
	DOCUMENTS_SIGNED = 200,         /* the newest, whose signatures are looked after */
};

/* Documents of what is out now, the last changed first, at most DOCUMENTS_LISTED: path ("2026/name.json"),
 * published_at, first_at, title, summary, language, signed. */
struct db_rows *documents_listed(struct work *);
/* The same by their names alone, of one year or (0) of all: path, name, published_at,
 * signed. */
struct db_rows *document_files(struct work *, int64_t year);
/* year: those that have documents. */
struct db_rows *document_years(struct work *);

struct document {
	const char *sha256, *sha512;
	const char *signature;          /* NULL: not signed */
	const unsigned char *bytes;
	size_t size;
	moment published_at;
};
bool document_find(struct work *, int64_t year, const char *name, struct document *);

/* For the job that signs: one of the newest that is not signed yet. False: there is
 * none. Then its signature, once. */
struct unsigned_document {
	int64_t id, number;
	const char *language;
	const char *text;
};
bool document_unsigned(struct work *, struct unsigned_document *);
void document_signed(struct work *, const struct unsigned_document *, const char *signature,
	const char *signer);
/* signer: fingerprints of the keys with which the newest were signed. */
struct db_rows *document_signers(struct work *);
/* Has every one of the newest its signature, and is there one? */
bool documents_are_signed(struct work *);

#endif
