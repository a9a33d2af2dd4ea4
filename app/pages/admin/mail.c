/* Mail that waits, has left, was given up or stopped; trying, stopping and
 * starting again. What a mail about a ticket says, and to whom it goes, is for
 * the team; whoever only looks after mail sees that it goes. */
#include "base/settings.h"
#include "base/text.h"
#include "domain/outbox.h"
#include "site.h"
#include "web/language.h"
#include "web/view.h"

static const struct word {
	const char *name, *label;
} states[] = {
	{ "waiting",  N_("To be sent") },
	{ "sent",     N_("Sent") },
	{ "given_up", N_("Given up") },
	{ "stopped",  N_("Stopped") },
	{ NULL }
}, kinds[] = {
	{ "received", N_("To a reporter: the report arrived") },
	{ "answered", N_("To a reporter: there is an answer") },
	{ "arrived",  N_("To those on duty: a new report") },
	{ "invite",   N_("Invitation") },
	{ "password", N_("Link to a new password") },
	{ "told_password", N_("To its owner: the password was changed") },
	{ "told_factor",   N_("To its owner: the second factor was changed") },
	{ "told_roles",    N_("To its owner: the roles were changed") },
	{ "told_half_in",  N_("To its owner: somebody has the password") },
	{ "publishing",    N_("To leads: something published wants attention") },
	{ "guest_invited",    N_("To a guest: an invitation") },
	{ "guest_reminded",   N_("To a guest: a reminder") },
	{ "guest_changed",    N_("To a guest: another time or place") },
	{ "guest_called_off", N_("To a guest: an event was called off") },
	{ NULL }
};

static const char *label_of(const struct word *word, const char *name)
{
	for (; word->name != NULL; word++)
		if (text_is(word->name, name))
			return word->label;
	return NULL;
}

static const char *chosen_state(const struct request *r)
{
	const char *asked = query_text(r, "state");

	return outbox_has_state(asked) ? asked : "waiting";
}

static void pour_mail(struct request *r, size_t number, struct db_rows *row, const char *state)
{
	const char *mail = memory_printf(r->memory, "mails.%zu", number);
	const bool waits = text_is(state, "waiting");

	view_number(r, memory_printf(r->memory, "%s.id", mail), db_get_int(row, "id"));
	view_text(r, memory_printf(r->memory, "%s.label", mail),
	    label_of(kinds, db_get_text(row, "kind")));
	view_text(r, memory_printf(r->memory, "%s.recipient", mail), db_get_text(row, "recipient"));
	view_text(r, memory_printf(r->memory, "%s.reference", mail), db_get_text(row, "reference"));
	view_moment(r, memory_printf(r->memory, "%s.made_at", mail), db_get_moment(row, "made_at"));
	view_number(r, memory_printf(r->memory, "%s.tries", mail), db_get_int(row, "tries"));
	view_flag(r, memory_printf(r->memory, "%s.unsigned", mail),
	    text_is(db_get_text(row, "answer"), OUTBOX_UNSIGNED));
	view_text(r, memory_printf(r->memory, "%s.answer", mail), db_get_text(row, "answer"));
	view_moment(r, memory_printf(r->memory, "%s.%s", mail, waits ? "next_at" : "ended_at"),
	    db_get_moment(row, waits ? "next_at" : "ended_at"));
	view_flag(r, memory_printf(r->memory, "%s.claimed", mail), db_get_bool(row, "claimed"));
	view_flag(r, memory_printf(r->memory, "%s.may_start", mail), !waits
	    && !text_is(state, "sent") && (db_get_bool(row, "in_time")
	    || db_get_text(row, "ticket_id") != NULL));
}

static void pour_states(struct request *r, const char *chosen)
{
	struct outbox_counts counts;

	outbox_count(r->work, &counts);
	for (size_t i = 0; states[i].name != NULL; i++) {
		const char *under = memory_printf(r->memory, "states.%zu", i);
		int64_t count = text_is(states[i].name, "waiting") ? counts.waiting
		    : text_is(states[i].name, "given_up") ? counts.given_up : 0;

		view_text(r, memory_printf(r->memory, "%s.label", under), states[i].label);
		view_text(r, memory_printf(r->memory, "%s.href", under),
		    memory_printf(r->memory, "/admin/mail?state=%s", states[i].name));
		view_flag(r, memory_printf(r->memory, "%s.chosen", under), text_is(states[i].name, chosen));
		if (count > 0)
			view_text(r, memory_printf(r->memory, "%s.count", under), count > 999 ? "999+"
			    : memory_printf(r->memory, "%lld", (long long)count));
	}
}

int page_mail(struct request *r)
{
	const char *state = chosen_state(r);
	struct db_rows *rows = outbox_page(r->work, state, query_number(r, "before", 0));
	int64_t last = 0;

	for (size_t number = 0; db_next(rows) && number < OUTBOX_PAGE; number++) {
		pour_mail(r, number, rows, state);
		last = db_get_int(rows, "id");
	}
	if (db_row_count(rows) > OUTBOX_PAGE)
		view_text(r, "page.older", memory_printf(r->memory, "/admin/mail?state=%s&before=%lld",
		    state, (long long)last));
	if (query_number(r, "before", 0) != 0)
		view_text(r, "page.newest", memory_printf(r->memory, "/admin/mail?state=%s", state));
	pour_states(r, state);
	view_text(r, "state.name", state);
	view_text(r, "state.label", label_of(states, state));
	view_flag(r, "mail.off", text_is_empty(r->settings->mail_host));
	view_number(r, "mail.kept_days", r->settings->mail_kept_days);
	return show(r, "admin/mail.cs");
}

/* What every act ends with: the list that the row was in. */
static int go_on(struct request *r, enum outbox_act act, const char *done, const char *state)
{
	switch (act) {
	case OUTBOX_UNKNOWN:  return not_found(r);
	case OUTBOX_TOO_LATE: tell(r, N_("Too late: this mail has left, or is of no use any more."));
	                      break;
	case OUTBOX_DONE:     tell(r, done);
	                      break;
	}
	return redirect(r, memory_printf(r->memory, "/admin/mail?state=%s", state));
}

int post_mail_try(struct request *r)
{
	return go_on(r, outbox_try_now(r->work, path_number(r, "id")),
	    N_("It is tried within a few seconds."), "waiting");
}

int post_mail_stop(struct request *r)
{
	return go_on(r, outbox_stop(r->work, path_number(r, "id")),
	    N_("Stopped. It is not tried again unless somebody starts it again."), "waiting");
}

int post_mail_start(struct request *r)
{
	return go_on(r, outbox_start_again(r->work, path_number(r, "id")),
	    N_("Started again. It is tried within a few seconds."), "waiting");
}
