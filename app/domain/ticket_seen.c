/* Reading a ticket for the desk. */
#include "domain/ticket_seen.h"

#include "domain/may.h"

static struct ticket_seen seen_in(struct db_rows *row)
{
	return (struct ticket_seen){
		.id = db_get_int(row, "id"),
		.reference = db_get_text(row, "reference"),
		.kind = db_get_text(row, "kind"),
		.kind_label = db_get_text(row, "kind_label"),
		.state = db_get_text(row, "state"),
		.state_label = db_get_text(row, "state_label"),
		.place = db_get_text(row, "place"),
		.subject = db_get_text(row, "subject"),
		.category = db_get_text(row, "category"),
		.rsit_class = db_get_text(row, "rsit_class"),
		.rsit_type = db_get_text(row, "rsit_type"),
		.rsit_label = db_get_text(row, "rsit_label"),
		.priority = db_get_text(row, "priority"),
		.tlp = db_get_text(row, "tlp"),
		.channel_label = db_get_text(row, "channel_label"),
		.language = db_get_text(row, "language"),
		.owner_id = db_get_int(row, "owner_id"),
		.owner_name = db_get_text(row, "owner_name"),
		.opened_at = db_get_moment(row, "opened_at"),
		.due_at = db_get_moment(row, "due_at"),
		.clock_at = db_get_moment(row, "clock_at"),
		.answered_at = db_get_moment(row, "answered_at"),
		.held = db_get_bool(row, "held"),
		.spam = db_get_bool(row, "spam"),
		.closed = db_get_bool(row, "closed"),
		.duplicate_of = db_get_text(row, "duplicate_of"),
		.version = db_get_int(row, "version"),
		.name = db_get_text(row, "name"),
		.email = db_get_text(row, "email"),
		.phone = db_get_text(row, "phone"),
		.organisation = db_get_text(row, "organisation"),
	};
}

bool ticket_see(struct work *w, const char *reference, struct ticket_seen *ticket)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT ticket.id, ticket.reference, ticket.kind, kind.label AS kind_label, ticket.state,"
	    "       state.label AS state_label, ticket.place, ticket.subject, ticket.category,"
	    "       ticket.rsit_class, ticket.rsit_type, rsit_type.label AS rsit_label,"
	    "       ticket.priority, ticket.tlp, channel.label AS channel_label, ticket.language,"
	    "       ticket.owner_id, person.name AS owner_name, ticket.opened_at, ticket.due_at,"
	    "       ticket.clock_at, ticket.answered_at, ticket.held, ticket.spam, state.closed,"
	    "       other.reference AS duplicate_of, ticket.version,"
	    "       contact.name, contact.email, contact.phone, contact.organisation"
	    "  FROM ticket"
	    "  JOIN kind ON kind.name = ticket.kind"
	    "  JOIN state ON state.kind = ticket.kind AND state.name = ticket.state"
	    "  JOIN channel ON channel.name = ticket.channel"
	    "  LEFT JOIN rsit_type ON rsit_type.class = ticket.rsit_class"
	    "        AND rsit_type.name = ticket.rsit_type"
	    "  LEFT JOIN account ON account.id = ticket.owner_id"
	    "  LEFT JOIN person ON person.id = account.person_id"
	    "  LEFT JOIN ticket AS other ON other.id = ticket.duplicate_of_id"
	    "  LEFT JOIN ticket_contact AS contact ON contact.ticket_id = ticket.id"
	    " WHERE ticket.reference = ?"),
	    db_text(reference));

	if (!db_next(row) || !may_ticket(w, SEE, db_get_int(row, "id")))
		return false;
	*ticket = seen_in(row);
	return true;
}

struct db_rows *ticket_answers(struct work *w, int64_t ticket_id)
{
	return db_query(w->db, SQL(
	    "SELECT field, value FROM ticket_answer WHERE ticket_id = ? ORDER BY field LIMIT 64"),
	    db_int(ticket_id));
}

struct db_rows *ticket_moves(struct work *w, const struct ticket_seen *ticket)
{
	return db_query(w->db, SQL(
	    "SELECT to_state, label FROM transition WHERE kind = ? AND from_state = ?"
	    " ORDER BY position"),
	    db_text(ticket->kind), db_text(ticket->state));
}
