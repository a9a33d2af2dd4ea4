/* Following a report up, with nothing but its reference and secret. */
#include "site.h"

#include <string.h>

#include "base/digest.h"
#include "base/text.h"
#include "domain/follow.h"
#include "domain/reference.h"
#include "domain/ticket.h"
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
	{ NULL }
};

static const struct field write_form[] = {
	{ "body", LINES, true, N_("Write to us"), N_("Do not include passwords."),
	    .max = TICKET_BODY, .missing = N_("Write something before you send it") },
	{ NULL }
};

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

/* An unknown reference and a wrong secret get the same work and the same answer. */
int post_follow(struct request *r)
{
	const char *reference, *secret, *digest;
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
	return redirect(r, "/follow/ticket");
}

static int show_ticket(struct request *r, struct follow *follow)
{
	view_text(r, "ticket.reference", follow->reference);
	view_text(r, "ticket.state", follow->state);
	view_text(r, "ticket.state_label", follow->state_label);
	view_text(r, "ticket.state_plain", follow->state_plain);
	view_moment(r, "ticket.opened_at", follow->opened_at);
	view_moment(r, "ticket.due_at", follow->due_at);
	view_moment(r, "ticket.answered_at", follow->answered_at);
	view_flag(r, "ticket.late", follow->answered_at == 0 && !follow->closed
	    && follow->due_at < r->work->now);
	view_flag(r, "ticket.closed", follow->closed);
	view_flag(r, "ticket.may_solve", !follow->closed && !text_is(follow->state, "solved"));
	view_rows(r, "messages", follow_messages(r->work, follow));
	view_rows(r, "steps", follow_steps(r->work, follow));
	return show(r, "public/follow_ticket.cs");
}

int page_follow_ticket(struct request *r)
{
	struct follow follow;

	if (!my_ticket(r, &follow))
		return ask_again(r);
	form_show(r, write_form);
	return show_ticket(r, &follow);
}

int post_follow_write(struct request *r)
{
	struct follow follow;

	if (!my_ticket(r, &follow))
		return ask_again(r);
	if (!form_accept(r, write_form))
		return show_again(r, page_follow_ticket);
	follow_write(r->work, &follow, form_text(r, "body"));
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
