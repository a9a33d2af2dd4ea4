/* One mailing: what it says, how far it is, who received it, and what is done with it. */
#include "pages/publish/mailings.h"

#include "base/settings.h"
#include "base/text.h"
#include "domain/delivery.h"
#include "domain/list.h"
#include "domain/may.h"
#include "formats/csv.h"
#include "pages/advisory.h"
#include "pages/choices.h"
#include "pages/publish/lists.h"
#include "site.h"
#include "team_cache.h"
#include "web/encode.h"
#include "web/language.h"

enum { TABLE_BYTES = 4 * 1024 * 1024 };

static const struct field act_form[] = { MAILING_VERSION, { NULL } };
static const struct field send_form[] = {
	{ "why", LINES, .label = N_("Why nobody else sends it"),
	  .hint = N_("You wrote some of it. The reason is kept and shown here."),
	  .max = MAILING_REASON },
	MAILING_VERSION, { NULL }
};

static const struct choice letters[] = {
	{ "waiting", N_("Waiting to leave") },
	{ "kept", N_("Kept for a digest") },
	{ "sent", N_("Sent") },
	{ "failed", N_("Failed") },
	{ "returned", N_("Came back") },
	{ NULL }
};

static const struct saying sayings[] = {
	{ "begun", N_("It was begun") },
	{ "saved", N_("It was changed") },
	{ "translated", N_("A translation was written") },
	{ "text_removed", N_("A translation was taken away") },
	{ "discarded", N_("It was discarded") },
	{ "taken_up", N_("It was taken up again") },
	{ "released", N_("It was sent") },
	{ "released_alone", N_("Its writer sent it without a second person") },
	{ "stopped", N_("It was stopped") },
	{ "gone_on", N_("It was sent on") },
	{ "sent", N_("Everybody has been written to") },
	{ NULL }
};


/* Its page ----------------------------------------------------------------------- */

static void pour_texts(struct request *r, const struct mailing *m)
{
	struct place *texts = view_place(r, "texts");

	for (size_t i = 0; i < language_count(); i++) {
		const struct language *language = language_at(i);
		const struct mailing_text *text = mailing_text_in(m, language->code);
		struct place *row = place_row(r, texts, i);

		place_text(r, row, "lang", language->code);
		place_text(r, row, "language", language->name);
		place_flag(r, row, "first", text_is(language->code, m->content.language));
		if (text != NULL)
			place_text(r, row, "title", text->title);
	}
}

static void pour_mailing(struct request *r, const struct mailing *m)
{
	const char *severity = m->content.severity;

	view_number(r, "mailing.id", m->id);
	view_number(r, "mailing.version", m->version);
	view_text(r, "mailing.title", m->title);
	view_text(r, "mailing.lang", m->content.language);
	view_text(r, "mailing.list", m->list);
	view_number(r, "mailing.list_id", m->content.list_id);
	view_flag(r, "mailing.list_ended", m->list_ended);
	view_text(r, "mailing.tlp", m->content.tlp);
	view_text(r, "mailing.kind", choice_label(advisory_kinds, m->content.kind));
	view_text(r, "mailing.severity", severity);
	view_text(r, "mailing.severity.label", choice_label(advisory_severities, severity));
	view_text(r, "mailing.sectors", sectors_said(r, m->content.sectors));
	view_text(r, "mailing.state", m->state);
	view_text(r, "mailing.state.label", mailing_state_label(m->state));
	view_text(r, "mailing.reference", m->reference);
	view_text(r, "mailing.writer", m->writer);
	view_text(r, "mailing.sender", m->sender);
	view_text(r, "mailing.reason", m->reason);
	view_moment(r, "mailing.made_at", m->made_at);
	view_moment(r, "mailing.begun_at", m->begun_at);
	view_moment(r, "mailing.ended_at", m->ended_at);
}

/* To how many it would go, of how many. */
static void pour_reach(struct request *r, const struct mailing *m)
{
	struct list_counts counts;

	list_count(r->work, m->content.list_id, MAILING_COUNTED, &counts);
	view_text(r, "reach.those", count_said(r,
	    delivery_would_reach(r->work, m->id, MAILING_COUNTED), MAILING_COUNTED));
	view_text(r, "reach.all", count_said(r, counts.confirmed, MAILING_COUNTED));
	view_text(r, "reach.asked", counts.asked > 0
	    ? count_said(r, counts.asked, MAILING_COUNTED) : NULL);
	view_text(r, "reach.paused", counts.paused > 0
	    ? count_said(r, counts.paused, MAILING_COUNTED) : NULL);
}

static void pour_letters(struct request *r, const struct mailing *m)
{
	const bool sending = text_is(m->state, "sending");
	struct mailing_counts counts;

	mailing_count(r->work, m->id, MAILING_COUNTED, &counts);
	mailing_progress_pour(r, view_place(r, "letters"), &counts, m->given,
	    sending ? delivery_would_reach(r->work, m->id, MAILING_COUNTED) : 0, sending,
	    MAILING_COUNTED);
	view_flag(r, "letters.off", text_is_empty(r->settings->mail_host));
}

static void pour_filter(struct request *r, const struct mailing *m, size_t n,
	const struct choice *state, const char *chosen)
{
	struct place *row = place_row(r, view_place(r, "filters"), n);

	place_text(r, row, "label", state != NULL ? state->label : N_("All"));
	place_text(r, row, "href", state == NULL ? mailing_path(r, m->id, "")
	    : memory_printf(r->work->memory, "/desk/publish/mailings/%lld?letters=%s", (long long)m->id,
	        state->value));
	place_flag(r, row, "chosen", text_is(state != NULL ? state->value : NULL, chosen));
}

static void pour_recipients(struct request *r, const struct mailing *m)
{
	const char *asked = query_text(r, "letters");
	const char *state = choice_label(letters, asked) != NULL ? asked : NULL;
	struct db_rows *rows = mailing_recipients(r->work, m->id, state, query_number(r, "after", 0));
	struct place *recipients = view_place(r, "recipients");
	int64_t last = 0;

	for (size_t i = 0; i < RECIPIENT_ROWS && db_next(rows); i++) {
		struct place *row = place_row(r, recipients, i);

		last = db_get_int(rows, "subscription_id");
		place_number(r, row, "id", last);
		place_text(r, row, "email", db_get_text(rows, "email"));
		place_text(r, row, "state", choice_label(letters, db_get_text(rows, "state")));
		place_moment(r, row, "at", db_get_moment(rows, "changed_at"));
	}
	pour_filter(r, m, 0, NULL, state);
	for (size_t i = 0; letters[i].value != NULL; i++)
		pour_filter(r, m, i + 1, &letters[i], state);
	if (db_row_count(rows) > RECIPIENT_ROWS)
		view_text(r, "page.older", memory_printf(r->work->memory,
		    "/desk/publish/mailings/%lld?%s%s%safter=%lld", (long long)m->id,
		    state != NULL ? "letters=" : "", state != NULL ? state : "", state != NULL ? "&" : "",
		    (long long)last));
	view_flag(r, "narrowed", state != NULL || query_number(r, "after", 0) != 0);
}

/* What this person can do with it now. */
static void pour_acts(struct request *r, const struct mailing *m)
{
	const bool lead = may_list(r->work, ADMINISTER), draft = text_is(m->state, "draft");

	view_flag(r, "may.write", draft);
	view_flag(r, "may.send", lead && draft && !m->list_ended);
	view_flag(r, "may.take_up", text_is(m->state, "discarded"));
	view_flag(r, "may.stop", lead && (text_is(m->state, "sending")
	    || (text_is(m->state, "sent") && mailing_has_kept(r->work, m->id))));
	view_flag(r, "may.go_on", lead && text_is(m->state, "stopped") && !m->list_ended);
	view_flag(r, "own", draft && mailing_is_writer(r->work, m));
}

static int show_mailing(struct request *r, int status)
{
	struct mailing m;

	if (!mailing_by_id(r->work, path_number(r, "id"), &m))
		return not_found(r);
	form_show(r, send_form);
	pour_mailing(r, &m);
	if (m.reference == NULL)
		pour_texts(r, &m);
	if (m.begun_at != 0) {
		pour_letters(r, &m);
		pour_recipients(r, &m);
	} else {
		pour_reach(r, &m);
	}
	pour_acts(r, &m);
	events_pour(r, sayings, "mailing", m.id);
	return status != 0 ? show_status(r, status, "publish/mailing.cs")
	    : show(r, "publish/mailing.cs");
}

int page_publish_mailing(struct request *r)
{
	return show_mailing(r, 0);
}

/* As a reader of that language gets it. */
int page_publish_mailing_preview(struct request *r)
{
	const struct language *language = language_by_code(path_word(r, "language"));
	const struct team *team = team_now(r->work);
	const struct mailing_text *text;
	struct mailing m;

	if (language == NULL || !mailing_by_id(r->work, path_number(r, "id"), &m)
	    || m.reference != NULL)
		return not_found(r);
	text = mailing_text_in(&m, language->code);
	if (text == NULL)
		return not_found(r);
	pour_mailing(r, &m);
	view_text(r, "preview.title", text->title);
	view_text(r, "preview.body", text->body);
	view_text(r, "preview.lang", language->code);
	view_text(r, "preview.dir", language->right_to_left ? "rtl" : "ltr");
	view_text(r, "preview.language", language->name);
	view_text(r, "preview.from", team != NULL ? team->name : NULL);
	return show(r, "publish/mailing_preview.cs");
}


/* What is done with it ----------------------------------------------------------- */

static int tell_and_go_back(struct request *r, const char *sentence)
{
	tell(r, sentence);
	return redirect(r, mailing_path(r, path_number(r, "id"), ""));
}

int mailing_after(struct request *r, enum mailing_change change, const char *done)
{
	switch (change) {
	case MAILING_DONE:
		return tell_and_go_back(r, done);
	case MAILING_UNKNOWN:
		return not_found(r);
	case MAILING_STALE:
		view_flag(r, "stale", true);
		form_keep(r);
		return show_mailing(r, 409);
	case MAILING_NOT_NOW:
		return tell_and_go_back(r, N_("That is not possible here. Nothing was changed."));
	case MAILING_OWN:
		form_complain(r, "why", N_("Say why nobody else sends it"));
		return show_mailing(r, 422);
	case MAILING_NO_LIST:
		return tell_and_go_back(r, N_("The list ended. Nothing goes to it any more."));
	case MAILING_TOO_STRICT:
		return tell_and_go_back(r, N_("The list does not carry this label any more. Nothing was sent."));
	}
	return not_found(r);
}

static int act(struct request *r, enum mailing_change (*change)(struct work *, int64_t, int64_t),
	const char *done)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_publish_mailing);
	return mailing_after(r, change(r->work, path_number(r, "id"), form_number(r, "version")), done);
}

int post_publish_mailing_discard(struct request *r)
{
	return act(r, mailing_discard, N_("Discarded. You can take it up again."));
}

int post_publish_mailing_take_up(struct request *r)
{
	return act(r, mailing_take_up, N_("It is a draft again."));
}

int post_publish_mailing_send(struct request *r)
{
	if (!form_accept(r, send_form))
		return show_again(r, page_publish_mailing);
	return mailing_after(r, mailing_send(r->work, path_number(r, "id"), form_number(r, "version"),
	    form_text(r, "why")), N_("It is on its way. This page shows how far it is."));
}

int post_publish_mailing_stop(struct request *r)
{
	return act(r, mailing_stop,
	    N_("Stopped. Nothing more of it leaves."));
}

int post_publish_mailing_go_on(struct request *r)
{
	return act(r, mailing_go_on, N_("It goes on, to those who did not get it."));
}


/* For a spreadsheet -------------------------------------------------------------- */

int file_publish_recipients(struct request *r)
{
	struct db_rows *row = mailing_recipients_table(r->work, path_number(r, "id"));
	struct mailing m;
	struct buffer csv;

	if (!mailing_by_id(r->work, path_number(r, "id"), &m))
		return not_found(r);
	buffer_open(&csv, r->work->memory, TABLE_BYTES);
	csv_cell(&csv, "subscription", true);
	csv_cell(&csv, "address", false);
	csv_cell(&csv, "state", false);
	csv_cell(&csv, "since", false);
	csv_end(&csv);
	while (db_next(row)) {
		csv_cell(&csv, db_get_text(row, "subscription_id"), true);
		csv_cell(&csv, db_get_text(row, "email"), false);
		csv_cell(&csv, db_get_text(row, "state"), false);
		csv_cell(&csv, moment_iso(r->work->memory, db_get_moment(row, "changed_at")), false);
		csv_end(&csv);
	}
	set_header(r, "Content-Disposition", encode_disposition(r->work->memory,
	    memory_printf(r->work->memory, "mailing-%lld.csv", (long long)m.id)));
	return send_text(r, "text/csv; charset=utf-8", buffer_text(&csv));
}
