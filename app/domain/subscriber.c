/* Subscriptions for those who keep the list. */
#include "domain/subscriber.h"

#include <string.h>

#include "base/mailbox.h"
#include "base/text.h"
#include "domain/event.h"
#include "domain/may.h"

#define SUBSCRIBERS(index) \
	"SELECT id, email, language, kinds, severity, sectors, pace, state, asked_at, confirmed_at," \
	"       ended_at, bounces, bounced_at, invited_by IS NOT NULL AS invited" \
	"  FROM subscription FORCE INDEX (" index ")"

/* The beginning of an address as text for LIKE: what it takes for signs stands for
 * itself. */
static const char *beginning(struct work *w, const char *address)
{
	const char *key = mailbox_key(w->memory, address);
	struct buffer text;

	buffer_open(&text, w->memory, 2 * strlen(key) + 2);
	for (; *key != '\0'; key++) {
		if (strchr("\\%_", *key) != NULL)
			buffer_add(&text, "\\");
		buffer_add_bytes(&text, key, 1);
	}
	buffer_add(&text, "%");
	return buffer_text(&text);
}

/* Where a page by address goes on: the key of its last one. */
static const char *key_of(struct work *w, int64_t id)
{
	struct db_rows *row = db_query(w->db, SQL("SELECT email_key FROM subscription WHERE id = ?"),
	    db_int(id));

	return db_next(row) && db_get_text(row, "email_key") != NULL ? db_get_text(row, "email_key") : "";
}

static struct db_rows *nothing(struct work *w)
{
	return db_query(w->db, SQL(SUBSCRIBERS("PRIMARY") " WHERE id = 0"));
}

struct db_rows *subscribers_page(struct work *w, const struct subscriber_query *q)
{
	if (!may_list(w, ADMINISTER))
		return nothing(w);
	if (q->state != NULL)
		return db_query(w->db, SQL(SUBSCRIBERS("subscription_by_state")
		    " WHERE list_id = ? AND state = ? AND id < ? ORDER BY id DESC LIMIT 51"),
		    db_int(q->list_id), db_text(q->state), db_int(q->after == 0 ? INT64_MAX : q->after));
	if (q->address != NULL)
		return db_query(w->db, SQL(SUBSCRIBERS("subscription_mailbox")
		    " WHERE list_id = ? AND email_key > ? AND email_key LIKE ? ORDER BY email_key LIMIT 51"),
		    db_int(q->list_id), db_text(q->after == 0 ? "" : key_of(w, q->after)),
		    db_text(beginning(w, q->address)));
	return db_query(w->db, SQL(SUBSCRIBERS("subscription_mailbox")
	    " WHERE list_id = ? AND email_key > ? ORDER BY email_key LIMIT 51"),
	    db_int(q->list_id), db_text(q->after == 0 ? "" : key_of(w, q->after)));
}

struct db_rows *subscribers_table(struct work *w, int64_t list_id)
{
	if (!may_list(w, ADMINISTER))
		return nothing(w);
	return db_query(w->db, SQL(SUBSCRIBERS("subscription_mailbox")
	    " WHERE list_id = ? AND email_key > '' ORDER BY email_key LIMIT 20000"), db_int(list_id));
}

int64_t subscriber_list(struct work *w, int64_t id)
{
	return db_number(w->db, SQL("SELECT list_id FROM subscription WHERE id = ?"), db_int(id));
}

static const char *held_state(struct work *w, int64_t id, bool *confirmed)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT state, email, confirmed_at FROM subscription WHERE id = ? FOR UPDATE"), db_int(id));

	if (!may_list(w, ADMINISTER) || !db_next(row) || db_get_text(row, "email") == NULL)
		return NULL;
	*confirmed = db_get_moment(row, "confirmed_at") != 0;
	return db_get_text(row, "state");
}

enum subscriber_act subscriber_remove(struct work *w, int64_t id)
{
	bool confirmed;
	const char *state = held_state(w, id, &confirmed);

	if (state == NULL)
		return SUBSCRIBER_UNKNOWN;
	if (text_is(state, "left") || text_is(state, "removed"))
		return SUBSCRIBER_NOT_NOW;
	db_exec(w->db, SQL(
	    "UPDATE subscription SET state = 'removed', ended_at = ?, collects_at = NULL WHERE id = ?"),
	    db_moment(w->now), db_int(id));
	db_exec(w->db, SQL(
	    "UPDATE outbox SET state = 'stopped', ended_at = ? WHERE subscription_id = ? AND state = 'waiting'"),
	    db_moment(w->now), db_int(id));
	event_write(w, "subscription", id, "removed", state, "removed");
	return SUBSCRIBER_DONE;
}

enum subscriber_act subscriber_resume(struct work *w, int64_t id)
{
	bool confirmed;
	const char *state = held_state(w, id, &confirmed), *now;

	if (state == NULL)
		return SUBSCRIBER_UNKNOWN;
	if (!text_is(state, "paused") && !text_is(state, "removed"))
		return SUBSCRIBER_NOT_NOW;
	now = confirmed ? "confirmed" : "asked";
	db_exec(w->db, SQL("UPDATE subscription SET state = ?, ended_at = NULL, bounces = 0 WHERE id = ?"),
	    db_text(now), db_int(id));
	event_write(w, "subscription", id, "resumed", state, now);
	return SUBSCRIBER_DONE;
}
