/* belfry work: jobs that are due, until TERM. */
#include <poll.h>
#include <signal.h>
#include <time.h>

#include "base/log.h"
#include "commands/commands.h"
#include "database.h"
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
	struct db *db = database_as(settings, "belfry_work");

	(void)arguments;
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	log_note("working");
	while (!stopping) {
		timetable_run(db, moment_now());
		poll(NULL, 0, 1000);
	}
	db_close(db);
	return 0;
}
