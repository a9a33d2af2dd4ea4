/* Kinds of partners, in words. */
#ifndef BELFRY_PAGES_PARTNERS_H
#define BELFRY_PAGES_PARTNERS_H

#include "web/form.h"

extern const struct choice partner_kinds[];

/* A page of the list, as partners.N.id .name .kind .wording .href; page.onward where there
 * is more behind it. `path`: of that page. */
void partners_pour(struct request *, const char *path);

#endif
