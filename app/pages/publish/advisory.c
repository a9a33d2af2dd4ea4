/* One advisory at the desk: how it stands, how it will look, and what is done with it. */
#include "pages/publish/advisory.h"

#include <string.h>

#include "base/text.h"
#include "domain/may.h"
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
	  .max = ADVISORY_REASON, .missing = N_("Say what the correction changes") },
	ADVISORY_VERSION, { NULL }
};
static const struct field withdraw_form[] = {
	{ "withdrawal", LINES, true, N_("Why it no longer holds"),
	  .hint = N_("Everybody reads this in place of the text, in the advisory's language."),
	  .max = ADVISORY_REASON, .missing = N_("Say why it no longer holds") },
	ADVISORY_VERSION, { NULL }
};
static const struct field look_form[] = {
	{ "finding", LINES, true, N_("What you found"), .max = ADVISORY_REASON,
	  .missing = N_("Say what you found") },
	ADVISORY_VERSION, { NULL }
};

const char *advisory_asked(struct request *r)
{
	return text_upper(r->work->memory, path_word(r, "reference"));
}

int to_advisory(struct request *r, const char *reference)
{
	return redirect(r, memory_printf(r->work->memory, "/desk/publish/advisories/%s", reference));
}


/* Its page ----------------------------------------------------------------------- */

static void pour_texts(struct request *r, const struct advisory *a)
{
	struct place *texts = view_place(r, "texts");
	size_t n = 0;

	for (size_t i = 0; i < language_count(); i++) {
		const struct language *language = language_at(i);
		const struct advisory_text *text = advisory_text_in(a, language->code);
		struct place *row = place_row(r, texts, n++);

		place_text(r, row, "lang", language->code);
		place_text(r, row, "language", language->name);
		place_flag(r, row, "first", text_is(language->code, a->content.language));
		if (text != NULL)
			place_text(r, row, "title", text->title);
	}
}

static void pour_reviews(struct request *r, const struct advisory *a)
{
	struct db_rows *row = advisory_reviews(r->work, a);
	struct place *reviews = view_place(r, "reviews");

	for (size_t i = 0; db_next(row); i++) {
		struct place *place = place_row(r, reviews, i);

		place_text(r, place, "verdict", db_get_text(row, "verdict"));
		place_text(r, place, "name", db_get_text(row, "name"));
		place_moment(r, place, "said_at", db_get_moment(row, "said_at"));
		place_text(r, place, "reason", db_get_text(row, "reason"));
		place_number(r, place, "number", db_get_int(row, "number"));
		place_flag(r, place, "lapsed", db_get_int(row, "number") == a->number + 1
		    && !db_get_bool(row, "current") && !text_is(db_get_text(row, "verdict"), "returned"));
		place_text(r, place, "looked_name", db_get_text(row, "looked_name"));
		place_moment(r, place, "looked_at", db_get_moment(row, "looked_at"));
		place_text(r, place, "looked_reason", db_get_text(row, "looked_reason"));
	}
}

static void pour_revisions(struct request *r, const struct advisory *a)
{
	struct db_rows *row = published_history(r->work, a->id);
	struct place *revisions = view_place(r, "revisions");

	for (size_t i = 0; db_next(row); i++) {
		struct place *place = place_row(r, revisions, i);

		place_number(r, place, "number", db_get_int(row, "number"));
		place_moment(r, place, "published_at", db_get_moment(row, "published_at"));
		place_flag(r, place, "withdrawn", db_get_bool(row, "withdrawn"));
		place_text(r, place, "reason", db_get_text(row, "reason"));
	}
}

/* What this person can do with it now. */
static void pour_acts(struct request *r, const struct advisory *a)
{
	const bool lead = may_enter(&r->work->actor, LEAD), writer = advisory_is_writer(r->work, a);
	const bool draft = text_is(a->state, "draft"), review = text_is(a->state, "review");
	const bool approved = text_is(a->state, "approved"), published = text_is(a->state, "published");
	const bool waiting = published && a->waiting;
	const bool out = a->number > 0 && !a->waiting && !a->withdrawn;

	view_flag(r, "may.write", draft || review || approved);
	view_flag(r, "may.send", draft);
	view_flag(r, "may.approve", review && !writer);
	view_flag(r, "may.return", review || approved);
	view_flag(r, "may.override", lead && (draft || review));
	view_flag(r, "may.publish", approved && text_is(a->content.tlp, "clear"));
	view_flag(r, "may.call_off", waiting);
	view_flag(r, "may.correct", published && !waiting);
	view_flag(r, "may.leave", out && (draft || review || approved));
	view_flag(r, "may.withdraw", lead && out);
	view_flag(r, "may.look", advisory_may_look_back(r->work, a));
	view_flag(r, "unseen", advisory_is_unseen(r->work, a));
	view_flag(r, "own", review && writer);
	view_flag(r, "not_clear", !text_is(a->content.tlp, "clear"));
	view_flag(r, "waiting", waiting);
	view_flag(r, "out", out);
}

static void pour_state(struct request *r, const struct advisory *a)
{
	const struct advisory_text *text = advisory_text_in(a, a->content.language);

	view_text(r, "advisory.reference", a->reference);
	view_text(r, "advisory.title", text->title);
	view_text(r, "advisory.lang", text->language);
	view_text(r, "advisory.state", a->state);
	view_text(r, "advisory.state.label", advisory_state_label(a->state));
	view_text(r, "advisory.kind", advisory_label(advisory_kinds, a->content.kind));
	view_text(r, "advisory.severity", a->content.severity);
	view_text(r, "advisory.severity.label",
	    advisory_label(advisory_severities, a->content.severity));
	view_text(r, "advisory.tlp", a->content.tlp);
	view_text(r, "advisory.correction", a->reason);
	view_number(r, "advisory.version", a->version);
	view_number(r, "advisory.number", a->number);
	view_moment(r, "advisory.published_at", a->published_at);
	view_moment(r, "advisory.changed_at", a->changed_at);
}

static int show_advisory(struct request *r, int status)
{
	static const struct field *const forms[] = { return_form, override_form, publish_form,
		correct_form, withdraw_form, look_form };
	struct advisory a;

	if (!advisory_find(r->work, advisory_asked(r), &a))
		return not_found(r);
	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
		form_show(r, forms[i]);
	pour_state(r, &a);
	pour_texts(r, &a);
	view_rows(r, "writers", advisory_writers(r->work, &a));
	pour_reviews(r, &a);
	pour_revisions(r, &a);
	pour_acts(r, &a);
	return status != 0 ? show_status(r, status, "publish/advisory.cs")
	    : show(r, "publish/advisory.cs");
}

int page_desk_advisory(struct request *r)
{
	return show_advisory(r, 0);
}

static const char *language_asked(struct request *r)
{
	const struct language *language = language_by_code(path_word(r, "language"));

	return language != NULL ? language->code : NULL;
}

/* As everybody would read it now. */
int page_desk_advisory_preview(struct request *r)
{
	struct published p;
	struct advisory a;

	if (language_asked(r) == NULL || !advisory_find(r->work, advisory_asked(r), &a))
		return not_found(r);
	advisory_as_published(r, &a, &p);
	advisory_pour(r, &p, language_asked(r));
	view_text(r, "advisory.tlp", a.content.tlp);
	view_text(r, "preview.reference", a.reference);
	return show(r, "publish/advisory_preview.cs");
}

/* As everybody could read it then. */
int page_desk_advisory_revision(struct request *r)
{
	struct published p;
	struct advisory a;

	if (!advisory_find(r->work, advisory_asked(r), &a)
	    || !published_revision(r->work, a.id, path_number(r, "id"), &p))
		return not_found(r);
	advisory_pour(r, &p, r->language);
	view_text(r, "preview.reference", a.reference);
	view_number(r, "preview.number", p.number);
	return show(r, "publish/advisory_preview.cs");
}


/* What is done with it ----------------------------------------------------------- */

static int show_stale(struct request *r)
{
	view_flag(r, "stale", true);
	form_keep(r);
	return show_advisory(r, 409);
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

int post_desk_advisory_review(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_desk_advisory);
	return advisory_after(r, advisory_send(r->work, advisory_asked(r), version_of(r)),
	    N_("It waits for a review. Somebody who did not write it can approve it."));
}

int post_desk_advisory_approve(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_desk_advisory);
	return advisory_after(r, advisory_approve(r->work, advisory_asked(r), version_of(r)),
	    N_("Approved, as it stands. Any change needs another review."));
}

int post_desk_advisory_return(struct request *r)
{
	if (!form_accept(r, return_form))
		return show_again(r, page_desk_advisory);
	return advisory_after(r, advisory_return(r->work, advisory_asked(r), version_of(r),
	    form_text(r, "remark")), N_("Sent back with your remark."));
}

int post_desk_advisory_override(struct request *r)
{
	if (!form_accept(r, override_form))
		return show_again(r, page_desk_advisory);
	return advisory_after(r, advisory_override(r->work, advisory_asked(r), version_of(r),
	    form_text(r, "why")), N_("It can be published. Somebody else reviews it afterwards."));
}

int post_desk_advisory_look_back(struct request *r)
{
	if (!form_accept(r, look_form))
		return show_again(r, page_desk_advisory);
	return advisory_after(r, advisory_look_back(r->work, advisory_asked(r), version_of(r),
	    form_text(r, "finding")), N_("Your review is kept."));
}


/* Going out ---------------------------------------------------------------------- */

static bool read_digits(const char *text, size_t at, size_t size, int *number)
{
	*number = 0;
	for (size_t i = at; i < at + size; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		*number = 10 * *number + text[i] - '0';
	}
	return true;
}

/* "2026-11-30 08:00", where the team is. */
static bool read_moment(const char *text, moment *at)
{
	struct wall wall = { 0 };

	if (strlen(text) != 16 || text[4] != '-' || text[7] != '-' || text[10] != ' ' || text[13] != ':'
	    || !read_digits(text, 0, 4, &wall.year) || !read_digits(text, 5, 2, &wall.month)
	    || !read_digits(text, 8, 2, &wall.day) || !read_digits(text, 11, 2, &wall.hour)
	    || !read_digits(text, 14, 2, &wall.minute) || !day_exists(wall.year, wall.month, wall.day)
	    || wall.hour > 23 || wall.minute > 59)
		return false;
	*at = moment_of(&wall);
	return true;
}

/* When it goes out: now, or at what was typed. */
static bool read_when(struct request *r, moment *at)
{
	const char *typed = form_text(r, "at");

	*at = r->work->now;
	if (typed == NULL)
		return true;
	if (read_moment(text_ascii_digits(r->work->memory, typed), at) && *at > r->work->now
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
	return show_advisory(r, 422);
}

int post_desk_advisory_publish(struct request *r)
{
	const struct advisory_document *documents;
	enum advisory_change change;
	const char *fault = NULL;
	struct published p;
	struct advisory a;
	moment at;

	if (!form_accept(r, publish_form) || !read_when(r, &at))
		return show_again(r, page_desk_advisory);
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

int post_desk_advisory_call_off(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_desk_advisory);
	return advisory_after(r, advisory_call_off(r->work, advisory_asked(r), version_of(r)),
	    N_("Called off. It is approved and not published."));
}

int post_desk_advisory_correct(struct request *r)
{
	if (!form_accept(r, correct_form))
		return show_again(r, page_desk_advisory);
	if (advisory_turns(form_text(r, "correction"))) {
		form_complain(r, "correction", N_("There are signs in it that nobody sees and that turn the"
		    " direction of the text. Write it anew without them"));
		return show_again(r, page_desk_advisory);
	}
	return advisory_after(r, advisory_correct(r->work, advisory_asked(r), version_of(r),
	    form_text(r, "correction")), N_("What is out stays until the correction is published."));
}

int post_desk_advisory_leave(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_desk_advisory);
	return advisory_after(r, advisory_leave_as_is(r->work, advisory_asked(r), version_of(r)),
	    N_("It stays as it is published. The correction is gone."));
}

int post_desk_advisory_withdraw(struct request *r)
{
	const struct advisory_document *documents;
	enum advisory_change change;
	const char *fault = NULL;
	struct published p;
	struct advisory a;

	if (!form_accept(r, withdraw_form))
		return show_again(r, page_desk_advisory);
	if (advisory_turns(form_text(r, "withdrawal"))) {
		form_complain(r, "withdrawal", N_("There are signs in it that nobody sees and that turn the"
		    " direction of the text. Write it anew without them"));
		return show_again(r, page_desk_advisory);
	}
	change = advisory_hold(r->work, advisory_asked(r), version_of(r), &a);
	if (change != ADVISORY_DONE)
		return advisory_after(r, change, NULL);
	if (a.number == 0 || a.withdrawn || a.waiting
	    || !published_find(r->work, a.reference, &p))
		return advisory_after(r, ADVISORY_NOT_NOW, NULL);
	documents = advisory_documents(r, &p, r->work->now, form_text(r, "withdrawal"), &fault);
	if (documents == NULL)
		return not_csaf(r, fault);
	advisory_withdraw(r->work, &a, form_text(r, "withdrawal"), documents, p.text_count);
	team_changes();
	return advisory_after(r, ADVISORY_DONE, N_("Withdrawn. Its page says so, and why."));
}
