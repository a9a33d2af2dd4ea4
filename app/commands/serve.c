/* belfry serve: the master and its workers, one pool per door. */
#include <stdio.h>
#include <stdlib.h>

#include "answer.h"
#include "base/confine.h"
#include "base/log.h"
#include "base/memory.h"
#include "commands/commands.h"
#include "database.h"
#include "doors.h"
#include "web/counters.h"
#include "web/gateway.h"
#include "web/master.h"

static const struct settings *settings_now;

/* What a worker opens after its start: templates and catalogues, the zones of
 * the team's clock, the types that the sniffer knows, and what the workers
 * share. */
static bool shut_in(const struct settings *settings)
{
	const struct confinement folders = {
		.read  = { settings->templates_folder, settings->languages_folder, settings->sql_folder,
		    settings->static_folder, "/usr/share/zoneinfo", "/usr/share/misc", "/usr/share/file",
		    "/usr/lib", "/lib" },
		.write = { settings->runtime_folder },
	};

	return confine(&folders);
}

/* In the worker: the process is this door's from here to its end. */
static void serve_door(const struct pool *pool, int number)
{
	struct house house = { .settings = settings_now, .door = pool->door };

	memory_returns();
	if (!door_prepare(settings_now, pool->door))
		exit(1);
	counters_worker(number);
	house.db = database_as(settings_now, door_user(pool->door));
	db_hurry(house.db);
	if (!database_fits(settings_now, house.db))
		exit(1);
	door_remember_team(house.db);
	if (!shut_in(settings_now))
		exit(1);
	fastcgi_serve(pool->listener, settings_now->requests_per_worker, answer, answer_between,
	    &house);
	db_close(house.db);
}

/* What workers read from the settings holds for the new ones; sockets, folders
 * of sockets and the number of workers stay as they were at the start. */
static void reload(void)
{
	static struct settings fresh[2];
	static int turn;
	const char *why = NULL;

	if (!settings_read_again(&fresh[turn], &why)) {
		log_error("the settings stay as they were: %s", why);
		return;
	}
	fresh[turn].runtime_folder = settings_now->runtime_folder;
	fresh[turn].public_workers = settings_now->public_workers;
	fresh[turn].inside_workers = settings_now->inside_workers;
	settings_now = &fresh[turn];
	turn = !turn;
}

int command_serve(const struct settings *settings, char **arguments)
{
	struct pool pools[2];
	size_t count = 0;
	const char *why = NULL;
	enum door only = door_by_name(arguments);
	void *memory = memory_root("serve");

	settings_now = settings;
	if (arguments[0] != NULL && only == 0) {
		fprintf(stderr, "belfry: serve takes --door public or --door inside\n");
		return 2;
	}
	for (enum door door = PUBLIC; door <= INSIDE; door++) {
		const char *name = door_name(door);
		const char *path = memory_printf(memory, "%s/%s.sock", settings->runtime_folder, name);

		if (only != 0 && only != door)
			continue;
		pools[count] = (struct pool){ .name = name, .door = door, .work = serve_door,
			.workers = (int)(door == PUBLIC ? settings->public_workers : settings->inside_workers) };
		pools[count].listener = listen_at(path, &why);
		if (pools[count++].listener < 0) {
			fprintf(stderr, "belfry: cannot listen at '%s': %s\n", path, why);
			return 1;
		}
	}
	log_note("serving %s", only != 0 ? door_name(only) : "both doors");
	master_run(pools, count, reload);
	memory_end(memory);
	return 0;
}
