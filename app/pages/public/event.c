/* An invitation: what somebody who was invited reads and answers. Whoever has the link
 * of the letter is the guest. */
#include <string.h>

#include "base/settings.h"
#include "base/text.h"
#include "domain/guest.h"
#include "formats/ics.h"
#include "site.h"
#include "team_cache.h"
#include "web/budget.h"
#include "web/encode.h"
#include "web/form.h"
#include "web/language.h"
#include "web/view.h"

static const struct choice said[] = {
	{ "yes", N_("Yes, I am coming") }, { "maybe", N_("Maybe") }, { "no", N_("No, I cannot come") },
	{ NULL }
};
static const struct field answer_form[] = {
	{ "answer", CHOICE, true, N_("Are you coming?"), .choices = said,
	  .missing = N_("Choose an answer") },
	{ "people", NUMBER, .label = N_("How many of you"), .hint = N_("Yourself included."), .min = 1,
	  .max = GUEST_PEOPLE },
	{ "remark", TEXT, .label = N_("Something that we should know"), .max = GUEST_REMARK },
	{ NULL }
};

/* It is one person's page: no copy of it is kept. */
static bool find_guest(struct request *r, struct guest *guest)
{
	set_header(r, "Cache-Control", "no-store");
	return guest_open(r->work, path_word(r, "token"), r->language, language_at(0)->code, guest);
}

static int say_dead(struct request *r)
{
	view_text(r, "error.reason", N_("This invitation is not known here, or it is a while since the"
	    " event. Look whether the whole address from the letter is there."));
	return refuse(r, 404);
}

static void pour_state(struct request *r, const struct guest *guest)
{
	const struct occasion *o = &guest->occasion;
	const bool on = occasion_is_on(r->work, o), late = o->answer_until <= r->work->now;
	const bool full = o->places != 0 && guest->free <= 0;

	view_flag(r, "event.called_off", o->called_off_at != 0);
	view_flag(r, "event.begun", o->starts_at <= r->work->now);
	view_flag(r, "event.over", o->ends_at <= r->work->now);
	view_flag(r, "event.late", on && late && guest->answer == NULL);
	view_flag(r, "may.answer", on && (!late || guest->answer != NULL));
	view_flag(r, "event.full", full);
	if (o->places != 0 && !full)
		view_number(r, "event.free", guest->free);
}

static void pour_guest(struct request *r, const struct guest *guest)
{
	const struct occasion *o = &guest->occasion;

	view_text(r, "event.title", guest->text.title);
	view_text(r, "event.words", guest->text.words);
	view_text(r, "event.lang", guest->text.language);
	view_text(r, "event.place", o->place);
	view_moment(r, "event.starts_at", o->starts_at);
	view_moment(r, "event.ends_at", o->ends_at);
	view_moment(r, "event.answer_until", o->answer_until);
	view_text(r, "guest.answer", guest->answer);
	view_number(r, "guest.people", guest->people);
	view_moment(r, "guest.answered_at", guest->answered_at);
	view_text(r, "guest.token", path_word(r, "token"));
	view_number(r, "guest.kept_days", r->settings->guests_kept_days);
	pour_state(r, guest);
}

int page_event(struct request *r)
{
	struct guest guest;

	if (!find_guest(r, &guest))
		return say_dead(r);
	form_show(r, answer_form);
	form_set(r, "answer", guest.answer);
	if (guest.people > 0)
		form_set(r, "people", memory_printf(r->work->memory, "%lld", (long long)guest.people));
	form_set(r, "remark", guest.remark);
	pour_guest(r, &guest);
	return show(r, "public/event.cs");
}

static const char *thanks_for(const char *answer)
{
	if (text_is(answer, "yes"))
		return N_("Thank you. We look forward to seeing you.");
	return text_is(answer, "no") ? N_("Thank you for telling us. Perhaps another time.")
	    : N_("Thank you. Tell us here as soon as you know.");
}

static int say_full(struct request *r, int64_t free_places)
{
	if (free_places == 0)
		form_complain(r, "answer", N_("All places are taken. If somebody cancels, there is room"
		    " again: look here later, or say maybe"));
	else
		form_complain(r, "people", t_fill(r->work->memory, t("Places left: {number}"), "number",
		    memory_printf(r->work->memory, "%lld", (long long)free_places), NULL));
	return show_again(r, page_event);
}

int post_event(struct request *r)
{
	struct guest guest;
	int64_t people, free_places;
	const char *answer;

	if (!find_guest(r, &guest))
		return say_dead(r);
	if (!form_accept(r, answer_form))
		return show_again(r, page_event);
	if (budget_spent(BUDGET_MESSAGES, 1, r->address, r->work->now))
		return refuse(r, 429);
	answer = form_text(r, "answer");
	people = text_is(answer, "no") ? 0 : form_number(r, "people");
	switch (guest_answers(r->work, path_word(r, "token"), answer,
	    people == 0 && !text_is(answer, "no") ? 1 : people, form_text(r, "remark"), &free_places)) {
	case GUEST_ANSWERED:
		tell(r, thanks_for(answer));
		break;
	case GUEST_FULL:
		return say_full(r, free_places);
	case GUEST_LATE:
	case GUEST_OFF:              /* its page says so */
		break;
	case GUEST_UNKNOWN:
		return say_dead(r);
	}
	return redirect(r, memory_printf(r->work->memory, "/event/%s", path_word(r, "token")));
}

/* The host of our own address, for a name that nobody else gives. */
static const char *own_host(struct request *r)
{
	const char *host = strstr(r->settings->address, "://");

	return host != NULL ? memory_text_of(r->work->memory, host + 3, strcspn(host + 3, ":/"))
	    : "belfry.invalid";
}

int file_event_calendar(struct request *r)
{
	const struct team *team = team_now(r->work);
	struct guest guest;
	struct ics_event entry;

	if (!find_guest(r, &guest) || team == NULL)
		return say_dead(r);
	entry = (struct ics_event){
		.uid = memory_printf(r->work->memory, "event-%lld@%s", (long long)guest.occasion.id,
		    own_host(r)),
		.sequence = guest.occasion.version, .made_at = r->work->now,
		.starts_at = guest.occasion.starts_at, .ends_at = guest.occasion.ends_at,
		.language = guest.text.language, .summary = guest.text.title,
		.place = guest.occasion.place, .description = guest.text.words,
		.organiser = team->short_name, .email = team->email,
		.called_off = guest.occasion.called_off_at != 0,
	};
	set_header(r, "Content-Disposition", encode_disposition(r->work->memory, "event.ics"));
	return send_text(r, "text/calendar; charset=utf-8; method=PUBLISH",
	    ics_event(r->work->memory, &entry));
}
