/* A row of the outbox and the templates of templates/mail make a mail. */
#include "jobs/letter.h"

#include <string.h>

#include "base/paragraphs.h"
#include "base/text.h"
#include "domain/guest.h"
#include "domain/team.h"
#include "jobs/bulletin.h"
#include "mail/encode.h"
#include "web/language.h"
#include "web/request.h"
#include "web/view.h"

static const struct words {
	const char *kind, *subject, *template;
	const char *of_request;        /* the subject where the ticket is one; NULL: the same */
} words[] = {
	{ "received", N_("Your report {reference} has arrived"),        "mail/received.txt.cs",
	  N_("Your request {reference} has arrived") },
	{ "answered", N_("There is an answer to your report {reference}"), "mail/answered.txt.cs",
	  N_("There is an answer to your request {reference}") },
	{ "arrived",  N_("New report {reference}: {priority}, {tlp}"),  "mail/arrived.txt.cs",
	  N_("New request {reference}: {priority}, {tlp}") },
	{ "invite",   N_("Your invitation to {team}"),                  "mail/invite.txt.cs"   },
	{ "password", N_("A new password for your account at {team}"),  "mail/password.txt.cs" },
	{ "told_password", N_("Your password at {team} was changed"),   "mail/told.txt.cs" },
	{ "told_factor",   N_("Your second factor at {team} was changed"), "mail/told.txt.cs" },
	{ "told_roles",    N_("What you may do at {team} was changed"), "mail/told.txt.cs" },
	{ "told_half_in",  N_("Somebody has your password at {team}"),  "mail/told.txt.cs" },
	{ "publishing", N_("What {team} publishes wants to be looked at"), "mail/publishing.txt.cs" },
	{ "subscription", N_("Shall {team} write to you?"), "mail/subscription.txt.cs" },
	{ "bulletin", NULL, "mail/bulletin.txt.cs" },
	{ "collected", N_("What {team} has published"), "mail/bulletin.txt.cs" },
	{ "guest_invited",    N_("Invitation: {title}"),               "mail/guest.txt.cs" },
	{ "guest_reminded",   N_("Are you coming? {title}"),           "mail/guest.txt.cs" },
	{ "guest_changed",    N_("Another time or place: {title}"),    "mail/guest.txt.cs" },
	{ "guest_called_off", N_("Called off: {title}"),               "mail/guest.txt.cs" },
	{ NULL }
};

static const struct words *words_of(const char *kind)
{
	for (const struct words *one = words; one->kind != NULL; one++)
		if (text_is(one->kind, kind))
			return one;
	return NULL;
}

static void pour(struct request *r, const struct letter *letter, const struct team *team)
{
	const char *name = team_text(team, r->language, "name");

	view_text(r, "lang.code", r->language);
	view_text(r, "lang.dir", language_now()->right_to_left ? "rtl" : "ltr");
	view_text(r, "letter.team", mail_line(r->memory, name != NULL ? name : team->name));
	view_text(r, "letter.phone", mail_line(r->memory, team->phone));
	view_text(r, "letter.kind", letter->kind);
	view_moment(r, "letter.made_at", letter->made_at);
	view_text(r, "letter.reference", letter->reference);
	view_text(r, "letter.tlp", letter->tlp);
	view_text(r, "letter.category", letter->category);
	view_text(r, "letter.priority", letter->priority);
	view_flag(r, "letter.held", letter->held);
	view_flag(r, "letter.request", letter->request);
	view_moment(r, "letter.due_at", letter->due_at);
	view_moment(r, "letter.ends_at", letter->ends_at);
	view_text(r, "letter.follow", letter_place(r, "/follow"));
	if (letter->reference != NULL)
		view_text(r, "letter.ticket", letter_place(r, memory_printf(r->memory, "/desk/tickets/%s",
		    letter->reference)));
	if (letter->ticket_id != 0 || letter->subscription_id != 0)
		return;
	view_text(r, "letter.publish", letter_place(r, "/desk/publish/profile"));
	view_text(r, "letter.ask", letter_place(r, "/password"));
	view_text(r, "letter.link", letter_place(r, memory_printf(r->memory, "/%s/%s", letter->kind,
	    outbox_token(r->memory, letter->message_id))));
}

static void pour_guest(struct request *r, const struct invitation_letter *guest)
{
	view_text(r, "guest.title", mail_line(r->memory, guest->title));
	view_text(r, "guest.words", guest->words);
	view_text(r, "guest.place", mail_line(r->memory, guest->place));
	view_text(r, "guest.answer", guest->answer);
	view_moment(r, "guest.starts_at", guest->starts_at);
	view_moment(r, "guest.ends_at", guest->ends_at);
	view_moment(r, "guest.answer_until", guest->answer_until);
	view_text(r, "guest.link", letter_place(r, memory_printf(r->memory, "/event/%s",
	    guest_token(r->memory, guest->seed))));
}

static const char *subject_of(const struct request *r, const struct words *said,
	const struct letter *letter, const struct team *team, const char *title)
{
	const char *subject = said->subject == NULL ? bulletin_subject()
	    : letter->request && said->of_request != NULL ? said->of_request
	    : said->subject;

	return t_fill(r->memory, t(subject), "reference", letter->reference,
	    "priority", letter->priority != NULL ? t(letter->priority) : "", "tlp", letter->tlp,
	    "team", team->short_name, "title", title, NULL);
}

/* The text again, in paragraphs and lines, for its HTML. */
static void pour_text(struct request *r, const char *text)
{
	struct paragraphs paragraphs;
	size_t count = 0, line = 0;

	paragraphs_open(&paragraphs, r->memory, text);
	for (const char *said; (said = paragraphs_line(&paragraphs)) != NULL; ) {
		const char *under;

		if (paragraphs.begins) {
			count++;
			line = 0;
		}
		under = memory_printf(r->memory, "paragraphs.%zu.lines.%zu", count, line++);
		view_text(r, memory_printf(r->memory, "%s.text", under), said);
		view_flag(r, memory_printf(r->memory, "%s.address", under),
		    text_starts(said, "http") || text_starts(said, "+"));
	}
}

/* A letter is drawn as a page is, by a request that nobody made. */
bool letter_write(struct work *w, const struct settings *settings, const struct letter *letter,
	struct mail *mail)
{
	const struct words *said = words_of(letter->kind);
	const struct language *language;
	const struct team *team = team_load(w, w->memory);
	struct invitation_letter guest = { .title = "" };
	struct request r = { .memory = w->memory, .work = w, .settings = settings,
		.view = view_new(w->memory) };
	size_t size;

	if (said == NULL || team == NULL
	    || (text_starts(letter->kind, "guest_") && !guest_letter(w, letter->id, &guest)))
		return false;
	language_offer(team->languages);
	language = language_by_code(letter->language);
	r.language = language != NULL ? language->code : language_at(0)->code;
	r.prefixed = r.language != language_at(0)->code;
	language_choose(r.language);
	pour(&r, letter, team);
	if (letter->subscription_id != 0 && !bulletin_pour(&r, letter, mail))
		return false;
	if (guest.seed != NULL)
		pour_guest(&r, &guest);
	mail->language = r.language;
	mail->from_name = team->short_name;
	mail->subject = subject_of(&r, said, letter, team, mail_line(w->memory, guest.title));
	view_text(&r, "letter.subject", mail->subject);
	mail->text = view_render(&r, said->template, &size);
	if (mail->text == NULL || !language_now()->right_to_left)
		return mail->text != NULL;
	pour_text(&r, mail->text);
	mail->markup = view_render(&r, "parts/letter.cs", &size);
	return mail->markup != NULL;
}
