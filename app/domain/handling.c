/* Staff at work on a ticket. */
#include "domain/handling.h"

#include "base/text.h"
#include "domain/attachment.h"
#include "domain/event.h"
#include "domain/may.h"
#include "domain/message.h"
#include "domain/outbox.h"
#include "domain/staff.h"
#include "domain/ticket.h"

/* A ticket whose row is locked until the work ends. */
struct held_ticket {
	int64_t id, owner_id, version;
	const char *kind, *state, *priority, *tlp, *rsit_class, *rsit_type, *subject;
	moment opened_at, answered_at;
	bool held, spam;
	int64_t duplicate_of_id;
};

/* Locks the row, so that of two people who act at once the second sees what
 * the first did. */
static enum handling hold(struct work *w, const char *reference, int64_t version,
	struct held_ticket *ticket)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT id, owner_id, version, kind, state, priority, tlp, rsit_class, rsit_type,"
	    "       subject, opened_at, answered_at, held, spam, duplicate_of_id"
	    "  FROM ticket WHERE reference = ? FOR UPDATE"),
	    db_text(reference));

	if (!db_next(row) || !may_ticket(w, WRITE, db_get_int(row, "id")))
		return HANDLING_UNKNOWN;
	*ticket = (struct held_ticket){
		.id = db_get_int(row, "id"),
		.owner_id = db_get_int(row, "owner_id"),
		.version = db_get_int(row, "version"),
		.kind = db_get_text(row, "kind"),
		.state = db_get_text(row, "state"),
		.priority = db_get_text(row, "priority"),
		.tlp = db_get_text(row, "tlp"),
		.rsit_class = db_get_text(row, "rsit_class"),
		.rsit_type = db_get_text(row, "rsit_type"),
		.subject = db_get_text(row, "subject"),
		.opened_at = db_get_moment(row, "opened_at"),
		.answered_at = db_get_moment(row, "answered_at"),
		.held = db_get_bool(row, "held"),
		.spam = db_get_bool(row, "spam"),
		.duplicate_of_id = db_get_int(row, "duplicate_of_id"),
	};
	return version == ticket->version ? HANDLED : HANDLING_STALE;
}

/* After every act: read by the team, a new version, and the place and the clock
 * that follow from the rest. They are said in one statement, once. */
static void settle(struct work *w, const struct held_ticket *ticket)
{
	db_exec(w->db, SQL(
	    "UPDATE ticket JOIN state ON state.kind = ticket.kind AND state.name = ticket.state"
	    "   SET ticket.version = ticket.version + 1, ticket.changed_at = ?,"
	    "       ticket.unread = FALSE,"
	    "       ticket.closed_at = IF(state.closed, COALESCE(ticket.closed_at, ?), NULL),"
	    "       ticket.place = CASE WHEN ticket.spam THEN 'spam'"
	    "           WHEN ticket.duplicate_of_id IS NOT NULL THEN 'duplicate'"
	    "           WHEN ticket.held THEN 'held'"
	    "           WHEN state.closed THEN 'closed' ELSE 'open' END,"
	    "       ticket.clock_at = IF(ticket.answered_at IS NULL AND NOT state.closed,"
	    "           ticket.due_at, '9999-12-31 00:00:00')"
	    " WHERE ticket.id = ?"),
	    db_moment(w->now), db_moment(w->now), db_int(ticket->id));
}

static const char *id_text(struct work *w, int64_t id)
{
	return id != 0 ? memory_printf(w->memory, "%lld", (long long)id) : NULL;
}

static enum handling give_to(struct work *w, struct held_ticket *ticket, int64_t account_id)
{
	if (ticket->owner_id == account_id)
		return HANDLED_ALREADY;
	db_exec(w->db, SQL("UPDATE ticket SET owner_id = ? WHERE id = ?"),
	    db_id(account_id), db_int(ticket->id));
	event_write(w, "ticket", ticket->id, "owner", id_text(w, ticket->owner_id),
	    id_text(w, account_id));
	return HANDLED;
}

static void go_to(struct work *w, struct held_ticket *ticket, const char *state)
{
	db_exec(w->db, SQL("UPDATE ticket SET state = ? WHERE id = ?"),
	    db_text(state), db_int(ticket->id));
	event_write(w, "ticket", ticket->id, "state", ticket->state, state);
	ticket->state = state;
}

static bool leads_to(struct work *w, const struct held_ticket *ticket, const char *state)
{
	return db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM transition WHERE kind = ? AND from_state = ? AND to_state = ?"),
	    db_text(ticket->kind), db_text(ticket->state), db_text(state)) > 0;
}

/* Whoever takes or answers a new ticket works on it. */
static void start_work(struct work *w, struct held_ticket *ticket)
{
	if (text_is(ticket->state, "new") && leads_to(w, ticket, "open"))
		go_to(w, ticket, "open");
}

static enum handling settled(struct work *w, const struct held_ticket *ticket,
	enum handling outcome)
{
	if (outcome == HANDLED)
		settle(w, ticket);
	return outcome;
}

enum handling ticket_take(struct work *w, const char *reference, int64_t version)
{
	struct held_ticket ticket;
	enum handling outcome = hold(w, reference, version, &ticket);

	if (outcome != HANDLED)
		return outcome;
	outcome = give_to(w, &ticket, w->actor.account_id);
	if (outcome == HANDLED)
		start_work(w, &ticket);
	return settled(w, &ticket, outcome);
}

enum handling ticket_release(struct work *w, const char *reference, int64_t version)
{
	struct held_ticket ticket;
	enum handling outcome = hold(w, reference, version, &ticket);

	return outcome != HANDLED ? outcome : settled(w, &ticket, give_to(w, &ticket, 0));
}

enum handling ticket_assign(struct work *w, const char *reference, int64_t version,
	int64_t account_id)
{
	struct held_ticket ticket;
	enum handling outcome = hold(w, reference, version, &ticket);

	if (outcome != HANDLED)
		return outcome;
	if (account_id != 0 && !staff_is(w, account_id))
		return HANDLING_REFUSED;
	return settled(w, &ticket, give_to(w, &ticket, account_id));
}

enum handling ticket_move(struct work *w, const char *reference, int64_t version,
	const char *state)
{
	struct held_ticket ticket;
	enum handling outcome = hold(w, reference, version, &ticket);

	if (outcome != HANDLED)
		return outcome;
	if (text_is(ticket.state, state))
		return HANDLED_ALREADY;
	if (!leads_to(w, &ticket, state))
		return HANDLING_REFUSED;
	go_to(w, &ticket, state);
	return settled(w, &ticket, HANDLED);
}

enum handling ticket_prioritise(struct work *w, const struct team *team,
	const char *reference, int64_t version, const char *priority)
{
	struct held_ticket ticket;
	enum handling outcome = hold(w, reference, version, &ticket);

	if (outcome != HANDLED)
		return outcome;
	if (text_is(ticket.priority, priority))
		return HANDLED_ALREADY;
	if (db_number(w->db, SQL("SELECT COUNT(*) FROM priority WHERE name = ?"),
	    db_text(priority)) == 0)
		return HANDLING_REFUSED;
	db_exec(w->db, SQL("UPDATE ticket SET priority = ? WHERE id = ?"),
	    db_text(priority), db_int(ticket.id));
	if (ticket.answered_at == 0)
		db_exec(w->db, SQL("UPDATE ticket SET due_at = ? WHERE id = ?"),
		    db_moment(ticket_due(w, team, priority, ticket.opened_at)), db_int(ticket.id));
	event_write(w, "ticket", ticket.id, "priority", ticket.priority, priority);
	return settled(w, &ticket, HANDLED);
}

enum handling ticket_classify(struct work *w, const char *reference, int64_t version,
	const char *rsit_class, const char *rsit_type)
{
	struct held_ticket ticket;
	enum handling outcome = hold(w, reference, version, &ticket);

	if (outcome != HANDLED)
		return outcome;
	if (text_is(ticket.rsit_class, rsit_class) && text_is(ticket.rsit_type, rsit_type))
		return HANDLED_ALREADY;
	if (db_number(w->db, SQL("SELECT COUNT(*) FROM rsit_type WHERE class = ? AND name = ?"),
	    db_text(rsit_class), db_text(rsit_type)) == 0)
		return HANDLING_REFUSED;
	db_exec(w->db, SQL("UPDATE ticket SET rsit_class = ?, rsit_type = ? WHERE id = ?"),
	    db_text(rsit_class), db_text(rsit_type), db_int(ticket.id));
	event_write(w, "ticket", ticket.id, "rsit", ticket.rsit_class == NULL ? NULL
	    : memory_printf(w->memory, "%s/%s", ticket.rsit_class, ticket.rsit_type),
	    memory_printf(w->memory, "%s/%s", rsit_class, rsit_type));
	return settled(w, &ticket, HANDLED);
}

enum handling ticket_label(struct work *w, const char *reference, int64_t version,
	const char *tlp)
{
	struct held_ticket ticket;
	enum handling outcome = hold(w, reference, version, &ticket);

	if (outcome != HANDLED)
		return outcome;
	if (text_is(ticket.tlp, tlp))
		return HANDLED_ALREADY;
	if (db_number(w->db, SQL("SELECT COUNT(*) FROM tlp WHERE name = ?"), db_text(tlp)) == 0)
		return HANDLING_REFUSED;
	db_exec(w->db, SQL("UPDATE ticket SET tlp = ? WHERE id = ?"),
	    db_text(tlp), db_int(ticket.id));
	event_write(w, "ticket", ticket.id, "tlp", ticket.tlp, tlp);
	return settled(w, &ticket, HANDLED);
}

enum handling ticket_rename(struct work *w, const char *reference, int64_t version,
	const char *subject)
{
	struct held_ticket ticket;
	enum handling outcome = hold(w, reference, version, &ticket);

	if (outcome != HANDLED)
		return outcome;
	if (text_is(ticket.subject, subject))
		return HANDLED_ALREADY;
	db_exec(w->db, SQL("UPDATE ticket SET subject = ? WHERE id = ?"),
	    db_text(subject), db_int(ticket.id));
	/* Events carry no free text: that it was renamed is what history keeps. */
	event_write(w, "ticket", ticket.id, "subject", NULL, NULL);
	return settled(w, &ticket, HANDLED);
}

enum handling ticket_reply(struct work *w, const char *reference, int64_t version,
	const char *body)
{
	struct held_ticket ticket;
	enum handling outcome = hold(w, reference, version, &ticket);

	if (outcome != HANDLED)
		return outcome;
	attachments_send_from_desk(w, holder_at_desk(w, ticket.id, "reply"), ticket.id,
	    message_add(w, ticket.id, "to_reporter", body));
	if (ticket.answered_at == 0) {
		db_exec(w->db, SQL("UPDATE ticket SET answered_at = ? WHERE id = ?"),
		    db_moment(w->now), db_int(ticket.id));
		event_write(w, "ticket", ticket.id, "answered", NULL, NULL);
	} else {
		event_write(w, "ticket", ticket.id, "replied", NULL, NULL);
	}
	if (ticket.owner_id == 0)
		give_to(w, &ticket, w->actor.account_id);
	start_work(w, &ticket);
	outbox_answered(w, ticket.id);
	return settled(w, &ticket, HANDLED);
}

enum handling ticket_note(struct work *w, const char *reference, const char *body)
{
	struct held_ticket ticket;
	enum handling outcome = hold(w, reference, 0, &ticket);

	if (outcome == HANDLING_UNKNOWN)
		return outcome;
	attachments_send_from_desk(w, holder_at_desk(w, ticket.id, "note"), ticket.id,
	    message_add(w, ticket.id, "note", body));
	event_write(w, "ticket", ticket.id, "noted", NULL, NULL);
	return settled(w, &ticket, HANDLED);
}

enum handling ticket_spam(struct work *w, const char *reference, int64_t version, bool spam)
{
	struct held_ticket ticket;
	enum handling outcome = hold(w, reference, version, &ticket);

	if (outcome != HANDLED)
		return outcome;
	if (ticket.spam == spam)
		return HANDLED_ALREADY;
	db_exec(w->db, SQL("UPDATE ticket SET spam = ? WHERE id = ?"),
	    db_int(spam), db_int(ticket.id));
	event_write(w, "ticket", ticket.id, spam ? "spam" : "not_spam", NULL, NULL);
	return settled(w, &ticket, HANDLED);
}

enum handling ticket_duplicate(struct work *w, const char *reference, int64_t version,
	const char *of)
{
	struct held_ticket ticket;
	enum handling outcome = hold(w, reference, version, &ticket);
	struct db_rows *other;
	int64_t other_id = 0;

	if (outcome != HANDLED)
		return outcome;
	if (of != NULL) {
		/* Locked as well: somebody else may be pointing from there at this moment. */
		other = db_query(w->db, SQL(
		    "SELECT id, duplicate_of_id FROM ticket WHERE reference = ? LOCK IN SHARE MODE"),
		    db_text(of));
		if (!db_next(other) || db_get_int(other, "id") == ticket.id
		    || db_get_int(other, "duplicate_of_id") != 0)
			return HANDLING_REFUSED;
		other_id = db_get_int(other, "id");
		if (db_number(w->db, SQL(
		    "SELECT COUNT(*) FROM ticket WHERE duplicate_of_id = ? LOCK IN SHARE MODE"),
		    db_int(ticket.id)) > 0)
			return HANDLING_REFUSED;
	}
	if (ticket.duplicate_of_id == other_id)
		return HANDLED_ALREADY;
	db_exec(w->db, SQL("UPDATE ticket SET duplicate_of_id = ? WHERE id = ?"),
	    db_id(other_id), db_int(ticket.id));
	event_write(w, "ticket", ticket.id, of != NULL ? "duplicate" : "not_duplicate",
	    id_text(w, ticket.duplicate_of_id), id_text(w, other_id));
	return settled(w, &ticket, HANDLED);
}

enum handling ticket_accept(struct work *w, const struct team *team, const char *reference,
	int64_t version)
{
	struct held_ticket ticket;
	enum handling outcome = hold(w, reference, version, &ticket);

	if (outcome != HANDLED)
		return outcome;
	if (!ticket.held)
		return HANDLED_ALREADY;
	db_exec(w->db, SQL("UPDATE ticket SET held = FALSE, due_at = ? WHERE id = ?"),
	    db_moment(ticket_due(w, team, ticket.priority, w->now)), db_int(ticket.id));
	event_write(w, "ticket", ticket.id, "accepted", NULL, NULL);
	outbox_accepted(w, ticket.id);
	return settled(w, &ticket, HANDLED);
}
