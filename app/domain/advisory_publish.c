/* An advisory goes out, is called off, corrected, withdrawn. */
#include "domain/advisory_change.h"

#include <string.h>

#include "base/text.h"
#include "domain/event.h"
#include "domain/team.h"

static const char *number_text(struct work *w, int64_t number)
{
	return memory_printf(w->memory, "%lld", (long long)number);
}

enum advisory_change advisory_may_go(struct work *w, const struct advisory *a)
{
	if (!advisory_is_in(a, "approved"))
		return ADVISORY_NOT_NOW;
	if (!text_is(a->content.tlp, "clear"))
		return ADVISORY_NOT_CLEAR;
	/* The newest word on it, and of exactly what stands there. */
	return db_number(w->db, SQL(
	    "SELECT verdict <> 'returned' AND digest = ? FROM advisory_review"
	    " WHERE advisory_id = ? AND number = ? ORDER BY id DESC LIMIT 1"),
	    db_text(advisory_digest(w, a->id)), db_int(a->id), db_int(a->number + 1)) != 0
	    ? ADVISORY_DONE : ADVISORY_NOT_REVIEWED;
}

static void put_documents(struct work *w, const struct advisory *a,
	const struct advisory_document *documents, size_t count)
{
	for (size_t i = 0; i < count; i++)
		db_exec(w->db, SQL(
		    "INSERT INTO advisory_document (advisory_id, number, language, year, name, published_at,"
		    "       first_at, bytes, sha256, sha512) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
		    db_int(a->id), db_int(a->number + 1), db_text(documents[i].language),
		    db_int(documents[i].year), db_text(documents[i].name), db_moment(w->now),
		    db_moment(a->number > 0 ? a->first_at : w->now),
		    db_bytes(documents[i].bytes, strlen(documents[i].bytes)), db_text(documents[i].sha256),
		    db_text(documents[i].sha512));
}

static void put_revision(struct work *w, const struct advisory *a, int score)
{
	db_exec(w->db, SQL(
	    "INSERT INTO advisory_revision (advisory_id, number, reference, written_at, published_at,"
	    "       first_at, withdrawn, kind, severity, score, language, weaknesses, products, links, sectors,"
	    "       reason)"
	    " SELECT id, ?, reference, ?, ?, ?, FALSE, kind, severity, ?, language, weaknesses, products,"
	    "       links, sectors, reason FROM advisory WHERE id = ?"),
	    db_int(a->number + 1), db_moment(w->now), db_moment(w->now),
	    db_moment(a->number > 0 ? a->first_at : w->now), score < 0 ? db_null() : db_int(score),
	    db_int(a->id));
	db_exec(w->db, SQL(
	    "INSERT INTO advisory_revision_text (advisory_id, number, language, title, summary, body)"
	    " SELECT advisory_id, ?, language, title, summary, body FROM advisory_text"
	    "  WHERE advisory_id = ?"), db_int(a->number + 1), db_int(a->id));
}

/* Kept where nobody but the team reads it. */
static void put_waiting(struct work *w, const struct advisory *a, moment at, int score,
	const struct advisory_document *documents, size_t count)
{
	db_exec(w->db, SQL(
	    "INSERT INTO advisory_waiting (advisory_id, number, written_at, out_at, score)"
	    " VALUES (?, ?, ?, ?, ?)"), db_int(a->id), db_int(a->number + 1), db_moment(w->now),
	    db_moment(at), score < 0 ? db_null() : db_int(score));
	for (size_t i = 0; i < count; i++)
		db_exec(w->db, SQL(
		    "INSERT INTO advisory_waiting_document (advisory_id, language, year, name, first_at, bytes,"
		    "       sha256, sha512) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
		    db_int(a->id), db_text(documents[i].language), db_int(documents[i].year),
		    db_text(documents[i].name), db_moment(a->number > 0 ? a->first_at : at),
		    db_bytes(documents[i].bytes, strlen(documents[i].bytes)), db_text(documents[i].sha256),
		    db_text(documents[i].sha512));
}

void advisory_publish(struct work *w, const struct advisory *a, moment at, int score,
	const struct advisory_document *documents, size_t count)
{
	if (at > w->now) {
		put_waiting(w, a, at, score, documents, count);
		advisory_settle(w, a, "published", "scheduled", number_text(w, a->number + 1));
		return;
	}
	put_revision(w, a, score);
	put_documents(w, a, documents, count);
	advisory_settle(w, a, "published", "published", number_text(w, a->number + 1));
	team_changed(w);
}

bool advisory_release(struct work *w)
{
	struct db_rows *row = db_query(w->db, SQL("CALL advisory_release(?)"), db_moment(w->now));

	if (!db_next(row) || db_get_int(row, "id") == 0)
		return false;
	event_write(w, "advisory", db_get_int(row, "id"), "published", NULL,
	    number_text(w, db_get_int(row, "number")));
	team_changed(w);
	return true;
}

enum advisory_change advisory_call_off(struct work *w, const char *reference, int64_t version)
{
	struct advisory a;
	enum advisory_change change = advisory_hold_to(w, MAY_CALL_OFF, reference, version, &a);

	if (change != ADVISORY_DONE)
		return change;
	/* Its documents go with it (ON DELETE CASCADE). */
	if (db_exec(w->db, SQL("DELETE FROM advisory_waiting WHERE advisory_id = ?"), db_int(a.id)) != 1)
		return ADVISORY_NOT_NOW;
	advisory_settle(w, &a, "approved", "called_off", number_text(w, a.number));
	return ADVISORY_DONE;
}

enum advisory_change advisory_correct(struct work *w, const char *reference, int64_t version,
	const char *reason)
{
	struct advisory a;
	enum advisory_change change = advisory_hold_to(w, MAY_CORRECT, reference, version, &a);

	if (change != ADVISORY_DONE)
		return change;
	db_exec(w->db, SQL("UPDATE advisory SET reason = ? WHERE id = ?"), db_text(reason), db_int(a.id));
	/* Also where the reason is the same as last time. */
	db_exec(w->db, SQL("UPDATE advisory SET digest = ? WHERE id = ?"), db_text(advisory_digest(w, a.id)),
	    db_int(a.id));
	db_exec(w->db, SQL(
	    "INSERT IGNORE INTO advisory_writer (advisory_id, number, account_id) VALUES (?, ?, ?)"),
	    db_int(a.id), db_int(a.number + 1), db_id(w->actor.account_id));
	advisory_settle(w, &a, "draft", "correction_begun", number_text(w, a.number + 1));
	return ADVISORY_DONE;
}

/* Facts and texts as they are out there. */
static void take_back(struct work *w, const struct advisory *a)
{
	db_exec(w->db, SQL(
	    "UPDATE advisory JOIN advisory_revision AS revision ON revision.advisory_id = advisory.id"
	    "       AND revision.number = ?"
	    "   SET advisory.kind = revision.kind, advisory.severity = revision.severity,"
	    "       advisory.tlp = 'clear', advisory.weaknesses = revision.weaknesses,"
	    "       advisory.products = revision.products, advisory.links = revision.links,"
	    "       advisory.sectors = revision.sectors,"
	    "       advisory.reason = revision.reason"
	    " WHERE advisory.id = ?"), db_int(a->number), db_int(a->id));
	db_exec(w->db, SQL("DELETE FROM advisory_text WHERE advisory_id = ?"), db_int(a->id));
	db_exec(w->db, SQL(
	    "INSERT INTO advisory_text (advisory_id, language, title, summary, body)"
	    " SELECT advisory_id, language, title, summary, body FROM advisory_revision_text"
	    "  WHERE advisory_id = ? AND number = ?"), db_int(a->id), db_int(a->number));
	db_exec(w->db, SQL("UPDATE advisory SET digest = ? WHERE id = ?"),
	    db_text(advisory_digest(w, a->id)), db_int(a->id));
}

enum advisory_change advisory_leave_as_is(struct work *w, const char *reference, int64_t version)
{
	struct advisory a;
	enum advisory_change change = advisory_hold_to(w, MAY_LEAVE, reference, version, &a);

	if (change != ADVISORY_DONE)
		return change;
	take_back(w, &a);
	advisory_settle(w, &a, "published", "left_as_is", number_text(w, a.number));
	return ADVISORY_DONE;
}

enum advisory_change advisory_ask(struct work *w, const char *reference, int64_t version,
	const char *reason)
{
	struct advisory a;
	enum advisory_change change = advisory_hold_to(w, MAY_ASK, reference, version, &a);

	if (change != ADVISORY_DONE)
		return change;
	db_exec(w->db, SQL("UPDATE advisory SET withdrawal = ?, asked_by = ? WHERE id = ?"),
	    db_text(reason), db_id(w->actor.account_id), db_int(a.id));
	advisory_settle(w, &a, a.state, "withdrawal_asked", NULL);
	return ADVISORY_DONE;
}

static void nobody_asks(struct work *w, const struct advisory *a)
{
	db_exec(w->db, SQL("UPDATE advisory SET withdrawal = NULL, asked_by = NULL WHERE id = ?"),
	    db_int(a->id));
}

enum advisory_change advisory_keep(struct work *w, const char *reference, int64_t version)
{
	struct advisory a;
	enum advisory_change change = advisory_hold_to(w, MAY_KEEP, reference, version, &a);

	if (change != ADVISORY_DONE)
		return change;
	nobody_asks(w, &a);
	advisory_settle(w, &a, a.state, "kept", NULL);
	return ADVISORY_DONE;
}

void advisory_withdraw(struct work *w, const struct advisory *a, const char *reason,
	const char *alone, const struct advisory_document *documents, size_t count)
{
	advisory_note_review(w, a, alone != NULL ? "overridden" : "approved", alone);
	nobody_asks(w, a);
	db_exec(w->db, SQL(
	    "INSERT INTO advisory_revision (advisory_id, number, reference, written_at, published_at,"
	    "       first_at, withdrawn, kind, severity, score, language, weaknesses, products, links, sectors,"
	    "       reason)"
	    " SELECT advisory_id, number + 1, reference, ?, ?, first_at, TRUE, kind, severity, score,"
	    "       language, weaknesses, products, links, sectors, ? FROM advisory_revision"
	    "  WHERE advisory_id = ? AND number = ?"),
	    db_moment(w->now), db_moment(w->now), db_text(reason), db_int(a->id), db_int(a->number));
	db_exec(w->db, SQL(
	    "INSERT INTO advisory_revision_text (advisory_id, number, language, title, summary, body)"
	    " SELECT advisory_id, number + 1, language, title, summary, body FROM advisory_revision_text"
	    "  WHERE advisory_id = ? AND number = ?"), db_int(a->id), db_int(a->number));
	put_documents(w, a, documents, count);
	if (advisory_is_open(a))
		take_back(w, a);
	advisory_settle(w, a, "withdrawn", "withdrawn", number_text(w, a->number + 1));
	team_changed(w);
}
