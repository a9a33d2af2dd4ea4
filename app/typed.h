/* What somebody typed into a form that could not be taken: nobody types it twice. */
#ifndef BELFRY_TYPED_H
#define BELFRY_TYPED_H

#include "domain/session.h"
#include "web/request.h"

/* In hidden fields of the error page, to be sent again with one press. Passwords
 * and codes do not go back. */
void typed_offer_again(struct request *);
/* Of a form whose session has ended: it waits until its owner has signed in. */
void typed_keep(struct request *, const struct session *);

#endif
