/* belfry backup: everything that must outlive this machine, in one encrypted
 * file, while people go on working.
 *
 * One connection reads all tables in one snapshot, row by row, as a database
 * user who may do nothing else; the rows go through zstd and age(1) into the
 * file. So memory is small however much there is, the format is ours and a page
 * long (domain/backup.h), no statement is in it that a restore would execute,
 * and cryptography is left to a program that does nothing else. mariadb-dump
 * would have been shorter to call; but its file is a script, whose restore runs
 * whatever stands in it, and it cannot say of itself that it is whole.
 *
 * The machine that makes backups has public keys only. Before a backup takes its
 * name it is read back from the disk, with a key that was made for this one
 * backup and is forgotten with the process. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/age.h"
#include "base/memory.h"
#include "base/packed.h"
#include "base/text.h"
#include "base/work.h"
#include "commands/backup_file.h"
#include "commands/backup_folder.h"
#include "commands/commands.h"
#include "database.h"
#include "domain/backup.h"

/* While there is one, it goes when somebody stops us. */
static char *unfinished;

static void stopped(int number)
{
	if (unfinished != NULL)
		unlink(unfinished);
	_exit(128 + number);
}

static bool complain(const char *what, const char *path, const char *why)
{
	fprintf(stderr, "belfry: %s '%s': %s\n", what, path, why);
	return false;
}

/* Everything into an open file. */
static bool write_all(const void *memory, const struct settings *settings, const char *also,
	int file, const char *path, struct backup_facts *facts)
{
	struct db *db = database_as(settings, "belfry_backup");
	struct packed *packed;
	struct work *w;
	const char *why = NULL;
	bool packed_well, read_well;

	db_be_patient(db);
	packed = packed_make(memory, settings->backup_recipients, also, file);
	w = work_begin(db, true);
	backup_write(w, packed, facts);
	facts->team = memory_text(memory, facts->team);
	facts->made = memory_text(memory, facts->made);
	facts->digest = memory_text(memory, facts->digest);
	packed_well = packed_end(packed, &why);
	read_well = work_end(w, true);
	db_close(db);
	if (!packed_well)
		return complain("cannot write", path, why);
	if (!read_well)
		fprintf(stderr, "belfry: the database could not be read; the log says why\n");
	return read_well;
}

/* What lies on the disk is what was meant, to its last byte. */
static bool read_back(const void *memory, int file, const struct age_key *key, const char *path,
	const struct backup_facts *meant)
{
	struct backup_facts found;
	const char *why = NULL;

	if (!backup_file_read(memory, file, key, &found, NULL, &why))
		return complain("cannot read back what was written to", path, why);
	if (!text_is(found.digest, meant->digest))
		return complain("cannot read back what was written to", path, "it differs");
	return true;
}

static bool keep_folder(const void *memory, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *folder = slash == NULL ? "."
		: slash == path ? "/" : memory_text_of(memory, path, (size_t)(slash - path));
	const int open_folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	const bool kept = open_folder >= 0 && fsync(open_folder) == 0;

	if (!kept)
		complain("cannot keep the folder", folder, strerror(errno));
	if (open_folder >= 0)
		close(open_folder);
	return kept;
}

/* The final name, unless somebody has taken it. */
static bool give_name(const char *from, const char *path)
{
	struct stat about;

	if (renameat2(AT_FDCWD, from, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
		return true;
	/* Some file systems cannot promise that: looked at just before, then. */
	if (errno == EINVAL && lstat(path, &about) != 0 && errno == ENOENT && rename(from, path) == 0)
		return true;
	return complain("cannot make", path, strerror(errno));
}

static bool make_file(const void *memory, const struct settings *settings, const char *path,
	struct backup_facts *facts)
{
	struct age_key once;
	const char *why = NULL;
	struct stat about;
	int file;
	bool good;

	if (lstat(path, &about) == 0)
		return complain("cannot make", path, "there is a file of this name, and backups overwrite nothing");
	unfinished = memory_printf(memory, "%s.XXXXXX" BACKUP_UNFINISHED, path);
	file = mkostemps(unfinished, (int)strlen(BACKUP_UNFINISHED), O_CLOEXEC);
	if (file < 0) {
		why = strerror(errno);
		unfinished = NULL;
		return complain("cannot make", path, why);
	}
	flock(file, LOCK_EX | LOCK_NB);
	if (!age_key_new(memory, &once, &why)) {
		good = complain("cannot make a key for reading back", path, why);
	} else {
		good = write_all(memory, settings, once.recipient, file, path, facts)
		    && (fsync(file) == 0 || complain("cannot write", path, strerror(errno)))
		    && read_back(memory, file, &once, path, facts)
		    && give_name(unfinished, path);
		age_key_forget(&once);
	}
	close(file);
	if (!good)
		unlink(unfinished);
	unfinished = NULL;
	return good && keep_folder(memory, path);
}

static void report(FILE *to, const char *path, const struct backup_facts *facts)
{
	fprintf(to, "belfry: %s: %s at %s, %lld tables, %lld rows\n", path, facts->team, facts->made,
	    (long long)facts->tables, (long long)facts->rows);
}

static int to_output(const void *memory, const struct settings *settings)
{
	struct backup_facts facts;

	if (isatty(STDOUT_FILENO)) {
		fprintf(stderr, "belfry: a backup is nothing for a terminal: name a file\n");
		return 2;
	}
	if (!write_all(memory, settings, NULL, STDOUT_FILENO, "standard output", &facts))
		return 1;
	report(stderr, "standard output", &facts);
	return 0;
}

static int to_file(const void *memory, const struct settings *settings, const char *path)
{
	struct backup_facts facts;

	if (!make_file(memory, settings, path, &facts))
		return 1;
	report(stdout, path, &facts);
	return 0;
}

/* What a timer calls: a new one, and only then the oldest goes. */
static int to_folder(const void *memory, const struct settings *settings)
{
	const int status = to_file(memory, settings,
	    backup_folder_name(memory, settings->backup_folder, moment_now()));

	if (status != 0)
		return status;
	return backup_folder_prune(settings->backup_folder, settings->backups_kept) ? 0 : 1;
}

int command_backup(const struct settings *settings, char **arguments)
{
	struct sigaction action = { .sa_handler = stopped };
	void *memory;
	int status;

	if (arguments[0] != NULL && (arguments[1] != NULL || text_starts(arguments[0], "--"))) {
		fprintf(stderr, "usage: belfry backup         into the folder of the settings\n"
		    "       belfry backup FILE\n       belfry backup -       to standard output\n");
		return 2;
	}
	if (access(settings->backup_recipients, R_OK) != 0) {
		complain("cannot read the public keys", settings->backup_recipients, strerror(errno));
		return 2;
	}
	memory = memory_root("backup");
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGHUP, &action, NULL);
	if (arguments[0] == NULL)
		status = to_folder(memory, settings);
	else if (text_is(arguments[0], "-"))
		status = to_output(memory, settings);
	else
		status = to_file(memory, settings, arguments[0]);
	memory_end(memory);
	return status;
}
