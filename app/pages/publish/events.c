/* Events to which people are invited: the list. */
#include "pages/publish/events.h"

#include "site.h"
#include "web/view.h"

/* The next page begins below the last one that is shown. */
static void pour_older(struct request *r, moment at, int64_t id)
{
	view_text(r, "page.older", memory_printf(r->work->memory,
	    "/desk/publish/events?at=%lld&id=%lld", (long long)at, (long long)id));
}

int page_publish_events(struct request *r)
{
	struct db_rows *rows = occasions_page(r->work, r->language, query_number(r, "at", 0),
	    query_number(r, "id", 0));
	struct place *list = view_place(r, "events");
	int64_t last = 0;
	moment at = 0;

	for (size_t i = 0; i < OCCASION_ROWS && db_next(rows); i++) {
		struct place *row = place_row(r, list, i);

		last = db_get_int(rows, "id");
		at = db_get_moment(rows, "starts_at");
		place_number(r, row, "id", last);
		place_moment(r, row, "starts_at", at);
		place_text(r, row, "title", db_get_text(rows, "title"));
		place_flag(r, row, "called_off", db_get_bool(rows, "called_off"));
		place_flag(r, row, "over", db_get_bool(rows, "ended"));
		place_flag(r, row, "shown", db_get_bool(rows, "shown"));
	}
	if (db_row_count(rows) > OCCASION_ROWS)
		pour_older(r, at, last);
	if (query_number(r, "id", 0) != 0)
		view_text(r, "page.newest", "/desk/publish/events");
	return show(r, "publish/events.cs");
}
