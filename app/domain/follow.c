/* The reporter's side of a ticket. */
#include "domain/follow.h"

#include "base/text.h"
#include "domain/attachment.h"
#include "domain/event.h"
#include "domain/message.h"

bool follow_open(struct work *w, const char *reference, const char *secret_digest,
	struct follow *follow)
{
	struct db_rows *row = db_query(w->db, SQL("CALL follow_open(?, ?)"),
	    db_text(reference), db_text(secret_digest));

	if (!db_next(row))
		return false;
	*follow = (struct follow){
		.ticket_id = db_get_int(row, "id"),
		.reference = reference,
		.secret = secret_digest,
		.kind = db_get_text(row, "kind"),
		.category = db_get_text(row, "category"),
		.state = db_get_text(row, "state"),
		.state_label = db_get_text(row, "label"),
		.state_plain = db_get_text(row, "plain"),
		.opened_at = db_get_moment(row, "opened_at"),
		.due_at = db_get_moment(row, "due_at"),
		.answered_at = db_get_moment(row, "answered_at"),
		.closed = db_get_bool(row, "closed"),
		.held = db_get_bool(row, "held"),
		.mailed = db_get_bool(row, "mailed"),
	};
	return true;
}

struct db_rows *follow_messages(struct work *w, const struct follow *follow)
{
	return db_query(w->db, SQL("CALL follow_messages(?, ?)"),
	    db_text(follow->reference), db_text(follow->secret));
}

struct db_rows *follow_steps(struct work *w, const struct follow *follow)
{
	return db_query(w->db, SQL("CALL follow_steps(?, ?)"),
	    db_text(follow->reference), db_text(follow->secret));
}

/* Is there a way from here to there? */
static bool leads_to(struct work *w, const struct follow *follow, const char *state)
{
	return db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM transition WHERE kind = ? AND from_state = ? AND to_state = ?"),
	    db_text(follow->kind), db_text(follow->state), db_text(state)) > 0;
}

static void change(struct work *w, struct follow *follow, const char *state)
{
	if (!text_is(state, follow->state))
		event_write(w, "ticket", follow->ticket_id, "state", follow->state, state);
	db_exec(w->db, SQL("CALL follow_changed(?, ?, ?, ?)"), db_text(follow->reference),
	    db_text(follow->secret), db_text(state), db_moment(w->now));
	follow->state = state;
}

/* What staff did since the reporter's page was read counts: the ticket stays as
 * it is from here to the end of the work. */
static void hold(struct work *w, struct follow *follow)
{
	struct db_rows *row = db_query(w->db, SQL("CALL follow_lock(?, ?)"),
	    db_text(follow->reference), db_text(follow->secret));

	if (!db_next(row))
		return;
	follow->state = db_get_text(row, "state");
	follow->closed = db_get_bool(row, "closed");
}

/* Every file that waits to be sent came with that message already. */
static bool brings_nothing(struct work *w, const struct follow *follow, int64_t message_id,
	const struct attachments *held)
{
	struct attachments sent;

	attachments_of_follow(w, follow, &sent);
	for (size_t i = 0; i < held->count; i++) {
		size_t n = 0;

		while (n < sent.count && (sent.list[n].message_id != message_id
		    || !text_is(sent.list[n].sha256, held->list[i].sha256)))
			n++;
		if (n == sent.count)
			return false;
	}
	return true;
}

/* The same words and files just now, after the report itself: the button was
 * pressed twice. */
static bool was_said(struct work *w, const struct follow *follow, const char *body,
	const struct attachments *held)
{
	struct db_rows *messages = follow_messages(w, follow);
	bool same = false;
	int64_t id = 0;

	for (size_t n = 0; db_next(messages); n++) {
		same = n > 0 && text_is(db_get_text(messages, "direction"), "from_reporter")
		    && text_is(db_get_text(messages, "body"), body);
		id = db_get_int(messages, "id");
	}
	return same && brings_nothing(w, follow, id, held);
}

void follow_write(struct work *w, struct follow *follow, const char *body)
{
	const char *holder = holder_of_follow(w, follow->secret);
	struct attachments held;
	bool wakes;

	hold(w, follow);
	attachments_held(w, holder, &held);
	if (was_said(w, follow, body, &held)) {
		for (size_t i = 0; i < held.count; i++)
			attachment_remove(w, holder, held.list[i].id);
		return;
	}
	wakes = follow->closed || text_is(follow->state, "waiting");
	attachments_send_with_follow(w, follow,
	    message_add(w, follow->ticket_id, "from_reporter", body));
	event_write(w, "ticket", follow->ticket_id, "written", NULL, NULL);
	change(w, follow, wakes && leads_to(w, follow, "open") ? "open" : follow->state);
}

bool follow_solve(struct work *w, struct follow *follow)
{
	hold(w, follow);
	if (!leads_to(w, follow, "solved"))
		return false;
	change(w, follow, "solved");
	return true;
}
