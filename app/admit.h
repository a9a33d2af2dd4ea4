/* What is asked of a request before its page has a say. */
#ifndef BELFRY_ADMIT_H
#define BELFRY_ADMIT_H

#include "base/db.h"
#include "domain/session.h"
#include "web/gateway.h"
#include "web/request.h"

/* Reads the form of a POST, and stores its files where the row has a holder for
 * them and this visitor may send some. */
void admit_body(struct request *, struct gateway *, struct db *);
/* The page's answer, or what is said instead of it: a status, as from a page.
 * `session` is the visitor's, `other_method` from route_find. */
int admit(struct request *, struct session *, bool other_method);

#endif
