/* What every change of an advisory is made of: for the files that change one. */
#ifndef BELFRY_DOMAIN_ADVISORY_CHANGE_H
#define BELFRY_DOMAIN_ADVISORY_CHANGE_H

#include "domain/advisory.h"

bool advisory_is_in(const struct advisory *, const char *state);
/* Before it is published, or while it is being corrected. */
bool advisory_is_open(const struct advisory *);
/* advisory_hold(), and ADVISORY_NOT_NOW where the actor may not do that with it. */
enum advisory_change advisory_hold_to(struct work *, enum advisory_act, const char *reference,
	int64_t version, struct advisory *);
/* May the actor review the newest override? */
bool advisory_may_look_back(struct work *, const struct advisory *);
/* Of all that a reader sees. */
const char *advisory_digest(struct work *, int64_t id);
/* After every change: a new version and another state; and what happened. */
void advisory_settle(struct work *, const struct advisory *, const char *state,
	const char *action, const char *to);

/* What a second person says, or who decides without one, of the next revision. */
void advisory_note_review(struct work *, const struct advisory *, const char *verdict,
	const char *reason);

#endif
