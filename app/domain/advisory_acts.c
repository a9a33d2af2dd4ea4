/* What can be done with an advisory, and by whom: the rules that pages show and that
 * every change asks. */
#include "domain/advisory_change.h"

#include "base/text.h"
#include "domain/may.h"

bool advisory_is_in(const struct advisory *a, const char *state)
{
	return text_is(a->state, state);
}

bool advisory_is_open(const struct advisory *a)
{
	return advisory_is_in(a, "draft") || advisory_is_in(a, "review") || advisory_is_in(a, "approved");
}

static unsigned when(bool good, unsigned acts)
{
	return good ? acts : 0;
}

/* Until it is published. */
static unsigned acts_before(struct work *w, const struct advisory *a)
{
	const bool draft = advisory_is_in(a, "draft"), review = advisory_is_in(a, "review");
	const bool approved = advisory_is_in(a, "approved");

	return when(draft || review || approved, MAY_WRITE)
	    | when(draft, MAY_SEND)
	    | when(review && !advisory_is_writer(w, a), MAY_APPROVE)
	    | when(review || approved, MAY_RETURN)
	    | when((draft || review) && may_advise(w, ADMINISTER), MAY_OVERRIDE)
	    | when(approved && text_is(a->content.tlp, "clear"), MAY_PUBLISH);
}

/* While it is out. */
static unsigned acts_after(struct work *w, const struct advisory *a)
{
	const bool asked = a->asked_by != 0;

	return MAY_ASK
	    | when(advisory_is_in(a, "published"), MAY_CORRECT)
	    | when(advisory_is_open(a), MAY_LEAVE)
	    | when(asked, MAY_KEEP)
	    | when(asked && a->asked_by != w->actor.account_id, MAY_AGREE)
	    | when(may_advise(w, ADMINISTER), MAY_WITHDRAW_ALONE);
}

unsigned advisory_acts(struct work *w, const struct advisory *a)
{
	if (!may_advise(w, WRITE))
		return 0;
	return acts_before(w, a)
	    | when(a->waiting, MAY_CALL_OFF)
	    | (a->number > 0 && !a->waiting && !a->withdrawn ? acts_after(w, a) : 0)
	    | when(advisory_may_look_back(w, a), MAY_LOOK_BACK);
}

enum advisory_change advisory_hold_to(struct work *w, enum advisory_act act, const char *reference,
	int64_t version, struct advisory *a)
{
	const enum advisory_change change = advisory_hold(w, reference, version, a);

	if (change != ADVISORY_DONE)
		return change;
	return (advisory_acts(w, a) & act) != 0 ? ADVISORY_DONE : ADVISORY_NOT_NOW;
}
