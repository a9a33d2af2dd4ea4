/* What the files that check CSAF share. */
#ifndef BELFRY_FORMATS_CSAF_CHECKING_H
#define BELFRY_FORMATS_CSAF_CHECKING_H

#include <jansson.h>

#include "formats/csaf_check.h"

enum { CSAF_PRODUCTS = 1000, CSAF_DEPTH = 30 };

struct csaf_checking {
	const void *memory;
	struct csaf_fault *fault;
	bool good;
	json_t *document, *tree, *vulnerabilities;
	const char *ids[CSAF_PRODUCTS];
	size_t id_count;
};

/* The first fault is the one that is told. */
void csaf_wrong(struct csaf_checking *, const char *test, const char *where);
bool csaf_is_one_of(const char *word, const char *const *words);
void csaf_need(struct csaf_checking *, json_t *object, const char *where,
	const char *const *names);
/* Notes of the document, or of one of its weaknesses. */
void csaf_check_notes(struct csaf_checking *, json_t *notes, const char *where);

/* The product tree, from its branches on; then the weaknesses, which name its products. */
void csaf_check_products(struct csaf_checking *, json_t *branches, const char *where, int depth);
void csaf_check_vulnerabilities(struct csaf_checking *);

#endif
