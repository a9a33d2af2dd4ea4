/* Is it CSAF 2.0? The schema and the mandatory tests of section 6.1, as far as
 * they apply to documents with what ours have. */
#ifndef BELFRY_FORMATS_CSAF_CHECK_H
#define BELFRY_FORMATS_CSAF_CHECK_H

#include <stdbool.h>
#include <stddef.h>

struct csaf_fault {
	const char *test;        /* "6.1.6", "schema" */
	const char *where;       /* "/document/title" */
};

/* False: `fault` is the first one found. */
bool csaf_check(const void *memory, const char *document, struct csaf_fault *fault);

#endif
