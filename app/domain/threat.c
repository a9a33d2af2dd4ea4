/* Rows of what others know. */
#include "domain/threat.h"

#include "base/text.h"
#include "domain/event.h"

enum { ASKED = 10, SWEPT = 5000 };

static const char *const names[THREAT_SOURCES] = {
	[THREAT_EXPLOITED] = "kev", [THREAT_LIKELY] = "epss",
};


/* Finding ------------------------------------------------------------------------- */

static struct db_value asked(const char *const *cves, size_t count, size_t i)
{
	return i < count ? db_text(cves[i]) : db_null();
}

/* Ten at once: of most advisories all. */
static struct db_rows *find_some(struct work *w, const char *const *c, size_t n)
{
	return db_query(w->db, SQL(
	    "SELECT known.cve, known.since_on, 0 AS score, 0 AS percentile, source.as_of"
	    "  FROM threat_source AS source JOIN threat_exploited AS known ON known.edition = source.edition"
	    " WHERE source.name = 'kev' AND known.cve IN (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
	    " UNION ALL"
	    " SELECT known.cve, NULL, known.score, known.percentile, source.as_of"
	    "  FROM threat_source AS source JOIN threat_likely AS known ON known.edition = source.edition"
	    " WHERE source.name = 'epss' AND known.cve IN (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
	    asked(c, n, 0), asked(c, n, 1), asked(c, n, 2), asked(c, n, 3), asked(c, n, 4),
	    asked(c, n, 5), asked(c, n, 6), asked(c, n, 7), asked(c, n, 8), asked(c, n, 9),
	    asked(c, n, 0), asked(c, n, 1), asked(c, n, 2), asked(c, n, 3), asked(c, n, 4),
	    asked(c, n, 5), asked(c, n, 6), asked(c, n, 7), asked(c, n, 8), asked(c, n, 9));
}

static void take(struct db_rows *row, struct threat *threat)
{
	const char *since = db_get_text(row, "since_on");

	if (since != NULL) {
		threat->since = since;
		threat->since_as_of = db_get_text(row, "as_of");
		return;
	}
	threat->score = (int)db_get_int(row, "score");
	threat->percentile = (int)db_get_int(row, "percentile");
	threat->likely_as_of = db_get_text(row, "as_of");
}

void threats_find(struct work *w, const char *const *cves, size_t count, struct threat *threats)
{
	for (size_t i = 0; i < count; i++)
		threats[i] = (struct threat){ 0 };
	for (size_t first = 0; first < count; first += ASKED) {
		const size_t size = count - first < ASKED ? count - first : ASKED;
		struct db_rows *rows = find_some(w, cves + first, size);

		while (db_next(rows))
			for (size_t i = first; i < first + size; i++)
				if (text_is(cves[i], db_get_text(rows, "cve")))
					take(rows, &threats[i]);
	}
}


/* Reading ------------------------------------------------------------------------- */

const char *threat_day(struct work *w, enum threat_source source)
{
	struct db_rows *row = db_query(w->db, SQL("SELECT as_of FROM threat_source WHERE name = ?"),
	    db_text(names[source]));

	return db_next(row) ? db_get_text(row, "as_of") : NULL;
}

int64_t threat_begin(struct work *w, enum threat_source source)
{
	int64_t edition;

	db_exec(w->db, SQL("INSERT IGNORE INTO threat_source (name, edition, reading) VALUES (?, 0, 0)"),
	    db_text(names[source]));
	edition = 1 + db_number(w->db, SQL(
	    "SELECT GREATEST(edition, reading) FROM threat_source WHERE name = ? FOR UPDATE"),
	    db_text(names[source]));
	db_exec(w->db, SQL("UPDATE threat_source SET reading = ? WHERE name = ?"), db_int(edition),
	    db_text(names[source]));
	return edition;
}

static bool is_mine(struct work *w, enum threat_source source, int64_t edition)
{
	return db_number(w->db, SQL("SELECT reading FROM threat_source WHERE name = ? FOR UPDATE"),
	    db_text(names[source])) == edition;
}

bool threat_add(struct work *w, enum threat_source source, int64_t edition,
	const struct threat_row *rows, size_t count)
{
	const size_t columns = source == THREAT_EXPLOITED ? 3 : 4;
	struct db_value *values = memory_room(w->memory, struct db_value, columns * count);

	if (!is_mine(w, source, edition))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct db_value *row = values + columns * i;

		row[0] = db_int(edition);
		row[1] = db_text(rows[i].cve);
		row[2] = source == THREAT_EXPLOITED ? db_text(rows[i].since) : db_int(rows[i].score);
		if (source == THREAT_LIKELY)
			row[3] = db_int(rows[i].percentile);
	}
	if (source == THREAT_EXPLOITED)
		db_exec_rows(w->db, SQL(
		    "INSERT INTO threat_exploited (edition, cve, since_on) VALUES (?, ?, ?)"
		    " ON DUPLICATE KEY UPDATE since_on = LEAST(since_on, VALUES(since_on))"),
		    values, columns, count);
	else
		db_exec_rows(w->db, SQL(
		    "INSERT INTO threat_likely (edition, cve, score, percentile) VALUES (?, ?, ?, ?)"
		    " ON DUPLICATE KEY UPDATE score = VALUES(score), percentile = VALUES(percentile)"),
		    values, columns, count);
	return true;
}

bool threat_finish(struct work *w, enum threat_source source, int64_t edition, const char *day,
	const char *release, int64_t *entries)
{
	if (!is_mine(w, source, edition))
		return false;
	*entries = source == THREAT_EXPLOITED
	    ? db_number(w->db, SQL("SELECT COUNT(*) FROM threat_exploited WHERE edition = ?"),
	        db_int(edition))
	    : db_number(w->db, SQL("SELECT COUNT(*) FROM threat_likely WHERE edition = ?"),
	        db_int(edition));
	db_exec(w->db, SQL(
	    "UPDATE threat_source SET edition = ?, as_of = ?, release_name = ?, entries = ?, read_at = ?"
	    " WHERE name = ?"),
	    db_int(edition), db_text(day), db_text(release), db_int(*entries), db_moment(w->now),
	    db_text(names[source]));
	event_write(w, "threats", edition, names[source], NULL, day);
	return true;
}

bool threat_sweep(struct work *w, enum threat_source source)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT edition, reading FROM threat_source WHERE name = ? FOR UPDATE"), db_text(names[source]));
	int64_t edition, reading;

	if (!db_next(row))
		return false;
	edition = db_get_int(row, "edition");
	reading = db_get_int(row, "reading");
	return (source == THREAT_EXPLOITED ? db_exec(w->db, SQL(
	    "DELETE FROM threat_exploited WHERE edition NOT IN (?, ?) LIMIT ?"),
	    db_int(edition), db_int(reading), db_int(SWEPT)) : db_exec(w->db, SQL(
	    "DELETE FROM threat_likely WHERE edition NOT IN (?, ?) LIMIT ?"),
	    db_int(edition), db_int(reading), db_int(SWEPT))) == SWEPT;
}
