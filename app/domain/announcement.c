/* The announcement. */
#include "domain/announcement.h"

#include "base/text.h"
#include "domain/event.h"
#include "domain/may.h"
#include "domain/team.h"

void announcement_read(struct work *w, struct announcement *a)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT sponsor, state, out_at, version, approved_at, reason,"
	    "       (SELECT person.name FROM account JOIN person ON person.id = account.person_id"
	    "         WHERE account.id = approved_by) AS approver"
	    "  FROM announcement WHERE id = 1"));

	*a = (struct announcement){ 0 };
	if (!db_next(row))
		return;
	*a = (struct announcement){
		.sponsor = db_get_text(row, "sponsor"), .state = db_get_text(row, "state"),
		.out_at = db_get_moment(row, "out_at"), .version = db_get_int(row, "version"),
		.approved_at = db_get_moment(row, "approved_at"),
		.approver = db_get_text(row, "approver"), .reason = db_get_text(row, "reason"),
	};
	a->is_writer = db_number(w->db, SQL(
	    "SELECT EXISTS (SELECT 1 FROM event WHERE object = 'announcement' AND object_id = 1"
	    "   AND action = 'written' AND account_id = ?)"),
	    db_int(w->actor.account_id)) != 0;
}

struct db_rows *announcement_words(struct work *w)
{
	return db_query(w->db, SQL("SELECT language, title, body FROM announcement_text"));
}

struct db_rows *announcement_history(struct work *w)
{
	return db_query(w->db, SQL(
	    "SELECT event.at AS happened_at, person.name, event.action FROM event"
	    "  LEFT JOIN account ON account.id = event.account_id"
	    "  LEFT JOIN person ON person.id = account.person_id"
	    " WHERE event.object = 'announcement' AND event.object_id = 1"
	    " ORDER BY event.id DESC LIMIT ?"), db_int(ANNOUNCEMENT_HISTORY));
}

/* One change at a time, of what the form showed. */
static enum announcement_change hold(struct work *w, int64_t version, struct announcement *a)
{
	if (!may_advise(w, ADMINISTER))
		return ANNOUNCEMENT_UNKNOWN;
	team_take_turn(w);
	announcement_read(w, a);
	return a->version == version ? ANNOUNCEMENT_DONE : ANNOUNCEMENT_STALE;
}

static void save_text(struct work *w, const struct announcement_text *text)
{
	if (text->title == NULL)
		db_exec(w->db, SQL("DELETE FROM announcement_text WHERE language = ?"),
		    db_text(text->language));
	else
		db_exec(w->db, SQL(
		    "INSERT INTO announcement_text (language, title, body) VALUES (?, ?, ?)"
		    " ON DUPLICATE KEY UPDATE title = VALUES(title), body = VALUES(body)"),
		    db_text(text->language), db_text(text->title), db_text(text->body));
}

enum announcement_change announcement_save(struct work *w, int64_t version, const char *sponsor,
	moment out_at, const struct announcement_text *texts, size_t count)
{
	struct announcement a;
	enum announcement_change change = hold(w, version, &a);

	if (change != ANNOUNCEMENT_DONE)
		return change;
	if (text_is(a.state, "out"))
		return ANNOUNCEMENT_NOT_NOW;
	db_exec(w->db, SQL(
	    "INSERT INTO announcement (id, sponsor, state, out_at, changed_at) VALUES (1, ?, 'draft', ?, ?)"
	    " ON DUPLICATE KEY UPDATE sponsor = VALUES(sponsor), state = 'draft', out_at = VALUES(out_at),"
	    "    changed_at = VALUES(changed_at), approved_by = NULL, approved_at = NULL, reason = NULL,"
	    "    version = version + 1"),
	    db_text(sponsor), db_moment(out_at), db_moment(w->now));
	for (size_t i = 0; i < count; i++)
		save_text(w, &texts[i]);
	event_write(w, "announcement", 1, "written", NULL, NULL);
	return ANNOUNCEMENT_DONE;
}

enum announcement_change announcement_approve(struct work *w, int64_t version, const char *reason)
{
	struct announcement a;
	enum announcement_change change = hold(w, version, &a);

	if (change != ANNOUNCEMENT_DONE)
		return change;
	if (!text_is(a.state, "draft"))
		return ANNOUNCEMENT_NOT_NOW;
	if (a.is_writer && text_is_empty(reason))
		return ANNOUNCEMENT_OWN;
	db_exec(w->db, SQL(
	    "UPDATE announcement SET state = 'approved', approved_by = ?, approved_at = ?, reason = ?,"
	    "       version = version + 1 WHERE id = 1"),
	    db_id(w->actor.account_id), db_moment(w->now), db_text(a.is_writer ? reason : NULL));
	event_write(w, "announcement", 1, a.is_writer ? "approved_alone" : "approved", NULL, NULL);
	return ANNOUNCEMENT_DONE;
}

enum announcement_change announcement_take_back(struct work *w, int64_t version)
{
	struct announcement a;
	enum announcement_change change = hold(w, version, &a);

	if (change != ANNOUNCEMENT_DONE)
		return change;
	if (a.state == NULL || text_is(a.state, "draft"))
		return ANNOUNCEMENT_NOT_NOW;
	db_exec(w->db, SQL(
	    "UPDATE announcement SET state = 'draft', approved_by = NULL, approved_at = NULL,"
	    "       reason = NULL, version = version + 1 WHERE id = 1"));
	event_write(w, "announcement", 1, "taken_back", a.state, "draft");
	team_changed(w);
	return ANNOUNCEMENT_DONE;
}

moment announcement_out(struct work *w, const void *memory, const char **sponsor)
{
	struct db_rows *row = db_query(w->db, SQL("CALL announcement_out()"));

	*sponsor = NULL;
	if (!db_next(row))
		return 0;
	*sponsor = memory_text(memory, db_get_text(row, "sponsor"));
	return db_get_moment(row, "out_at");
}

bool announcement_shown(struct work *w, const char *language, const char *first,
	struct announcement_text *text)
{
	struct db_rows *row = db_query(w->db, SQL("CALL announcement_texts(?, ?)"), db_text(language),
	    db_text(first));

	if (!db_next(row))
		return false;
	*text = (struct announcement_text){ db_get_text(row, "language"), db_get_text(row, "title"),
		db_get_text(row, "body") };
	return true;
}

bool announcement_release(struct work *w)
{
	if (db_exec(w->db, SQL(
	    "UPDATE announcement SET state = 'out', version = version + 1 WHERE id = 1 AND state = 'approved'"
	    "   AND out_at <= ? AND EXISTS (SELECT 1 FROM team WHERE id = 1 AND opened_at IS NOT NULL)"),
	    db_moment(w->now)) != 1)
		return false;
	event_write(w, "announcement", 1, "released", NULL, NULL);
	team_changed(w);
	return false;
}
