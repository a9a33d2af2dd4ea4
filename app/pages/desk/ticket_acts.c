/* Everything one can do with a ticket at the desk: a form each, and back to the
 * ticket. */
#include <string.h>

#include "domain/attachment.h"
#include "domain/handling.h"
#include "domain/reference.h"
#include "domain/ticket.h"
#include "pages/desk/history.h"
#include "pages/desk/ticket.h"
#include "pages/files.h"
#include "site.h"
#include "team_cache.h"
#include "web/form.h"
#include "web/language.h"
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

static int to_ticket(struct request *r)
{
	return redirect(r, memory_printf(r->work->memory, "/desk/tickets/%s", ticket_asked(r)));
}

static const char *holder_of_box(struct request *r, const char *box)
{
	struct ticket_seen ticket;

	return ticket_see(r->work, ticket_asked(r), &ticket)
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

	if (!ticket_see(r->work, ticket_asked(r), &ticket))
		return not_found(r);
	form_keep(r);
	view_flag(r, "stale", true);
	history_pour_theirs(r, ticket.id, ticket.kind, form_number(r, "seen"));
	return ticket_show(r, &ticket, 409);
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
	return after(r, ticket_reply(r->work, ticket_asked(r), version_of(r),
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
	return after(r, ticket_note(r->work, ticket_asked(r), form_text(r, "body")),
	    N_("The note is saved. Only the team sees it."));
}

int post_ticket_take(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_ticket);
	return after(r, ticket_take(r->work, ticket_asked(r), version_of(r)),
	    N_("The ticket is yours."));
}

int post_ticket_release(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_ticket);
	return after(r, ticket_release(r->work, ticket_asked(r), version_of(r)),
	    N_("The ticket is nobody's now. Take it again to undo this."));
}

int post_ticket_assign(struct request *r)
{
	if (!form_accept(r, assign_form))
		return show_again(r, page_ticket);
	return after(r, ticket_assign(r->work, ticket_asked(r), version_of(r),
	    form_number(r, "owner")), N_("The ticket has a new owner."));
}

int post_ticket_state(struct request *r)
{
	if (!form_accept(r, state_form))
		return show_again(r, page_ticket);
	return after(r, ticket_move(r->work, ticket_asked(r), version_of(r), form_text(r, "to")),
	    N_("The state is changed."));
}

int post_ticket_priority(struct request *r)
{
	const struct team *team = team_now(r->work);

	if (!form_accept(r, priority_form))
		return show_again(r, page_ticket);
	if (team == NULL)
		return refuse(r, 503);
	return after(r, ticket_prioritise(r->work, team, ticket_asked(r), version_of(r),
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
	    ticket_asked(r), version_of(r),
	    memory_text_of(r->work->memory, value, (size_t)(type - value - 1)), type),
	    N_("The class is changed."));
}

int post_ticket_tlp(struct request *r)
{
	if (!form_accept(r, tlp_form))
		return show_again(r, page_ticket);
	return after(r, ticket_label(r->work, ticket_asked(r), version_of(r),
	    form_text(r, "tlp")), N_("The sharing label is changed."));
}

int post_ticket_subject(struct request *r)
{
	if (!form_accept(r, subject_form))
		return show_again(r, page_ticket);
	return after(r, ticket_rename(r->work, ticket_asked(r), version_of(r),
	    form_text(r, "subject")), N_("The subject is changed."));
}

int post_ticket_spam(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_ticket);
	return after(r, ticket_spam(r->work, ticket_asked(r), version_of(r), true),
	    N_("Marked as spam and out of the queue. You can take that back here."));
}

int post_ticket_not_spam(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_ticket);
	return after(r, ticket_spam(r->work, ticket_asked(r), version_of(r), false),
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
	return after(r, ticket_duplicate(r->work, ticket_asked(r), version_of(r), of),
	    N_("Marked as a duplicate. You can take that back here."));
}

int post_ticket_not_duplicate(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_ticket);
	return after(r, ticket_duplicate(r->work, ticket_asked(r), version_of(r), NULL),
	    N_("It is a ticket of its own again."));
}

int post_ticket_accept(struct request *r)
{
	const struct team *team = team_now(r->work);

	if (!form_accept(r, act_form))
		return show_again(r, page_ticket);
	if (team == NULL)
		return refuse(r, 503);
	return after(r, ticket_accept(r->work, team, ticket_asked(r), version_of(r)),
	    N_("It is in the queue, and its clock runs."));
}
