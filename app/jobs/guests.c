/* Guests of events that are over. */
#include "jobs/guests.h"

#include "domain/occasion.h"

static const struct settings *settings;

void guests_open(const struct settings *ours)
{
	settings = ours;
}

bool erase_guests(struct work *w)
{
	return occasion_erase(w, settings->guests_kept_days);
}
