/* Reporting an incident: one question a page, answers kept for a day, checked
 * before they are sent. */
#include "site.h"

#include "base/settings.h"
#include "base/text.h"
#include "domain/attachment.h"
#include "domain/draft.h"
#include "domain/follow.h"
#include "domain/reference.h"
#include "pages/advice.h"
#include "pages/files.h"
#include "pages/questions.h"
#include "pages/reporting.h"
#include "team_cache.h"
#include "web/form.h"
#include "web/language.h"
#include "web/view.h"

static int to_step(struct request *r, const struct step *step)
{
	return redirect(r, memory_printf(r->work->memory, "/report/%s", step->name));
}

/* A page on which this reporter is asked nothing is passed over. */
static bool is_asked(struct request *r, const struct step *step, const struct draft *draft)
{
	return questions_of(r->work->memory, step, draft)->name != NULL;
}

static const struct step *step_after(struct request *r, const struct step *step,
	const struct draft *draft)
{
	for (size_t i = step_number(step) + 1; i <= step_count(); i++)
		if (is_asked(r, step_at(i), draft))
			return step_at(i);
	return NULL;
}

static bool has_files(const struct field *fields)
{
	for (; fields->name != NULL; fields++)
		if (fields->kind == FILES)
			return true;
	return false;
}

const char *holder_of_report(struct request *r)
{
	struct draft draft;

	return my_draft(r, &draft) && draft.reference == NULL ? draft.digest : NULL;
}

static bool is_changing(const struct request *r)
{
	return text_is(query_text(r, "change"), "1");
}

/* The draft is gone: a day has passed, or the browser keeps no cookies, and so
 * would not keep a notice either. */
static int begin_again(struct request *r)
{
	return redirect(r, "/report/who?again=1");
}

static const char *back_from(struct request *r, const struct step *step,
	const struct draft *draft)
{
	size_t number = step_number(step);

	if (is_changing(r))
		return "/report/check";
	if (number == 0)
		return "/report";
	while (number > 1 && !is_asked(r, step_at(number - 1), draft))
		number--;
	return memory_printf(r->work->memory, "/report/%s", step_at(number - 1)->name);
}

/* "2 of 9", of those that are asked. */
static void pour_place(struct request *r, const struct step *step, const struct draft *draft)
{
	int64_t number = 0, count = 0;

	for (size_t i = 1; i <= step_count(); i++) {
		if (!is_asked(r, step_at(i), draft))
			continue;
		count++;
		if (i <= step_number(step))
			number = count;
	}
	view_number(r, "step.number", number);
	view_number(r, "step.count", count);
}

static void pour_step(struct request *r, const struct step *step, const struct draft *draft)
{
	const struct team *team = team_now(r->work);

	view_text(r, "step.name", step->name);
	view_text(r, "step.title", step->title);
	view_text(r, "step.hint", step->hint);
	view_text(r, "step.group", step->group);
	pour_place(r, step, draft);
	view_text(r, "step.back", back_from(r, step, draft));
	view_flag(r, "step.single", step->single);
	view_flag(r, "step.may_skip", step->may_skip && !is_changing(r));
	view_flag(r, "step.changing", is_changing(r));
	view_flag(r, "step.privacy", text_is(step->name, "contact"));
	if (team == NULL || draft == NULL)
		return;
	view_text(r, "team.privacy_contact", team->privacy_contact);
	view_number(r, "team.retention", team->retention_months);
	for (size_t i = 0; i < team->hotline_count; i++) {
		const struct hotline *line = &team->hotlines[i];
		const char *under = memory_printf(r->work->memory, "step.hotlines.%zu", i);

		/* First, and once: not above every later question. */
		if (line->category == NULL || !text_is(step->name, "story")
		    || !text_is(line->category, draft_value(draft, "category")))
			continue;
		view_text(r, memory_printf(r->work->memory, "%s.name", under), line->name);
		view_text(r, memory_printf(r->work->memory, "%s.phone", under), line->phone);
		view_text(r, memory_printf(r->work->memory, "%s.note", under), line->note);
	}
	view_flag(r, "step.sensitive", text_is(draft_value(draft, "category"), "abuse"));
}

/* The first question needs no draft, and so no database. */
int page_report_who(struct request *r)
{
	const struct step *step = step_by_name("who");
	struct draft draft;

	same_for_newcomers(r);
	say_why_again(r);
	form_show(r, questions_of(r->work->memory, step, NULL));
	if (cookie(r, "belfry_draft") != NULL && my_draft(r, &draft) && draft.reference == NULL) {
		fill_form(r, questions_of(r->work->memory, step, NULL), &draft);
		pour_step(r, step, &draft);
	} else {
		pour_step(r, step, NULL);
	}
	return show(r, "public/report_question.cs");
}

int page_report_step(struct request *r)
{
	const struct step *step = step_by_name(path_word(r, "step"));
	const struct field *fields;
	struct draft draft;

	if (step == NULL)
		return not_found(r);
	if (!my_draft(r, &draft))
		return begin_again(r);
	if (draft.reference != NULL)
		return redirect(r, "/report/sent");
	fields = questions_of(r->work->memory, step, &draft);
	if (fields->name == NULL)
		return redirect(r, "/report/check");
	form_show(r, fields);
	fill_form(r, fields, &draft);
	if (has_files(fields)) {
		files_pour(r, "form.files", draft.digest);
		files_complain(r);
	}
	pour_step(r, step, &draft);
	return show(r, "public/report_question.cs");
}

int post_report_who(struct request *r)
{
	const struct step *step = step_by_name("who");
	const struct field *fields = questions_of(r->work->memory, step, NULL);
	struct draft draft;

	if (!form_accept(r, fields))
		return show_again(r, page_report_who);
	if ((!my_draft(r, &draft) || draft.reference != NULL) && !begin_draft(r, &draft)) {
		form_complain(r, "reporting_for", N_("Far more reports than usual are being begun, and"
		    " there is no room for another now. Call us, or try again in an hour"));
		return show_again(r, page_report_who);
	}
	keep_answers(r, fields, &draft);
	remember_draft(r, &draft);
	if (text_is(form_text(r, "reporting_for"), "specialist"))
		return redirect(r, "/report/technical");
	if (text_is(form_text(r, "reporting_for"), "essential"))
		return redirect(r, "/report/other-way");
	return is_changing(r) ? redirect(r, "/report/check") : to_step(r, step_at(1));
}

/* A name without a way to answer helps nobody: say so once, kindly. */
static bool can_be_reached(const struct request *r)
{
	return form_text(r, "name") == NULL || form_text(r, "email") != NULL
	    || form_text(r, "phone") != NULL || text_is(form_text(r, "contact_how"), "page");
}

/* A page that was open for more than a day: what was typed on it begins a new
 * draft, so that it is found there again. */
static int begin_again_with(struct request *r, const struct step *step)
{
	const struct field *fields = questions_of(r->work->memory, step, NULL);
	struct draft draft;

	if (form_accept(r, fields)) {
		if (!begin_draft(r, &draft))
			return refuse(r, 429);
		keep_answers(r, fields, &draft);
		remember_draft(r, &draft);
	}
	return begin_again(r);
}

int post_report_step(struct request *r)
{
	const struct step *step = step_by_name(path_word(r, "step")), *next;
	const struct field *fields;
	struct draft draft;

	if (step == NULL)
		return not_found(r);
	if (!my_draft(r, &draft))
		return begin_again_with(r, step);
	if (draft.reference != NULL)
		return redirect(r, "/report/sent");
	fields = questions_of(r->work->memory, step, &draft);
	if (has_files(fields))
		files_pressed(r);
	if (!form_accept(r, fields) || !files_good(r))
		return show_again(r, page_report_step);
	if (text_is(step->name, "contact") && !can_be_reached(r)) {
		form_complain(r, "email", N_("Enter an e-mail address or a phone number, choose the"
		    " follow-up page, or leave your name empty"));
		return show_again(r, page_report_step);
	}
	if (text_is(step->name, "when") && !began_before_noticed(r)) {
		form_complain(r, "started", N_("This day is after the day you noticed it. Change one of"
		    " the two"));
		return show_again(r, page_report_step);
	}
	keep_answers(r, fields, &draft);
	remember_draft(r, &draft);
	if (text_is(step->name, "what") && text_is(form_text(r, "category"), "weakness"))
		return redirect(r, "/vulnerability");
	next = step_after(r, step, &draft);
	if (is_changing(r) || next == NULL)
		return redirect(r, "/report/check");
	return to_step(r, next);
}

/* Who reports for an essential service calls first: the law may want more of
 * them than this form asks. */
int page_report_other_way(struct request *r)
{
	struct draft draft;

	if (!my_draft(r, &draft) || draft.reference != NULL)
		return redirect(r, "/report/who");
	view_text(r, "step.back", "/report/who");
	view_text(r, "way.next", "/report/what");
	view_flag(r, "way.may_continue", true);
	view_text(r, "way.title", N_("Call us first"));
	view_text(r, "way.text", N_("When an essential service is affected, call us now. If the law"
	    " asks you to notify us by a deadline, say so in the call. You can also go on with"
	    " this form."));
	return show(r, "public/report_other_way.cs");
}

/* Names and sizes of what is there. */
static void pour_held(struct request *r, size_t n, const struct draft *draft)
{
	struct attachments held;

	attachments_held(r->work, draft->digest, &held);
	view_flag(r, memory_printf(r->work->memory, "answers.%zu.empty", n), held.count == 0);
	for (size_t i = 0; i < held.count; i++)
		view_text(r, memory_printf(r->work->memory, "answers.%zu.values.%zu.text", n, i),
		    t_fill(r->work->memory, t("{name} ({size})"), "name", held.list[i].name,
		        "size", size_said(r->work->memory, held.list[i].size), NULL));
}

static void pour_answer(struct request *r, size_t n, const struct step *step,
	const struct field *field, const char *value)
{
	const char *under = memory_printf(r->work->memory, "answers.%zu", n);

	view_text(r, memory_printf(r->work->memory, "%s.step", under), step->name);
	view_text(r, memory_printf(r->work->memory, "%s.field", under), field->name);
	view_text(r, memory_printf(r->work->memory, "%s.label", under), field->label);
	view_flag(r, memory_printf(r->work->memory, "%s.ltr", under),
	    field->kind == EMAIL || field->kind == PHONE);
	if (value == NULL)
		view_flag(r, memory_printf(r->work->memory, "%s.empty", under), true);
	else
		view_text(r, memory_printf(r->work->memory, "%s.values.0.text", under),
		    answer_said(r->work->memory, field, value));
}

/* The first page on which something that must be answered is not. */
static const struct step *unanswered(struct request *r, const struct draft *draft)
{
	for (size_t i = 0; i <= step_count(); i++) {
		const struct field *field = questions_of(r->work->memory, step_at(i), draft);

		for (; field->name != NULL; field++)
			if (field->required && draft_value(draft, field->name) == NULL)
				return step_at(i);
	}
	return NULL;
}

int page_report_check(struct request *r)
{
	struct draft draft;
	size_t n = 0;

	if (!my_draft(r, &draft))
		return begin_again(r);
	if (draft.reference != NULL)
		return redirect(r, "/report/sent");
	if (unanswered(r, &draft) != NULL)
		return to_step(r, unanswered(r, &draft));
	for (size_t i = 0; i <= step_count(); i++) {
		const struct field *field = questions_of(r->work->memory, step_at(i), &draft);

		for (; field->name != NULL; field++, n++) {
			pour_answer(r, n, step_at(i), field, draft_value(&draft, field->name));
			if (field->kind == FILES)
				pour_held(r, n, &draft);
		}
	}
	view_text(r, "step.back", memory_printf(r->work->memory, "/report/%s",
	    step_at(step_count())->name));
	return show(r, "public/report_check.cs");
}

/* Answers that have a place of their own on the ticket. */
static bool has_own_place(const char *field)
{
	return text_is(field, "description") || text_is(field, "category") || text_is(field, "name")
	    || text_is(field, "email") || text_is(field, "phone") || text_is(field, "org_name");
}

/* Only what is asked of this reporter: an answer to a question that a later
 * change took away is not sent. */
static void report_of(struct request *r, const struct draft *draft, struct report *report)
{
	struct answer *answers = memory_array(r->work->memory, struct answer, DRAFT_ANSWERS);
	const char *language = draft_value(draft, "language");
	const char *organisation = draft_value(draft, "org_name");

	*report = (struct report){
		.kind = "report",
		.language = language != NULL ? language : r->language,
		.category = draft_value(draft, "category"),
		.description = draft_value(draft, "description"),
		.tlp = tlp_of_sharing(draft_value(draft, "sharing")),
		.name = draft_value(draft, "name"),
		.email = draft_value(draft, "email"),
		.phone = draft_value(draft, "phone"),
		.organisation = question_is_asked("org_name", draft) ? organisation : NULL,
		.answers = answers,
	};
	for (size_t i = 0; i < draft->answer_count; i++)
		if (!has_own_place(draft->answers[i].field)
		    && question_is_asked(draft->answers[i].field, draft))
			answers[report->answer_count++] = (struct answer){
				draft->answers[i].field, draft->answers[i].value };
}

int post_report_check(struct request *r)
{
	struct report report;
	struct draft draft;

	if (r->switching)
		return page_report_check(r);
	if (!lock_draft(r, &draft))
		return begin_again(r);
	if (draft.reference != NULL)
		return redirect(r, "/report/sent");
	if (unanswered(r, &draft) != NULL)
		return to_step(r, unanswered(r, &draft));
	report_of(r, &draft, &report);
	return send_report(r, &draft, &report);
}

/* The reference and the secret, for an hour, to whoever holds the form's key.
 * The secret is made from that key anew; nothing keeps it. */
int page_report_sent(struct request *r)
{
	const char *secret;
	struct follow follow;
	struct draft draft;

	if (!my_draft(r, &draft))
		return begin_again(r);
	if (draft.reference == NULL)
		return redirect(r, "/report/check");
	secret = secret_of_form(r->work->memory, draft.key);
	view_text(r, "sent.reference", draft.reference);
	view_text(r, "sent.secret", secret);
	view_moment(r, "sent.opened_at", draft.sent_at);
	view_moment(r, "sent.until_at", draft.ends_at);
	view_number(r, "sent.minutes_left", (draft.ends_at - r->work->now) / MINUTE);
	if (follow_open(r->work, draft.reference, secret_digest(r->work->memory, secret), &follow)) {
		view_moment(r, "sent.due_at", follow.due_at);
		view_flag(r, "sent.held", follow.held);
		view_flag(r, "sent.mailed", follow.mailed && !text_is_empty(r->settings->mail_host));
		view_flag(r, "sent.request", text_is(follow.kind, "request"));
		if (!text_is(follow.kind, "request"))
			advice_pour(r, follow.category);
	}
	return show(r, "public/report_sent.cs");
}

/* "Start a new report" after one was sent, and "leave this page". */
int post_report_forget(struct request *r)
{
	set_cookie(r, "belfry_draft", "", -1);
	return redirect(r, "/report");
}
