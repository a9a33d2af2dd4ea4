/* What was sent to lists, newest first, and how far it is. */
#include "pages/publish/mailings.h"

#include <string.h>

#include "base/text.h"
#include "domain/list.h"
#include "pages/advisory.h"
#include "pages/choices.h"
#include "pages/publish/lists.h"
#include "pages/questions.h"
#include "pages/sectors.h"
#include "site.h"
#include "web/language.h"
#include "web/view.h"

static const struct choice states[] = {
	{ "draft", N_("Being written") },
	{ "sending", N_("Being sent") },
	{ "stopped", N_("Stopped") },
	{ "sent", N_("Sent") },
	{ "discarded", N_("Discarded") },
	{ NULL }
};

const char *mailing_path(struct request *r, int64_t id, const char *part)
{
	return memory_printf(r->work->memory, "/desk/publish/mailings/%lld%s", (long long)id, part);
}

const char *mailing_state_label(const char *state)
{
	return choice_label(states, state);
}

/* All but those that wait for something is done. Letters that are kept leave with others,
 * later: nobody waits for them here. */
void mailing_progress_pour(struct request *r, struct place *row, const struct mailing_counts *c,
	int64_t given, int64_t goal, bool sending, int64_t most)
{
	const int64_t all = goal > given ? goal : given, open = all - given + c->waiting;

	place_text(r, row, "given", memory_printf(r->work->memory, "%lld", (long long)given));
	place_text(r, row, "kept", count_said(r, c->kept, most));
	place_text(r, row, "waiting", count_said(r, c->waiting, most));
	place_text(r, row, "sent", count_said(r, c->sent, most));
	place_text(r, row, "failed", count_said(r, c->failed, most));
	place_text(r, row, "returned", count_said(r, c->returned, most));
	place_flag(r, row, "busy", sending || c->waiting > 0);
	place_number(r, row, "part", all == 0 ? 0 : 100 * (all - open) / all);
}


/* The list ----------------------------------------------------------------------- */

static void pour_line(struct request *r, struct place *row, struct db_rows *rows)
{
	const char *severity = db_get_text(rows, "severity"), *state = db_get_text(rows, "state");
	struct mailing_counts counts = { 0 };

	place_number(r, row, "id", db_get_int(rows, "id"));
	place_text(r, row, "title", db_get_text(rows, "title"));
	place_text(r, row, "list", db_get_text(rows, "list"));
	place_text(r, row, "tlp", db_get_text(rows, "tlp"));
	place_text(r, row, "kind", choice_label(advisory_kinds, db_get_text(rows, "kind")));
	place_text(r, row, "severity", severity);
	place_text(r, place_under(r, row, "severity"), "label",
	    choice_label(advisory_severities, severity));
	place_text(r, row, "sectors", sectors_said(r, db_get_text(rows, "sectors")));
	place_text(r, row, "state", state);
	place_text(r, place_under(r, row, "state"), "label", mailing_state_label(state));
	place_text(r, row, "by", db_get_text(rows, "sender") != NULL ? db_get_text(rows, "sender")
	    : db_get_text(rows, "writer"));
	place_moment(r, row, "at", db_get_moment(rows, "begun_at") != 0
	    ? db_get_moment(rows, "begun_at") : db_get_moment(rows, "made_at"));
	if (db_get_moment(rows, "begun_at") == 0)
		return;
	mailing_count(r->work, db_get_int(rows, "id"), MAILING_COUNTED_IN_LIST, &counts);
	mailing_progress_pour(r, place_under(r, row, "letters"), &counts, db_get_int(rows, "given"), 0,
	    text_is(state, "sending"), MAILING_COUNTED_IN_LIST);
}

static void pour_state(struct request *r, size_t n, const struct choice *state, const char *chosen)
{
	struct place *row = place_row(r, view_place(r, "filters"), n);

	place_text(r, row, "label", state != NULL ? state->label : N_("All"));
	place_text(r, row, "href", state == NULL ? "/desk/publish/mailings"
	    : memory_printf(r->work->memory, "/desk/publish/mailings?state=%s", state->value));
	place_flag(r, row, "chosen", text_is(state != NULL ? state->value : NULL, chosen));
	if (state != NULL && (text_is(state->value, "draft") || text_is(state->value, "sending")
	    || text_is(state->value, "stopped")))
		place_number(r, row, "count", mailings_in(r->work, state->value));
}

static const char *state_asked(struct request *r)
{
	for (const struct choice *state = states; state->value != NULL; state++)
		if (text_is(state->value, query_text(r, "state")))
			return state->value;
	return NULL;
}

int page_publish_mailings(struct request *r)
{
	const char *state = state_asked(r);
	const int64_t list_id = state == NULL ? query_number(r, "list", 0) : 0;
	struct db_rows *rows = mailings_page(r->work, state, list_id, query_number(r, "below", 0));
	struct place *mailings = view_place(r, "mailings");
	struct list list;
	int64_t last = 0;

	for (size_t i = 0; i < MAILING_ROWS && db_next(rows); i++) {
		pour_line(r, place_row(r, mailings, i), rows);
		last = db_get_int(rows, "id");
	}
	pour_state(r, 0, NULL, state);
	for (size_t i = 0; states[i].value != NULL; i++)
		pour_state(r, i + 1, &states[i], state);
	if (list_id != 0 && list_by_id(r->work, list_id, &list))
		list_pour(r, &list);
	if (db_row_count(rows) > MAILING_ROWS)
		view_text(r, "page.older", state != NULL
		    ? memory_printf(r->work->memory, "/desk/publish/mailings?state=%s&below=%lld", state,
		        (long long)last)
		    : memory_printf(r->work->memory, "/desk/publish/mailings?list=%lld&below=%lld",
		        (long long)list_id, (long long)last));
	view_flag(r, "narrowed", state != NULL || list_id != 0);
	return show(r, "publish/mailings.cs");
}
