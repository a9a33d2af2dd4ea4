/* Four eyes on an advisory. */
#include "domain/advisory_change.h"

#include "base/text.h"
#include "domain/event.h"

bool advisory_is_writer(struct work *w, const struct advisory *a)
{
	return db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM advisory_writer WHERE advisory_id = ? AND number = ? AND account_id = ?"),
	    db_int(a->id), db_int(a->number + 1), db_int(w->actor.account_id)) > 0;
}

enum advisory_change advisory_send(struct work *w, const char *reference, int64_t version)
{
	struct advisory a;
	enum advisory_change change = advisory_hold_to(w, MAY_SEND, reference, version, &a);

	if (change != ADVISORY_DONE)
		return change;
	advisory_settle(w, &a, "review", "sent", NULL);
	return ADVISORY_DONE;
}

void advisory_note_review(struct work *w, const struct advisory *a, const char *verdict,
	const char *reason)
{
	db_exec(w->db, SQL(
	    "INSERT INTO advisory_review (advisory_id, number, verdict, digest, account_id, reason, at)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?)"),
	    db_int(a->id), db_int(a->number + 1), db_text(verdict), db_text(advisory_digest(w, a->id)),
	    db_id(w->actor.account_id), db_text(reason), db_moment(w->now));
}

enum advisory_change advisory_approve(struct work *w, const char *reference, int64_t version)
{
	struct advisory a;
	enum advisory_change change = advisory_hold(w, reference, version, &a);

	if (change != ADVISORY_DONE)
		return change;
	if (advisory_is_in(&a, "review") && advisory_is_writer(w, &a))
		return ADVISORY_OWN;
	if ((advisory_acts(w, &a) & MAY_APPROVE) == 0)
		return ADVISORY_NOT_NOW;
	advisory_note_review(w, &a, "approved", NULL);
	advisory_settle(w, &a, "approved", "approved", NULL);
	return ADVISORY_DONE;
}

enum advisory_change advisory_return(struct work *w, const char *reference, int64_t version,
	const char *reason)
{
	struct advisory a;
	enum advisory_change change = advisory_hold_to(w, MAY_RETURN, reference, version, &a);

	if (change != ADVISORY_DONE)
		return change;
	advisory_note_review(w, &a, "returned", reason);
	advisory_settle(w, &a, "draft", "returned", NULL);
	return ADVISORY_DONE;
}

enum advisory_change advisory_override(struct work *w, const char *reference, int64_t version,
	const char *reason)
{
	struct advisory a;
	enum advisory_change change = advisory_hold_to(w, MAY_OVERRIDE, reference, version, &a);

	if (change != ADVISORY_DONE)
		return change;
	advisory_note_review(w, &a, "overridden", reason);
	advisory_settle(w, &a, "approved", "overridden", NULL);
	return ADVISORY_DONE;
}

/* The override that nobody has looked at yet; 0: there is none. */
static int64_t unseen(struct work *w, const struct advisory *a)
{
	return db_number(w->db, SQL(
	    "SELECT id FROM advisory_review WHERE advisory_id = ? AND verdict = 'overridden'"
	    "   AND looked_at IS NULL ORDER BY id DESC LIMIT 1"), db_int(a->id));
}

bool advisory_is_unseen(struct work *w, const struct advisory *a)
{
	return unseen(w, a) != 0;
}

/* Neither who took it upon themselves, nor who wrote what went out. */
bool advisory_may_look_back(struct work *w, const struct advisory *a)
{
	return db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM advisory_review AS review WHERE review.id = ? AND review.account_id <> ?"
	    "   AND NOT EXISTS (SELECT 1 FROM advisory_writer AS writer"
	    "         WHERE writer.advisory_id = review.advisory_id AND writer.number = review.number"
	    "           AND writer.account_id = ?)"),
	    db_int(unseen(w, a)), db_int(w->actor.account_id), db_int(w->actor.account_id)) > 0;
}

enum advisory_change advisory_look_back(struct work *w, const char *reference, int64_t version,
	const char *reason)
{
	struct advisory a;
	enum advisory_change change = advisory_hold(w, reference, version, &a);
	int64_t review;

	if (change != ADVISORY_DONE)
		return change;
	review = unseen(w, &a);
	if (review == 0)
		return ADVISORY_NOT_NOW;
	if (!advisory_may_look_back(w, &a))
		return ADVISORY_OWN;
	db_exec(w->db, SQL(
	    "UPDATE advisory_review SET looked_id = ?, looked_at = ?, looked_reason = ? WHERE id = ?"),
	    db_id(w->actor.account_id), db_moment(w->now), db_text(reason), db_int(review));
	advisory_settle(w, &a, a.state, "looked_back", NULL);
	return ADVISORY_DONE;
}

struct db_rows *advisory_reviews(struct work *w, const struct advisory *a)
{
	return db_query(w->db, SQL(
	    "SELECT review.verdict, person.name, review.at AS said_at, review.reason, review.number,"
	    "       review.digest = ? AS current, looker.name AS looked_name, review.looked_at,"
	    "       review.looked_reason"
	    "  FROM advisory_review AS review"
	    "  JOIN account ON account.id = review.account_id"
	    "  JOIN person ON person.id = account.person_id"
	    "  LEFT JOIN account AS looking ON looking.id = review.looked_id"
	    "  LEFT JOIN person AS looker ON looker.id = looking.person_id"
	    " WHERE review.advisory_id = ? ORDER BY review.id DESC LIMIT 50"),
	    db_text(a->digest), db_int(a->id));
}

struct db_rows *advisory_writers(struct work *w, const struct advisory *a)
{
	return db_query(w->db, SQL(
	    "SELECT person.name FROM advisory_writer AS writer"
	    "  JOIN account ON account.id = writer.account_id"
	    "  JOIN person ON person.id = account.person_id"
	    " WHERE writer.advisory_id = ? AND writer.number = ? ORDER BY person.name LIMIT 50"),
	    db_int(a->id), db_int(a->number + 1));
}
