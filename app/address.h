/* The address that was asked for: is it ours, and is it the one that a page has? */
#ifndef BELFRY_ADDRESS_H
#define BELFRY_ADDRESS_H

#include "web/request.h"

/* Only hosts of the settings are answered, on any port. */
bool address_host_is_ours(const struct request *);
/* "/en/report" where English is the language without a prefix, and "/report/":
 * one page, one address. NULL: it has it already. */
const char *address_better(struct request *);
/* A filter of a list is part of its address. */
const char *address_with_query(const struct request *, const char *path);

#endif
