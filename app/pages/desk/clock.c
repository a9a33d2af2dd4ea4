/* "1 h 20 min left", "late by 3 h": short, for a column of the queue. */
#include "pages/desk/clock.h"

#include "web/language.h"
#include "web/view.h"

static void say(struct request *r, struct place *clock, const char *state, const char *said,
	int64_t part)
{
	place_text(r, clock, "state", state);
	place_text(r, clock, "said", said);
	place_number(r, clock, "part", part);
}

void clock_pour(struct request *r, struct place *clock, moment opened_at, moment due_at,
	moment answered_at, bool runs)
{
	moment now = r->work->now;
	int64_t whole = due_at - opened_at, gone = now - opened_at;

	if (answered_at != 0)
		say(r, clock, answered_at <= due_at ? "met" : "none",
		    answered_at <= due_at ? t("answered in time") : t("answered late"), 0);
	else if (!runs)
		say(r, clock, "none", NULL, 0);
	else if (due_at < now)
		say(r, clock, "late", t_fill(r->work->memory, t("late by {time}"), "time",
		    length_brief(r->work->memory, now - due_at, 2), NULL), 100);
	else
		say(r, clock, "due", t_fill(r->work->memory, t("{time} left"), "time",
		    length_brief(r->work->memory, due_at - now, 2), NULL),
		    whole > 0 && gone > 0 ? gone * 100 / whole : 0);
}
