/* What the two doors are called, and opening them. */
#include "doors.h"

#include <stddef.h>

#include "base/log.h"
#include "base/password.h"
#include "base/text.h"
#include "team_cache.h"
#include "web/budget.h"
#include "web/counters.h"
#include "web/language.h"
#include "web/presence.h"
#include "web/static_version.h"
#include "web/view.h"

const char *door_name(enum door door)
{
	return door == PUBLIC ? "public" : "inside";
}

const char *door_user(enum door door)
{
	return door == PUBLIC ? "belfry_public" : "belfry_inside";
}

enum door door_by_name(char **arguments)
{
	if (arguments[0] == NULL || !text_is(arguments[0], "--door") || arguments[1] == NULL)
		return 0;
	if (text_is(arguments[1], "public"))
		return PUBLIC;
	return text_is(arguments[1], "inside") ? INSIDE : 0;
}

bool door_prepare(const struct settings *settings, enum door door)
{
	if (!language_open(settings->languages_folder, settings->languages)) {
		log_error("a language of '%s' is unknown", settings->languages);
		return false;
	}
	view_open(settings->templates_folder);
	static_version_read(settings->static_folder);
	team_cache_open(settings->runtime_folder);
	counters_open(settings->runtime_folder, door);
	if (door == PUBLIC)
		budget_open(settings);
	else
		presence_open(settings);
	password_open(settings->runtime_folder);
	return true;
}

void door_remember_team(struct db *db)
{
	struct work *w = work_begin(db, true);

	team_now(w);
	work_end(w, true);
}
