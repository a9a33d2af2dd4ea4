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
