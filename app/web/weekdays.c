/* The names of the days. */
#include "web/weekdays.h"

#include "web/language.h"

static const char *const names[] = {
	N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"),
	N_("Saturday"), N_("Sunday"),
};

const char *weekday_name(int weekday)
{
	return names[(weekday + 6) % 7];
}
