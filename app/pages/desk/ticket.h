/* The page of a ticket, for whoever shows it again. */
#ifndef BELFRY_PAGES_DESK_TICKET_H
#define BELFRY_PAGES_DESK_TICKET_H

#include "domain/ticket_seen.h"
#include "web/request.h"

/* The reference in the address. */
const char *ticket_asked(struct request *);
int ticket_show(struct request *, const struct ticket_seen *, int status);

#endif
