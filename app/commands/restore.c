/* belfry restore: fills an empty database from a backup.
 *
 * The whole file is read once before the database is touched: altered, cut off,
 * made for another key or by another installation, it is refused then. The
 * tables come from this program's migrations, up to the version that the backup
 * was made at; then its rows; then the migrations since. Nothing that the file
 * says is executed.
 *
 * A table named `restoring` stands in the database from the first change to the
 * last. Where it is found, an earlier run was interrupted, and this one begins
 * again; the doors have no rights before it is gone. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/age.h"
#include "base/memory.h"
#include "base/packed.h"
#include "base/text.h"
#include "base/work.h"
#include "commands/anchors.h"
#include "commands/backup_file.h"
#include "commands/commands.h"
#include "commands/migrate.h"
#include "database.h"
#include "domain/backup.h"
#include "domain/event.h"
#include "domain/soundness.h"

enum { REFUSED = 3, ROWS_A_COMMIT = 2000, BYTES_A_COMMIT = 8 * 1024 * 1024 };

struct restore {
	const struct settings *settings;
	void *memory;
	const char *path;
	int file, lock;             /* the file, and the same once more, not given to age */
	struct age_key key;
	struct db *db;
	struct backup_facts facts;
};

static int usage(void)
{
	fprintf(stderr,
	    "usage: belfry restore --key SECRET-KEY [--installation-key-was-lost] FILE\n");
	return 2;
}

static int refuse(const char *path, const char *why)
{
	fprintf(stderr, "belfry: '%s' is not restored: %s\n", path, why);
	return REFUSED;
}

static int failed(const char *doing)
{
	fprintf(stderr, "belfry: %s went wrong, see above; it can be run again\n", doing);
	return 1;
}


/* Before anything is changed ------------------------------------------------------- */

static int check_file(struct restore *restore, bool key_was_lost)
{
	const struct backup_facts *facts = &restore->facts;
	const char *why = NULL;
	const int knows = database_expected(restore->settings);

	if (!backup_file_read(restore->memory, restore->file, &restore->key, &restore->facts, NULL, &why))
		return refuse(restore->path, why);
	if (!facts->ours && !key_was_lost)
		return refuse(restore->path, "it was made under another installation's key. Put the key of"
		    " the installation that made it in its place, or every reporter's secret stops working;"
		    " if that key is lost, say --installation-key-was-lost");
	if (facts->schema > knows)
		return refuse(restore->path, memory_printf(restore->memory, "its tables are of version %d and"
		    " this program knows %d: use belfry %s", (int)facts->schema, knows, facts->program));
	if (facts->schema == 0)
		return refuse(restore->path, "the database it was made of had no tables yet");
	printf("%s: %s at %s, %lld tables, %lld rows, whole and unaltered\n", restore->path, facts->team,
	    facts->made, (long long)facts->tables, (long long)facts->rows);
	return 0;
}

/* `belfry migrate`, another restore, or what the server has not yet noticed to be
 * dead: given some seconds to end. */
static bool is_alone(struct db *db)
{
	int64_t others = 1;

	for (int tries = 0; tries < 100 && others > 0; tries++) {
		struct work *w = work_begin(db, true);

		if (tries > 0)
			poll(NULL, 0, 100);
		others = db_number(db, SQL(
		    "SELECT COUNT(*) FROM information_schema.processlist"
		    " WHERE db = DATABASE() AND id <> CONNECTION_ID()"
		    "   AND user = SUBSTRING_INDEX(USER(), '@', 1)"));
		work_end(w, false);
	}
	return others == 0;
}

/* What the database is, for a restore. */
enum ground { GROUND_UNKNOWN, GROUND_EMPTY, GROUND_HALF, GROUND_COMPLETE, GROUND_TAKEN };

/* Tables as `belfry migrate` makes them, and nobody has written anything. */
static bool is_untouched(struct db *db)
{
	return db_number(db, SQL(
	    "SELECT (SELECT COUNT(*) FROM team) + (SELECT COUNT(*) FROM person)"
	    "     + (SELECT COUNT(*) FROM account) + (SELECT COUNT(*) FROM ticket)"
	    "     + (SELECT COUNT(*) FROM draft) + (SELECT COUNT(*) FROM event)")) == 0;
}

static bool has_table(struct db *db, const char *name)
{
	return db_number(db, SQL("SELECT COUNT(*) FROM information_schema.tables"
	    " WHERE table_schema = DATABASE() AND table_name = ?"), db_text(name)) > 0;
}

static enum ground ground_of(struct db *db)
{
	struct work *w = work_begin(db, true);
	enum ground ground = GROUND_TAKEN;

	if (db_row_count(db_table_names(db)) == 0)
		ground = GROUND_EMPTY;
	else if (has_table(db, "restoring"))
		ground = db_number(db, SQL("SELECT COUNT(*) FROM restoring WHERE complete")) > 0
			? GROUND_COMPLETE : GROUND_HALF;
	else if (has_table(db, "event") && is_untouched(db))
		ground = GROUND_EMPTY;
	if (db_failed(db))
		ground = GROUND_UNKNOWN;
	work_end(w, false);
	return ground;
}


/* Tables and rows ------------------------------------------------------------------- */

/* One statement of ours, which is a transaction by itself. */
static bool run(struct restore *restore, const char *statement)
{
	struct work *w = work_begin(restore->db, false);
	const char *why = NULL;
	const bool good = db_run(restore->db, statement, &why);

	if (!good)
		fprintf(stderr, "belfry: %s\n", why);
	return work_end(w, good) && good;
}

/* Removes what `belfry migrate` or an interrupted restore has left. */
static bool clear(struct restore *restore)
{
	struct work *w = work_begin(restore->db, false);
	struct db_rows *names = db_table_names(restore->db);
	const char *why = NULL;
	bool good = db_run(restore->db, "SET foreign_key_checks = 0", &why);

	while (good && db_next(names)) {
		const char *name = db_get_text(names, "name");

		if (!text_is(name, "restoring"))
			good = db_run(restore->db, memory_printf(w->memory, "DROP TABLE `%s`", name), &why);
	}
	if (!good)
		fprintf(stderr, "belfry: %s\n", why);
	return work_end(w, good) && good;
}

/* The table of the catalogue with its columns in the order of the backup; false
 * when they are not the same. */
static bool match(struct db *db, const struct db_table *from, struct db_table *to)
{
	struct db_table here;
	const char **names;
	bool *binary;

	if (!db_table_find(db, from->name, &here) || here.columns != from->columns)
		return false;
	names = memory_array(db_memory(db), const char *, here.columns);
	binary = memory_array(db_memory(db), bool, here.columns);
	for (size_t i = 0; i < from->columns; i++) {
		for (size_t j = 0; j < here.columns; j++) {
			if (!text_is(from->names[i], here.names[j]))
				continue;
			names[i] = here.names[j];
			binary[i] = here.binary[j];
		}
		if (names[i] == NULL)
			return false;
	}
	*to = here;
	to->next = from->next;
	to->names = names;
	to->binary = binary;
	return true;
}

/* The rows of one table, from its head to its end. */
static bool fill_table(struct db *db, struct backup *backup)
{
	struct db_table table;
	struct db_fill *fill;
	enum backup_step step;
	const char *why = NULL;
	size_t rows = 0, bytes = 0;

	if (!match(db, &backup->table, &table)) {
		fprintf(stderr, "belfry: this program does not know the table '%s' of the backup\n",
		    backup->table.name);
		return false;
	}
	/* What a migration has put in is in the backup, as it has become. */
	if (!db_run(db, memory_printf(db_memory(db), "DELETE FROM `%s`", table.name), &why))
		db_spoil(db, why);
	fill = db_fill_open(db, &table);
	while ((step = backup_next(backup)) == BACKUP_ROW) {
		db_fill_add(fill, backup->cells);
		bytes += backup->row.size;
		if (++rows < ROWS_A_COMMIT && bytes < BYTES_A_COMMIT)
			continue;
		db_fill_send(fill);
		db_keep(db);
		rows = bytes = 0;
	}
	db_fill_close(fill);
	if (step == BACKUP_TABLE_END && db_keep(db))
		db_table_go_on(db, &table);
	return step == BACKUP_TABLE_END && !db_failed(db);
}

static bool fill_tables(struct restore *restore, struct backup *backup)
{
	enum backup_step step;
	bool good = true;

	while (good && (step = backup_next(backup)) == BACKUP_TABLE) {
		struct work *w = work_begin(restore->db, false);
		const char *why = NULL;

		good = db_run(restore->db, "SET foreign_key_checks = 0", &why)
		    && fill_table(restore->db, backup);
		good = work_end(w, good) && good;
	}
	return good && step == BACKUP_END;
}

/* Reads the file a second time; it must say what it said before. */
static bool fill(struct restore *restore)
{
	struct backup *backup = memory_new(restore->memory, struct backup);
	struct packed *packed;
	const char *why = NULL;
	bool good, unpacked;

	if (lseek(restore->file, 0, SEEK_SET) != 0)
		return false;
	packed = packed_open(backup, &restore->key, restore->file);
	good = backup_open(backup, backup, packed) && fill_tables(restore, backup);
	unpacked = packed_end(packed, &why);
	return good && unpacked && text_is(backup->facts.digest, restore->facts.digest);
}

static void tell(const char *what)
{
	fprintf(stderr, "belfry: %s\n", what);
}

/* They were loaded without that being looked at. */
static bool references_hold(struct restore *restore)
{
	struct work *w = work_begin(restore->db, true);
	struct soundness soundness = { .tell = tell };

	soundness_of_references(w, &soundness);
	return work_end(w, true) && soundness.wrong == 0;
}

/* History says that it was interrupted here. */
static bool complete(struct restore *restore)
{
	struct work *w = work_begin(restore->db, false);

	db_exec(w->db, SQL("SET foreign_key_checks = 1"));
	event_write(w, "backup", 1, "restored", NULL, restore->facts.made);
	db_exec(w->db, SQL("UPDATE restoring SET complete = TRUE"));
	return work_end(w, true);
}

/* The chain of seals goes on from where the backup was. */
static bool note_restore(struct restore *restore)
{
	struct work *w = work_begin(restore->db, true);
	const bool noted = anchors_note_restore(w, restore->settings->seal_anchors, restore->facts.made);

	return work_end(w, true) && noted;
}

static bool load(struct restore *restore)
{
	return migrate_revokes(restore->db)
	    && run(restore, "CREATE TABLE IF NOT EXISTS restoring"
		" (id TINYINT NOT NULL PRIMARY KEY, complete BOOLEAN NOT NULL)")
	    && run(restore, "INSERT IGNORE INTO restoring VALUES (1, FALSE)")
	    && clear(restore)
	    && migrate_tables_to(restore->db, restore->settings, (int)restore->facts.schema)
	    && fill(restore)
	    && references_hold(restore)
	    && migrate_data(restore->db, restore->settings)
	    && complete(restore);
}

static int restore_into(struct restore *restore)
{
	if (!is_alone(restore->db))
		return refuse(restore->path, "somebody else is changing the tables at this moment");
	switch (ground_of(restore->db)) {
	case GROUND_UNKNOWN:
		return failed("looking at the database");
	case GROUND_TAKEN:
		return refuse(restore->path, "the database is not empty");
	case GROUND_EMPTY:
	case GROUND_HALF:
		if (!load(restore))
			return failed("the restore");
		break;
	case GROUND_COMPLETE:
		break;
	}
	if (!text_is_empty(restore->settings->seal_anchors) && !note_restore(restore))
		return failed("noting the restore among the anchors");
	if (!migrate_grants(restore->db, restore->settings) || !run(restore, "DROP TABLE restoring"))
		return failed("the end of the restore");
	printf("restored\n");
	return 0;
}


/* ----------------------------------------------------------------------------------- */

/* One restore at a time of one file: the second would clear what the first has
 * loaded. */
static int open_file(struct restore *restore)
{
	restore->file = open(restore->path, O_RDONLY | O_CLOEXEC);
	restore->lock = open(restore->path, O_RDONLY | O_CLOEXEC);
	if (restore->file < 0 || restore->lock < 0)
		return refuse(restore->path, strerror(errno));
	if (flock(restore->lock, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
		return refuse(restore->path, "somebody is restoring it at this moment");
	return 0;
}

int command_restore(const struct settings *settings, char **arguments)
{
	struct restore restore = { .settings = settings, .file = -1, .lock = -1, .key.file = -1 };
	const char *key = NULL, *why = NULL;
	bool key_was_lost = false;
	int status;

	for (; *arguments != NULL; arguments++) {
		if (text_is(*arguments, "--key") && arguments[1] != NULL)
			key = *++arguments;
		else if (text_is(*arguments, "--installation-key-was-lost"))
			key_was_lost = true;
		else if (restore.path == NULL && !text_starts(*arguments, "--"))
			restore.path = *arguments;
		else
			return usage();
	}
	if (key == NULL || restore.path == NULL)
		return usage();
	restore.memory = memory_root("restore");
	if (!age_key_read(restore.memory, key, &restore.key, &why)) {
		fprintf(stderr, "belfry: %s\n", why);
		memory_end(restore.memory);
		return 2;
	}
	status = open_file(&restore);
	if (status == 0)
		status = check_file(&restore, key_was_lost);
	if (status == 0) {
		restore.db = database_as(settings, "belfry_migrate");
		db_be_patient(restore.db);
		status = restore_into(&restore);
		db_close(restore.db);
	}
	age_key_forget(&restore.key);
	if (restore.file >= 0)
		close(restore.file);
	if (restore.lock >= 0)
		close(restore.lock);
	memory_end(restore.memory);
	return status;
}
