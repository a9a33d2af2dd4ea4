/* belfry verify: is a backup whole, and what is in it; or is the running database
 * sound, and its history the one that was sealed. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/age.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/work.h"
#include "commands/anchors.h"
#include "commands/backup_file.h"
#include "commands/commands.h"
#include "database.h"
#include "domain/seal.h"
#include "domain/soundness.h"

enum { NOT_GOOD = 3, SEALED_BY = HOUR };

static int verify_file(const char *key_path, const char *path)
{
	void *memory = memory_root("verify");
	struct age_key key = { .file = -1 };
	struct backup_facts facts = { 0 };
	const char *why = NULL;
	const int file = open(path, O_RDONLY | O_CLOEXEC);
	int status = NOT_GOOD;

	if (file < 0) {
		fprintf(stderr, "belfry: cannot open '%s': %s\n", path, strerror(errno));
		status = 2;
	} else if (!age_key_read(memory, key_path, &key, &why)) {
		fprintf(stderr, "belfry: %s\n", why);
		status = 2;
	} else if (!backup_file_read(memory, file, &key, &facts, stdout, &why)) {
		fprintf(stderr, "belfry: '%s' is not good: %s\n", path, why);
	} else {
		printf("%s: %s at %s, by belfry %s, version %lld of the tables\n", path, facts.team, facts.made,
		    facts.program, (long long)facts.schema);
		printf("%lld tables, %lld rows, whole and unaltered\n", (long long)facts.tables,
		    (long long)facts.rows);
		printf(facts.ours ? "made under this installation's key\n"
		    : "made under the key of another installation\n");
		status = 0;
	}
	age_key_forget(&key);
	if (file >= 0)
		close(file);
	memory_end(memory);
	return status;
}


/* The running database ------------------------------------------------------------- */

static void tell(const char *what)
{
	printf("wrong: %s\n", what);
}

static int64_t check_rows(struct db *db)
{
	struct soundness soundness = { .tell = tell };
	struct work *w = work_begin(db, true);

	db_snapshot(db);
	soundness_of_references(w, &soundness);
	soundness_of_tickets(w, &soundness);
	printf("%lld references between tables\n", (long long)soundness.references);
	return work_end(w, true) ? soundness.wrong : -1;
}

/* Each in a work of its own: all of them together are larger than memory. */
static int64_t check_files(struct db *db)
{
	struct soundness soundness = { .tell = tell };
	int64_t file = 0;
	bool more = true, held = true;

	while (more && held) {
		struct work *w = work_begin(db, true);

		more = soundness_of_files(w, &soundness, &file);
		held = work_end(w, true);
	}
	printf("%lld files\n", (long long)soundness.files);
	return held ? soundness.wrong : -1;
}

/* A sealer that stands still is wrong as well: what it does not cover can be
 * changed. */
static int64_t check_seals(struct db *db)
{
	struct seal_chain chain;
	struct work *w;
	bool more = true, held = true;
	moment since = 0;
	int64_t behind;

	seal_chain_begin(&chain, tell);
	while (more && held) {
		w = work_begin(db, true);
		more = seal_chain_follow(w, &chain);
		held = work_end(w, true);
	}
	w = work_begin(db, true);
	behind = seal_chain_behind(w, &chain, &since);
	printf("%lld events under %lld seals, %lld of them late; %lld behind the last\n", (long long)chain.events,
	    (long long)chain.seals, (long long)chain.late, (long long)behind);
	if (behind > 0 && since < w->now - SEALED_BY) {
		tell(memory_printf(w->memory, "nothing was sealed since %s; is 'belfry work' running?",
		    moment_text(w->memory, since)));
		chain.wrong++;
	}
	return work_end(w, true) && held ? chain.wrong : -1;
}

static int64_t check_anchors(struct db *db, const char *path)
{
	struct anchors anchors = { .tell = tell };
	struct work *w = work_begin(db, true);

	anchors_compare(w, path, &anchors);
	printf("%lld seals noted in '%s'", (long long)anchors.noted, path);
	if (anchors.restores > 0)
		printf(", and %lld restores: what was sealed in vain before them is not looked at",
		    (long long)anchors.restores);
	printf("\n");
	return work_end(w, true) ? anchors.wrong : -1;
}

static int verify_database(const struct settings *settings, const char *noted)
{
	struct db *db = database_as(settings, "belfry_backup");
	int64_t rows, files, seals, anchors = 0;

	db_be_patient(db);
	rows = check_rows(db);
	files = check_files(db);
	seals = check_seals(db);
	if (!text_is_empty(noted))
		anchors = check_anchors(db, noted);
	db_close(db);
	if (rows < 0 || files < 0 || seals < 0 || anchors < 0) {
		fprintf(stderr, "belfry: the database could not be read; the log says why\n");
		return 1;
	}
	const bool sound = rows + files + seals + anchors == 0;
	printf(sound ? "the database is sound\n" : "the database is not sound\n");
	return sound ? 0 : NOT_GOOD;
}

int command_verify(const struct settings *settings, char **arguments)
{
	if (arguments[0] == NULL)
		return verify_database(settings, settings->seal_anchors);
	if (text_is(arguments[0], "--anchors") && arguments[1] != NULL && arguments[2] == NULL)
		return verify_database(settings, arguments[1]);
	if (text_is(arguments[0], "--key") && arguments[1] != NULL && arguments[2] != NULL
	    && arguments[3] == NULL)
		return verify_file(arguments[1], arguments[2]);
	fprintf(stderr, "usage: belfry verify                         the running database\n"
	    "       belfry verify --anchors FILE          with what was noted of its seals\n"
	    "       belfry verify --key SECRET-KEY FILE   a backup\n");
	return 2;
}
