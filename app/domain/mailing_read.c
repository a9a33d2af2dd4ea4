/* Reading what goes to lists, and what became of it. */
#include "domain/mailing.h"

#include "base/text.h"
#include "domain/may.h"

/* A warning has words of its own; an advisory those of its revision. */
#define TITLE \
	"COALESCE((SELECT title FROM mailing_text WHERE mailing_id = mailing.id" \
	"           ORDER BY language = mailing.language DESC, language LIMIT 1)," \
	"         (SELECT title FROM advisory_revision_text AS revised" \
	"           WHERE revised.advisory_id = mailing.advisory_id AND revised.number = mailing.number" \
	"           ORDER BY language = mailing.language DESC, language LIMIT 1)) AS title"

#define PEOPLE \
	"  LEFT JOIN account AS writing ON writing.id = mailing.written_by" \
	"  LEFT JOIN person AS writer ON writer.id = writing.person_id" \
	"  LEFT JOIN account AS sending ON sending.id = mailing.sent_by" \
	"  LEFT JOIN person AS sender ON sender.id = sending.person_id"


/* One ---------------------------------------------------------------------------- */

static void read_row(struct db_rows *row, struct mailing *m)
{
	*m = (struct mailing){
		.id = db_get_int(row, "id"),
		.version = db_get_int(row, "version"),
		.state = db_get_text(row, "state"),
		.content = {
			.list_id = db_get_int(row, "list_id"),
			.tlp = db_get_text(row, "tlp"),
			.kind = db_get_text(row, "kind"),
			.severity = db_get_text(row, "severity"),
			.sectors = db_get_text(row, "sectors"),
			.language = db_get_text(row, "language"),
		},
		.list = db_get_text(row, "list"),
		.list_ended = db_get_bool(row, "list_ended"),
		.advisory_id = db_get_int(row, "advisory_id"),
		.number = db_get_int(row, "number"),
		.reference = db_get_text(row, "reference"),
		.title = db_get_text(row, "title"),
		.writer = db_get_text(row, "writer"),
		.sender = db_get_text(row, "sender"),
		.reason = db_get_text(row, "reason"),
		.made_at = db_get_moment(row, "made_at"),
		.begun_at = db_get_moment(row, "begun_at"),
		.ended_at = db_get_moment(row, "ended_at"),
		.given = db_get_int(row, "given"),
	};
}

bool mailing_by_id(struct work *w, int64_t id, struct mailing *m)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT mailing.id, mailing.version, mailing.state, mailing.list_id, mailing.tlp,"
	    "       mailing.kind, mailing.severity, mailing.sectors, mailing.language, list.name AS list,"
	    "       list.ended_at IS NOT NULL AS list_ended, mailing.advisory_id, mailing.number,"
	    "       advisory.reference, writer.name AS writer, sender.name AS sender, mailing.reason,"
	    "       mailing.made_at, mailing.begun_at, mailing.ended_at, mailing.given, " TITLE
	    "  FROM mailing JOIN list ON list.id = mailing.list_id"
	    "  LEFT JOIN advisory ON advisory.id = mailing.advisory_id" PEOPLE
	    " WHERE mailing.id = ?"), db_int(id));
	struct db_rows *text;

	if (!may_list(w, SEE) || !db_next(row))
		return false;
	read_row(row, m);
	text = db_query(w->db, SQL("SELECT language, title, body FROM mailing_text WHERE mailing_id = ?"
	    " ORDER BY language <> ?, language LIMIT 16"), db_int(id), db_text(m->content.language));
	while (db_next(text))
		m->texts[m->text_count++] = (struct mailing_text){ db_get_text(text, "language"),
			db_get_text(text, "title"), db_get_text(text, "body") };
	return true;
}

const struct mailing_text *mailing_text_in(const struct mailing *m, const char *language)
{
	for (size_t i = 0; i < m->text_count; i++)
		if (text_is(m->texts[i].language, language))
			return &m->texts[i];
	return NULL;
}

/* The history knows who wrote, whoever began it. */
bool mailing_is_writer(struct work *w, const struct mailing *m)
{
	return db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM (SELECT 1 FROM event WHERE object = 'mailing' AND object_id = ?"
	    "   AND account_id = ? AND action IN ('begun', 'saved', 'translated') LIMIT 1) AS x"),
	    db_int(m->id), db_id(w->actor.account_id)) > 0;
}

#define COUNTED(state) "(SELECT COUNT(*) FROM (SELECT 1 FROM delivery" \
	" FORCE INDEX (delivery_by_state) WHERE mailing_id = ? AND state = '" state "' LIMIT ?) AS x)" \
	" AS " state

void mailing_count(struct work *w, int64_t id, int64_t most, struct mailing_counts *counts)
{
	struct db_value i = db_int(id), n = db_int(most);
	struct db_rows *row = db_query(w->db, SQL("SELECT " COUNTED("kept") "," COUNTED("waiting") ","
	    COUNTED("sent") "," COUNTED("failed") "," COUNTED("returned")),
	    i, n, i, n, i, n, i, n, i, n);

	*counts = (struct mailing_counts){ 0 };
	if (db_next(row))
		*counts = (struct mailing_counts){ db_get_int(row, "kept"), db_get_int(row, "waiting"),
			db_get_int(row, "sent"), db_get_int(row, "failed"), db_get_int(row, "returned") };
}


/* Many --------------------------------------------------------------------------- */

/* First the ids of the page, along an index; then what there is to say of each: however
 * few lists there are, no other order costs as little. */
#define MAILINGS(ids) \
	"SELECT mailing.id, " TITLE ", advisory.reference, list.name AS list, mailing.tlp," \
	"       mailing.kind, mailing.severity, mailing.sectors, mailing.state, writer.name AS writer," \
	"       sender.name AS sender, mailing.made_at, mailing.begun_at, mailing.given" \
	"  FROM (SELECT id FROM mailing " ids " AND id < ? ORDER BY id DESC LIMIT 26) AS page" \
	"  JOIN mailing ON mailing.id = page.id JOIN list ON list.id = mailing.list_id" \
	"  LEFT JOIN advisory ON advisory.id = mailing.advisory_id" PEOPLE \
	" ORDER BY mailing.id DESC"

struct db_rows *mailings_page(struct work *w, const char *state, int64_t list_id, int64_t below)
{
	struct db_value id = db_int(below == 0 ? INT64_MAX : below);

	if (state != NULL)
		return db_query(w->db, SQL(MAILINGS("FORCE INDEX (mailing_by_state) WHERE state = ?")),
		    db_text(state), id);
	if (list_id != 0)
		return db_query(w->db, SQL(MAILINGS("FORCE INDEX (mailing_by_list) WHERE list_id = ?")),
		    db_int(list_id), id);
	return db_query(w->db, SQL(MAILINGS("FORCE INDEX (PRIMARY) WHERE id > 0")), id);
}

struct db_rows *mailings_of_advisory(struct work *w, int64_t advisory_id)
{
	return db_query(w->db, SQL(
	    "SELECT mailing.id, list.name AS list, mailing.number, mailing.state, mailing.begun_at,"
	    "       mailing.given"
	    "  FROM mailing JOIN list ON list.id = mailing.list_id"
	    " WHERE mailing.advisory_id = ? ORDER BY mailing.number DESC, list.name LIMIT 100"),
	    db_int(advisory_id));
}

int64_t mailings_in(struct work *w, const char *state)
{
	return db_number(w->db, SQL("SELECT COUNT(*) FROM (SELECT 1 FROM mailing"
	    " FORCE INDEX (mailing_by_state) WHERE state = ? LIMIT 100) AS x"), db_text(state));
}


/* Who received it ---------------------------------------------------------------- */

/* An address only for whoever may see it. */
#define RECIPIENTS(index) \
	"SELECT delivery.subscription_id, IF(?, subscription.email, NULL) AS email," \
	"       delivery.state, delivery.at AS changed_at" \
	"  FROM delivery FORCE INDEX (" index ")" \
	"  JOIN subscription ON subscription.id = delivery.subscription_id" \
	" WHERE delivery.mailing_id = ?"

struct db_rows *mailing_recipients(struct work *w, int64_t id, const char *state, int64_t after)
{
	struct db_value seen = db_int(may_list(w, ADMINISTER));

	if (state != NULL)
		return db_query(w->db, SQL(RECIPIENTS("delivery_by_state")
		    " AND delivery.state = ? AND delivery.subscription_id > ?"
		    " ORDER BY delivery.subscription_id LIMIT 51"),
		    seen, db_int(id), db_text(state), db_int(after));
	return db_query(w->db, SQL(RECIPIENTS("PRIMARY")
	    " AND delivery.subscription_id > ? ORDER BY delivery.subscription_id LIMIT 51"),
	    seen, db_int(id), db_int(after));
}

struct db_rows *mailing_recipients_table(struct work *w, int64_t id)
{
	const bool seen = may_list(w, ADMINISTER);

	return db_query(w->db, SQL(RECIPIENTS("PRIMARY")
	    " ORDER BY delivery.subscription_id LIMIT 20000"), db_int(seen), db_int(seen ? id : 0));
}
