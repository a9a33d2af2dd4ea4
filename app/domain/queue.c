/* Lists of tickets, by key and index. */
#include "domain/queue.h"

#include "base/text.h"

/* What a line of the queue shows, of tickets in the order of an index: the 51
 * that are wanted are joined by primary key, and nothing is sorted. */
#define LINES(index) \
	"SELECT ticket.id, ticket.reference, ticket.subject," \
	"       COALESCE(contact.organisation, contact.name) AS who, ticket.unread," \
	"       ticket.priority, ticket.tlp, rsit_type.label AS rsit, ticket.state," \
	"       state.label AS state_label, person.name AS owner, ticket.clock_at, ticket.due_at," \
	"       ticket.answered_at, ticket.opened_at" \
	"  FROM ticket FORCE INDEX (" index ")" \
	"  LEFT JOIN ticket_contact AS contact ON contact.ticket_id = ticket.id" \
	"  LEFT JOIN rsit_type ON rsit_type.class = ticket.rsit_class" \
	"        AND rsit_type.name = ticket.rsit_type" \
	"  LEFT JOIN state ON state.kind = ticket.kind AND state.name = ticket.state" \
	"  LEFT JOIN account ON account.id = ticket.owner_id" \
	"  LEFT JOIN person ON person.id = account.person_id"

/* The work in hand: filters are decided along one range of ticket_by_clock, which
 * is as long as the backlog; only the tickets that fit are looked at. */
#define IN_HAND LINES("ticket_by_clock") \
	" WHERE ticket.place = ? AND (? IS NULL OR ticket.kind = ?)" \
	"   AND (? IS NULL OR ticket.state = ?) AND (? IS NULL OR ticket.priority = ?)" \
	"   AND (? = 0 OR (? = -1 AND ticket.owner_id IS NULL) OR ticket.owner_id = ?)"

static bool is_in_hand(const char *place)
{
	return text_is(place, "open") || text_is(place, "held");
}

void queue_narrow(struct queue *queue)
{
	if (is_in_hand(queue->place))
		return;
	if (queue->kind == NULL || queue->state == NULL)
		queue->kind = queue->state = NULL;
	if (queue->state != NULL)
		queue->owner_id = OWNER_ANYBODY;
	if (queue->state != NULL || queue->owner_id != OWNER_ANYBODY)
		queue->priority = NULL;
}

static struct db_rows *in_hand(struct work *w, const struct queue *q)
{
	struct db_value place = db_text(q->place), kind = db_text(q->kind);
	struct db_value state = db_text(q->state), priority = db_text(q->priority);
	struct db_value owner = db_int(q->owner_id), at = db_moment(q->at), id = db_int(q->id);

	if (q->id == 0)
		return db_query(w->db, SQL(IN_HAND
		    " ORDER BY ticket.clock_at, ticket.id DESC LIMIT 51"),
		    place, kind, kind, state, state, priority, priority, owner, owner, owner);
	if (q->backwards)
		return db_query(w->db, SQL(IN_HAND
		    "   AND ticket.clock_at <= ? AND (ticket.clock_at < ? OR ticket.id > ?)"
		    " ORDER BY ticket.clock_at DESC, ticket.id LIMIT 51"),
		    place, kind, kind, state, state, priority, priority, owner, owner, owner, at, at, id);
	return db_query(w->db, SQL(IN_HAND
	    "   AND ticket.clock_at >= ? AND (ticket.clock_at > ? OR ticket.id < ?)"
	    " ORDER BY ticket.clock_at, ticket.id DESC LIMIT 51"),
	    place, kind, kind, state, state, priority, priority, owner, owner, owner, at, at, id);
}

/* A place as long as the years, newest first: one index a filter. Going back
 * is the same list from its other end. */
#define OLDER(index, condition) SQL(LINES(index) " WHERE ticket.place = ?" condition \
	" AND ticket.id < ? ORDER BY ticket.id DESC LIMIT 51")
#define NEWER(index, condition) SQL(LINES(index) " WHERE ticket.place = ?" condition \
	" AND ticket.id > ? ORDER BY ticket.id LIMIT 51")

static struct db_rows *archived(struct work *w, const struct queue *q)
{
	struct db_value place = db_text(q->place);
	struct db_value id = db_int(q->id == 0 ? INT64_MAX : q->id);

	if (q->state != NULL && q->backwards)
		return db_query(w->db, NEWER("ticket_by_state", " AND ticket.kind = ? AND ticket.state = ?"),
		    place, db_text(q->kind), db_text(q->state), id);
	if (q->state != NULL)
		return db_query(w->db, OLDER("ticket_by_state", " AND ticket.kind = ? AND ticket.state = ?"),
		    place, db_text(q->kind), db_text(q->state), id);
	if (q->owner_id != OWNER_ANYBODY && q->backwards)
		return db_query(w->db, NEWER("ticket_by_owner", " AND ticket.owner_id <=> NULLIF(?, -1)"),
		    place, db_int(q->owner_id), id);
	if (q->owner_id != OWNER_ANYBODY)
		return db_query(w->db, OLDER("ticket_by_owner", " AND ticket.owner_id <=> NULLIF(?, -1)"),
		    place, db_int(q->owner_id), id);
	if (q->priority != NULL && q->backwards)
		return db_query(w->db, NEWER("ticket_by_priority", " AND ticket.priority = ?"),
		    place, db_text(q->priority), id);
	if (q->priority != NULL)
		return db_query(w->db, OLDER("ticket_by_priority", " AND ticket.priority = ?"),
		    place, db_text(q->priority), id);
	if (q->backwards)
		return db_query(w->db, NEWER("ticket_by_age", ""), place, id);
	return db_query(w->db, OLDER("ticket_by_age", ""), place, id);
}

void queue_page(struct work *w, const struct queue *queue, struct queue_page *page)
{
	page->rows = is_in_hand(queue->place) ? in_hand(w, queue) : archived(w, queue);
	page->count = db_row_count(page->rows);
	page->more = page->count > QUEUE_ROWS;
	if (page->more)
		page->count = QUEUE_ROWS;
}

/* Those that nobody has stand first in ticket_by_owner, so that they are counted
 * right where the backlog is not. */
void queue_count(struct work *w, struct queue_counts *counts)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT backlog.open, backlog.nobody,"
	    " (SELECT COUNT(*) FROM (SELECT 1 FROM ticket WHERE place = 'open'"
	    "     AND owner_id = ? LIMIT 1000) AS a) AS mine,"
	    " (SELECT COUNT(*) FROM (SELECT 1 FROM ticket WHERE place = 'open'"
	    "     AND clock_at < ? LIMIT 1000) AS b) AS late,"
	    " (SELECT COUNT(*) FROM (SELECT 1 FROM ticket WHERE place = 'held' LIMIT 1000) AS c)"
	    "   AS held"
	    "  FROM (SELECT COUNT(*) AS open, SUM(owner_id IS NULL) AS nobody"
	    "          FROM (SELECT owner_id FROM ticket FORCE INDEX (ticket_by_owner)"
	    "                 WHERE place = 'open' LIMIT 1000) AS d) AS backlog"),
	    db_id(w->actor.account_id), db_moment(w->now));

	*counts = (struct queue_counts){ 0 };
	if (!db_next(row))
		return;
	counts->open = db_get_int(row, "open");
	counts->nobody = db_get_int(row, "nobody");
	counts->mine = db_get_int(row, "mine");
	counts->late = db_get_int(row, "late");
	counts->held = db_get_int(row, "held");
}
