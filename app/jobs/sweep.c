/* Removing drafts, sessions and counters whose time is over. */
#include "jobs/sweep.h"

#include "domain/attachment.h"
#include "domain/attempt.h"
#include "domain/credential_link.h"
#include "domain/kept_form.h"
#include "domain/session.h"

bool sweep_drafts(struct work *w)
{
	/* Its answers go with it (ON DELETE CASCADE). */
	return db_exec(w->db, SQL("DELETE FROM draft WHERE ends_at < ? LIMIT 500"),
	    db_moment(w->now)) == SWEEP_ROWS;
}

bool sweep_sessions(struct work *w)
{
	sessions_forget(w);
	links_forget(w);
	kept_forms_forget(w);
	return false;
}

bool sweep_attempts(struct work *w)
{
	attempts_forget(w);
	return false;
}

bool sweep_attachments(struct work *w)
{
	return attachments_forget(w);
}
