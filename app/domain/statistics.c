/* Figures of each quarter. */
#include "domain/statistics.h"

#include <string.h>

#include "base/text.h"

bool quarter_parse(const char *text, struct quarter *quarter)
{
	int64_t year, number;
	char *first = NULL;

	if (strlen(text) != 6 || text[4] != '-')
		return false;
	first = memory_text_of(NULL, text, 4);
	const bool good = text_number(first, 2000, 9999, &year) && text_number(text + 5, 1, 4, &number);
	memory_end(first);
	if (good)
		*quarter = (struct quarter){ (int)year, (int)number };
	return good;
}

const char *quarter_text(const void *memory, struct quarter quarter)
{
	return memory_printf(memory, "%04d-%d", quarter.year, quarter.number);
}

static struct quarter quarter_of(moment at)
{
	struct wall wall;

	wall_of(at, &wall);
	return (struct quarter){ wall.year, (wall.month - 1) / 3 + 1 };
}

static struct quarter quarter_after(struct quarter quarter)
{
	return quarter.number == 4 ? (struct quarter){ quarter.year + 1, 1 }
	    : (struct quarter){ quarter.year, quarter.number + 1 };
}

/* Its first moment, in the team's zone. */
static moment quarter_begins(struct quarter quarter)
{
	const struct wall wall = { .year = quarter.year, .month = quarter.number * 3 - 2, .day = 1 };

	return moment_of(&wall);
}


/* Hiding. */

void statistic_hide(struct class_count *rows, size_t count)
{
	size_t hidden = 0;

	while (hidden < count && rows[hidden].reports < STATISTIC_LEAST)
		rows[hidden++].reports = -1;
	/* From the total and one or two others, what is hidden could be worked out. */
	while (hidden > 0 && hidden < STATISTIC_HIDDEN && hidden < count)
		rows[hidden++].reports = -1;
}


/* Making. */

static size_t read_classes(struct work *w, moment from, moment until, struct class_count *rows,
	int64_t *total)
{
	struct db_rows *found = db_query(w->db, SQL("CALL statistic_classes(?, ?)"), db_moment(from),
	    db_moment(until));
	size_t count = 0;

	*total = 0;
	while (db_next(found) && count < STATISTIC_CLASSES) {
		rows[count] = (struct class_count){ db_get_text(found, "rsit_class"), db_get_int(found, "reports") };
		*total += rows[count++].reports;
	}
	return count;
}

static struct db_value told(int64_t number, bool is_told)
{
	return is_told && number >= STATISTIC_LEAST ? db_int(number) : db_null();
}

/* Few answers point to somebody as few reports do; and where few came late, so does
 * the number of those in time, which is the rest. */
static void keep_quarter(struct work *w, struct quarter quarter, moment from, moment until,
	int64_t total)
{
	struct db_rows *answers = db_query(w->db, SQL("CALL statistic_answers(?, ?)"), db_moment(from),
	    db_moment(until));
	const bool any = db_next(answers);
	const int64_t due = any ? db_get_int(answers, "due") : 0, met = any ? db_get_int(answers, "met") : 0;

	db_exec(w->db, SQL(
	    "INSERT INTO statistic (quarter, reports, due, met, median_minutes, made_at)"
	    " VALUES (?, ?, ?, ?, ?, ?)"),
	    db_text(quarter_text(w->memory, quarter)), told(total, true), told(due, true),
	    told(met, due - met >= STATISTIC_LEAST),
	    any && db_get_int(answers, "given") >= STATISTIC_LEAST
	        ? db_int(db_get_int(answers, "median_minutes")) : db_null(), db_moment(w->now));
}

static void make(struct work *w, struct quarter quarter)
{
	const moment from = quarter_begins(quarter), until = quarter_begins(quarter_after(quarter));
	struct class_count rows[STATISTIC_CLASSES];
	int64_t total;
	const size_t count = read_classes(w, from, until, rows, &total);

	statistic_hide(rows, count);
	keep_quarter(w, quarter, from, until, total);
	for (size_t i = 0; i < count; i++)
		db_exec(w->db, SQL(
		    "INSERT INTO statistic_class (quarter, rsit_class, reports) VALUES (?, ?, ?)"),
		    db_text(quarter_text(w->memory, quarter)), db_text(rows[i].name),
		    rows[i].reports >= 0 ? db_int(rows[i].reports) : db_null());
}

/* After the newest that is there; else the one in which the first report arrived. */
static bool next_quarter(struct work *w, struct quarter *quarter)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT quarter FROM statistic ORDER BY quarter DESC LIMIT 1"));
	moment first;

	if (db_next(row) && quarter_parse(db_get_text(row, "quarter"), quarter)) {
		*quarter = quarter_after(*quarter);
		return true;
	}
	row = db_query(w->db, SQL("CALL statistic_first()"));
	if (!db_next(row))
		return false;
	first = db_get_moment(row, "first_at");
	*quarter = quarter_of(first);
	return true;
}

bool statistic_make(struct work *w)
{
	struct quarter quarter;

	if (!next_quarter(w, &quarter)
	    || quarter_begins(quarter_after(quarter)) + STATISTIC_WAIT * DAY > w->now)
		return false;
	make(w, quarter);
	return true;
}


/* Reading. */

struct db_rows *statistics(struct work *w)
{
	return db_query(w->db, SQL(
	    "SELECT quarter, reports, due, met, median_minutes, made_at"
	    "  FROM statistic ORDER BY quarter DESC LIMIT 40"));
}

struct db_rows *statistic_classes(struct work *w, const char *quarter)
{
	return db_query(w->db, SQL(
	    "SELECT statistic_class.rsit_class, rsit_class.label, reports FROM statistic_class"
	    "  JOIN rsit_class ON rsit_class.name = statistic_class.rsit_class"
	    " WHERE quarter = ? ORDER BY reports IS NULL, reports DESC, rsit_class.position LIMIT 20"),
	    db_text(quarter));
}

struct db_rows *statistic_all_classes(struct work *w)
{
	return db_query(w->db, SQL(
	    "SELECT quarter, rsit_class, reports FROM statistic_class"
	    " ORDER BY quarter, rsit_class LIMIT 1000"));
}
