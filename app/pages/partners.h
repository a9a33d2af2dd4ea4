/* Kinds of partners, in words. */
#ifndef BELFRY_PAGES_PARTNERS_H
#define BELFRY_PAGES_PARTNERS_H

#include "web/form.h"

extern const struct choice partner_kinds[];

/* The list, as partners.N.id .name .kind .wording .href. */
void partners_pour(struct request *);

#endif
