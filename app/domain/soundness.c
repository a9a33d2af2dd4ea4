/* Questions whose answer is nothing, in a sound database. */
#include "domain/soundness.h"

#include "base/db_table.h"
#include "base/digest.h"
#include "base/text.h"
#include "domain/attachment.h"

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

/* Whole parts, but for the last; the size and the digest that were noted. */
static bool file_is_whole(struct work *w, int64_t id, int64_t size, const char *sha256)
{
	struct digest *digest = digest_open(w->memory);
	struct bytes part;
	int64_t read = 0;
	bool whole = true;

	for (int64_t number = 0; attachment_part(w, id, number, &part); number++) {
		whole = whole && part.size > 0 && read == number * ATTACHMENT_PART;
		digest_add(digest, part.data, part.size);
		read += (int64_t)part.size;
	}
	whole = whole && read == size && text_is(digest_so_far(w->memory, digest), sha256)
	    && db_number(w->db, SQL("SELECT COUNT(*) FROM attachment_part WHERE attachment_id = ?"),
		db_int(id)) == (size + ATTACHMENT_PART - 1) / ATTACHMENT_PART;
	digest_close(digest);
	return whole;
}

bool soundness_of_files(struct work *w, struct soundness *soundness, int64_t *file)
{
	struct db_rows *rows = db_query(w->db, SQL(
	    "SELECT id, ticket_id, size, sha256 FROM attachment"
	    " WHERE id > ? AND ticket_id IS NOT NULL ORDER BY id LIMIT 1"), db_int(*file));

	if (!db_next(rows))
		return false;
	*file = db_get_int(rows, "id");
	soundness->files++;
	if (file_is_whole(w, *file, db_get_int(rows, "size"), db_get_text(rows, "sha256")) || db_failed(w->db))
		return true;
	soundness->wrong++;
	soundness->tell(memory_printf(w->memory, "file %lld of ticket %lld is not what arrived",
	    (long long)*file, (long long)db_get_int(rows, "ticket_id")));
	return true;
}
