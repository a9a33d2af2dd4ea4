/* Following a report up, with nothing but its reference and secret. */
#include "site.h"

#include <string.h>

#include "base/digest.h"
#include "base/text.h"
#include "domain/attachment.h"
#include "domain/follow.h"
#include "domain/reference.h"
#include "domain/ticket.h"
#include "download.h"
#include "pages/files.h"
#include "web/budget.h"
#include "web/form.h"
#include "web/language.h"
#include "web/view.h"

enum { FOLLOW_HOURS = 1 };   /* then the reference and the secret are asked again */

static const struct field follow_form[] = {
	{ "reference", TEXT, true, N_("Reference"),
	    N_("It looks like TEAM-2026-K7RWXCH."), .max = 60,
	    .missing = N_("Enter the reference of your report") },
	{ "secret", CODE, true, N_("Secret"),
	    N_("25 digits in five groups. It was shown when you sent the report."), .max = 60,
	    .missing = N_("Enter the 25 digits of your secret") },
	/* A message that was being written when the report closed itself. */
	{ "body", LINES, .label = N_("Write to us"), .max = TICKET_BODY, .hidden = true },
	{ NULL }
};

#define BODY(required) \
	{ "body", LINES, required, N_("Write to us"), N_("Do not include passwords."), \
	    .max = TICKET_BODY, .missing = N_("Write something before you send it") }
#define FILES_TO_US \
	FILES_QUESTION(N_("Add files"), N_("Not a suspicious program, unless we ask for it."))

static const struct field write_form[] = { BODY(true), FILES_TO_US, { NULL } };
/* Where files are there, they may speak for themselves. */
static const struct field write_files_form[] = { BODY(false), FILES_TO_US, { NULL } };

/* The cookie of an opened follow-up: REFERENCE.END.DIGEST.SEAL. The seal keeps
 * a digest that leaked from the database from being good for anything. */
static const char *pass_for(struct request *r, const char *reference, const char *digest)
{
	const char *text = memory_printf(r->work->memory, "%s.%lld.%s", reference,
	    (long long)(r->work->now + FOLLOW_HOURS * HOUR), digest);

	return memory_printf(r->work->memory, "%s.%s", text,
	    keyed_digest_hex(r->work->memory, "follow-up pass", text));
}

static bool my_ticket(struct request *r, struct follow *follow)
{
	const char *pass = cookie(r, "belfry_follow");
	char *reference, *end_text, *digest, *seal;
	int64_t end;

	reference = memory_text(r->work->memory, pass != NULL ? pass : "");
	if ((seal = strrchr(reference, '.')) == NULL)
		return false;
	*seal++ = '\0';
	if (!text_same_secret(seal, keyed_digest_hex(r->work->memory, "follow-up pass", reference)))
		return false;
	if ((digest = strrchr(reference, '.')) == NULL)
		return false;
	*digest++ = '\0';
	if ((end_text = strrchr(reference, '.')) == NULL)
		return false;
	*end_text++ = '\0';
	return text_number(end_text, 0, INT64_MAX, &end) && end > r->work->now
	    && follow_open(r->work, reference, digest, follow);
}

const char *holder_of_follow_up(struct request *r)
{
	struct follow follow;

	return my_ticket(r, &follow) ? holder_of_follow(r->work, follow.secret) : NULL;
}

/* A browser that keeps no cookies would not keep a notice either: the address
 * says why. */
static int ask_again(struct request *r)
{
	return redirect(r, "/follow?again=1");
}

int page_follow(struct request *r)
{
	if (text_is(query_text(r, "again"), "1"))
		view_text(r, "notice", t("Enter your reference and secret again. They are asked"
		    " after an hour, so that nobody else at this device reads your report."));
	form_show(r, follow_form);
	return show(r, "public/follow.cs");
}

/* What was typed for over an hour is not lost. */
static int keep_message(struct request *r)
{
	if (form_accept_unfinished(r, follow_form) && form_text(r, "body") == NULL)
		return ask_again(r);
	view_text(r, "notice", t("Your report was closed after an hour, so that nobody else at this"
	    " device reads it. Your message is kept: enter the reference and the secret, and send it"
	    " then. Files have to be chosen again."));
	return show_again(r, page_follow);
}

static void pour_messages(struct request *r, const struct follow *follow)
{
	struct db_rows *messages = follow_messages(r->work, follow);
	struct attachments files;

	attachments_of_follow(r->work, follow, &files);
	view_rows(r, "messages", messages);
	db_rewind(messages);
	for (size_t n = 0; db_next(messages); n++)
		files_list(r, memory_printf(r->work->memory, "messages.%zu.files", n), &files,
		    db_get_int(messages, "id"));
}

static int show_ticket(struct request *r, const struct follow *follow, const char *typed)
{
	view_text(r, "ticket.reference", follow->reference);
	view_text(r, "ticket.state", follow->state);
	view_text(r, "ticket.kind", follow->kind);
	view_text(r, "ticket.state_label", follow->state_label);
	view_text(r, "ticket.state_plain", follow->state_plain);
	view_moment(r, "ticket.opened_at", follow->opened_at);
	view_moment(r, "ticket.due_at", follow->due_at);
	view_moment(r, "ticket.answered_at", follow->answered_at);
	view_flag(r, "ticket.late", follow->answered_at == 0 && !follow->closed
	    && follow->due_at < r->work->now);
	view_flag(r, "ticket.closed", follow->closed);
	view_flag(r, "ticket.may_solve", !follow->closed && !text_is(follow->state, "solved"));
	form_show(r, write_form);
	form_set(r, "body", typed);
	files_pour(r, "form.files", holder_of_follow(r->work, follow->secret));
	files_complain(r);
	pour_messages(r, follow);
	view_rows(r, "steps", follow_steps(r->work, follow));
	return show(r, "public/follow_ticket.cs");
}

/* An unknown reference and a wrong secret get the same work and the same answer. */
int post_follow(struct request *r)
{
	const char *reference, *secret, *digest, *kept;
	struct follow follow;

	if (!form_accept(r, follow_form))
		return show_again(r, page_follow);
	reference = reference_read(r->work->memory, form_text(r, "reference"));
	secret = secret_read(r->work->memory, form_text(r, "secret"));
	digest = secret_digest(r->work->memory, secret != NULL ? secret : "");
	if (!follow_open(r->work, reference != NULL ? reference : "-", digest, &follow)) {
		form_complain(r, "reference", N_("There is no report with this reference and this secret."
		    " Check both, or call us."));
		return show_again(r, page_follow);
	}
	set_cookie(r, "belfry_follow", pass_for(r, reference, digest), FOLLOW_HOURS * HOUR);
	kept = form_text(r, "body");
	return kept != NULL ? show_ticket(r, &follow, kept) : redirect(r, "/follow/ticket");
}

int page_follow_ticket(struct request *r)
{
	struct follow follow;

	if (!my_ticket(r, &follow))
		return ask_again(r);
	return show_ticket(r, &follow, NULL);
}

/* What the team sent. Of their own files a reporter sees name and size: whoever
 * finds the secret finds no evidence with it. */
int page_follow_file(struct request *r)
{
	struct attachments files;
	struct follow follow;

	if (!my_ticket(r, &follow))
		return ask_again(r);
	attachments_of_follow(r->work, &follow, &files);
	for (size_t i = 0; i < files.count; i++)
		if (text_is(files.list[i].direction, "to_reporter")
		    && text_is(path_word(r, "file"), attachment_handle(r->work, files.list[i].id)))
			return download(r, &files.list[i], follow.reference, follow.secret);
	return not_found(r);
}

int post_follow_write(struct request *r)
{
	struct attachments held;
	struct follow follow;
	const char *body;

	if (!my_ticket(r, &follow))
		return keep_message(r);
	files_pressed(r);
	attachments_held(r->work, holder_of_follow(r->work, follow.secret), &held);
	if (!form_accept(r, held.count > 0 ? write_files_form : write_form) || !files_good(r))
		return show_again(r, page_follow_ticket);
	if (budget_spent(BUDGET_MESSAGES, 1, r->address, r->work->now)) {
		form_complain(r, "body", N_("Too many messages have come from your network within the hour."
		    " Keep this page and send it again later, or call us"));
		return show_again(r, page_follow_ticket);
	}
	body = form_text(r, "body");
	follow_write(r->work, &follow, body != NULL ? body : "");
	tell(r, N_("Your message is with us."));
	return redirect(r, "/follow/ticket");
}

int post_follow_solved(struct request *r)
{
	struct follow follow;

	if (!my_ticket(r, &follow))
		return ask_again(r);
	if (follow_solve(r->work, &follow))
		tell(r, N_("Thank you. We have noted that it is solved. You can still write to us here."));
	return redirect(r, "/follow/ticket");
}

int post_follow_leave(struct request *r)
{
	set_cookie(r, "belfry_follow", "", -1);
	tell(r, N_("You have left the follow-up page. Your reference and secret open it again."));
	return redirect(r, "/follow");
}
