/* Connections by user, and the version of the schema. */
#include "database.h"

#include <dirent.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/work.h"

enum { PASSWORD_BYTES = 200 };

static const char *password_of(const void *memory, const struct settings *settings, const char *user)
{
	const char *path;
	char line[PASSWORD_BYTES] = "";
	FILE *file;

	if (text_is_empty(settings->database_passwords))
		return NULL;
	path = memory_printf(memory, "%s/%s", settings->database_passwords, user);
	file = fopen(path, "re");
	if (file == NULL || fgets(line, sizeof line, file) == NULL) {
		log_error("cannot read '%s'; trying without a password", path);
		if (file != NULL)
			fclose(file);
		return NULL;
	}
	fclose(file);
	line[strcspn(line, "\r\n")] = '\0';
	return memory_text(memory, line);
}

struct db *database_as(const struct settings *settings, const char *user)
{
	void *memory = memory_root("password");
	const struct passwd *known;
	struct db *db = db_new(settings->database_socket, settings->database_name, user,
	    password_of(memory, settings, user));

	/* root has come to help: each user of the database is a system user. */
	if (geteuid() == 0 && text_is_empty(settings->database_passwords)
	    && (known = getpwnam(user)) != NULL)
		db_connect_as(db, known->pw_uid);
	memory_end(memory);
	return db;
}

int database_expected(const struct settings *settings)
{
	void *memory = memory_root("migrations");
	DIR *folder = opendir(memory_printf(memory, "%s/migrations", settings->sql_folder));
	const struct dirent *file;
	int newest = 0;

	while (folder != NULL && (file = readdir(folder)) != NULL) {
		int64_t number;

		if (strlen(file->d_name) > 3 && text_ends(file->d_name, ".sql")
		    && text_number(memory_text_of(memory, file->d_name, 3), 1, 999, &number)
		    && number > newest)
			newest = (int)number;
	}
	if (folder != NULL)
		closedir(folder);
	memory_end(memory);
	return newest;
}

static void add_file(struct digest *digest, const char *path)
{
	FILE *file = fopen(path, "re");
	char piece[8192];
	size_t got;

	while (file != NULL && (got = fread(piece, 1, sizeof piece, file)) > 0)
		digest_add(digest, piece, got);
	if (file != NULL)
		fclose(file);
}

const char *database_carried(const struct settings *settings, const void *memory)
{
	struct digest *digest = digest_open(memory);
	const char *carried;

	add_file(digest, memory_printf(memory, "%s/procedures.sql", settings->sql_folder));
	add_file(digest, memory_printf(memory, "%s/grants.sql", settings->sql_folder));
	carried = digest_so_far(memory, digest);
	digest_close(digest);
	return carried;
}

/* What this process expects, read once. */
static struct expected {
	int version;
	char carried[2 * DIGEST_SIZE + 1];
} expected;

static void expect(const struct settings *settings)
{
	void *memory;

	if (*expected.carried != '\0')
		return;
	memory = memory_root("expected");
	expected.version = database_expected(settings);
	snprintf(expected.carried, sizeof expected.carried, "%s", database_carried(settings, memory));
	memory_end(memory);
}

/* Why it does not fit; NULL: it does, or nothing could be asked. */
static const char *misfit(struct work *w)
{
	struct db_rows *row;
	int64_t found = db_number(w->db, SQL(
	    "SELECT COALESCE(MAX(version), 0) FROM migration WHERE finished_at IS NOT NULL"));

	if (!db_failed(w->db) && found > expected.version)
		return memory_printf(w->memory, "the database is at version %d and this program"
		    " knows %d: use a newer program", (int)found, expected.version);
	if (!db_failed(w->db) && found < expected.version)
		return memory_printf(w->memory, "the database is at version %d and this program"
		    " wants %d: run 'belfry migrate'", (int)found, expected.version);
	row = db_query(w->db, SQL("SELECT fingerprint FROM carried WHERE name = 'rights'"));
	if (db_is_refused(w->db))
		return "the database has nothing for this user: run 'belfry migrate'";
	if (db_failed(w->db))
		return NULL;
	return db_next(row) && text_is(db_get_text(row, "fingerprint"), expected.carried) ? NULL
	    : "the procedures and grants of the database are not those of this program:"
	      " run 'belfry migrate'";
}

bool database_fits(const struct settings *settings, struct db *db)
{
	struct work *w = work_begin(db, true);
	const char *why;

	expect(settings);
	why = misfit(w);
	if (why != NULL)
		log_error("%s", why);
	work_end(w, false);
	return why == NULL;
}

bool database_is_well(const struct settings *settings, struct work *w)
{
	bool well;

	expect(settings);
	well = misfit(w) == NULL && !db_failed(w->db);
	database_forgive(w);
	return well;
}

void database_forgive(struct work *w)
{
	db_rollback(w->db);
	db_begin(w->db, w->memory, true);
}
