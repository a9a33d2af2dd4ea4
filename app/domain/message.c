/* Writing and reading a conversation. */
#include "domain/message.h"

int64_t message_add(struct work *w, int64_t ticket_id, const char *direction, const char *body)
{
	return db_insert(w->db, SQL(
	    "INSERT INTO message (ticket_id, direction, account_id, body, written_at)"
	    " VALUES (?, ?, ?, ?, ?)"),
	    db_int(ticket_id), db_text(direction), db_id(w->actor.account_id), db_text(body),
	    db_moment(w->now));
}

struct db_rows *messages_of(struct work *w, int64_t ticket_id)
{
	return db_query(w->db, SQL(
	    "SELECT newest.id, newest.direction, newest.body, newest.written_at,"
	    "       person.name AS author"
	    "  FROM (SELECT id, direction, account_id, body, written_at,"
	    "               SUM(CHAR_LENGTH(body)) OVER (ORDER BY id DESC) AS characters"
	    "          FROM (SELECT id, direction, account_id, body, written_at FROM message"
	    "                 WHERE ticket_id = ? ORDER BY id DESC LIMIT 500) AS latest) AS newest"
	    "  LEFT JOIN account ON account.id = newest.account_id"
	    "  LEFT JOIN person ON person.id = account.person_id"
	    " WHERE newest.characters <= ? ORDER BY newest.id"),
	    db_int(ticket_id), db_int(MESSAGES_CHARACTERS));
}
