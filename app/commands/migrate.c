/* belfry migrate: brings the database to this program's version. Migrations
 * are numbered files; every statement in them can be run twice, and how far one
 * has come is written down after each, so a run that was killed goes on where
 * it stopped. Procedures, grants and reference data are loaded each time. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/work.h"
#include "commands/commands.h"
#include "commands/migrate.h"
#include "database.h"

enum { SCRIPT_BYTES = 16 * 1024 * 1024, SCRIPTS = 999 };

static const char *read_file(const void *memory, const char *path)
{
	FILE *file = fopen(path, "re");
	struct buffer text;
	char piece[65536];
	size_t got;

	if (file == NULL) {
		fprintf(stderr, "belfry: cannot open '%s': %s\n", path, strerror(errno));
		return NULL;
	}
	buffer_open(&text, memory, SCRIPT_BYTES);
	while ((got = fread(piece, 1, sizeof piece, file)) > 0)
		buffer_add_bytes(&text, piece, got);
	fclose(file);
	if (text.full || !text_is_utf8(buffer_text(&text), text.size)) {
		fprintf(stderr, "belfry: '%s' is too big or not UTF-8\n", path);
		return NULL;
	}
	return buffer_text(&text);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The .sql files of a folder, in their order. */
static size_t scripts_in(const void *memory, const char *folder, const char **names)
{
	DIR *open = opendir(folder);
	const struct dirent *file;
	size_t count = 0;

	while (open != NULL && (file = readdir(open)) != NULL && count < SCRIPTS)
		if (text_ends(file->d_name, ".sql"))
			names[count++] = memory_text(memory, file->d_name);
	if (open != NULL)
		closedir(open);
	qsort(names, count, sizeof *names, by_name);
	return count;
}

static bool run_file(struct db *db, const void *memory, const char *path)
{
	const char *script = read_file(memory, path), *why = NULL;

	if (script == NULL)
		return false;
	if (db_run_script(db, script, 0, NULL, NULL, &why))
		return true;
	fprintf(stderr, "belfry: %s: %s\n", path, why);
	return false;
}

static bool run_folder(struct db *db, const void *memory, const char *folder)
{
	const char *names[SCRIPTS];
	size_t count = scripts_in(memory, folder, names);

	for (size_t i = 0; i < count; i++)
		if (!run_file(db, memory, memory_printf(memory, "%s/%s", folder, names[i])))
			return false;
	return true;
}

/* How far a migration has come. */
struct progress {
	struct db *db;
	const void *memory;
	int version;
};

static bool note_progress(void *data, size_t statements)
{
	struct progress *progress = data;
	const char *why = NULL;

	return db_run_script(progress->db, memory_printf(progress->memory,
	    "INSERT INTO migration (version, statements) VALUES (%d, %zu)"
	    " ON DUPLICATE KEY UPDATE statements = VALUES(statements);\n",
	    progress->version, statements), 0, NULL, NULL, &why);
}

static bool migrate_one(struct db *db, const char *folder, const char *name, int version)
{
	struct work *w = work_begin(db, false);
	struct progress progress = { db, w->memory, version };
	const char *script, *why = NULL;
	size_t done = 0;
	struct db_rows *row;

	row = db_query(db, SQL("SELECT statements, finished_at FROM migration WHERE version = ?"),
	    db_int(version));
	if (db_next(row)) {
		done = (size_t)db_get_int(row, "statements");
		if (db_get_text(row, "finished_at") != NULL)
			return work_end(w, true);
	}
	if (db_failed(db))
		return work_end(w, false) && false;
	printf("migration %s%s\n", name, done > 0 ? " (goes on where it was interrupted)" : "");
	script = read_file(w->memory, memory_printf(w->memory, "%s/%s", folder, name));
	if (script == NULL || !db_run_script(db, script, done, note_progress, &progress, &why)) {
		if (why != NULL)
			fprintf(stderr, "belfry: %s: %s\n", name, why);
		work_end(w, false);
		return false;
	}
	db_exec(db, SQL(
	    "INSERT INTO migration (version, statements, finished_at) VALUES (?, 0, ?)"
	    " ON DUPLICATE KEY UPDATE finished_at = VALUES(finished_at)"),
	    db_int(version), db_moment(w->now));
	return work_end(w, true);
}

static bool migrate_all(struct db *db, const struct settings *settings, const void *memory, int until)
{
	const char *folder = memory_printf(memory, "%s/migrations", settings->sql_folder);
	const char *names[SCRIPTS];
	size_t count = scripts_in(memory, folder, names);

	if (count == 0)
		fprintf(stderr, "belfry: no migrations in '%s'\n", folder);
	for (size_t i = 0; i < count; i++) {
		int64_t version = 0;

		if (!text_number(memory_text_of(memory, names[i], 3), 1, 999, &version)) {
			fprintf(stderr, "belfry: '%s' does not begin with a number\n", names[i]);
			return false;
		}
		if (version <= until && !migrate_one(db, folder, names[i], (int)version))
			return false;
	}
	return count > 0;
}

/* The table that remembers progress comes before everything. */
static bool begin(struct db *db, const struct settings *settings)
{
	struct work *w = work_begin(db, false);
	const char *why = NULL;
	bool good = db_run_script(db,
	    "CREATE TABLE IF NOT EXISTS migration (\n"
	    "	version      SMALLINT UNSIGNED NOT NULL PRIMARY KEY,\n"
	    "	statements   SMALLINT UNSIGNED NOT NULL,\n"
	    "	finished_at  DATETIME NULL\n"
	    ");\n", 0, NULL, NULL, &why);
	int64_t newest;

	if (!good)
		fprintf(stderr, "belfry: %s\n", why);
	newest = db_number(db, SQL("SELECT COALESCE(MAX(version), 0) FROM migration"));
	if (newest > database_expected(settings)) {
		fprintf(stderr, "belfry: the database is at version %d and this program knows %d:"
		    " use a newer program\n", (int)newest, database_expected(settings));
		good = false;
	}
	return work_end(w, good) && good;
}

/* What earlier versions granted. The statements are made by the database itself
 * from its own list. */
bool migrate_revokes(struct db *db)
{
	struct work *w = work_begin(db, false);
	const char *why = NULL;
	struct buffer revokes;
	bool good;
	struct db_rows *rows = db_query(db, SQL(
	    "SELECT CONCAT('REVOKE ALL PRIVILEGES ON ', IF(kind = 'TABLE', '', CONCAT(kind, ' ')),"
	    "   '`', name, '` FROM ', user, '@localhost;') AS statement"
	    "  FROM (SELECT Table_name AS name, User AS user, 'TABLE' AS kind FROM mysql.tables_priv"
	    "         WHERE Db = DATABASE() AND Host = 'localhost'"
	    "         UNION SELECT Routine_name, User, Routine_type FROM mysql.procs_priv"
	    "         WHERE Db = DATABASE() AND Host = 'localhost') AS given"
	    " WHERE user IN ('belfry_public', 'belfry_inside', 'belfry_work', 'belfry_seal', 'belfry_backup')"));

	buffer_open(&revokes, w->memory, SCRIPT_BYTES);
	while (db_next(rows))
		buffer_printf(&revokes, "%s\n", db_get_text(rows, "statement"));
	good = !db_failed(db)
	    && db_run_script(db, buffer_text(&revokes), 0, NULL, NULL, &why);
	if (why != NULL)
		fprintf(stderr, "belfry: %s\n", why);
	return work_end(w, good) && good;
}

bool migrate_grants(struct db *db, const struct settings *settings)
{
	struct work *w;
	bool good;

	if (!migrate_revokes(db))
		return false;
	w = work_begin(db, false);
	good = run_file(db, w->memory, memory_printf(w->memory, "%s/grants.sql", settings->sql_folder));
	if (good)
		db_exec(db, SQL(
		    "INSERT INTO carried (name, fingerprint) VALUES ('rights', ?)"
		    " ON DUPLICATE KEY UPDATE fingerprint = VALUES(fingerprint)"),
		    db_text(database_carried(settings, w->memory)));
	return work_end(w, good) && good;
}

/* Only where the team is a made-up one, or there is none yet. */
static bool load_demo(struct db *db, const struct settings *settings)
{
	struct work *w;
	bool good;

	if (!settings->demo) {
		fprintf(stderr, "belfry: 'demo = yes' is not in the settings;"
		    " demo data would mix with real data\n");
		return false;
	}
	w = work_begin(db, false);
	good = db_number(db, SQL("SELECT COUNT(*) FROM team WHERE NOT demo")) == 0
	    && !db_failed(db);
	if (!good)
		fprintf(stderr, "belfry: this database belongs to a real team;"
		    " the demo is not loaded\n");
	good = good && run_folder(db, w->memory,
	    memory_printf(w->memory, "%s/demo", settings->sql_folder));
	return work_end(w, good) && good;
}

static bool load(struct db *db, const struct settings *settings)
{
	struct work *w = work_begin(db, false);
	bool good = run_file(db, w->memory,
	    memory_printf(w->memory, "%s/procedures.sql", settings->sql_folder))
	    && run_folder(db, w->memory,
	    memory_printf(w->memory, "%s/reference", settings->sql_folder));

	return work_end(w, good) && good;
}

bool migrate_tables_to(struct db *db, const struct settings *settings, int version)
{
	void *memory = memory_root("migrate");
	const bool good = begin(db, settings) && migrate_all(db, settings, memory, version);

	memory_end(memory);
	return good;
}

bool migrate_data(struct db *db, const struct settings *settings)
{
	return migrate_tables_to(db, settings, SCRIPTS) && load(db, settings);
}

/* Half of a backup is nothing that may be opened. */
static bool is_being_restored(struct db *db)
{
	struct work *w = work_begin(db, true);
	const bool found = db_number(db, SQL(
	    "SELECT COUNT(*) FROM information_schema.tables"
	    " WHERE table_schema = DATABASE() AND table_name = 'restoring'")) > 0;

	work_end(w, false);
	if (found)
		fprintf(stderr, "belfry: a restore of this database was interrupted:"
		    " run 'belfry restore' again\n");
	return found;
}

int command_migrate(const struct settings *settings, char **arguments)
{
	bool demo = arguments[0] != NULL && text_is(arguments[0], "--demo");
	struct db *db;
	bool good;

	if (arguments[0] != NULL && !demo) {
		fprintf(stderr, "belfry: migrate takes --demo or nothing\n");
		return 2;
	}
	db = database_as(settings, "belfry_migrate");
	good = !is_being_restored(db) && migrate_data(db, settings) && migrate_grants(db, settings)
	    && (!demo || load_demo(db, settings));
	db_close(db);
	return good ? 0 : 1;
}
