/* The timetable. */
#include "jobs/timetable.h"

#include "base/log.h"
#include "domain/announcement.h"
#include "domain/advisory.h"
#include "jobs/deliver.h"
#include "jobs/guests.h"
#include "jobs/keys.h"
#include "jobs/print.h"
#include "jobs/returned.h"
#include "jobs/sign.h"
#include "jobs/statistics.h"
#include "jobs/sweep.h"
#include "jobs/watch.h"

const struct job timetable[] = {
	{ "announce advisories", 10,         announce_advisories },
	{ "give out mail",       GIVE_OUT_SECONDS, give_out_mail },
	{ "read returned mail",  10,         read_returned },
	{ "forget returned mail", 1 * HOUR,  forget_returned },
	{ "forget subscriptions", 1 * HOUR,  forget_subscriptions },
	{ "deliver mail",        1,          deliver_mail   },
	{ "expire mail",         1 * MINUTE, expire_mail    },
	{ "forget mail",         1 * HOUR,   forget_mail    },
	{ "read keys",           2,          read_keys      },
	{ "show own keys",       1 * MINUTE, show_own_keys  },
	{ "release advisories",  2,          advisory_release },
	{ "release announcement", 5,         announcement_release },
	{ "sign profile",        5,          sign_profile   },
	{ "sign documents",      5,          sign_documents },
	{ "print profile",       1,          print_profile  },
	{ "print flyer",         5,          print_flyer    },
	{ "write security.txt",  10,         write_security },
	{ "make statistics",     1 * HOUR,   make_statistics },
	{ "watch what is published", 1 * HOUR, watch_published },
	{ "sweep drafts",        5 * MINUTE, sweep_drafts   },
	{ "sweep files",         5 * MINUTE, sweep_attachments },
	{ "sweep sessions",      1 * HOUR,   sweep_sessions },
	{ "sweep attempts",      1 * HOUR,   sweep_attempts },
	{ "forget guests",       1 * HOUR,   erase_guests   },
	{ 0 }
};

enum { JOBS_MOST = 32, ROUNDS_MOST = 1000 };

static void run(const struct job *job, struct db *db)
{
	bool more = true;

	for (int i = 0; more && i < ROUNDS_MOST; i++) {
		struct work *w = work_begin(db, false);

		more = job->run(w);
		if (!work_end(w, true)) {
			log_error("job '%s' did not end well", job->name);
			return;
		}
	}
}

void timetable_run(struct db *db, moment now)
{
	static moment next[JOBS_MOST];

	for (size_t i = 0; timetable[i].name != NULL && i < JOBS_MOST; i++) {
		if (next[i] > now)
			continue;
		next[i] = now + timetable[i].every;
		run(&timetable[i], db);
	}
}
