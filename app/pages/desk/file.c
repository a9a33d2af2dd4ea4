/* Files of a ticket, for the team. */
#include "site.h"

#include "domain/attachment.h"
#include "domain/ticket_seen.h"
#include "download.h"

static bool find_file(struct request *r, struct attachment *file)
{
	struct ticket_seen ticket;

	return ticket_see(r->work, path_word(r, "reference"), &ticket)
	    && attachment_of_ticket(r->work, ticket.id, path_number(r, "id"), file);
}

int page_ticket_file(struct request *r)
{
	struct attachment file;

	return find_file(r, &file) ? download(r, &file, NULL, NULL) : not_found(r);
}

int page_ticket_file_locked(struct request *r)
{
	struct attachment file;

	return find_file(r, &file) ? download_locked(r, &file) : not_found(r);
}
