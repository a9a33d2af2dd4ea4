/* Saving the parts of a team, and opening its public pages. */
#include "domain/setup.h"

#include <string.h>

#include "base/text.h"
#include "domain/event.h"
#include "domain/outbox.h"

/* One change at a time: whoever comes second waits for the team's row. The
 * first change of an installation makes it. */
static void take_turn(struct work *w)
{
	struct db_rows *row = db_query(w->db, SQL("SELECT id FROM team WHERE id = 1 FOR UPDATE"));

	if (db_next(row) || db_failed(w->db))
		return;
	db_exec(w->db, SQL(
	    "INSERT IGNORE INTO team (id, code, name, short_name, country, zone, email, phone,"
	    "       emergency_phone, address, privacy_contact, complaint_body, retention_months)"
	    " VALUES (1, '', '', '', '', '', '', '', '', '', '', '', 0)"));
	db_query(w->db, SQL("SELECT id FROM team WHERE id = 1 FOR UPDATE"));
}

int64_t setup_version(struct work *w, const char *part)
{
	return db_number(w->db, SQL("SELECT version FROM team_section WHERE name = ?"),
	    db_text(part));
}

bool setup_part_begin(struct work *w, const char *part, int64_t version)
{
	take_turn(w);
	return setup_version(w, part) == version;
}

/* All processes look at the team's version. */
static void team_has_changed(struct work *w)
{
	db_exec(w->db, SQL("UPDATE team SET version = version + 1 WHERE id = 1"));
}

void setup_part_finish(struct work *w, const char *part)
{
	int64_t before = setup_version(w, part);

	db_exec(w->db, SQL(
	    "INSERT INTO team_section (name, version, changed_at, account_id) VALUES (?, 1, ?, ?)"
	    " ON DUPLICATE KEY UPDATE version = version + 1, changed_at = VALUES(changed_at),"
	    "       account_id = VALUES(account_id)"),
	    db_text(part), db_moment(w->now), db_id(w->actor.account_id));
	event_write(w, "team", 1, part, memory_printf(w->memory, "%lld", (long long)before),
	    memory_printf(w->memory, "%lld", (long long)before + 1));
	team_has_changed(w);
}

bool setup_code_is_good(const char *code)
{
	size_t size = strlen(code);

	return size >= SETUP_CODE_LEAST && size <= SETUP_CODE_MOST
	    && code[0] >= 'A' && code[0] <= 'Z'
	    && strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == size;
}

bool setup_code_is_fixed(struct work *w)
{
	return db_number(w->db, SQL("SELECT EXISTS (SELECT 1 FROM ticket)")) != 0;
}

static void note_word(struct work *w, const char *action, const char *from, const char *to)
{
	event_write(w, "team", 1, action, text_is_empty(from) ? NULL : from, to);
}

enum setup_change setup_team(struct work *w, int64_t version, const char *code,
	const char *name, const char *short_name, const char *country, const char *zone)
{
	struct db_rows *before;

	if (!setup_part_begin(w, "team", version))
		return SETUP_STALE;
	before = db_query(w->db, SQL("SELECT code, zone FROM team WHERE id = 1"));
	if (!db_next(before))
		return SETUP_STALE;
	if (!text_is(db_get_text(before, "code"), code)) {
		if (setup_code_is_fixed(w))
			return SETUP_CODE_FIXED;
		note_word(w, "code", db_get_text(before, "code"), code);
	}
	if (!text_is(db_get_text(before, "zone"), zone))
		note_word(w, "zone", db_get_text(before, "zone"), zone);
	db_exec(w->db, SQL(
	    "UPDATE team SET code = ?, name = ?, short_name = ?, country = ?, zone = ? WHERE id = 1"),
	    db_text(code), db_text(name), db_text(short_name), db_text(country), db_text(zone));
	setup_part_finish(w, "team");
	outbox_try_unsigned(w);
	return SETUP_SAVED;
}

/* Columns that a page leaves out where they are empty. */
static struct db_value or_empty(const char *text)
{
	return db_text(text != NULL ? text : "");
}

enum setup_change setup_contact(struct work *w, int64_t version, const char *phone,
	const char *email, const char *emergency_phone, const char *address)
{
	if (!setup_part_begin(w, "contact", version))
		return SETUP_STALE;
	db_exec(w->db, SQL(
	    "UPDATE team SET phone = ?, email = ?, emergency_phone = ?, address = ? WHERE id = 1"),
	    db_text(phone), db_text(email), db_text(emergency_phone), or_empty(address));
	setup_part_finish(w, "contact");
	outbox_try_unsigned(w);
	return SETUP_SAVED;
}

enum setup_change setup_privacy(struct work *w, int64_t version, const char *contact,
	const char *complaint_body, int64_t retention_months)
{
	if (!setup_part_begin(w, "privacy", version))
		return SETUP_STALE;
	db_exec(w->db, SQL(
	    "UPDATE team SET privacy_contact = ?, complaint_body = ?, retention_months = ?"
	    " WHERE id = 1"),
	    db_text(contact), or_empty(complaint_body), db_int(retention_months));
	setup_part_finish(w, "privacy");
	return SETUP_SAVED;
}

enum setup_change setup_languages(struct work *w, int64_t version, const char *codes)
{
	if (!setup_part_begin(w, "languages", version))
		return SETUP_STALE;
	db_exec(w->db, SQL("UPDATE team SET languages = ? WHERE id = 1"), db_text(codes));
	setup_part_finish(w, "languages");
	return SETUP_SAVED;
}

enum setup_change setup_texts(struct work *w, int64_t version, const char *language,
	const struct setup_text *texts, size_t count)
{
	const char *part = memory_printf(w->memory, "texts-%s", language);

	if (!setup_part_begin(w, part, version))
		return SETUP_STALE;
	for (size_t i = 0; i < count; i++) {
		if (text_is_empty(texts[i].value))
			db_exec(w->db, SQL("DELETE FROM team_text WHERE language = ? AND name = ?"),
			    db_text(language), db_text(texts[i].name));
		else
			db_exec(w->db, SQL(
			    "INSERT INTO team_text (language, name, value) VALUES (?, ?, ?)"
			    " ON DUPLICATE KEY UPDATE value = VALUES(value)"),
			    db_text(language), db_text(texts[i].name), db_text(texts[i].value));
	}
	setup_part_finish(w, part);
	return SETUP_SAVED;
}


/* Hours and holidays. */

/* Clocks that run now began some weeks ago: holidays that long past still
 * count (hours_load). */
struct db_rows *setup_holidays(struct work *w)
{
	return db_query(w->db, SQL(
	    "SELECT YEAR(day) * 10000 + MONTH(day) * 100 + DAYOFMONTH(day) AS number, name"
	    "  FROM holiday WHERE day >= DATE(?) - INTERVAL 60 DAY ORDER BY day LIMIT 200"),
	    db_moment(w->now));
}

static const char *clock_text(struct work *w, int minute)
{
	return memory_printf(w->memory, "%02d:%02d:00", minute / 60, minute % 60);
}

enum setup_change setup_hours(struct work *w, int64_t version, const struct span *spans,
	size_t span_count, const struct setup_day *days, size_t day_count)
{
	if (!setup_part_begin(w, "hours", version))
		return SETUP_STALE;
	db_exec(w->db, SQL("DELETE FROM hours"));
	for (size_t i = 0; i < span_count; i++)
		db_exec(w->db, SQL("INSERT INTO hours (weekday, opens, closes) VALUES (?, ?, ?)"),
		    db_int(spans[i].weekday), db_text(clock_text(w, spans[i].opens)),
		    db_text(clock_text(w, spans[i].closes)));
	db_exec(w->db, SQL("DELETE FROM holiday WHERE day >= DATE(?) - INTERVAL 60 DAY"),
	    db_moment(w->now));
	for (size_t i = 0; i < day_count; i++)
		db_exec(w->db, SQL(
		    "INSERT INTO holiday (day, name) VALUES (?, ?)"
		    " ON DUPLICATE KEY UPDATE name = VALUES(name)"),
		    db_text(memory_printf(w->memory, "%04d-%02d-%02d", days[i].year, days[i].month,
		    days[i].day)), db_text(days[i].name));
	setup_part_finish(w, "hours");
	return SETUP_SAVED;
}


/* Hotlines. */

static bool hotline_exists(struct work *w, int64_t id)
{
	return db_number(w->db, SQL("SELECT COUNT(*) FROM hotline WHERE id = ?"), db_int(id)) == 1;
}

static void note_hotline(struct work *w, const char *what, int64_t id)
{
	event_write(w, "team", 1, what, NULL, memory_printf(w->memory, "%lld", (long long)id));
	setup_part_finish(w, "hotlines");
}

enum setup_change setup_hotline_add(struct work *w, const struct hotline *hotline)
{
	int64_t id;

	take_turn(w);
	if (db_number(w->db, SQL("SELECT COUNT(*) FROM hotline")) >= TEAM_HOTLINES)
		return SETUP_FULL;
	id = db_insert(w->db, SQL(
	    "INSERT INTO hotline (position, name, phone, note, category)"
	    " SELECT COALESCE(MAX(position), 0) + 1, ?, ?, ?, ? FROM hotline"),
	    db_text(hotline->name), db_text(hotline->phone), db_text(hotline->note),
	    db_text(hotline->category));
	note_hotline(w, "hotline_added", id);
	return SETUP_SAVED;
}

enum setup_change setup_hotline_change(struct work *w, int64_t version,
	const struct hotline *hotline)
{
	bool fresh = setup_part_begin(w, "hotlines", version);

	if (!hotline_exists(w, hotline->id))
		return SETUP_UNKNOWN;
	if (!fresh)
		return SETUP_STALE;
	db_exec(w->db, SQL(
	    "UPDATE hotline SET name = ?, phone = ?, note = ?, category = ? WHERE id = ?"),
	    db_text(hotline->name), db_text(hotline->phone), db_text(hotline->note),
	    db_text(hotline->category), db_int(hotline->id));
	note_hotline(w, "hotline_changed", hotline->id);
	return SETUP_SAVED;
}

enum setup_change setup_hotline_remove(struct work *w, int64_t id)
{
	take_turn(w);
	if (!hotline_exists(w, id))
		return SETUP_UNKNOWN;
	db_exec(w->db, SQL("DELETE FROM hotline WHERE id = ?"), db_int(id));
	note_hotline(w, "hotline_removed", id);
	return SETUP_SAVED;
}

/* All of them get their place anew, 1, 2, 3: whatever stood there before. */
enum setup_change setup_hotline_move(struct work *w, int64_t id, int by)
{
	int64_t ids[TEAM_HOTLINES];
	struct db_rows *rows;
	size_t count = 0, from = TEAM_HOTLINES, to;

	take_turn(w);
	rows = db_query(w->db, SQL("SELECT id FROM hotline ORDER BY position, id LIMIT 20"));
	while (db_next(rows)) {
		ids[count] = db_get_int(rows, "id");
		if (ids[count] == id)
			from = count;
		count++;
	}
	if (from == TEAM_HOTLINES)
		return SETUP_UNKNOWN;
	to = by < 0 ? (from > 0 ? from - 1 : from) : (from + 1 < count ? from + 1 : from);
	if (to == from)
		return SETUP_SAVED;
	ids[from] = ids[to];
	ids[to] = id;
	for (size_t i = 0; i < count; i++)
		db_exec(w->db, SQL("UPDATE hotline SET position = ? WHERE id = ?"),
		    db_int((int64_t)i + 1), db_int(ids[i]));
	note_hotline(w, "hotline_moved", id);
	return SETUP_SAVED;
}


/* The door. */

static bool says(const struct team *team, const char *language, const char *name)
{
	for (size_t i = 0; i < team->text_count; i++)
		if (text_is(team->texts[i].language, language) && text_is(team->texts[i].name, name)
		    && !text_is_empty(team->texts[i].value))
			return true;
	return false;
}

unsigned setup_missing(struct work *w, const struct team *team, const char *first_language)
{
	unsigned missing = 0;

	if (team == NULL)
		return MISSING_TEAM | MISSING_CONTACT | MISSING_HOURS | MISSING_PRIVACY | MISSING_TEXTS;
	if (!setup_code_is_good(team->code) || text_is_empty(team->name)
	    || text_is_empty(team->short_name) || text_is_empty(team->country)
	    || !zone_exists(team->zone))
		missing |= MISSING_TEAM;
	if (text_is_empty(team->phone) || text_is_empty(team->email)
	    || text_is_empty(team->emergency_phone))
		missing |= MISSING_CONTACT;
	if (team->hours.span_count == 0 && setup_version(w, "hours") == 0)
		missing |= MISSING_HOURS;
	if (text_is_empty(team->privacy_contact) || team->retention_months == 0)
		missing |= MISSING_PRIVACY;
	if (!says(team, first_language, "about"))
		missing |= MISSING_TEXTS;
	return missing;
}

bool setup_open(struct work *w, const char *first_language)
{
	const struct team *team;

	take_turn(w);
	team = team_load(w, w->memory);
	if (setup_missing(w, team, first_language) != 0)
		return false;
	if (team->opened_at != 0)
		return true;
	db_exec(w->db, SQL("UPDATE team SET opened_at = ? WHERE id = 1"), db_moment(w->now));
	event_write(w, "team", 1, "opened", NULL, NULL);
	team_has_changed(w);
	return true;
}

void setup_close(struct work *w)
{
	take_turn(w);
	if (db_exec(w->db, SQL(
	    "UPDATE team SET opened_at = NULL WHERE id = 1 AND opened_at IS NOT NULL")) == 0)
		return;
	event_write(w, "team", 1, "closed", NULL, NULL);
	team_has_changed(w);
}
