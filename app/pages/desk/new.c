/* Entering a report for somebody who called, came or wrote. */
#include "site.h"

#include "base/digest.h"
#include "domain/reference.h"
#include "domain/ticket.h"
#include "pages/questions.h"
#include "team_cache.h"
#include "web/encode.h"
#include "web/form.h"
#include "web/language.h"
#include "web/view.h"

static const struct choice channels[] = {
	{ "phone", N_("By phone") },
	{ "walk_in", N_("In person") },
	{ "mail", N_("By mail") },
	{ "sms", N_("By text message") },
	{ NULL }
};

enum { NEW_OWN = 2, NEW_FIELDS = 16 };

/* The channel, and those of the reporter's questions that one asks in a call. */
static const struct field *new_form(struct request *r)
{
	static const char *const asked[] = { "category", "description", "ongoing", "done", "name",
		"email", "phone", "org_name", "language", "sharing", NULL };
	struct field *fields = memory_array(r->work->memory, struct field, NEW_FIELDS);
	size_t count = NEW_OWN;

	fields[0] = (struct field){ "channel", CHOICE, true, N_("How did they reach us?"),
		.choices = channels, .missing = N_("Choose how they reached us") };
	fields[1] = (struct field){ "key", TEXT, true, N_("Key"), .max = 64, .hidden = true,
		.missing = N_("Open this form again and send it from there") };
	for (size_t i = 0; asked[i] != NULL; i++)
		fields[count++] = *question_by_name(asked[i]);
	return fields;
}

int page_desk_new(struct request *r)
{
	form_show(r, new_form(r));
	form_set(r, "key", random_token(r->work->memory));
	return show(r, "desk/new.cs");
}

/* The form carries a key of its own: pressing the button twice makes one ticket,
 * and shows the same reference and secret again, for both are made from all that
 * was sent. Whoever goes back and enters another caller makes another ticket. */
int post_desk_new(struct request *r)
{
	const struct team *team = team_now(r->work);
	const char *sent = encode_fields(r->work->memory, &r->body);
	struct answer answers[2];
	struct ticket ticket;
	struct report report;
	size_t count = 0;

	if (!form_accept(r, new_form(r)))
		return show_again(r, page_desk_new);
	if (team == NULL)
		return refuse(r, 503);
	if (form_text(r, "ongoing") != NULL)
		answers[count++] = (struct answer){ "ongoing", form_text(r, "ongoing") };
	if (form_text(r, "done") != NULL)
		answers[count++] = (struct answer){ "done", form_text(r, "done") };
	report = (struct report){
		.kind = "report", .channel = form_text(r, "channel"),
		.language = form_text(r, "language") != NULL ? form_text(r, "language") : r->language,
		.category = form_text(r, "category"),
		.description = form_text(r, "description"),
		.tlp = tlp_of_sharing(form_text(r, "sharing")),
		.name = form_text(r, "name"), .email = form_text(r, "email"),
		.phone = form_text(r, "phone"), .organisation = form_text(r, "org_name"),
		.answers = answers, .answer_count = count,
		.secret = secret_of_form(r->work->memory, sent),
		.form_key = keyed_digest_hex(r->work->memory, "desk form", sent),
	};
	ticket_open(r->work, team, &report, &ticket);
	view_text(r, "sent.reference", ticket.reference);
	view_text(r, "sent.secret", report.secret);
	view_moment(r, "sent.due_at", ticket.due_at);
	return show(r, "desk/new_sent.cs");
}
