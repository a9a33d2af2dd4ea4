/* Forms in which the team writes the same once per language. */
#ifndef BELFRY_PAGES_WORDINGS_H
#define BELFRY_PAGES_WORDINGS_H

#include "base/db.h"
#include "domain/wording.h"
#include "web/form.h"

/* The fields of `own`, then one for each language of the pages, then the form's
 * version. `label` has a hole for the language's name. */
const struct field *wordings_form(struct request *, const struct field *own, const char *label,
	const char *hint);
/* From rows of language, value into the form. */
void wordings_show(struct request *, struct db_rows *);
/* From the accepted form. */
const struct wording *wordings_told(struct request *, size_t *count);
/* For the template of a stale form: what others have written in each language that is
 * offered, as theirs.N.label and .value from the n-th on. */
void wordings_pour(struct request *, struct db_rows *, size_t n);

/* The language that stands in for that of the page where nothing was written in it. */
const char *first_language(void);

#endif
