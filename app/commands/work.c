/* belfry work: jobs that are due, until TERM; with --once, each of them once.
 * Sealing what happened is one of them and can be a process of its own, because
 * its system user is another: --only seal, and --only jobs for the others. */
#include <poll.h>
#include <signal.h>
#include <stdio.h>

#include "base/log.h"
#include "base/text.h"
#include "commands/commands.h"
#include "database.h"
#include "jobs/deliver.h"
#include "jobs/guests.h"
#include "jobs/keys.h"
#include "jobs/print.h"
#include "jobs/seal.h"
#include "jobs/sign.h"
#include "jobs/timetable.h"

static volatile sig_atomic_t stopping;

static void stop_soon(int number)
{
	(void)number;
	stopping = 1;
}

static bool understood(char **arguments, bool *once, bool *jobs, bool *seal)
{
	*once = false;
	*jobs = *seal = true;
	for (; *arguments != NULL; arguments++) {
		if (text_is(*arguments, "--once")) {
			*once = true;
		} else if (text_is(*arguments, "--only") && arguments[1] != NULL) {
			*jobs = text_is(*++arguments, "jobs");
			*seal = text_is(*arguments, "seal");
			if (!*jobs && !*seal)
				return false;
		} else {
			return false;
		}
	}
	return true;
}

int command_work(const struct settings *settings, char **arguments)
{
	struct sigaction action = { .sa_handler = stop_soon };
	struct db *db, *seal_db;
	bool once, jobs, seal;

	if (!understood(arguments, &once, &jobs, &seal)) {
		fprintf(stderr, "usage: belfry work [--once] [--only jobs | --only seal]\n");
		return 2;
	}
	if (jobs && !deliver_open(settings))
		return 1;
	guests_open(settings);
	keys_open(settings);
	sign_open(settings);
	print_open(settings);
	db = database_as(settings, "belfry_work");
	seal_db = database_as(settings, "belfry_seal");
	if (jobs && !database_fits(settings, db))
		return 1;
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	log_note("working");
	while (!stopping) {
		if (jobs)
			timetable_run(db, moment_now());
		if (seal)
			seal_run(seal_db, settings, moment_now());
		if (once)
			break;
		poll(NULL, 0, 1000);
	}
	if (jobs)
		deliver_close();
	db_close(db);
	db_close(seal_db);
	return 0;
}
