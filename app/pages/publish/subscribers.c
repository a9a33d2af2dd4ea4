/* One list: how many read it, and for those who keep it, who. */
#include "domain/subscriber.h"

#include <string.h>

#include "base/mailbox.h"
#include "base/text.h"
#include "domain/may.h"
#include "domain/mailing.h"
#include "domain/subscription.h"
#include "formats/csv.h"
#include "pages/publish/lists.h"
#include "site.h"
#include "web/form_check.h"
#include "web/encode.h"
#include "web/language.h"
#include "web/view.h"

enum invite_limit {
	INVITED_MOST = 200,                      /* addresses at once */
	INVITED_TEXT = INVITED_MOST * 260,       /* characters of them all */
	NAMED_MOST   = 5,                        /* lines that are named in a complaint */
	TABLE_BYTES  = 6 * 1024 * 1024,
};

enum { EXACT = 10000 };                      /* up to which one list is counted */

static const struct choice states[] = {
	{ "confirmed", N_("Confirmed") },
	{ "asked", N_("To be confirmed") },
	{ "paused", N_("Paused") },
	{ "left", N_("Left") },
	{ "removed", N_("Removed") },
	{ NULL }
};

static const struct choice paces[] = {
	{ "at_once", N_("At once") },
	{ "daily", N_("Once a day") },
	{ "weekly", N_("Once a week") },
	{ NULL }
};

static const char *label_of(const struct choice *choices, const char *value)
{
	for (; choices->value != NULL; choices++)
		if (text_is(choices->value, value))
			return choices->label;
	return NULL;
}


/* Its page ----------------------------------------------------------------------- */

static void pour_counts(struct request *r, int64_t id)
{
	struct list_counts counts;

	list_count(r->work, id, EXACT, &counts);
	view_text(r, "list.confirmed", count_said(r, counts.confirmed, EXACT));
	view_text(r, "list.asked", count_said(r, counts.asked, EXACT));
	view_text(r, "list.paused", count_said(r, counts.paused, EXACT));
}

static void pour_state(struct request *r, int64_t id, size_t n, const struct choice *state,
	const char *chosen)
{
	struct place *row = place_row(r, view_place(r, "filters"), n);

	place_text(r, row, "label", state != NULL ? state->label : N_("All"));
	place_text(r, row, "href", state == NULL ? list_path(r, id, "")
	    : memory_printf(r->work->memory, "/desk/publish/lists/%lld?state=%s", (long long)id,
	        state->value));
	place_flag(r, row, "chosen", text_is(state != NULL ? state->value : NULL, chosen));
}

/* Returns the id of the last one. */
static int64_t pour_rows(struct request *r, struct db_rows *rows)
{
	struct place *list = view_place(r, "subscribers");
	int64_t last = 0;

	for (size_t i = 0; i < SUBSCRIBER_ROWS && db_next(rows); i++) {
		struct place *row = place_row(r, list, i);
		const char *state = db_get_text(rows, "state");

		last = db_get_int(rows, "id");
		place_number(r, row, "id", last);
		place_text(r, row, "email", db_get_text(rows, "email"));
		place_text(r, row, "state", state);
		place_text(r, place_under(r, row, "state"), "label", label_of(states, state));
		place_text(r, row, "pace", label_of(paces, db_get_text(rows, "pace")));
		place_flag(r, row, "invited", db_get_bool(rows, "invited"));
		place_moment(r, row, "at", db_get_moment(rows, text_is(state, "asked") ? "asked_at"
		    : text_is(state, "confirmed") ? "confirmed_at" : "ended_at"));
		place_number(r, row, "bounces", db_get_int(rows, "bounces"));
		place_moment(r, row, "bounced_at", db_get_moment(rows, "bounced_at"));
		place_text(r, row, "act", db_get_text(rows, "email") == NULL || text_is(state, "left") ? NULL
		    : text_is(state, "paused") ? "both" : text_is(state, "removed") ? "resume" : "remove");
	}
	return last;
}

static void pour_older(struct request *r, const struct subscriber_query *q, int64_t last)
{
	const char *path = list_path(r, q->list_id, "");

	view_text(r, "page.older", q->state != NULL
	    ? memory_printf(r->work->memory, "%s?state=%s&after=%lld", path, q->state, (long long)last)
	    : memory_printf(r->work->memory, "%s?after=%lld", path, (long long)last));
}

static void pour_subscribers(struct request *r, int64_t id)
{
	const char *state = query_text(r, "state");
	const char *address = text_trim(r->work->memory,
	    query_text(r, "address") != NULL ? query_text(r, "address") : "");
	struct subscriber_query q = { .list_id = id, .after = query_number(r, "after", 0) };
	struct db_rows *rows;
	int64_t last;

	if (label_of(states, state) != NULL)
		q.state = state;
	else if (!text_is_empty(address) && strlen(address) <= 254)
		q.address = address;
	rows = subscribers_page(r->work, &q);
	last = pour_rows(r, rows);
	pour_state(r, id, 0, NULL, q.state);
	for (size_t i = 0; states[i].value != NULL; i++)
		pour_state(r, id, i + 1, &states[i], q.state);
	view_text(r, "searched", q.address);
	view_text(r, "shown_state", q.state);
	view_flag(r, "narrowed", q.state != NULL || q.address != NULL || q.after != 0);
	if (db_row_count(rows) > SUBSCRIBER_ROWS && q.address != NULL)
		view_number(r, "page.after", last);
	else if (db_row_count(rows) > SUBSCRIBER_ROWS)
		pour_older(r, &q, last);
}

int page_publish_list(struct request *r)
{
	struct list list;

	if (!list_by_id(r->work, path_number(r, "id"), &list))
		return not_found(r);
	list_pour(r, &list);
	pour_counts(r, list.id);
	list_history_pour(r, list.id);
	if (may_list(r->work, ADMINISTER))
		pour_subscribers(r, list.id);
	return show(r, "publish/list.cs");
}


/* Inviting ----------------------------------------------------------------------- */

static const struct field invite_form[] = {
	{ "addresses", LINES, true, N_("Addresses"), N_("One a line, 200 at most."),
	  N_("Enter at least one address"), .max = INVITED_TEXT, .literal = true },
	{ "language", CHOICE, true, N_("Language of the mail"), .missing = N_("Choose a language"),
	  .choices = NULL },
	{ NULL }
};

static const struct field *form_of_invitation(struct request *r)
{
	struct choice *languages = memory_array(r->work->memory, struct choice, language_count() + 1);
	struct field *form = memory_array(r->work->memory, struct field, 3);

	for (size_t i = 0; i < language_count(); i++)
		languages[i] = (struct choice){ language_at(i)->code, language_at(i)->name };
	languages[language_count()] = (struct choice){ NULL };
	for (size_t i = 0; i < 3; i++)
		form[i] = invite_form[i];
	form[1].choices = languages;
	return form;
}

/* What was pasted, a line each; empty lines are none. */
struct pasted {
	const char *lines[INVITED_MOST];
	size_t numbers[INVITED_MOST];            /* of the line as it was typed */
	size_t count;
	bool too_many;
};

static void split(struct request *r, const char *text, struct pasted *pasted)
{
	*pasted = (struct pasted){ 0 };
	for (size_t number = 1; *text != '\0'; number++) {
		const size_t size = strcspn(text, "\n");
		const char *line = text_trim(r->work->memory,
		    memory_printf(r->work->memory, "%.*s", (int)size, text));

		text += size + (text[size] == '\n');
		if (text_is_empty(line))
			continue;
		if (pasted->count == INVITED_MOST) {
			pasted->too_many = true;
			return;
		}
		pasted->lines[pasted->count] = line;
		pasted->numbers[pasted->count++] = number;
	}
}

static bool is_address(struct request *r, const char *line)
{
	static const struct field address = { "address", EMAIL, true, N_("Address") };
	struct accepted accepted;

	return check_typed(r->work->memory, &address, &(struct typed){ .text = line }, r->work->now,
	    &accepted) == NULL;
}

/* Every line is looked at before anybody is written to. */
static bool are_addresses(struct request *r, const struct pasted *pasted)
{
	const char *wrong = NULL;
	size_t count = 0;

	for (size_t i = 0; i < pasted->count; i++)
		if (!is_address(r, pasted->lines[i]) && count++ < NAMED_MOST)
			wrong = memory_printf(r->work->memory, "%s%s%zu", wrong != NULL ? wrong : "",
			    wrong != NULL ? ", " : "", pasted->numbers[i]);
	if (pasted->too_many)
		form_complain(r, "addresses", N_("There are more than 200 addresses. Invite them in parts"));
	else if (count > 0)
		form_complain(r, "addresses", t_fill(r->work->memory,
		    t("These lines are no mail addresses: {lines}. Nobody was invited yet"), "lines",
		    count > NAMED_MOST ? memory_printf(r->work->memory, "%s…", wrong) : wrong, NULL));
	return form_is_good(r);
}

static bool came_before(struct request *r, const struct pasted *pasted, size_t n)
{
	const char *key = mailbox_key(r->work->memory, pasted->lines[n]);

	for (size_t i = 0; i < n; i++)
		if (text_is(mailbox_key(r->work->memory, pasted->lines[i]), key))
			return true;
	return false;
}

int page_publish_list_invite(struct request *r)
{
	struct list list;

	if (!list_by_id(r->work, path_number(r, "id"), &list) || list.ended_at != 0)
		return not_found(r);
	form_show(r, form_of_invitation(r));
	form_set(r, "language", language_at(0)->code);
	list_pour(r, &list);
	return show(r, "publish/list_invite.cs");
}

int post_publish_list_invite(struct request *r)
{
	struct pasted *pasted = memory_array(r->work->memory, struct pasted, 1);
	struct place *there = view_place(r, "there");
	int64_t invited = 0;
	struct list list;
	size_t n = 0;

	if (!list_by_id(r->work, path_number(r, "id"), &list) || list.ended_at != 0)
		return not_found(r);
	if (!form_accept(r, form_of_invitation(r)))
		return show_again(r, page_publish_list_invite);
	split(r, form_text(r, "addresses"), pasted);
	if (!are_addresses(r, pasted))
		return show_again(r, page_publish_list_invite);
	for (size_t i = 0; i < pasted->count; i++) {
		if (!came_before(r, pasted, i)
		    && subscription_invite(r->work, list.id, pasted->lines[i], form_text(r, "language")))
			invited++;
		else
			place_text(r, place_row(r, there, n++), "email", pasted->lines[i]);
	}
	list_pour(r, &list);
	view_number(r, "invited", invited);
	return show(r, "publish/list_invited.cs");
}


/* One of them -------------------------------------------------------------------- */

static int after(struct request *r, enum subscriber_act act, const char *done)
{
	const int64_t list_id = subscriber_list(r->work, path_number(r, "id"));

	if (act == SUBSCRIBER_UNKNOWN || list_id == 0)
		return not_found(r);
	tell(r, act == SUBSCRIBER_DONE ? done : N_("That is not possible here. Nothing was changed."));
	return redirect(r, list_path(r, list_id, ""));
}

int post_publish_subscriber_remove(struct request *r)
{
	return after(r, subscriber_remove(r->work, path_number(r, "id")),
	    N_("Removed. Nothing goes there any more. Under Removed you can take it back for a month."));
}

int post_publish_subscriber_resume(struct request *r)
{
	return after(r, subscriber_resume(r->work, path_number(r, "id")),
	    N_("It is on the list as before."));
}


/* For a spreadsheet -------------------------------------------------------------- */

static void add_moment(struct request *r, struct buffer *csv, moment m)
{
	csv_cell(csv, m != 0 ? moment_iso(r->work->memory, m) : NULL, false);
}

int file_publish_subscribers(struct request *r)
{
	static const char *const heads[] = { "address", "state", "language", "pace", "kinds", "severity",
		"sectors", "asked", "confirmed", "ended", "came_back" };
	struct db_rows *row = subscribers_table(r->work, path_number(r, "id"));
	struct buffer csv;
	struct list list;

	if (!list_by_id(r->work, path_number(r, "id"), &list))
		return not_found(r);
	buffer_open(&csv, r->work->memory, TABLE_BYTES);
	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
		csv_cell(&csv, heads[i], i == 0);
	csv_end(&csv);
	while (db_next(row)) {
		csv_cell(&csv, db_get_text(row, "email"), true);
		csv_cell(&csv, db_get_text(row, "state"), false);
		csv_cell(&csv, db_get_text(row, "language"), false);
		csv_cell(&csv, db_get_text(row, "pace"), false);
		csv_cell(&csv, db_get_text(row, "kinds"), false);
		csv_cell(&csv, db_get_text(row, "severity"), false);
		csv_cell(&csv, db_get_text(row, "sectors"), false);
		add_moment(r, &csv, db_get_moment(row, "asked_at"));
		add_moment(r, &csv, db_get_moment(row, "confirmed_at"));
		add_moment(r, &csv, db_get_moment(row, "ended_at"));
		csv_cell(&csv, db_get_text(row, "bounces"), false);
		csv_end(&csv);
	}
	set_header(r, "Content-Disposition", encode_disposition(r->work->memory,
	    memory_printf(r->work->memory, "list-%lld.csv", (long long)list.id)));
	return send_text(r, "text/csv; charset=utf-8", buffer_text(&csv));
}
