/* What is done with an advisory: reviewed, published, corrected, withdrawn. */
#include "pages/publish/advisory.h"

#include "base/text.h"
#include "formats/facts.h"
#include "pages/advisory.h"
#include "pages/publish/advisory_form.h"
#include "site.h"
#include "team_cache.h"
#include "web/language.h"
#include "web/view.h"

static const struct field act_form[] = { ADVISORY_VERSION, { NULL } };
static const struct field return_form[] = {
	{ "remark", LINES, true, N_("What has to change"), .max = ADVISORY_REASON,
	  .missing = N_("Say what has to change") },
	ADVISORY_VERSION, { NULL }
};
static const struct field override_form[] = {
	{ "why", LINES, true, N_("Why nobody else can look at it first"),
	  .hint = N_("It is kept, and somebody reviews it afterwards."), .max = ADVISORY_REASON,
	  .missing = N_("Say why it cannot wait") },
	ADVISORY_VERSION, { NULL }
};
static const struct field publish_form[] = {
	{ "at", TEXT, .label = N_("Not before"),
	  .hint = N_("Day and time where the team is, as in 2026-11-30 08:00. Empty: now."), .max = 20,
	  .literal = true },
	ADVISORY_VERSION, { NULL }
};
static const struct field correct_form[] = {
	{ "correction", LINES, true, N_("What the correction changes"),
	  .hint = N_("One sentence that everybody reads in the history, in the advisory's language."),
	  .max = ADVISORY_REASON, .straight = true,
	  .missing = N_("Say what the correction changes") },
	ADVISORY_VERSION, { NULL }
};
static const struct field withdraw_form[] = {
	{ "withdrawal", LINES, true, N_("Why it no longer holds"),
	  .hint = N_("Everybody reads this in place of the text, in the advisory's language."),
	  .max = ADVISORY_REASON, .straight = true,
	  .missing = N_("Say why it no longer holds") },
	{ "alone", LINES, .label = N_("Why nobody else can look at it first"),
	  .hint = N_("Leave it empty, and somebody else has to agree."), .max = ADVISORY_REASON },
	ADVISORY_VERSION, { NULL }
};
static const struct field look_form[] = {
	{ "finding", LINES, true, N_("What you found"), .max = ADVISORY_REASON,
	  .missing = N_("Say what you found") },
	ADVISORY_VERSION, { NULL }
};

const struct field *const advisory_act_forms[] = { return_form, override_form, publish_form,
	correct_form, withdraw_form, look_form, NULL };

static int show_stale(struct request *r)
{
	view_flag(r, "stale", true);
	form_keep(r);
	return advisory_show(r, 409);
}

static int tell_and_go_back(struct request *r, const char *sentence)
{
	tell(r, sentence);
	return to_advisory(r, advisory_asked(r));
}

int advisory_after(struct request *r, enum advisory_change change, const char *done)
{
	switch (change) {
	case ADVISORY_DONE:
		return tell_and_go_back(r, done);
	case ADVISORY_UNKNOWN:
		return not_found(r);
	case ADVISORY_STALE:
		return show_stale(r);
	case ADVISORY_NOT_NOW:
		return tell_and_go_back(r, N_("That is not possible here. Nothing was changed."));
	case ADVISORY_OWN:
		return tell_and_go_back(r, N_("You wrote some of it. Somebody else has to look at it."));
	case ADVISORY_NOT_REVIEWED:
		return tell_and_go_back(r, N_("Nobody approved what it says now. Send it for review again."));
	case ADVISORY_NOT_CLEAR:
		return tell_and_go_back(r, N_("Its label does not allow that everybody reads it."));
	}
	return not_found(r);
}

static int64_t version_of(struct request *r)
{
	return form_number(r, "version");
}

int post_publish_advisory_review(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_publish_advisory);
	return advisory_after(r, advisory_send(r->work, advisory_asked(r), version_of(r)),
	    N_("It waits for a review. Somebody who did not write it can approve it."));
}

int post_publish_advisory_approve(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_publish_advisory);
	return advisory_after(r, advisory_approve(r->work, advisory_asked(r), version_of(r)),
	    N_("Approved, as it stands. Any change needs another review."));
}

int post_publish_advisory_return(struct request *r)
{
	if (!form_accept(r, return_form))
		return show_again(r, page_publish_advisory);
	return advisory_after(r, advisory_return(r->work, advisory_asked(r), version_of(r),
	    form_text(r, "remark")), N_("Sent back with your remark."));
}

int post_publish_advisory_override(struct request *r)
{
	if (!form_accept(r, override_form))
		return show_again(r, page_publish_advisory);
	return advisory_after(r, advisory_override(r->work, advisory_asked(r), version_of(r),
	    form_text(r, "why")), N_("It can be published. Somebody else reviews it afterwards."));
}

int post_publish_advisory_look_back(struct request *r)
{
	if (!form_accept(r, look_form))
		return show_again(r, page_publish_advisory);
	return advisory_after(r, advisory_look_back(r->work, advisory_asked(r), version_of(r),
	    form_text(r, "finding")), N_("Your review is kept."));
}


/* Going out ---------------------------------------------------------------------- */

/* When it goes out: now, or at what was typed. */
static bool read_when(struct request *r, moment *at)
{
	const char *typed = form_text(r, "at");

	*at = r->work->now;
	if (typed == NULL)
		return true;
	if (moment_typed(text_ascii_digits(r->work->memory, typed), at) && *at > r->work->now
	    && *at < r->work->now + 366 * (moment)DAY)
		return true;
	form_complain(r, "at", N_("Write a day and a time within a year from now, as in 2026-11-30 08:00"));
	return false;
}

static int score_of(struct request *r, const struct advisory *a)
{
	struct facts facts;

	facts_read_kept(r->work->memory, a->content.weaknesses, a->content.products, a->content.links,
	    &facts);
	return facts_score(&facts);
}

/* It is in words that programs would not take. */
static int not_csaf(struct request *r, const char *fault)
{
	view_text(r, "fault", fault);
	return advisory_show(r, 422);
}

int post_publish_advisory_publish(struct request *r)
{
	const struct advisory_document *documents;
	enum advisory_change change;
	const char *fault = NULL;
	struct published p;
	struct advisory a;
	moment at;

	if (!form_accept(r, publish_form) || !read_when(r, &at))
		return show_again(r, page_publish_advisory);
	change = advisory_hold(r->work, advisory_asked(r), version_of(r), &a);
	if (change == ADVISORY_DONE)
		change = advisory_may_go(r->work, &a);
	if (change != ADVISORY_DONE)
		return advisory_after(r, change, NULL);
	advisory_as_published(r, &a, &p);
	documents = advisory_documents(r, &p, at, NULL, &fault);
	if (documents == NULL)
		return not_csaf(r, fault);
	advisory_publish(r->work, &a, at, score_of(r, &a), documents, p.text_count);
	team_changes();
	return advisory_after(r, ADVISORY_DONE, at > r->work->now ? N_("It goes out by itself at that time.")
	    : N_("Published."));
}

int post_publish_advisory_call_off(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_publish_advisory);
	return advisory_after(r, advisory_call_off(r->work, advisory_asked(r), version_of(r)),
	    N_("Called off. It is approved and not published."));
}

int post_publish_advisory_correct(struct request *r)
{
	if (!form_accept(r, correct_form))
		return show_again(r, page_publish_advisory);
	return advisory_after(r, advisory_correct(r->work, advisory_asked(r), version_of(r),
	    form_text(r, "correction")), N_("What is out stays until the correction is published."));
}

int post_publish_advisory_leave(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_publish_advisory);
	return advisory_after(r, advisory_leave_as_is(r->work, advisory_asked(r), version_of(r)),
	    N_("It stays as it is published. The correction is gone."));
}

/* Withdrawing --------------------------------------------------------------------- */

static int withdraw(struct request *r, const struct advisory *a, const char *reason,
	const char *alone)
{
	const struct advisory_document *documents;
	const char *fault = NULL;
	struct published p;

	if (!published_find(r->work, a->reference, &p))
		return advisory_after(r, ADVISORY_NOT_NOW, NULL);
	documents = advisory_documents(r, &p, r->work->now, reason, &fault);
	if (documents == NULL)
		return not_csaf(r, fault);
	advisory_withdraw(r->work, a, reason, alone, documents, p.text_count);
	team_changes();
	return advisory_after(r, ADVISORY_DONE, N_("Withdrawn. Its page says so, and why."));
}

/* What is held, for somebody who may do that with it. */
static enum advisory_change hold_to(struct request *r, enum advisory_act act, struct advisory *a)
{
	const enum advisory_change change = advisory_hold(r->work, advisory_asked(r), version_of(r), a);

	if (change != ADVISORY_DONE)
		return change;
	return (advisory_acts(r->work, a) & act) != 0 ? ADVISORY_DONE : ADVISORY_NOT_NOW;
}

/* Somebody else is asked to agree; a lead who says why does not wait for that. */
int post_publish_advisory_withdraw(struct request *r)
{
	const char *alone;
	enum advisory_change change;
	struct advisory a;

	if (!form_accept(r, withdraw_form))
		return show_again(r, page_publish_advisory);
	alone = form_text(r, "alone");
	if (text_is_empty(alone))
		return advisory_after(r, advisory_ask(r->work, advisory_asked(r), version_of(r),
		    form_text(r, "withdrawal")), N_("Somebody else has to agree. Until then it stays as it is."));
	change = hold_to(r, MAY_WITHDRAW_ALONE, &a);
	return change != ADVISORY_DONE ? advisory_after(r, change, NULL)
	    : withdraw(r, &a, form_text(r, "withdrawal"), alone);
}

int post_publish_advisory_agree(struct request *r)
{
	enum advisory_change change;
	struct advisory a;

	if (!form_accept(r, act_form))
		return show_again(r, page_publish_advisory);
	change = hold_to(r, MAY_AGREE, &a);
	return change != ADVISORY_DONE ? advisory_after(r, change, NULL)
	    : withdraw(r, &a, a.withdrawal, NULL);
}

int post_publish_advisory_keep(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_publish_advisory);
	return advisory_after(r, advisory_keep(r->work, advisory_asked(r), version_of(r)),
	    N_("It is not withdrawn."));
}
