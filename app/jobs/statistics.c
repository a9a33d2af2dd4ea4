/* Figures of quarters. */
#include "jobs/statistics.h"

#include "domain/statistics.h"
#include "domain/team.h"

bool make_statistics(struct work *w)
{
	/* Quarters are those of the team's zone, which loading the team chooses. */
	return team_load(w, w->memory) != NULL && statistic_make(w);
}
