/* belfry import: what others know of weaknesses, from files that an operator brings, so
 * that it works where nothing is asked of the internet. Rows are added in batches under
 * a number of their own; only the end of it makes them what is shown. */
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/unpacked.h"
#include "commands/commands.h"
#include "database.h"
#include "domain/threat.h"
#include "formats/threats.h"

struct import {
	void *memory;
	struct db *db;
	const char *path;
	bool force;
	enum threat_source source;
	struct threats_head head;
	int64_t edition;
	struct threat_row rows[THREAT_BATCH];
	size_t count;               /* of the rows that wait */
	void *texts;                /* theirs */
	size_t wrong;
};

static int usage(void)
{
	fprintf(stderr, "usage: belfry import kev FILE [--force]\n"
	    "       belfry import epss FILE [--force]\n");
	return 2;
}

static bool complain(const struct import *import, const char *why)
{
	fprintf(stderr, "belfry: '%s': %s\n", import->path, why);
	return false;
}

static bool not_kept(const struct import *import)
{
	return complain(import, "it was not read to its end; what was there before stays. The log says why,"
	    " or another import has begun since");
}

/* Nothing older takes the place of what is there. */
static bool begin(struct import *import)
{
	struct work *w = work_begin(import->db, false);
	const char *there = threat_day(w, import->source);

	if (there != NULL && strcmp(import->head.day, there) < 0 && !import->force) {
		complain(import, memory_printf(import->memory,
		    "it is of %s, and one of %s is there already; --force reads it all the same",
		    import->head.day, there));
		work_end(w, false);
		return false;
	}
	import->edition = threat_begin(w, import->source);
	return work_end(w, true) || not_kept(import);
}

static bool flush(struct import *import)
{
	struct work *w = work_begin(import->db, false);
	bool good = threat_add(w, import->source, import->edition, import->rows, import->count);

	good = work_end(w, good) && good;
	import->count = 0;
	memory_end(import->texts);
	import->texts = memory_root("rows");
	return good || not_kept(import);
}

static bool add(struct import *import, const struct threat_row *row)
{
	import->rows[import->count] = *row;
	import->rows[import->count].cve = memory_text(import->texts, row->cve);
	import->rows[import->count].since = memory_text(import->texts, row->since);
	return ++import->count < THREAT_BATCH || flush(import);
}

static void sweep(struct import *import)
{
	bool more = true;

	while (more) {
		struct work *w = work_begin(import->db, false);

		more = threat_sweep(w, import->source);
		more = work_end(w, true) && more;
	}
}

static bool finish(struct import *import)
{
	struct work *w;
	int64_t entries = 0;
	bool good;

	if (import->count > 0 && !flush(import))
		return false;
	w = work_begin(import->db, false);
	good = threat_finish(w, import->source, import->edition, import->head.day, import->head.release,
	    &entries);
	if (good && entries == 0) {
		work_end(w, false);
		return complain(import, "there is no entry in it that can be read");
	}
	good = work_end(w, good) && good;
	if (!good)
		return not_kept(import);
	sweep(import);
	printf("%lld weaknesses, as of %s (%s)\n", (long long)entries, import->head.day,
	    import->head.release);
	if (import->wrong > 0)
		printf("%zu could not be read\n", import->wrong);
	return true;
}

static bool read_kev(struct import *import, struct unpacked *file)
{
	struct kev kev;
	const char *why = NULL, *text;
	size_t size;

	text = unpacked_rest(file, KEV_BYTES, &size);
	if (text == NULL)
		return complain(import, "it is larger than such a catalogue is");
	if (!unpacked_is_whole(file))
		return complain(import, "its end is missing");
	if (!kev_read(import->memory, text, size, &kev, &why))
		return complain(import, why);
	import->head = kev.head;
	import->wrong = kev.wrong;
	for (size_t i = 0; i < kev.wrong && i < THREATS_WRONG; i++)
		fprintf(stderr, "belfry: '%s': entry %zu cannot be read\n", import->path, kev.wrong_at[i]);
	if (!begin(import))
		return false;
	for (size_t i = 0; i < kev.count; i++)
		if (!add(import, &(struct threat_row){ .cve = kev.entries[i].cve,
		    .since = kev.entries[i].since }))
			return false;
	return finish(import);
}

static bool read_line(struct import *import, const char *line, size_t number)
{
	struct epss_entry entry;

	if (!epss_read(line, &entry)) {
		if (import->wrong++ < THREATS_WRONG)
			fprintf(stderr, "belfry: '%s': line %zu cannot be read\n", import->path, number);
		return true;
	}
	return add(import, &(struct threat_row){ .cve = entry.cve, .score = entry.score,
	    .percentile = entry.percentile });
}

static bool read_epss(struct import *import, struct unpacked *file)
{
	const char *line = unpacked_line(file);

	if (line == NULL || !epss_head(line, &import->head))
		return complain(import, "it is no table of EPSS: its first line names no day");
	line = unpacked_line(file);
	if (line == NULL || !epss_is_columns(line))
		return complain(import, "it is no table of EPSS: its columns are not cve, epss, percentile");
	if (!begin(import))
		return false;
	for (size_t number = 3; (line = unpacked_line(file)) != NULL; number++)
		if (!read_line(import, line, number))
			return false;
	if (!unpacked_is_whole(file))
		return complain(import, "its end is missing; what was there before stays");
	return finish(import);
}

static bool run(struct import *import)
{
	const char *why = NULL;
	struct unpacked *file = unpacked_open(import->memory, import->path, &why);

	if (file == NULL)
		return complain(import, why != NULL ? why : "it cannot be read");
	return import->source == THREAT_EXPLOITED ? read_kev(import, file) : read_epss(import, file);
}

int command_import(const struct settings *settings, char **arguments)
{
	struct import *import;
	bool good;

	if (arguments[0] == NULL || arguments[1] == NULL
	    || (!text_is(arguments[0], "kev") && !text_is(arguments[0], "epss"))
	    || (arguments[2] != NULL && (!text_is(arguments[2], "--force") || arguments[3] != NULL)))
		return usage();
	import = memory_new(NULL, struct import);
	import->memory = import;
	import->texts = memory_root("rows");
	import->path = arguments[1];
	import->force = arguments[2] != NULL;
	import->source = text_is(arguments[0], "kev") ? THREAT_EXPLOITED : THREAT_LIKELY;
	import->db = database_as(settings, "belfry_work");
	good = database_fits(settings, import->db) && run(import);
	db_close(import->db);
	memory_end(import->texts);
	memory_end(import);
	return good ? 0 : 1;
}
