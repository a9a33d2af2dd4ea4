/* Events: written with the change, never altered. */
#include "domain/event.h"

void event_write(struct work *w, const char *object, int64_t object_id,
	const char *action, const char *from, const char *to)
{
	db_exec(w->db, SQL(
	    "INSERT INTO event (at, account_id, object, object_id, action, from_value, to_value)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?)"),
	    db_moment(w->now), db_id(w->actor.account_id), db_text(object), db_int(object_id),
	    db_text(action), db_text(from), db_text(to));
}

struct db_rows *ticket_events(struct work *w, int64_t ticket_id, const char *kind)
{
	return db_query(w->db, SQL(
	    "SELECT event.id, event.at AS happened_at, person.name, event.action, event.to_value,"
	    "       CASE event.action"
	    "           WHEN 'state' THEN state.label"
	    "           WHEN 'priority' THEN priority.label"
	    "           WHEN 'tlp' THEN tlp.label"
	    "           WHEN 'rsit' THEN rsit_type.label"
	    "           WHEN 'owner' THEN owner.name"
	    "           WHEN 'duplicate' THEN other.reference END AS to_label"
	    "  FROM (SELECT id, at, account_id, action, to_value FROM event"
	    "         WHERE object = 'ticket' AND object_id = ? ORDER BY id DESC LIMIT 500) AS event"
	    "  LEFT JOIN account ON account.id = event.account_id"
	    "  LEFT JOIN person ON person.id = account.person_id"
	    "  LEFT JOIN state ON event.action = 'state' AND state.kind = ?"
	    "        AND state.name = event.to_value"
	    "  LEFT JOIN priority ON event.action = 'priority' AND priority.name = event.to_value"
	    "  LEFT JOIN tlp ON event.action = 'tlp' AND tlp.name = event.to_value"
	    "  LEFT JOIN rsit_type ON event.action = 'rsit'"
	    "        AND rsit_type.class = SUBSTRING_INDEX(event.to_value, '/', 1)"
	    "        AND rsit_type.name = SUBSTRING_INDEX(event.to_value, '/', -1)"
	    "  LEFT JOIN account AS owning ON event.action = 'owner'"
	    "        AND owning.id = CAST(event.to_value AS UNSIGNED)"
	    "  LEFT JOIN person AS owner ON owner.id = owning.person_id"
	    "  LEFT JOIN ticket AS other ON event.action = 'duplicate'"
	    "        AND other.id = CAST(event.to_value AS UNSIGNED)"
	    " ORDER BY event.id"),
	    db_int(ticket_id), db_text(kind));
}

struct db_rows *events_of(struct work *w, const char *object, int64_t object_id)
{
	return db_query(w->db, SQL(
	    "SELECT event.at AS happened_at, person.name, event.action, event.from_value, event.to_value"
	    "  FROM event LEFT JOIN account ON account.id = event.account_id"
	    "  LEFT JOIN person ON person.id = account.person_id"
	    " WHERE event.object = ? AND event.object_id = ? ORDER BY event.id DESC LIMIT 100"),
	    db_text(object), db_int(object_id));
}
