/* Statistics: what arrived in a quarter and how soon it was answered, in a sentence,
 * a drawing and a table; and all of it for a spreadsheet. */
#include "domain/statistics.h"

#include <string.h>

#include "base/text.h"
#include "formats/csv.h"
#include "site.h"
#include "web/language.h"
#include "web/view.h"

enum { CSV_BYTES = 256 * 1024 };

/* "July to September 2026" */
static const char *quarter_said(struct request *r, const char *text)
{
	static const char *const months[] = {
		N_("January to March {year}"), N_("April to June {year}"),
		N_("July to September {year}"), N_("October to December {year}"),
	};
	struct quarter quarter;

	if (!quarter_parse(text, &quarter))
		return text;
	return t_fill(r->memory, t(months[quarter.number - 1]), "year",
	    memory_printf(r->memory, "%d", quarter.year), NULL);
}

static void pour_quarters(struct request *r, struct db_rows *rows, const char *chosen)
{
	struct place *quarters = view_place(r, "quarters");
	size_t n = 0;

	db_rewind(rows);
	while (db_next(rows)) {
		struct place *row = place_row(r, quarters, n++);
		const char *quarter = db_get_text(rows, "quarter");

		place_text(r, row, "path", memory_printf(r->memory, "/statistics/%s", quarter));
		place_text(r, row, "said", quarter_said(r, quarter));
		place_flag(r, row, "chosen", text_is(quarter, chosen));
		place_text(r, row, "reports", db_get_text(rows, "reports"));
	}
}

/* The bars of a drawing are as long as the largest lets them be. */
static void pour_classes(struct request *r, const char *quarter)
{
	struct db_rows *rows = statistic_classes(r->work, quarter);
	struct place *classes = view_place(r, "classes");
	int64_t largest = 0;
	size_t n = 0;

	while (db_next(rows)) {
		const int64_t reports = db_get_int(rows, "reports");
		const bool is_told = db_get_text(rows, "reports") != NULL;
		struct place *row = place_row(r, classes, n);

		largest = reports > largest ? reports : largest;
		place_text(r, row, "label", db_get_text(rows, "label"));
		place_flag(r, row, "told", is_told);
		place_number(r, row, "reports", reports);
		place_number(r, row, "part", largest > 0 ? 100 * reports / largest : 0);
		place_number(r, row, "rest", 100 - (largest > 0 ? 100 * reports / largest : 0));
		place_number(r, row, "label_at", (int64_t)n * 48 + 16);
		place_number(r, row, "bar_at", (int64_t)n * 48 + 24);
		n++;
	}
	view_number(r, "chart.height", (int64_t)n * 48);
	db_rewind(rows);
	if (db_next(rows) && largest > 0) {
		view_text(r, "first.label", db_get_text(rows, "label"));
		view_number(r, "first.reports", largest);
	}
}

static void pour_answers(struct request *r, struct db_rows *row)
{
	const int64_t due = db_get_int(row, "due");

	view_text(r, "quarter.reports", db_get_text(row, "reports"));
	view_moment(r, "quarter.made_at", db_get_moment(row, "made_at"));
	if (due == 0)
		return;
	view_number(r, "quarter.due", due);
	if (db_get_text(row, "met") != NULL) {
		view_number(r, "quarter.met", db_get_int(row, "met"));
		view_number(r, "quarter.share", (100 * db_get_int(row, "met") + due / 2) / due);
	}
	if (db_get_text(row, "median_minutes") != NULL)
		view_text(r, "quarter.median", length_brief(r->memory,
		    db_get_int(row, "median_minutes") * MINUTE, 2));
}

/* The quarter asked for; the newest where none was. */
static int show_quarter(struct request *r, const char *asked)
{
	struct db_rows *rows = statistics(r->work);
	const char *quarter = NULL;

	while (quarter == NULL && db_next(rows))
		if (asked == NULL || text_is(db_get_text(rows, "quarter"), asked))
			quarter = db_get_text(rows, "quarter");
	if (quarter == NULL && asked != NULL)
		return not_found(r);
	same_for_everybody(r);
	if (quarter != NULL) {
		view_text(r, "quarter.said", quarter_said(r, quarter));
		pour_answers(r, rows);
		pour_classes(r, quarter);
		pour_quarters(r, rows, quarter);
	}
	return show(r, "public/statistics.cs");
}

int page_statistics(struct request *r)
{
	return show_quarter(r, NULL);
}

int page_statistics_quarter(struct request *r)
{
	return show_quarter(r, path_word(r, "quarter"));
}

/* What is not told is an empty cell. */
static void add_row(struct buffer *csv, const char *quarter, const char *figure, const char *value)
{
	csv_cell(csv, quarter, true);
	csv_cell(csv, figure, false);
	csv_cell(csv, value, false);
	csv_end(csv);
}

int file_statistics(struct request *r)
{
	struct db_rows *rows = statistics(r->work);
	struct buffer csv;

	buffer_open(&csv, r->memory, CSV_BYTES);
	add_row(&csv, "quarter", "figure", "value");
	while (db_next(rows)) {
		const char *quarter = db_get_text(rows, "quarter");

		add_row(&csv, quarter, "reports", db_get_text(rows, "reports"));
		add_row(&csv, quarter, "first-answers-due", db_get_text(rows, "due"));
		add_row(&csv, quarter, "first-answers-in-time", db_get_text(rows, "met"));
		add_row(&csv, quarter, "first-answer-median-minutes", db_get_text(rows, "median_minutes"));
	}
	rows = statistic_all_classes(r->work);
	while (db_next(rows))
		add_row(&csv, db_get_text(rows, "quarter"), memory_printf(r->memory, "reports:%s",
		    db_get_text(rows, "rsit_class")), db_get_text(rows, "reports"));
	return send_published(r, "text/csv; charset=utf-8", buffer_text(&csv), csv.size);
}
