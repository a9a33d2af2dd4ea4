/* The draft of a report, between the browser's cookie and the ticket. */
#include "pages/reporting.h"

#include "base/text.h"
#include "domain/attachment.h"
#include "domain/reference.h"
#include "pages/questions.h"
#include "team_cache.h"
#include "web/budget.h"
#include "web/language.h"
#include "web/view.h"

bool my_draft(struct request *r, struct draft *draft)
{
	const char *key = cookie(r, "belfry_draft");

	return !text_is_empty(key) && draft_open(r->work, key, draft);
}

bool lock_draft(struct request *r, struct draft *draft)
{
	const char *key = cookie(r, "belfry_draft");

	return !text_is_empty(key) && draft_lock(r->work, key, draft);
}

bool begin_draft(struct request *r, struct draft *draft)
{
	if (budget_spent(BUDGET_DRAFTS, 1, r->address, r->work->now))
		return false;
	draft_begin(r->work, draft);
	return true;
}

void remember_draft(struct request *r, const struct draft *draft)
{
	set_cookie(r, "belfry_draft", draft->key, DRAFT_HOURS * HOUR);
}

void say_why_again(struct request *r)
{
	if (text_is(query_text(r, "again"), "1"))
		view_text(r, "notice", t("We no longer have your earlier answers. They are kept"
		    " for 24 hours, and only if your browser accepts cookies from this site."));
}

void fill_form(struct request *r, const struct field *fields, const struct draft *draft)
{
	for (; fields->name != NULL; fields++) {
		const char *value = draft_value(draft, fields->name);

		if (value == NULL)
			continue;
		if (fields->kind == CHOICES)
			form_set_choices(r, fields->name, value);
		else
			form_set(r, fields->name, value);
	}
}

void keep_answers(struct request *r, const struct field *fields, struct draft *draft)
{
	for (; fields->name != NULL; fields++)
		if (fields->kind != FILES)
			draft_answer(r->work, draft, fields->name, form_text(r, fields->name));
}

bool began_before_noticed(const struct request *r)
{
	const char *noticed = form_text(r, "noticed"), *started = form_text(r, "started");
	moment a, b;

	return noticed == NULL || started == NULL
	    || !moment_parse(memory_printf(r->work->memory, "%.10s 00:00:00", noticed), &a)
	    || !moment_parse(memory_printf(r->work->memory, "%.10s 00:00:00", started), &b) || b <= a;
}

int send_report(struct request *r, struct draft *draft, struct report *report)
{
	const struct team *team = team_now(r->work);
	struct ticket ticket;

	if (team == NULL)
		return refuse(r, 503);
	report->channel = "web";
	report->secret = secret_of_form(r->work->memory, draft->key);
	report->form_key = draft->digest;
	report->held = budget_spent(BUDGET_REPORTS, 1, r->address, r->work->now);
	if (ticket_open(r->work, team, report, &ticket)) {
		if (takes_files(report->category))
			attachments_send_with_report(r->work, draft->digest, ticket.id, ticket.opened_at);
		draft_sent(r->work, draft, ticket.reference);
	}
	set_cookie(r, "belfry_draft", draft->key, DRAFT_SENT_HOURS * HOUR);
	return redirect(r, "/report/sent");
}
