/* A ticket at the desk: the whole conversation, its facts, and everything one
 * can do with it. */
#include "site.h"

#include <string.h>

#include "base/locked_zip.h"
#include "base/text.h"
#include "domain/attachment.h"
#include "domain/event.h"
#include "domain/handling.h"
#include "domain/message.h"
#include "domain/reference.h"
#include "domain/staff.h"
#include "domain/taxonomy.h"
#include "domain/ticket.h"
#include "pages/desk/clock.h"
#include "pages/desk/history.h"
#include "pages/long_questions.h"
#include "pages/files.h"
#include "pages/questions.h"
#include "team_cache.h"
#include "web/form.h"
#include "web/language.h"
#include "web/presence.h"
#include "web/view.h"

/* What a form about a ticket carries beside its own field: the version it was
 * made of, and the newest event that its page showed. */
#define VERSION \
	{ "version", NUMBER, true, N_("Version"), .min = 1, .max = INT32_MAX, .hidden = true, \
	    .missing = N_("Open the ticket again and send the form from there") }, \
	{ "seen", NUMBER, false, N_("Seen"), .min = 0, .max = INT64_MAX, .hidden = true }

static const struct field reply_form[] = {
	VERSION,
	{ "body", LINES, true, N_("Reply to the reporter"), .max = TICKET_BODY,
	    .missing = N_("Write something before you send it") },
	FILES_QUESTION(N_("Add files"), NULL),
	{ NULL }
};
static const struct field note_form[] = {
	VERSION,
	{ "body", LINES, true, N_("Note, only us"), .max = TICKET_BODY,
	    .missing = N_("Write something before you save it") },
	FILES_QUESTION(N_("Add files"), NULL),
	{ NULL }
};
static const struct field act_form[] = { VERSION, { NULL } };
static const struct field assign_form[] = {
	VERSION,
	{ "owner", ID, true, N_("Owner"), .missing = N_("Choose an owner") },
	{ NULL }
};
static const struct field state_form[] = {
	VERSION,
	{ "to", TEXT, true, N_("State"), .max = 20, .hidden = true,
	    .missing = N_("Choose a state") },
	{ NULL }
};
static const struct field priority_form[] = {
	VERSION,
	{ "priority", TEXT, true, N_("Priority"), .max = 20, .missing = N_("Choose a priority") },
	{ NULL }
};
static const struct field rsit_form[] = {
	VERSION,
	{ "rsit", TEXT, true, N_("Class"), .max = 101, .missing = N_("Choose a class") },
	{ NULL }
};
static const struct field tlp_form[] = {
	VERSION,
	{ "tlp", TEXT, true, N_("Sharing"), .max = 12, .missing = N_("Choose a label") },
	{ NULL }
};
static const struct field subject_form[] = {
	VERSION,
	{ "subject", TEXT, true, N_("Subject"), .max = TICKET_SUBJECT,
	    .missing = N_("Enter a subject") },
	{ NULL }
};
static const struct field duplicate_form[] = {
	VERSION,
	{ "of", TEXT, true, N_("The same thing is handled in"), .max = 60,
	    .missing = N_("Enter the reference of the other ticket") },
	{ NULL }
};

static const char *reference_asked(struct request *r)
{
	return path_word(r, "reference");
}

static int to_ticket(struct request *r)
{
	return redirect(r, memory_printf(r->work->memory, "/desk/tickets/%s", reference_asked(r)));
}


/* Showing ------------------------------------------------------------------------ */

static void pour_ticket(struct request *r, const struct ticket_seen *ticket)
{
	view_text(r, "ticket.reference", ticket->reference);
	view_text(r, "ticket.subject", ticket->subject);
	view_text(r, "ticket.kind", ticket->kind_label);
	view_text(r, "ticket.state", ticket->held ? "held" : ticket->spam ? "spam"
	    : ticket->duplicate_of != NULL ? "duplicate" : ticket->state);
	view_text(r, "ticket.state_label", ticket->state_label);
	view_text(r, "ticket.priority", ticket->priority);
	view_text(r, "ticket.tlp", ticket->tlp);
	view_text(r, "ticket.rsit_label", ticket->rsit_label);
	view_text(r, "ticket.channel", ticket->channel_label);
	view_text(r, "ticket.language", language_by_code(ticket->language) != NULL
	    ? language_by_code(ticket->language)->name : ticket->language);
	if (ticket->owner_id != 0)
		view_number(r, "ticket.owner_id", ticket->owner_id);
	view_text(r, "ticket.owner_name", ticket->owner_name);
	view_flag(r, "ticket.mine", ticket->owner_id == r->work->actor.account_id);
	view_number(r, "ticket.version", ticket->version);
	view_moment(r, "ticket.opened_at", ticket->opened_at);
	view_moment(r, "ticket.due_at", ticket->due_at);
	view_moment(r, "ticket.answered_at", ticket->answered_at);
	view_flag(r, "ticket.held", ticket->held);
	view_flag(r, "ticket.spam", ticket->spam);
	view_flag(r, "ticket.closed", ticket->closed);
	view_text(r, "ticket.duplicate_of", ticket->duplicate_of);
	clock_pour(r, view_place(r, "ticket.clock"), ticket->opened_at, ticket->due_at, ticket->answered_at,
	    !ticket->closed && !ticket->held && !ticket->spam && ticket->duplicate_of == NULL);
}

static void pour_reporter(struct request *r, const struct ticket_seen *ticket)
{
	view_text(r, "reporter.name", ticket->name);
	view_text(r, "reporter.email", ticket->email);
	view_text(r, "reporter.phone", ticket->phone);
	view_text(r, "reporter.organisation", ticket->organisation);
	view_flag(r, "reporter.anonymous", ticket->name == NULL && ticket->email == NULL
	    && ticket->phone == NULL && ticket->organisation == NULL);
}

/* Long answers stand beside what was said, short ones beside the facts. */
static void pour_answer(struct request *r, const struct field *question, const char *value,
	size_t *long_ones, size_t *short_ones)
{
	const char *under = question->kind == LINES
	    ? memory_printf(r->work->memory, "told.%zu", (*long_ones)++)
	    : memory_printf(r->work->memory, "answers.%zu", (*short_ones)++);

	view_text(r, memory_printf(r->work->memory, "%s.label", under), question->label);
	view_flag(r, memory_printf(r->work->memory, "%s.literal", under), question->literal);
	view_text(r, memory_printf(r->work->memory, "%s.value", under),
	    answer_said(r->work->memory, question, value));
	if (text_is(question->name, "contact_how"))
		view_text(r, "reporter.how", choice_label(question->choices, value));
}

/* In the order in which they were asked. */
static void pour_answers(struct request *r, const struct ticket_seen *ticket)
{
	struct db_rows *rows = ticket_answers(r->work, ticket->id);
	struct answer answers[DRAFT_ANSWERS];
	size_t count = 0, long_ones = 0, short_ones = 0;
	const struct field *question = long_questions_of(r->work->memory, ticket->category);

	while (count < DRAFT_ANSWERS && db_next(rows))
		answers[count++] = (struct answer){ db_get_text(rows, "field"),
			db_get_text(rows, "value") };
	if (question == NULL)
		question = questions_all(r->work->memory);
	for (; question->name != NULL; question++)
		for (size_t i = 0; i < count; i++)
			if (text_is(answers[i].field, question->name))
				pour_answer(r, question, answers[i].value, &long_ones, &short_ones);
}

static void pour_words(struct request *r, const char *tree, struct db_rows *rows,
	const char *chosen)
{
	struct place *words = view_place(r, tree);

	for (size_t n = 0; db_next(rows); n++) {
		struct place *word = place_row(r, words, n);

		place_text(r, word, "value", db_get_text(rows, "name"));
		place_text(r, word, "label", db_get_text(rows, "label"));
		place_flag(r, word, "chosen", text_is(chosen, db_get_text(rows, "name")));
	}
}

/* Types under their classes; the value of a choice is "class/type". */
static void pour_taxonomy(struct request *r, const struct ticket_seen *ticket)
{
	struct db_rows *rows = rsit_all(r->work);
	struct place *classes = view_place(r, "rsits"), *types = NULL;
	const char *class = NULL;
	size_t groups = 0, n = 0;

	while (db_next(rows)) {
		struct place *type;

		if (!text_is(class, db_get_text(rows, "class"))) {
			struct place *group = place_row(r, classes, groups++);

			class = db_get_text(rows, "class");
			place_text(r, group, "label", db_get_text(rows, "class_label"));
			types = place_under(r, group, "types");
			n = 0;
		}
		type = place_row(r, types, n++);
		place_text(r, type, "value", memory_printf(r->work->memory, "%s/%s", class,
		    db_get_text(rows, "name")));
		place_text(r, type, "label", db_get_text(rows, "label"));
		place_flag(r, type, "chosen", text_is(ticket->rsit_class, class)
		    && text_is(ticket->rsit_type, db_get_text(rows, "name")));
	}
}

static void pour_people(struct request *r, const struct ticket_seen *ticket)
{
	struct db_rows *rows = staff_all(r->work);
	int64_t ids[PRESENCE_SHOWN];
	moment seen_at[PRESENCE_SHOWN];
	size_t present = presence_of(ticket->id, r->work->actor.account_id, r->work->now, ids, seen_at);
	size_t others = 0;

	for (size_t n = 0; db_next(rows); n++) {
		const char *under = memory_printf(r->work->memory, "people.%zu", n);
		int64_t id = db_get_int(rows, "id");

		view_number(r, memory_printf(r->work->memory, "%s.id", under), id);
		view_text(r, memory_printf(r->work->memory, "%s.name", under), db_get_text(rows, "name"));
		view_flag(r, memory_printf(r->work->memory, "%s.chosen", under), id == ticket->owner_id);
		for (size_t i = 0; i < present; i++)
			if (ids[i] == id)
				view_text(r, memory_printf(r->work->memory, "others.%zu.name", others++),
				    db_get_text(rows, "name"));
	}
	presence_note(ticket->id, r->work->actor.account_id, r->work->now);
}

static void pour_moves(struct request *r, const struct ticket_seen *ticket)
{
	struct db_rows *rows = ticket_moves(r->work, ticket);

	for (size_t n = 0; db_next(rows); n++) {
		const char *under = memory_printf(r->work->memory, "moves.%zu", n);

		view_text(r, memory_printf(r->work->memory, "%s.to", under), db_get_text(rows, "to_state"));
		view_text(r, memory_printf(r->work->memory, "%s.label", under), db_get_text(rows, "label"));
	}
}

static int show_ticket(struct request *r, const struct ticket_seen *ticket, int status)
{
	files_pour(r, "reply_files", holder_at_desk(r->work, ticket->id, "reply"));
	files_pour(r, "note_files", holder_at_desk(r->work, ticket->id, "note"));
	files_complain(r);
	view_text(r, "ticket.zip_password", LOCKED_ZIP_PASSWORD);
	pour_ticket(r, ticket);
	pour_reporter(r, ticket);
	pour_answers(r, ticket);
	history_pour(r, ticket->id, ticket->kind, ticket->name);
	pour_moves(r, ticket);
	pour_people(r, ticket);
	pour_words(r, "priorities", priorities_all(r->work), ticket->priority);
	pour_words(r, "tlps", tlps_all(r->work), ticket->tlp);
	pour_taxonomy(r, ticket);
	return status == 200 ? show(r, "desk/ticket.cs") : show_status(r, status, "desk/ticket.cs");
}

int page_ticket(struct request *r)
{
	struct ticket_seen ticket;

	return ticket_see(r->work, reference_asked(r), &ticket)
	    ? show_ticket(r, &ticket, 200) : not_found(r);
}


/* Acting ------------------------------------------------------------------------- */

static const char *holder_of_box(struct request *r, const char *box)
{
	struct ticket_seen ticket;

	return ticket_see(r->work, reference_asked(r), &ticket)
	    && may_ticket(r->work, WRITE, ticket.id)
	    ? holder_at_desk(r->work, ticket.id, box) : NULL;
}

const char *holder_of_reply(struct request *r)
{
	return holder_of_box(r, "reply");
}

/* Never that of the reply: what was added to a note stays inside. */
const char *holder_of_note(struct request *r)
{
	return holder_of_box(r, "note");
}

/* The version that the form was made of. */
static int64_t version_of(struct request *r)
{
	return form_number(r, "version");
}

/* Somebody was faster: the page again, with what they did, and with what was
 * typed. The form now carries the present version, so sending it again is a
 * decision. */
static int show_stale(struct request *r)
{
	struct ticket_seen ticket;

	if (!ticket_see(r->work, reference_asked(r), &ticket))
		return not_found(r);
	form_keep(r);
	view_flag(r, "stale", true);
	history_pour_theirs(r, ticket.id, ticket.kind, form_number(r, "seen"));
	return show_ticket(r, &ticket, 409);
}

/* What the page does with an outcome; `done` is said on the next page. */
static int after(struct request *r, enum handling outcome, const char *done)
{
	switch (outcome) {
	case HANDLED:
		tell(r, done);
		return to_ticket(r);
	case HANDLED_ALREADY:
		tell(r, N_("It was so already. Nothing was changed."));
		return to_ticket(r);
	case HANDLING_UNKNOWN:
		return not_found(r);
	case HANDLING_STALE:
		return show_stale(r);
	case HANDLING_REFUSED:
		tell(r, N_("That is not possible here. Nothing was changed."));
		return to_ticket(r);
	}
	return not_found(r);
}

int post_ticket_reply(struct request *r)
{
	files_pressed(r);
	if (!form_accept(r, reply_form) || !files_good(r))
		return show_again(r, page_ticket);
	return after(r, ticket_reply(r->work, reference_asked(r), version_of(r),
	    form_text(r, "body")), N_("Your reply is on the reporter's follow-up page."));
}

int post_ticket_note(struct request *r)
{
	files_pressed(r);
	if (!form_accept(r, note_form) || !files_good(r)) {
		view_text(r, "ticket.writing", "note");
		return show_again(r, page_ticket);
	}
	view_text(r, "ticket.writing", "note");
	return after(r, ticket_note(r->work, reference_asked(r), form_text(r, "body")),
	    N_("The note is saved. Only the team sees it."));
}

int post_ticket_take(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_ticket);
	return after(r, ticket_take(r->work, reference_asked(r), version_of(r)),
	    N_("The ticket is yours."));
}

int post_ticket_release(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_ticket);
	return after(r, ticket_release(r->work, reference_asked(r), version_of(r)),
	    N_("The ticket is nobody's now. Take it again to undo this."));
}

int post_ticket_assign(struct request *r)
{
	if (!form_accept(r, assign_form))
		return show_again(r, page_ticket);
	return after(r, ticket_assign(r->work, reference_asked(r), version_of(r),
	    form_number(r, "owner")), N_("The ticket has a new owner."));
}

int post_ticket_state(struct request *r)
{
	if (!form_accept(r, state_form))
		return show_again(r, page_ticket);
	return after(r, ticket_move(r->work, reference_asked(r), version_of(r), form_text(r, "to")),
	    N_("The state is changed."));
}

int post_ticket_priority(struct request *r)
{
	const struct team *team = team_now(r->work);

	if (!form_accept(r, priority_form))
		return show_again(r, page_ticket);
	if (team == NULL)
		return refuse(r, 503);
	return after(r, ticket_prioritise(r->work, team, reference_asked(r), version_of(r),
	    form_text(r, "priority")), N_("The priority is changed, and the clock with it."));
}

int post_ticket_rsit(struct request *r)
{
	const char *value, *type;

	if (!form_accept(r, rsit_form))
		return show_again(r, page_ticket);
	value = form_text(r, "rsit");
	type = strchr(value, '/') != NULL ? strchr(value, '/') + 1 : NULL;
	return after(r, type == NULL ? HANDLING_REFUSED : ticket_classify(r->work,
	    reference_asked(r), version_of(r),
	    memory_text_of(r->work->memory, value, (size_t)(type - value - 1)), type),
	    N_("The class is changed."));
}

int post_ticket_tlp(struct request *r)
{
	if (!form_accept(r, tlp_form))
		return show_again(r, page_ticket);
	return after(r, ticket_label(r->work, reference_asked(r), version_of(r),
	    form_text(r, "tlp")), N_("The sharing label is changed."));
}

int post_ticket_subject(struct request *r)
{
	if (!form_accept(r, subject_form))
		return show_again(r, page_ticket);
	return after(r, ticket_rename(r->work, reference_asked(r), version_of(r),
	    form_text(r, "subject")), N_("The subject is changed."));
}

int post_ticket_spam(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_ticket);
	return after(r, ticket_spam(r->work, reference_asked(r), version_of(r), true),
	    N_("Marked as spam and out of the queue. You can take that back here."));
}

int post_ticket_not_spam(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_ticket);
	return after(r, ticket_spam(r->work, reference_asked(r), version_of(r), false),
	    N_("It is back in the queue."));
}

int post_ticket_duplicate(struct request *r)
{
	const char *of;

	if (!form_accept(r, duplicate_form))
		return show_again(r, page_ticket);
	of = reference_read(r->work->memory, form_text(r, "of"));
	if (of == NULL) {
		form_complain(r, "of", N_("That is no reference. One looks like TEAM-2026-K7RWXCH"));
		return show_again(r, page_ticket);
	}
	return after(r, ticket_duplicate(r->work, reference_asked(r), version_of(r), of),
	    N_("Marked as a duplicate. You can take that back here."));
}

int post_ticket_not_duplicate(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_ticket);
	return after(r, ticket_duplicate(r->work, reference_asked(r), version_of(r), NULL),
	    N_("It is a ticket of its own again."));
}

int post_ticket_accept(struct request *r)
{
	const struct team *team = team_now(r->work);

	if (!form_accept(r, act_form))
		return show_again(r, page_ticket);
	if (team == NULL)
		return refuse(r, 503);
	return after(r, ticket_accept(r->work, team, reference_asked(r), version_of(r)),
	    N_("It is in the queue, and its clock runs."));
}
