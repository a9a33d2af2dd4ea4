/* Sealing. What was the newest event a while ago is settled now: all numbers
 * before it are taken by events that can be seen, or by nobody. That does not
 * trust the time that stands in an event. */
#include "jobs/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "domain/seal.h"

enum { SEALS_MOST = 1000, PAUSE = 10 };

/* What was seen, and when. */
static struct {
	int64_t newest;
	moment at;
	bool any;
	moment pause;               /* the database was away: not before then */
} seen;

/* One line, kept on the disk before the next seal is made. */
static bool append_line(const char *path, const char *line)
{
	const int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	const size_t size = strlen(line);
	const bool good = file >= 0 && write(file, line, size) == (ssize_t)size && fsync(file) == 0;

	if (!good)
		log_error("cannot note a seal in '%s': %s", path, strerror(errno));
	if (file >= 0)
		close(file);
	return good;
}

/* Where the database's owner cannot reach it; also again, harmlessly, when this
 * process begins. */
static void note(const struct settings *settings, const struct seal *seal)
{
	void *memory = memory_root("anchor");

	log_note("seal %lld events %lld-%lld%s digest %s", (long long)seal->number, (long long)seal->first,
	    (long long)seal->last, seal->late ? " late" : "", seal->digest);
	if (!text_is_empty(settings->seal_anchors))
		append_line(settings->seal_anchors, memory_printf(memory, "seal %lld %s %s\n",
		    (long long)seal->number, seal->digest, seal->sealed_at));
	memory_end(memory);
}

/* One seal in one work; noted when it is certain. */
static bool seal_one(struct db *db, const struct settings *settings, int64_t until,
	bool (*make)(struct work *, int64_t until, struct seal *))
{
	struct work *w = work_begin(db, false);
	void *memory = memory_root("seal");
	struct seal seal;
	bool made = make(w, until, &seal);

	if (made) {
		seal.digest = memory_text(memory, seal.digest);
		seal.sealed_at = memory_text(memory, seal.sealed_at);
	}
	made = work_end(w, true) && made;
	if (made)
		note(settings, &seal);
	memory_end(memory);
	return made;
}

static bool make_late(struct work *w, int64_t until, struct seal *seal)
{
	(void)until;
	if (!seal_late(w, seal))
		return false;
	log_error("event %lld appeared after those around it were sealed", (long long)seal->first);
	return true;
}

static void note_newest(struct db *db, const struct settings *settings)
{
	struct work *w = work_begin(db, true);
	const struct seal seal = seal_newest(w);

	if (seal.number > 0 && !db_failed(db))
		note(settings, &seal);
	work_end(w, false);
}

static void look(struct db *db, moment now)
{
	struct work *w = work_begin(db, true);

	seen.newest = event_newest(w);
	seen.at = now;
	seen.any = !db_failed(db);
	seen.pause = seen.any ? 0 : now + PAUSE;
	work_end(w, false);
}

void seal_run(struct db *db, const struct settings *settings, moment now)
{
	if (now < seen.pause)
		return;
	if (!seen.any) {
		note_newest(db, settings);
		look(db, now);
	}
	/* A clock that was put back begins to wait again. */
	if (seen.any && now < seen.at)
		look(db, now);
	if (!seen.any || now - seen.at < settings->seal_after)
		return;
	for (int i = 0; i < SEALS_MOST && seal_one(db, settings, seen.newest, seal_next); i++)
		;
	while (seal_one(db, settings, 0, make_late))
		;
	look(db, now);
}
