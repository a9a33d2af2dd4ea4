/* The words of services, and their days. */
#include "pages/services.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "web/language.h"

const struct choice service_states[] = {
	{ "none", N_("Not offered") },
	{ "planned", N_("Planned") },
	{ "running", N_("Running") },
	{ "stopped", N_("Stopped") },
	{ NULL }
};

const struct choice service_audiences[] = {
	{ "everybody", N_("Everybody") },
	{ "constituents", N_("Organisations that we serve") },
	{ "government", N_("Public bodies") },
	{ "essential", N_("Essential services") },
	{ "teams", N_("Other security teams") },
	{ NULL }
};

const struct choice service_hours[] = {
	{ "open", N_("At the hours of our phone") },
	{ "always", N_("Day and night") },
	{ "agreed", N_("By agreement") },
	{ NULL }
};

/* "2026-01-05". */
static bool read_day(struct request *r, const char *text, struct wall *day)
{
	int64_t year, month, number;

	if (strlen(text) != 10 || text[4] != '-' || text[7] != '-'
	    || !text_number(memory_text_of(r->work->memory, text, 4), 1990, 2100, &year)
	    || !text_number(memory_text_of(r->work->memory, text + 5, 2), 1, 12, &month)
	    || !text_number(text + 8, 1, 31, &number)
	    || !day_exists((int)year, (int)month, (int)number))
		return false;
	/* At noon it is the same day in every reading. */
	*day = (struct wall){ .year = (int)year, .month = (int)month, .day = (int)number, .hour = 12 };
	return true;
}

const char *service_day_said(struct request *r, const char *day)
{
	struct wall wall;

	return day != NULL && read_day(r, day, &wall)
	    ? day_said(r->work->memory, moment_of(&wall)) : NULL;
}

const char *service_day_typed(struct request *r, const char *typed)
{
	const char *day = text_ascii_digits(r->work->memory, text_bare(r->work->memory, typed));
	struct wall wall;

	return read_day(r, day, &wall) ? day : NULL;
}
