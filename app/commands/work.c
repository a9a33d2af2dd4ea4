/* belfry work: jobs that are due, until TERM; with --once, each of them once. */
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>

#include "base/log.h"
#include "base/text.h"
#include "commands/commands.h"
#include "database.h"
#include "jobs/deliver.h"
#include "jobs/timetable.h"

static volatile sig_atomic_t stopping;

static void stop_soon(int number)
{
	(void)number;
	stopping = 1;
}

int command_work(const struct settings *settings, char **arguments)
{
	struct sigaction action = { .sa_handler = stop_soon };
	const bool once = arguments[0] != NULL && text_is(arguments[0], "--once");
	struct db *db;

	if (arguments[0] != NULL && !once) {
		fprintf(stderr, "belfry: work takes --once, or nothing\n");
		return 2;
	}
	if (!deliver_open(settings))
		return 1;
	db = database_as(settings, "belfry_work");
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	log_note("working");
	while (!stopping) {
		timetable_run(db, moment_now());
		if (once)
			break;
		poll(NULL, 0, 1000);
	}
	deliver_close();
	db_close(db);
	return 0;
}
