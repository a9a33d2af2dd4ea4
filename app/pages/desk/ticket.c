/* A ticket at the desk: the whole conversation and its facts. What one can do with
 * it is in ticket_acts.c. */
#include "pages/desk/ticket.h"

#include "base/locked_zip.h"
#include "base/text.h"
#include "domain/attachment.h"
#include "domain/draft.h"
#include "domain/staff.h"
#include "domain/taxonomy.h"
#include "domain/ticket.h"
#include "pages/choices.h"
#include "pages/desk/clock.h"
#include "pages/desk/history.h"
#include "pages/files.h"
#include "pages/long_questions.h"
#include "pages/questions.h"
#include "site.h"
#include "web/language.h"
#include "web/presence.h"
#include "web/view.h"

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
	const struct field *question = long_questions_of(r->work->memory, ticket->kind,
	    ticket->category);

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

int ticket_show(struct request *r, const struct ticket_seen *ticket, int status)
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

const char *ticket_asked(struct request *r)
{
	return path_word(r, "reference");
}

int page_ticket(struct request *r)
{
	struct ticket_seen ticket;

	return ticket_see(r->work, ticket_asked(r), &ticket)
	    ? ticket_show(r, &ticket, 200) : not_found(r);
}
