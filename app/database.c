/* Connections by user, and the version of the schema. */
#include "database.h"

#include <dirent.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

bool database_fits(const struct settings *settings, struct db *db)
{
	struct work *w = work_begin(db, true);
	int64_t found = db_number(db, SQL(
	    "SELECT COALESCE(MAX(version), 0) FROM migration WHERE finished_at IS NOT NULL"));
	bool unknown = db_failed(db);
	int expected = database_expected(settings);

	work_end(w, false);
	if (unknown)
		return true;
	if (found < expected)
		log_error("the database is at version %d and this program wants %d:"
		    " run 'belfry migrate'", (int)found, expected);
	if (found > expected)
		log_error("the database is at version %d and this program knows %d:"
		    " use a newer program", (int)found, expected);
	return found == expected;
}
