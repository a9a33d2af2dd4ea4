/* Giving mailings out. Where a mailing has come to is written in the same transaction as
 * the mails of that step: whoever is killed between two steps goes on there. */
#include "domain/delivery.h"

#include "base/text.h"
#include "domain/event.h"
#include "domain/outbox.h"
#include "domain/subscription.h"

enum { ANNOUNCE_ROWS = 50 };

/* Which subscriptions a mailing suits. What has no severity is for whoever wants its kind. */
#define WISHED \
	"   AND (subscription.kinds = '' OR FIND_IN_SET(mailing.kind, subscription.kinds))" \
	"   AND (subscription.severity IS NULL OR mailing.severity IS NULL" \
	"        OR mailing.severity + 0 >= subscription.severity + 0)" \
	"   AND (subscription.sectors = '' OR mailing.sectors = ''" \
	"        OR (subscription.sectors + 0) & (mailing.sectors + 0))"
#define SUITS \
	" FROM mailing JOIN subscription FORCE INDEX (subscription_by_state)" \
	"   ON subscription.list_id = mailing.list_id AND subscription.state = 'confirmed'" \
	"  AND subscription.id > mailing.reached" \
	" WHERE mailing.id = ?" WISHED

int64_t delivery_of_advisory(struct work *w, int64_t advisory_id, int64_t most)
{
	return db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM (SELECT 1 AS one FROM advisory AS mailing"
	    "  JOIN list ON list.advisories AND list.ended_at IS NULL"
	    "  JOIN subscription FORCE INDEX (subscription_by_state)"
	    "    ON subscription.list_id = list.id AND subscription.state = 'confirmed'"
	    " WHERE mailing.id = ?" WISHED " LIMIT ?) AS reached"),
	    db_int(advisory_id), db_int(most));
}

int64_t delivery_would_reach(struct work *w, int64_t mailing_id, int64_t most)
{
	return db_number(w->db, SQL("SELECT COUNT(*) FROM (SELECT 1 AS one" SUITS " LIMIT ?) AS reached"),
	    db_int(mailing_id), db_int(most));
}


/* What goes to lists ------------------------------------------------------------------ */

bool delivery_announce(struct work *w)
{
	struct db_rows *rows = db_query(w->db, SQL(
	    "SELECT list.id AS list_id, advisory_revision.advisory_id, advisory_revision.number,"
	    "       advisory_revision.kind, advisory_revision.severity, advisory_revision.sectors,"
	    "       advisory_revision.language"
	    "  FROM advisory_revision FORCE INDEX (revision_by_change) JOIN list"
	    " WHERE advisory_revision.published_at <= ? AND advisory_revision.published_at > ?"
	    "   AND list.advisories AND list.ended_at IS NULL"
	    "   AND NOT EXISTS (SELECT 1 FROM mailing WHERE mailing.list_id = list.id"
	    "       AND mailing.advisory_id = advisory_revision.advisory_id"
	    "       AND mailing.number = advisory_revision.number)"
	    " ORDER BY advisory_revision.published_at LIMIT ?"),
	    db_moment(w->now), db_moment(w->now - ANNOUNCED_DAYS * DAY), db_int(ANNOUNCE_ROWS));

	while (db_next(rows)) {
		const int64_t id = db_insert(w->db, SQL(
		    "INSERT INTO mailing (list_id, advisory_id, number, tlp, kind, severity, sectors, language,"
		    "   state, made_at, begun_at) VALUES (?, ?, ?, 'clear', ?, ?, ?, ?, 'sending', ?, ?)"),
		    db_int(db_get_int(rows, "list_id")), db_int(db_get_int(rows, "advisory_id")),
		    db_int(db_get_int(rows, "number")), db_text(db_get_text(rows, "kind")),
		    db_text(db_get_text(rows, "severity")), db_text(db_get_text(rows, "sectors")),
		    db_text(db_get_text(rows, "language")),
		    db_moment(w->now), db_moment(w->now));

		event_write(w, "mailing", id, "begun", NULL, NULL);
	}
	return db_row_count(rows) == ANNOUNCE_ROWS;
}

/* Its row of the outbox. */
static int64_t mail_to(struct work *w, const char *kind, int64_t mailing_id, struct db_rows *to)
{
	return db_insert(w->db, SQL(
	    "INSERT INTO outbox (kind, subscription_id, mailing_id, bulk, recipient, language, message_id,"
	    "   made_at, ends_at, next_at) VALUES (?, ?, ?, TRUE, ?, ?, ?, ?, ?, ?)"),
	    db_text(kind), db_int(db_get_int(to, "id")), db_id(mailing_id),
	    db_text(db_get_text(to, "email")), db_text(db_get_text(to, "language")),
	    db_text(outbox_message_id(w)), db_moment(w->now), db_moment(w->now + BULLETIN_DAYS * DAY),
	    db_moment(w->now));
}


/* What was kept ------------------------------------------------------------------------ */

/* The next morning of the team's day; `weekly`: of a Monday. */
static moment next_morning(moment now, bool weekly)
{
	struct wall wall;
	moment at;

	wall_of(now, &wall);
	wall.hour = SUBSCRIPTION_HOUR;
	wall.minute = wall.second = 0;
	at = moment_of(&wall);
	while (at <= now || (weekly && wall.weekday != 1)) {
		wall_of(at + DAY, &wall);
		wall.hour = SUBSCRIPTION_HOUR;
		wall.minute = wall.second = 0;
		at = moment_of(&wall);
	}
	return at;
}

/* What was kept for somebody since they confirmed, of what has not been stopped. */
#define TO_COLLECT \
	" WHERE subscription_id = ? AND state = 'kept'" \
	"   AND at >= (SELECT confirmed_at FROM subscription WHERE id = delivery.subscription_id)" \
	"   AND mailing_id IN (SELECT mailing.id FROM mailing JOIN list ON list.id = mailing.list_id" \
	"       WHERE mailing.state IN ('sending', 'sent') AND list.ended_at IS NULL)"

/* A mail for each; once nothing is left for somebody, none any more. */
static int64_t collect(struct work *w, int64_t most)
{
	struct db_rows *rows = db_query(w->db, SQL(
	    "SELECT id, email, language FROM subscription"
	    " WHERE collects_at <= ? AND state = 'confirmed' ORDER BY collects_at LIMIT ?"
	    "   FOR UPDATE SKIP LOCKED"), db_moment(w->now), db_int(most));

	while (db_next(rows)) {
		const int64_t id = db_get_int(rows, "id");

		if (db_number(w->db, SQL("SELECT COUNT(*) FROM delivery" TO_COLLECT), db_int(id)) > 0)
			db_exec(w->db, SQL(
			    "UPDATE delivery SET state = 'waiting', outbox_id = ?, at = ?" TO_COLLECT
			    " ORDER BY mailing_id LIMIT ?"),
			    db_int(mail_to(w, "collected", 0, rows)), db_moment(w->now), db_int(id),
			    db_int(COLLECTED_MOST));
		else
			db_exec(w->db, SQL("UPDATE subscription SET collects_at = NULL WHERE id = ?"), db_int(id));
	}
	return (int64_t)db_row_count(rows);
}


/* One step of a mailing ------------------------------------------------------------------ */

/* What is urgent does not wait for a morning. */
static void give_to(struct work *w, int64_t mailing_id, bool alert, struct db_rows *to)
{
	const char *pace = db_get_text(to, "pace");
	const bool at_once = alert || text_is(pace, "at_once");
	const int64_t mail = at_once ? mail_to(w, "bulletin", mailing_id, to) : 0;

	db_exec(w->db, SQL(
	    "INSERT INTO delivery (mailing_id, subscription_id, state, outbox_id, at) VALUES (?, ?, ?, ?, ?)"),
	    db_int(mailing_id), db_int(db_get_int(to, "id")), db_text(at_once ? "waiting" : "kept"),
	    db_id(mail), db_moment(w->now));
	if (!at_once)
		db_exec(w->db, SQL(
		    "UPDATE subscription SET collects_at = ? WHERE id = ? AND collects_at IS NULL"),
		    db_moment(next_morning(w->now, text_is(pace, "weekly"))), db_int(db_get_int(to, "id")));
}

static void step(struct work *w, int64_t mailing_id, bool alert, int64_t most)
{
	struct db_rows *rows = db_query(w->db, SQL(
	    "SELECT subscription.id, subscription.email, subscription.language, subscription.pace" SUITS
	    "   AND subscription.confirmed_at <= mailing.begun_at"
	    " ORDER BY subscription.id LIMIT ? FOR UPDATE"), db_int(mailing_id), db_int(most));
	const int64_t count = (int64_t)db_row_count(rows);
	int64_t reached = 0;

	while (db_next(rows)) {
		give_to(w, mailing_id, alert, rows);
		reached = db_get_int(rows, "id");
	}
	db_exec(w->db, SQL(
	    "UPDATE mailing SET given = given + ?, reached = IF(? > 0, ?, reached) WHERE id = ?"),
	    db_int(count), db_int(count), db_int(reached), db_int(mailing_id));
	if (count == most)
		return;
	db_exec(w->db, SQL("UPDATE mailing SET state = 'sent', ended_at = ? WHERE id = ?"),
	    db_moment(w->now), db_int(mailing_id));
	event_write(w, "mailing", mailing_id, "sent", NULL, NULL);
}

bool delivery_give_out(struct work *w, int64_t most)
{
	const int64_t room = most - collect(w, most);
	struct db_rows *row;

	if (room <= 0)
		return true;
	row = db_query(w->db, SQL(
	    "SELECT id, kind FROM mailing WHERE state = 'sending'"
	    "   AND EXISTS (SELECT 1 FROM list WHERE list.id = mailing.list_id AND list.ended_at IS NULL)"
	    " ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED"));
	if (!db_next(row))
		return false;
	step(w, db_get_int(row, "id"), text_is(db_get_text(row, "kind"), "alert"), room);
	return true;
}


/* Stopped and gone on with ------------------------------------------------------------------ */

void delivery_halt(struct work *w, int64_t mailing_id)
{
	db_exec(w->db, SQL(
	    "UPDATE outbox FORCE INDEX (outbox_due) SET state = 'stopped', ended_at = ?"
	    " WHERE state = 'waiting' AND bulk = TRUE AND mailing_id = ?"),
	    db_moment(w->now), db_int(mailing_id));
}

void delivery_go_on(struct work *w, int64_t mailing_id)
{
	db_exec(w->db, SQL(
	    "UPDATE outbox JOIN delivery ON delivery.outbox_id = outbox.id"
	    "       AND delivery.mailing_id = ? AND delivery.state = 'waiting'"
	    "   SET outbox.state = 'waiting', outbox.ended_at = NULL, outbox.next_at = ?, outbox.ends_at = ?"
	    " WHERE outbox.state = 'stopped' AND outbox.mailing_id = ?"),
	    db_int(mailing_id), db_moment(w->now), db_moment(w->now + BULLETIN_DAYS * DAY),
	    db_int(mailing_id));
	db_exec(w->db, SQL(
	    "UPDATE subscription JOIN delivery ON delivery.subscription_id = subscription.id"
	    "       AND delivery.mailing_id = ? AND delivery.state = 'kept'"
	    "   SET subscription.collects_at = ?"
	    " WHERE subscription.state = 'confirmed' AND subscription.collects_at IS NULL"),
	    db_int(mailing_id), db_moment(w->now));
}


/* What became of it ------------------------------------------------------------------------ */

static void count_against(struct work *w, int64_t subscription_id)
{
	const moment long_ago = w->now - BOUNCES_DAYS * DAY;

	if (db_exec(w->db, SQL(
	    "UPDATE subscription SET bounces = IF(bounced_at > ?, bounces + 1, 1), bounced_at = ?"
	    " WHERE id = ? AND state = 'confirmed'"),
	    db_moment(long_ago), db_moment(w->now), db_int(subscription_id)) != 1
	    || db_exec(w->db, SQL(
	    "UPDATE subscription SET state = 'paused', ended_at = ?, collects_at = NULL"
	    " WHERE id = ? AND bounces >= ?"),
	    db_moment(w->now), db_int(subscription_id), db_int(SUBSCRIPTION_BOUNCES)) != 1)
		return;
	db_exec(w->db, SQL(
	    "UPDATE delivery SET state = 'failed', at = ? WHERE subscription_id = ? AND state = 'kept'"),
	    db_moment(w->now), db_int(subscription_id));
	event_write(w, "subscription", subscription_id, "paused", NULL, NULL);
}

void delivery_ended(struct work *w, int64_t outbox_id, int64_t subscription_id, const char *state)
{
	const bool came = text_is(state, "sent");

	db_exec(w->db, SQL(
	    "UPDATE delivery SET state = ?, at = ? WHERE outbox_id = ? AND state <> ?"
	    "   AND state IN ('waiting', 'sent')"),
	    db_text(state), db_moment(w->now), db_int(outbox_id), db_text(state));
	if (!came)
		count_against(w, subscription_id);
}


/* The words of a mail ---------------------------------------------------------------------- */

bool delivery_of(struct work *w, int64_t subscription_id, struct delivery *delivery)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT list.id, list.name, list.open, tlp.label AS tlp, subscription.state, subscription.seed,"
	    "       subscription.invited_by IS NOT NULL AS invited,"
	    "       (SELECT value FROM list_text WHERE list_id = list.id"
	    "         AND language IN (subscription.language, 'en')"
	    "         ORDER BY language = subscription.language DESC LIMIT 1) AS wording"
	    "  FROM subscription JOIN list ON list.id = subscription.list_id"
	    "  JOIN tlp ON tlp.name = list.tlp"
	    " WHERE subscription.id = ? AND subscription.state IN ('asked', 'confirmed', 'paused')"),
	    db_int(subscription_id));

	if (!db_next(row))
		return false;
	*delivery = (struct delivery){
		.list_id = db_get_int(row, "id"), .list = db_get_text(row, "name"),
		.tlp = db_get_text(row, "tlp"), .wording = db_get_text(row, "wording"), .state = db_get_text(row, "state"),
		.token = subscription_token(w->memory, db_get_text(row, "seed")),
		.open = db_get_bool(row, "open"), .invited = db_get_bool(row, "invited"),
	};
	return true;
}

struct db_rows *delivery_items(struct work *w, int64_t outbox_id, const char *language)
{
	return db_query(w->db, SQL(
	    "SELECT tlp.label AS tlp, mailing.kind, mailing.severity, mailing.number,"
	    "       advisory_revision.withdrawn, advisory_revision.reason AS why, advisory_revision.reference,"
	    "       COALESCE(a.title, w.title) AS title, COALESCE(a.summary, w.body) AS body,"
	    "       COALESCE(a.language, w.language) AS language"
	    "  FROM delivery FORCE INDEX (delivery_mail) JOIN mailing ON mailing.id = delivery.mailing_id"
	    "  JOIN tlp ON tlp.name = mailing.tlp"
	    "  LEFT JOIN advisory_revision ON advisory_revision.advisory_id = mailing.advisory_id"
	    "   AND advisory_revision.number = mailing.number"
	    "  LEFT JOIN advisory_revision_text AS a ON a.advisory_id = mailing.advisory_id"
	    "   AND a.number = mailing.number AND a.language = (SELECT language FROM advisory_revision_text"
	    "       WHERE advisory_id = mailing.advisory_id AND number = mailing.number"
	    "       ORDER BY language = ? DESC, language = mailing.language DESC LIMIT 1)"
	    "  LEFT JOIN mailing_text AS w ON w.mailing_id = mailing.id"
	    "   AND w.language = (SELECT language FROM mailing_text WHERE mailing_id = mailing.id"
	    "       ORDER BY language = ? DESC, language = mailing.language DESC LIMIT 1)"
	    " WHERE delivery.outbox_id = ?"
	    " ORDER BY mailing.severity DESC, mailing.id DESC"),
	    db_text(language), db_text(language), db_int(outbox_id));
}
