/* Questions whose answer is nothing, in a sound database. */
#include "domain/soundness.h"

#include "base/db_table.h"
#include "base/text.h"

static void tell(struct work *w, struct soundness *soundness, int64_t count, const char *what)
{
	if (count == 0)
		return;
	soundness->wrong++;
	soundness->tell(memory_printf(w->memory, "%lld %s", (long long)count, what));
}

void soundness_of_references(struct work *w, struct soundness *soundness)
{
	struct db_rows *references = db_references(w->db);

	for (; db_next(references); soundness->references++)
		tell(w, soundness, db_orphans(w->db, references), memory_printf(w->memory,
		    "rows of %s name rows of %s that are not there (%s)", db_get_text(references, "child"),
		    db_get_text(references, "parent"), db_get_text(references, "name")));
}

void soundness_of_tickets(struct work *w, struct soundness *soundness)
{
	tell(w, soundness, db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM ticket JOIN state ON state.kind = ticket.kind AND state.name = ticket.state"
	    " WHERE ticket.place <> CASE WHEN ticket.spam THEN 'spam'"
	    "           WHEN ticket.duplicate_of_id IS NOT NULL THEN 'duplicate'"
	    "           WHEN ticket.held THEN 'held'"
	    "           WHEN state.closed THEN 'closed' ELSE 'open' END")),
	    "tickets are in a list where they do not belong");
	tell(w, soundness, db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM ticket JOIN state ON state.kind = ticket.kind AND state.name = ticket.state"
	    " WHERE ticket.clock_at <> IF(ticket.answered_at IS NULL AND NOT state.closed,"
	    "           ticket.due_at, '9999-12-31 00:00:00')")),
	    "tickets have a clock that runs, or stands, against their state");
	tell(w, soundness, db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM ticket WHERE NOT EXISTS (SELECT 1 FROM event"
	    " WHERE object = 'ticket' AND object_id = ticket.id)")),
	    "tickets have no history");
	tell(w, soundness, db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM ticket WHERE duplicate_of_id = id")),
	    "tickets are duplicates of themselves");
}
