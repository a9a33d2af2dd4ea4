/* Events that everybody reads of. */
#include "domain/occasion.h"
#include "site.h"
#include "web/language.h"
#include "web/view.h"

int page_events(struct request *r)
{
	struct db_rows *rows = occasions_shown(r->work, r->language, language_at(0)->code,
	    query_number(r, "at", 0), query_number(r, "id", 0));
	struct place *list = view_place(r, "events");
	int64_t last = 0;
	moment at = 0;

	same_for_everybody(r);
	for (size_t i = 0; i < OCCASION_ROWS && db_next(rows); i++) {
		struct place *row = place_row(r, list, i);

		last = db_get_int(rows, "id");
		at = db_get_moment(rows, "starts_at");
		place_text(r, row, "title", db_get_text(rows, "title"));
		place_text(r, row, "words", db_get_text(rows, "words"));
		place_text(r, row, "lang", db_get_text(rows, "language"));
		place_text(r, row, "place", db_get_text(rows, "place"));
		place_moment(r, row, "starts_at", at);
		place_moment(r, row, "ends_at", db_get_moment(rows, "ends_at"));
		place_flag(r, row, "called_off", db_get_bool(rows, "called_off"));
	}
	if (db_row_count(rows) > OCCASION_ROWS)
		view_text(r, "page.later", memory_printf(r->work->memory, "/events?at=%lld&id=%lld",
		    (long long)at, (long long)last));
	return show(r, "public/events.cs");
}
