/* Rows of occasion. */
#include "domain/occasion.h"

#include "base/text.h"
#include "domain/event.h"
#include "domain/outbox.h"

enum { LETTER_DAYS = 4 };

static void fill(struct db_rows *row, struct occasion *o)
{
	*o = (struct occasion){
		.id = db_get_int(row, "id"), .place = db_get_text(row, "place"),
		.starts_at = db_get_moment(row, "starts_at"), .ends_at = db_get_moment(row, "ends_at"),
		.answer_until = db_get_moment(row, "answer_until"), .places = db_get_int(row, "places"),
		.shown = db_get_bool(row, "shown"), .made_at = db_get_moment(row, "made_at"),
		.reminded_at = db_get_moment(row, "reminded_at"),
		.called_off_at = db_get_moment(row, "called_off_at"),
		.erased_at = db_get_moment(row, "erased_at"), .version = db_get_int(row, "version"),
	};
}

bool occasion_by_id(struct work *w, int64_t id, struct occasion *o)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT id, place, starts_at, ends_at, answer_until, places, shown, made_at, reminded_at,"
	    "       called_off_at, erased_at, version FROM occasion WHERE id = ?"), db_int(id));

	if (!db_next(row))
		return false;
	fill(row, o);
	return true;
}

bool occasion_hold(struct work *w, int64_t id, struct occasion *o)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT id, place, starts_at, ends_at, answer_until, places, shown, made_at, reminded_at,"
	    "       called_off_at, erased_at, version FROM occasion WHERE id = ? FOR UPDATE"), db_int(id));

	if (!db_next(row))
		return false;
	fill(row, o);
	return true;
}

bool occasion_is_on(const struct work *w, const struct occasion *o)
{
	return o->called_off_at == 0 && o->starts_at > w->now;
}

struct db_rows *occasion_texts(struct work *w, int64_t id)
{
	return db_query(w->db, SQL(
	    "SELECT language, title, words FROM occasion_text WHERE occasion_id = ?"), db_int(id));
}

const char *occasion_title(struct work *w, int64_t id, const char *language)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT title FROM occasion_text WHERE occasion_id = ?"
	    " ORDER BY language = ? DESC, language = 'en' DESC, language LIMIT 1"),
	    db_int(id), db_text(language));

	return db_next(row) ? db_get_text(row, "title") : NULL;
}

static void fill_answers(struct db_rows *row, struct answers *answers)
{
	*answers = (struct answers){
		.invited = db_get_int(row, "invited"), .yes = db_get_int(row, "yes"),
		.maybe = db_get_int(row, "maybe"), .no = db_get_int(row, "refused"),
		.people = db_get_int(row, "people"),
	};
	answers->silent = answers->invited - answers->yes - answers->maybe - answers->no;
}

void occasion_answers(struct work *w, const struct occasion *o, struct answers *answers)
{
	struct db_rows *row = o->erased_at != 0 ? db_query(w->db, SQL(
	    "SELECT invited, said_yes AS yes, said_maybe AS maybe, said_no AS refused, people"
	    "  FROM occasion WHERE id = ?"), db_int(o->id))
	    : db_query(w->db, SQL(
	    "SELECT COUNT(*) AS invited, SUM(answer = 'yes') AS yes, SUM(answer = 'maybe') AS maybe,"
	    "       SUM(answer = 'no') AS refused, SUM(IF(answer = 'yes', people, 0)) AS people"
	    "  FROM occasion_guest WHERE occasion_id = ?"), db_int(o->id));

	*answers = (struct answers){ 0 };
	if (db_next(row))
		fill_answers(row, answers);
}

struct db_rows *occasion_history(struct work *w, int64_t id)
{
	return db_query(w->db, SQL(
	    "SELECT event.at, person.name, event.action, event.to_value"
	    "  FROM event LEFT JOIN account ON account.id = event.account_id"
	    "  LEFT JOIN person ON person.id = account.person_id"
	    " WHERE event.object = 'occasion' AND event.object_id = ?"
	    " ORDER BY event.id DESC LIMIT ?"), db_int(id), db_int(OCCASION_HISTORY));
}

struct db_rows *occasions_page(struct work *w, const char *language, moment at, int64_t id)
{
	const moment below = at != 0 ? at : w->now + 36600 * (moment)DAY;

	return db_query(w->db, SQL(
	    "SELECT id, starts_at, called_off_at IS NOT NULL AS called_off, ends_at <= ? AS ended, shown,"
	    "       (SELECT title FROM occasion_text WHERE occasion_id = occasion.id"
	    "         ORDER BY language = ? DESC, language = 'en' DESC, language LIMIT 1) AS title"
	    "  FROM occasion"
	    " WHERE starts_at < ? OR (starts_at = ? AND id < ?)"
	    " ORDER BY starts_at DESC, id DESC LIMIT ?"),
	    db_moment(w->now), db_text(language), db_moment(below), db_moment(below), db_int(id),
	    db_int(OCCASION_ROWS + 1));
}

struct db_rows *occasions_shown(struct work *w, const char *language, const char *first, moment at,
	int64_t id)
{
	/* One that goes on began before now. */
	const moment from = at != 0 ? at : w->now - 36600 * (moment)DAY;

	return db_query(w->db, SQL("CALL occasions_shown(?, ?, ?, ?, ?, ?)"), db_text(language),
	    db_text(first), db_moment(w->now), db_moment(from), db_int(id), db_int(OCCASION_ROWS + 1));
}


/* Changing ------------------------------------------------------------------------ */

static void save_texts(struct work *w, int64_t id, const struct occasion_text *texts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (text_is_empty(texts[i].title))
			db_exec(w->db, SQL("DELETE FROM occasion_text WHERE occasion_id = ? AND language = ?"),
			    db_int(id), db_text(texts[i].language));
		else
			db_exec(w->db, SQL(
			    "INSERT INTO occasion_text (occasion_id, language, title, words) VALUES (?, ?, ?, ?)"
			    " ON DUPLICATE KEY UPDATE title = VALUES(title), words = VALUES(words)"),
			    db_int(id), db_text(texts[i].language), db_text(texts[i].title),
			    db_text(texts[i].words));
	}
}

int64_t occasion_add(struct work *w, const struct occasion *o, const struct occasion_text *texts,
	size_t count)
{
	const int64_t id = db_insert(w->db, SQL(
	    "INSERT INTO occasion (place, starts_at, ends_at, answer_until, places, shown, made_at)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?)"),
	    db_text(o->place), db_moment(o->starts_at), db_moment(o->ends_at),
	    db_moment(o->answer_until), db_id(o->places), db_int(o->shown), db_moment(w->now));

	save_texts(w, id, texts, count);
	event_write(w, "occasion", id, "added", NULL, NULL);
	return id;
}

enum occasion_change occasion_save(struct work *w, const struct occasion *o,
	const struct occasion_text *texts, size_t count, bool *told)
{
	struct occasion before;

	*told = false;
	if (!occasion_hold(w, o->id, &before))
		return OCCASION_UNKNOWN;
	if (before.called_off_at != 0 || before.ends_at <= w->now)
		return OCCASION_NOT_NOW;
	if (before.version != o->version)
		return OCCASION_STALE;
	db_exec(w->db, SQL(
	    "UPDATE occasion SET place = ?, starts_at = ?, ends_at = ?, answer_until = ?, places = ?,"
	    "       shown = ?, version = version + 1 WHERE id = ?"),
	    db_text(o->place), db_moment(o->starts_at), db_moment(o->ends_at),
	    db_moment(o->answer_until), db_id(o->places), db_int(o->shown), db_int(o->id));
	save_texts(w, o->id, texts, count);
	event_write(w, "occasion", o->id, "saved", NULL, NULL);
	if (before.starts_at != o->starts_at || before.ends_at != o->ends_at
	    || !text_is(before.place, o->place))
		*told = outbox_guests(w, o->id, GUEST_CHANGED, o->starts_at) > 0;
	return OCCASION_DONE;
}

static const char *number_said(struct work *w, int64_t number)
{
	return memory_printf(w->memory, "%lld", (long long)number);
}

enum occasion_change occasion_remind(struct work *w, int64_t id)
{
	struct occasion o;

	if (!occasion_hold(w, id, &o))
		return OCCASION_UNKNOWN;
	if (!occasion_is_on(w, &o) || o.answer_until <= w->now || o.reminded_at != 0)
		return OCCASION_NOT_NOW;
	db_exec(w->db, SQL("UPDATE occasion SET reminded_at = ? WHERE id = ?"), db_moment(w->now),
	    db_int(id));
	event_write(w, "occasion", id, "reminded", NULL,
	    number_said(w, outbox_guests(w, id, GUEST_REMINDED, o.answer_until)));
	return OCCASION_DONE;
}

enum occasion_change occasion_call_off(struct work *w, int64_t id)
{
	struct occasion o;

	if (!occasion_hold(w, id, &o))
		return OCCASION_UNKNOWN;
	if (!occasion_is_on(w, &o))
		return OCCASION_NOT_NOW;
	db_exec(w->db, SQL(
	    "UPDATE occasion SET called_off_at = ?, version = version + 1 WHERE id = ?"),
	    db_moment(w->now), db_int(id));
	event_write(w, "occasion", id, "called_off", NULL,
	    number_said(w, outbox_guests(w, id, GUEST_CALLED_OFF, w->now + LETTER_DAYS * DAY)));
	return OCCASION_DONE;
}


/* Forgetting ---------------------------------------------------------------------- */

/* What is still to be sent to them goes with them. */
bool occasion_erase(struct work *w, int64_t days)
{
	const int64_t id = db_number(w->db, SQL(
	    "SELECT id FROM occasion WHERE erased_at IS NULL AND ends_at < ?"
	    " ORDER BY ends_at LIMIT 1 FOR UPDATE"), db_moment(w->now - days * DAY));
	struct occasion o;
	struct answers said;

	if (id == 0 || !occasion_hold(w, id, &o))
		return false;
	occasion_answers(w, &o, &said);
	db_exec(w->db, SQL(
	    "UPDATE occasion SET erased_at = ?, invited = ?, said_yes = ?, people = ?, said_maybe = ?,"
	    "       said_no = ? WHERE id = ?"),
	    db_moment(w->now), db_int(said.invited), db_int(said.yes), db_int(said.people),
	    db_int(said.maybe), db_int(said.no), db_int(id));
	db_exec(w->db, SQL("DELETE FROM occasion_guest WHERE occasion_id = ?"), db_int(id));
	event_write(w, "occasion", id, "erased", NULL, number_said(w, said.invited));
	return true;
}
