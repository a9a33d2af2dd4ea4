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

/* What is counted is counted without the words, which would go through a file. */
struct db_rows *messages_of(struct work *w, int64_t ticket_id)
{
	return db_query(w->db, SQL(
	    "SELECT message.id, message.direction, message.body, message.written_at,"
	    "       person.name AS author"
	    "  FROM (SELECT id, SUM(size) OVER (ORDER BY id DESC) AS characters"
	    "          FROM (SELECT id, CHAR_LENGTH(body) AS size FROM message"
	    "                 WHERE ticket_id = ? ORDER BY id DESC LIMIT 500) AS latest) AS newest"
	    "  JOIN message ON message.id = newest.id"
	    "  LEFT JOIN account ON account.id = message.account_id"
	    "  LEFT JOIN person ON person.id = account.person_id"
	    " WHERE newest.characters <= ? ORDER BY newest.id"),
	    db_int(ticket_id), db_int(MESSAGES_CHARACTERS));
}
