/* Watching over what is published. */
#include "jobs/watch.h"

#include "domain/outbox.h"
#include "domain/profile.h"
#include "domain/team_key.h"

bool watch_published(struct work *w)
{
	if (team_key_expires(w) || profile_is_old(w))
		outbox_publishing(w);
	return false;
}
