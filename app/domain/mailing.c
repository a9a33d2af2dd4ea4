/* The life of what goes to a list. */
#include "domain/mailing.h"

#include "base/text.h"
#include "domain/delivery.h"
#include "domain/event.h"
#include "domain/list.h"
#include "domain/may.h"

/* A mailing whose row is held, of that version and in that state. */
static enum mailing_change held(struct work *w, int64_t id, int64_t version, const char *state)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT version, state FROM mailing WHERE id = ? FOR UPDATE"), db_int(id));

	if (!db_next(row))
		return MAILING_UNKNOWN;
	if (db_get_int(row, "version") != version)
		return MAILING_STALE;
	return text_is(db_get_text(row, "state"), state) ? MAILING_DONE : MAILING_NOT_NOW;
}

/* Does the list carry that now? Whoever changes the list waits until this work is done. */
static enum mailing_change carried(struct work *w, int64_t list_id, const char *tlp)
{
	struct list list;

	if (!list_hold(w, list_id, &list) || list.ended_at != 0)
		return MAILING_NO_LIST;
	return text_is(tlp, "red") || tlp_is_stricter(w, tlp, list.tlp) ? MAILING_TOO_STRICT
	    : MAILING_DONE;
}


/* Writing ------------------------------------------------------------------------ */

static void save_text(struct work *w, int64_t id, const struct mailing_text *text)
{
	db_exec(w->db, SQL(
	    "INSERT INTO mailing_text (mailing_id, language, title, body) VALUES (?, ?, ?, ?)"
	    " ON DUPLICATE KEY UPDATE title = VALUES(title), body = VALUES(body)"),
	    db_int(id), db_text(text->language), db_text(text->title), db_text(text->body));
}

enum mailing_change mailing_begin(struct work *w, const struct mailing_content *content,
	const struct mailing_text *text, int64_t *id)
{
	enum mailing_change change;

	if (!may_list(w, WRITE))
		return MAILING_UNKNOWN;
	change = carried(w, content->list_id, content->tlp);
	if (change != MAILING_DONE)
		return change;
	*id = db_insert(w->db, SQL(
	    "INSERT INTO mailing (list_id, tlp, kind, severity, sectors, language, state, written_by,"
	    "   made_at) VALUES (?, ?, ?, ?, ?, ?, 'draft', ?, ?)"),
	    db_int(content->list_id), db_text(content->tlp), db_text(content->kind),
	    db_text(content->severity), db_text(content->sectors != NULL ? content->sectors : ""),
	    db_text(content->language), db_id(w->actor.account_id), db_moment(w->now));
	save_text(w, *id, text);
	event_write(w, "mailing", *id, "begun", NULL, "draft");
	return MAILING_DONE;
}

/* A change of what it says. */
static void changed(struct work *w, int64_t id, const char *action, const char *value)
{
	db_exec(w->db, SQL("UPDATE mailing SET version = version + 1 WHERE id = ?"), db_int(id));
	event_write(w, "mailing", id, action, NULL, value);
}

enum mailing_change mailing_save(struct work *w, int64_t id, int64_t version,
	const struct mailing_content *content, const struct mailing_text *text)
{
	enum mailing_change change;

	if (!may_list(w, WRITE))
		return MAILING_UNKNOWN;
	change = carried(w, content->list_id, content->tlp);
	if (change == MAILING_DONE)
		change = held(w, id, version, "draft");
	if (change != MAILING_DONE)
		return change;
	db_exec(w->db, SQL("UPDATE mailing SET list_id = ?, tlp = ?, kind = ?, severity = ?, sectors = ?"
	    " WHERE id = ?"),
	    db_int(content->list_id), db_text(content->tlp), db_text(content->kind),
	    db_text(content->severity), db_text(content->sectors != NULL ? content->sectors : ""),
	    db_int(id));
	save_text(w, id, text);
	changed(w, id, "saved", NULL);
	return MAILING_DONE;
}

enum mailing_change mailing_translate(struct work *w, int64_t id, int64_t version,
	const struct mailing_text *text)
{
	enum mailing_change change = may_list(w, WRITE) ? held(w, id, version, "draft") : MAILING_UNKNOWN;

	if (change != MAILING_DONE)
		return change;
	if (text->title != NULL)
		save_text(w, id, text);
	else if (db_exec(w->db, SQL("DELETE FROM mailing_text WHERE mailing_id = ? AND language = ?"),
	    db_int(id), db_text(text->language)) != 1)
		return MAILING_NOT_NOW;
	changed(w, id, text->title != NULL ? "translated" : "text_removed", text->language);
	return MAILING_DONE;
}


/* Its states --------------------------------------------------------------------- */

static enum mailing_change moved(struct work *w, int64_t id, int64_t version, const char *from,
	const char *to, const char *action)
{
	enum mailing_change change = held(w, id, version, from);

	if (change != MAILING_DONE)
		return change;
	db_exec(w->db, SQL("UPDATE mailing SET state = ?, version = version + 1 WHERE id = ?"),
	    db_text(to), db_int(id));
	event_write(w, "mailing", id, action, from, to);
	return MAILING_DONE;
}

enum mailing_change mailing_discard(struct work *w, int64_t id, int64_t version)
{
	return may_list(w, WRITE) ? moved(w, id, version, "draft", "discarded", "discarded")
	    : MAILING_UNKNOWN;
}

enum mailing_change mailing_take_up(struct work *w, int64_t id, int64_t version)
{
	return may_list(w, WRITE) ? moved(w, id, version, "discarded", "draft", "taken_up")
	    : MAILING_UNKNOWN;
}

/* The list first, as everywhere, then the mailing: what both are is looked at again while
 * nobody else can change it. */
static enum mailing_change ready(struct work *w, int64_t id, int64_t version, const char *state,
	struct mailing *m)
{
	enum mailing_change change;

	if (!may_list(w, ADMINISTER) || !mailing_by_id(w, id, m))
		return MAILING_UNKNOWN;
	if (m->version != version)
		return MAILING_STALE;
	change = carried(w, m->content.list_id, m->content.tlp);
	return change == MAILING_DONE ? held(w, id, version, state) : change;
}

enum mailing_change mailing_send(struct work *w, int64_t id, int64_t version, const char *reason)
{
	struct mailing m;
	enum mailing_change change = ready(w, id, version, "draft", &m);
	bool own;

	if (change != MAILING_DONE)
		return change;
	own = mailing_is_writer(w, &m);
	if (own && text_is_empty(reason))
		return MAILING_OWN;
	db_exec(w->db, SQL("UPDATE mailing SET state = 'sending', sent_by = ?, reason = ?, begun_at = ?,"
	    "       version = version + 1 WHERE id = ?"),
	    db_id(w->actor.account_id), db_text(own ? reason : NULL), db_moment(w->now), db_int(id));
	event_write(w, "mailing", id, own ? "released_alone" : "released", "draft", "sending");
	return MAILING_DONE;
}

bool mailing_has_kept(struct work *w, int64_t id)
{
	return db_number(w->db, SQL(
	    "SELECT EXISTS (SELECT 1 FROM delivery WHERE mailing_id = ? AND state = 'kept')"),
	    db_int(id)) != 0;
}

enum mailing_change mailing_stop(struct work *w, int64_t id, int64_t version)
{
	enum mailing_change change;

	if (!may_list(w, ADMINISTER))
		return MAILING_UNKNOWN;
	change = moved(w, id, version, "sending", "stopped", "stopped");
	if (change == MAILING_NOT_NOW && mailing_has_kept(w, id))
		change = moved(w, id, version, "sent", "stopped", "stopped");
	if (change == MAILING_DONE)
		delivery_halt(w, id);
	return change;
}

enum mailing_change mailing_go_on(struct work *w, int64_t id, int64_t version)
{
	struct mailing m;
	enum mailing_change change = ready(w, id, version, "stopped", &m);

	if (change == MAILING_DONE)
		change = moved(w, id, version, "stopped", "sending", "gone_on");
	if (change == MAILING_DONE)
		delivery_go_on(w, id);
	return change;
}
