/* Files of a ticket, for the team. */
#include "site.h"

#include "domain/attachment.h"
#include "domain/handling.h"
#include "download.h"

int page_ticket_file(struct request *r)
{
	struct attachment file;
	struct ticket_seen ticket;

	if (!ticket_see(r->work, path_word(r, "reference"), &ticket)
	    || !attachment_of_ticket(r->work, ticket.id, path_number(r, "id"), &file))
		return not_found(r);
	return download(r, &file, NULL, NULL);
}
