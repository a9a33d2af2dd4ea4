/* Keeping lists. */
#include "domain/list.h"

#include "base/text.h"
#include "domain/delivery.h"
#include "domain/event.h"
#include "domain/may.h"


/* Reading ------------------------------------------------------------------------ */

struct db_rows *lists_all(struct work *w, const char *language, const char *first)
{
	return db_query(w->db, SQL(
	    "SELECT id, name, tlp, (SELECT label FROM tlp WHERE tlp.name = list.tlp) AS label, open,"
	    "       advisories, ended_at,"
	    "       (SELECT begun_at FROM mailing FORCE INDEX (mailing_by_list)"
	    "         WHERE list_id = list.id AND begun_at IS NOT NULL ORDER BY id DESC LIMIT 1) AS last_at,"
	    "       (SELECT value FROM list_text WHERE list_id = list.id AND language IN (?, ?, 'en')"
	    "         ORDER BY language = ? DESC, language = ? DESC LIMIT 1) AS wording"
	    "  FROM list ORDER BY ended_at IS NOT NULL, name, id LIMIT 40"),
	    db_text(language), db_text(first), db_text(language), db_text(first));
}

bool lists_full(struct work *w)
{
	return db_number(w->db, SQL("SELECT COUNT(*) FROM list")) >= LISTS;
}

#define COUNTED(state) "(SELECT COUNT(*) FROM (SELECT 1 FROM subscription" \
	" FORCE INDEX (subscription_by_state) WHERE list_id = ? AND state = '" state "' LIMIT ?) AS x)"

void list_count(struct work *w, int64_t id, int64_t most, struct list_counts *counts)
{
	struct db_rows *row = db_query(w->db, SQL("SELECT " COUNTED("confirmed") " AS confirmed,"
	    COUNTED("asked") " AS asked, " COUNTED("paused") " AS paused"),
	    db_int(id), db_int(most), db_int(id), db_int(most), db_int(id), db_int(most));

	*counts = (struct list_counts){ 0 };
	if (db_next(row))
		*counts = (struct list_counts){ db_get_int(row, "confirmed"), db_get_int(row, "asked"),
			db_get_int(row, "paused") };
}

int64_t lists_confirmed(struct work *w, int64_t most)
{
	return db_number(w->db, SQL("SELECT COUNT(*) FROM (SELECT 1 FROM list"
	    " JOIN subscription FORCE INDEX (subscription_by_state) ON subscription.list_id = list.id"
	    "  AND subscription.state = 'confirmed' WHERE list.ended_at IS NULL LIMIT ?) AS x"),
	    db_int(most));
}

#define LIST_ROW \
	"SELECT id, version, name, tlp, open, advisories, made_at, ended_at FROM list WHERE id = ?"

static bool read_row(struct db_rows *row, struct list *list)
{
	if (!db_next(row))
		return false;
	*list = (struct list){ db_get_int(row, "id"), db_get_int(row, "version"),
		db_get_text(row, "name"), db_get_text(row, "tlp"), db_get_bool(row, "open"),
		db_get_bool(row, "advisories"), db_get_moment(row, "made_at"),
		db_get_moment(row, "ended_at") };
	return true;
}

bool list_by_id(struct work *w, int64_t id, struct list *list)
{
	return read_row(db_query(w->db, SQL(LIST_ROW), db_int(id)), list);
}

bool list_hold(struct work *w, int64_t id, struct list *list)
{
	return read_row(db_query(w->db, SQL(LIST_ROW " FOR UPDATE"), db_int(id)), list);
}

struct db_rows *list_wordings(struct work *w, int64_t id)
{
	return db_query(w->db, SQL("SELECT language, value FROM list_text WHERE list_id = ?"),
	    db_int(id));
}

bool tlp_is_stricter(struct work *w, const char *tlp, const char *than)
{
	return db_number(w->db, SQL(
	    "SELECT a.position < b.position FROM tlp AS a, tlp AS b WHERE a.name = ? AND b.name = ?"),
	    db_text(tlp), db_text(than)) != 0;
}


/* Changing ----------------------------------------------------------------------- */

/* One change at a time: whoever comes second waits for the team's row. */
static void take_turn(struct work *w)
{
	db_query(w->db, SQL("SELECT id FROM team WHERE id = 1 FOR UPDATE"));
}

static void save_wordings(struct work *w, int64_t id, const struct wording *wordings, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (text_is_empty(wordings[i].value))
			db_exec(w->db, SQL("DELETE FROM list_text WHERE list_id = ? AND language = ?"),
			    db_int(id), db_text(wordings[i].language));
		else
			db_exec(w->db, SQL(
			    "INSERT INTO list_text (list_id, language, value) VALUES (?, ?, ?)"
			    " ON DUPLICATE KEY UPDATE value = VALUES(value)"),
			    db_int(id), db_text(wordings[i].language), db_text(wordings[i].value));
	}
}

/* What no list can be, whatever it was. */
static enum list_change may_be(struct work *w, const struct list *list)
{
	if (text_is(list->tlp, "red"))
		return LIST_NAMED_PEOPLE;
	if (list->open && !text_is(list->tlp, "clear"))
		return LIST_NOT_OPEN;
	if (db_number(w->db, SQL("SELECT COUNT(*) FROM list WHERE name = ? AND id <> ?"),
	    db_text(list->name), db_int(list->id)) > 0)
		return LIST_NAME_TAKEN;
	return LIST_SAVED;
}

enum list_change list_add(struct work *w, struct list *list, const struct wording *wordings,
	size_t count)
{
	enum list_change change;

	if (!may_list(w, ADMINISTER))
		return LIST_UNKNOWN;
	take_turn(w);
	if (lists_full(w))
		return LIST_FULL;
	list->id = 0;
	change = may_be(w, list);
	if (change != LIST_SAVED)
		return change;
	list->id = db_insert(w->db, SQL(
	    "INSERT INTO list (name, open, advisories, tlp, made_at) VALUES (?, ?, ?, ?, ?)"),
	    db_text(list->name), db_int(list->open), db_int(list->advisories), db_text(list->tlp),
	    db_moment(w->now));
	save_wordings(w, list->id, wordings, count);
	event_write(w, "list", list->id, "added", NULL, list->tlp);
	return LIST_SAVED;
}

static bool has_subscribers(struct work *w, int64_t id)
{
	struct list_counts counts;

	list_count(w, id, 1, &counts);
	return counts.confirmed + counts.asked + counts.paused > 0;
}

/* Who comes later would read it in what went to the list. */
static bool has_carried_stricter(struct work *w, const struct list *list)
{
	return db_number(w->db, SQL(
	    "SELECT EXISTS (SELECT 1 FROM mailing JOIN tlp ON tlp.name = mailing.tlp"
	    "       JOIN tlp AS label ON label.name = ? AND tlp.position < label.position"
	    "       WHERE mailing.list_id = ? AND mailing.begun_at IS NOT NULL)"),
	    db_text(list->tlp), db_int(list->id)) != 0;
}

enum list_change list_save(struct work *w, const struct list *list, const struct wording *wordings,
	size_t count)
{
	enum list_change change;
	struct list before;

	if (!may_list(w, ADMINISTER))
		return LIST_UNKNOWN;
	take_turn(w);
	if (!list_hold(w, list->id, &before))
		return LIST_UNKNOWN;
	if (before.version != list->version)
		return LIST_STALE;
	change = may_be(w, list);
	if (change != LIST_SAVED)
		return change;
	if (tlp_is_stricter(w, list->tlp, before.tlp) && has_subscribers(w, list->id))
		return LIST_STRICTER;
	if (has_carried_stricter(w, list))
		return LIST_CARRIED;
	db_exec(w->db, SQL("UPDATE list SET name = ?, open = ?, advisories = ?, tlp = ?,"
	    "       version = version + 1 WHERE id = ?"),
	    db_text(list->name), db_int(list->open), db_int(list->advisories), db_text(list->tlp),
	    db_int(list->id));
	save_wordings(w, list->id, wordings, count);
	event_write(w, "list", list->id, "saved", before.tlp, list->tlp);
	return LIST_SAVED;
}

/* What is being given out stops where it is, and what is kept for a morning. */
static void stop_mailings(struct work *w, int64_t list_id)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT id, state FROM mailing WHERE list_id = ? AND (state = 'sending'"
	    "    OR (state = 'sent' AND EXISTS (SELECT 1 FROM delivery"
	    "        WHERE mailing_id = mailing.id AND delivery.state = 'kept'))) FOR UPDATE"),
	    db_int(list_id));

	while (db_next(row)) {
		db_exec(w->db, SQL("UPDATE mailing SET state = 'stopped', version = version + 1 WHERE id = ?"),
		    db_int(db_get_int(row, "id")));
		delivery_halt(w, db_get_int(row, "id"));
		event_write(w, "mailing", db_get_int(row, "id"), "stopped", db_get_text(row, "state"),
		    "stopped");
	}
}

static enum list_change turn(struct work *w, int64_t id, int64_t version, bool ends)
{
	struct list list;

	if (!may_list(w, ADMINISTER) || !list_hold(w, id, &list))
		return LIST_UNKNOWN;
	if (list.version != version)
		return LIST_STALE;
	if ((list.ended_at != 0) == ends)
		return LIST_NOT_NOW;
	db_exec(w->db, SQL("UPDATE list SET ended_at = ?, version = version + 1 WHERE id = ?"),
	    db_moment(ends ? w->now : 0), db_int(id));
	if (ends)
		stop_mailings(w, id);
	event_write(w, "list", id, ends ? "ended" : "started", NULL, NULL);
	return LIST_SAVED;
}

enum list_change list_end(struct work *w, int64_t id, int64_t version)
{
	return turn(w, id, version, true);
}

enum list_change list_start(struct work *w, int64_t id, int64_t version)
{
	return turn(w, id, version, false);
}
