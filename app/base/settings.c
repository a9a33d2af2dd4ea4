/* The settings: one table that reads the file, checks it, and prints it. */
#include "base/settings.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

/* Where `make install` put our files; the Makefile says it. */
#ifndef BELFRY_SHARE
#define BELFRY_SHARE "/usr/share/belfry"
#endif
#ifndef BELFRY_ETC
#define BELFRY_ETC "/etc/belfry"
#endif

enum { FILE_BYTES = 64 * 1024, LINE_WIDTH = 76 };

enum kind {
	ADDRESS = 1,  /* http or https, a host, perhaps a port */
	HOSTS,        /* host names, comma between */
	CODES,        /* language codes, comma between */
	PATH,         /* begins with a slash */
	NAME,         /* one word */
	HOST,         /* one host name or address */
	MAILBOX,      /* a mail address */
	SECURITY,     /* start, whole or none */
	PRINTABLE,    /* whatever has no space and no sign of control in it */
	NUMBER,       /* min..max */
	SWITCH,       /* yes or no */
};

struct setting {
	const char *name;
	enum kind kind;
	size_t offset;
	const char *otherwise;     /* the default; NULL: has to be set */
	int64_t min, max;
	const char *paragraph;
};

#define SETTING(name, kind, otherwise, paragraph) \
	{ #name, kind, offsetof(struct settings, name), otherwise, 0, 0, paragraph }
#define SETTING_NUMBER(name, otherwise, min, max, paragraph) \
	{ #name, NUMBER, offsetof(struct settings, name), otherwise, min, max, paragraph }

static const struct setting table[] = {
	SETTING(address, ADDRESS, NULL,
		"How people reach this installation, as in their browser's address "
		"line, without a slash at the end. It stands in mails and in files "
		"for machines. Has to be set."),
	SETTING(hosts, HOSTS, "",
		"Host names that are answered, comma between. Anything else is "
		"refused. Empty: the host of the address, and nothing else."),
	SETTING(languages, CODES, "en,ar,fr",
		"Languages of the pages, comma between. The first one is what "
		"people get at the address without a language in it."),
	SETTING(runtime_folder, PATH, "/run/belfry",
		"Sockets and process numbers. The web server has to reach it. Keep it "
		"short: the path of a socket has at most 107 characters."),
	SETTING(templates_folder, PATH, BELFRY_SHARE "/templates",
		"The templates of the pages."),
	SETTING(static_folder, PATH, BELFRY_SHARE "/static",
		"What the web server gives out under /static: read once, so that "
		"pages name its present version."),
	SETTING(languages_folder, PATH, BELFRY_SHARE "/languages",
		"The compiled catalogues, as in fr/LC_MESSAGES/belfry.mo."),
	SETTING(sql_folder, PATH, BELFRY_SHARE "/sql",
		"Schema, migrations and reference data."),
	SETTING(key_file, PATH, BELFRY_ETC "/key",
		"The key of this installation: 32 random bytes or more, which only "
		"Belfry may read. Secrets of reporters and tokens of forms are bound "
		"to it: with another key they all stop working, so keep a copy where "
		"the backups are not."),
	SETTING(database_socket, PATH, "/run/mysqld/mysqld.sock",
		"The unix socket of MariaDB."),
	SETTING(database_name, NAME, "belfry",
		"The database to use."),
	SETTING(database_passwords, PATH, "",
		"A folder with one file per database user, each holding a password "
		"and readable only by the process that uses it. Empty: MariaDB knows "
		"the system users by itself (unix_socket)."),
	SETTING(backup_recipients, PATH, BELFRY_ETC "/backup.keys",
		"The public keys that backups are encrypted to, one on a line, as "
		"age-keygen prints them. The secret keys belong where this machine "
		"is not."),
	SETTING(backup_folder, PATH, "/var/lib/belfry-backup",
		"Where 'belfry backup' puts its files when it is told no other place. "
		"Copy them elsewhere: a backup beside the database burns with it."),
	SETTING_NUMBER(backups_kept, "14", 1, 10000,
		"How many backups stay in that folder. Older ones go when a newer "
		"one is complete."),
	SETTING_NUMBER(seal_after, "60", 0, 3600,
		"Seconds before what happened is sealed: longer than any piece of work "
		"takes."),
	SETTING(seal_anchors, PATH, "",
		"A file to note each seal in, best on another machine: the end of the "
		"chain can be cut off in the database, but not there. Each seal stands "
		"in the log as well. Empty: in the log alone."),
	SETTING_NUMBER(public_workers, "4", 1, 256,
		"Processes for everybody's pages. Each answers one request at a time."),
	SETTING_NUMBER(inside_workers, "4", 1, 256,
		"Processes for people who have signed in."),
	SETTING_NUMBER(requests_per_worker, "10000", 1, 1000000000,
		"After so many requests a worker is replaced by a fresh one."),
	SETTING_NUMBER(reports_per_address, "20", 1, 1000000,
		"Reports an hour from one network address, before further ones are "
		"held for review. They are never thrown away."),
	SETTING_NUMBER(reports_in_all, "500", 1, 100000000,
		"Reports an hour from everybody together, before further ones are "
		"held for review."),
	SETTING(mail_host, HOST, "",
		"The mail server that takes what Belfry sends: acknowledgements, "
		"notices of answers and of new reports, invitations. Empty: mail waits, "
		"and links for people who sign in are shown to whoever makes them."),
	SETTING_NUMBER(mail_port, "587", 1, 65535,
		"Its port: 587 with mail_tls = start, 465 with whole, 25 between "
		"servers."),
	SETTING(mail_tls, SECURITY, "start",
		"How mail is protected on its way to that server. start: by STARTTLS, "
		"and nothing is sent where the server has none. whole: from the first "
		"byte on. none: not at all, for a server on this machine only."),
	SETTING(mail_authorities, PATH, "",
		"A file with the certificates of the authorities that may vouch for "
		"that server. Empty: those of the system."),
	SETTING(mail_user, PRINTABLE, "",
		"The name with which to sign in there. Empty: without signing in."),
	SETTING(mail_password_file, PATH, "",
		"A file with the password for it, readable only by belfry work."),
	SETTING(mail_from, MAILBOX, "",
		"The address that mail comes from, and to which it is returned when it "
		"cannot be delivered. Empty: the team's own address."),
	SETTING_NUMBER(mail_seconds, "60", 1, 600,
		"How long the mail server may take for one mail, in seconds. Then the "
		"mail is tried again later."),
	SETTING_NUMBER(mail_kept_days, "14", 1, 3650,
		"Days after which a mail that was sent, given up or stopped is "
		"forgotten, with the address it went to."),
	SETTING_NUMBER(drafts_per_address, "200", 1, 1000000,
		"Reports that may be begun in an hour from one network address. "
		"Whoever comes after that is asked to call, or to wait."),
	SETTING_NUMBER(drafts_in_all, "10000", 1, 100000000,
		"Reports that may be begun in an hour by everybody together."),
	SETTING_NUMBER(messages_per_address, "100", 1, 1000000,
		"Messages an hour from one network address on the follow-up page, "
		"before one has to wait. What was typed is kept."),
	SETTING_NUMBER(messages_in_all, "5000", 1, 100000000,
		"The same from everybody together."),
	SETTING_NUMBER(files_most, "5", 1, 20,
		"Files that can be sent with one report, message or note."),
	SETTING_NUMBER(file_megabytes, "10", 1, 50,
		"The largest of them, in megabytes (of 1024 x 1024 bytes)."),
	SETTING_NUMBER(files_megabytes, "25", 1, 60,
		"All of them together, in megabytes. The web server's own limit "
		"(client_max_body_size) has to stay above it, so that it is Belfry "
		"that says what was too large, and keeps the form."),
	SETTING_NUMBER(upload_megabytes_per_address, "500", 1, 4000000,
		"Megabytes of files an hour from one network address. After that "
		"reports are taken without files."),
	SETTING_NUMBER(upload_megabytes_in_all, "10000", 1, 4000000,
		"The same from everybody together."),
	SETTING_NUMBER(unsent_megabytes, "2000", 1, 4000000,
		"Megabytes of files that were uploaded and not sent yet, of everybody "
		"together. They are forgotten after a day."),
	SETTING(disk_folder, PATH, "/var/lib/mysql",
		"A folder on the disk of the database, to see how much is free there. "
		"It need not be readable. Where it does not exist nobody looks."),
	SETTING_NUMBER(disk_reserve_megabytes, "5000", 0, 100000000,
		"Megabytes that have to stay free on that disk, or a tenth of it where "
		"that is less: below it no more files are taken, and reports still "
		"are. 0: nobody looks."),
	SETTING(demo, SWITCH, "no",
		"Yes: the demo may be loaded into this database. Its people and their "
		"passwords are known to everybody, so never where real reports "
		"arrive."),
	SETTING(debug, SWITCH, "no",
		"Yes: the log also says what only developers ask."),
};

enum { SETTINGS = sizeof table / sizeof table[0] };

static void *handed_out;

/* One reading of a file. Its memory ends with it; what is handed out lives as
 * long as the process. */
struct reading {
	void *memory;
	const char *path;
	size_t lines[SETTINGS];    /* where each was set; 0: nowhere */
	struct settings *settings;
};

static void *place_of(struct settings *settings, const struct setting *setting)
{
	return (char *)settings + setting->offset;
}

/* `text` consists of `letters` and has some of them. */
static bool is_made_of(const char *text, const char *letters)
{
	return *text != '\0' && text[strspn(text, letters)] == '\0';
}

#define LOWER  "abcdefghijklmnopqrstuvwxyz"
#define UPPER  "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

/* Every part between commas is made of `letters`. */
static bool is_list_of(const char *text, const char *letters)
{
	for (;;) {
		const size_t length = strspn(text, letters);

		if (length == 0 || (text[length] != ',' && text[length] != '\0'))
			return false;
		if (text[length] == '\0')
			return true;
		text += length + 1;
	}
}

static const char *host_of(const char *address)
{
	if (text_starts(address, "https://"))
		return address + strlen("https://");
	if (text_starts(address, "http://"))
		return address + strlen("http://");
	return NULL;
}

static bool is_address(const char *text)
{
	const char *host = host_of(text);

	return host != NULL && is_made_of(host, LOWER DIGITS ".-:[]");
}

static bool is_printable(const char *text)
{
	const char *at = text;

	while (*at > ' ' && *at < 127)
		at++;
	return at > text && *at == '\0';
}

static bool is_mailbox(const char *text)
{
	const char *at = strchr(text, '@');

	return at != NULL && at > text && is_printable(text) && strpbrk(text, "<>(),;:\\\"[]") == NULL
	    && is_made_of(at + 1, LOWER UPPER DIGITS ".-");
}

/* What the value should have been; NULL when it is right. */
static const char *expected(void *memory, const struct setting *setting, const char *value)
{
	int64_t number;

	if (*value == '\0' && setting->otherwise != NULL && *setting->otherwise == '\0')
		return NULL;
	switch (setting->kind) {
	case ADDRESS:
		return is_address(value) ? NULL
			: "an address like https://cirt.example, in small letters, "
			  "without a slash at the end";
	case HOSTS:
		return is_list_of(value, LOWER DIGITS ".-:[]") ? NULL
			: "host names in small letters, with a comma and no space between";
	case CODES:
		return is_list_of(value, LOWER) ? NULL
			: "language codes like en,ar,fr, with a comma and no space between";
	case PATH:
		return value[0] == '/' ? NULL : "a path that begins with a slash";
	case NAME:
		return is_made_of(value, LOWER UPPER DIGITS "_-") ? NULL
			: "a word of letters, digits, _ and -";
	case HOST:
		return is_made_of(value, LOWER DIGITS ".-:") ? NULL
			: "one host name in small letters";
	case MAILBOX:
		return is_mailbox(value) ? NULL : "a mail address like report@cirt.example";
	case SECURITY:
		return text_is(value, "start") || text_is(value, "whole") || text_is(value, "none")
			? NULL : "start, whole or none";
	case PRINTABLE:
		return is_printable(value) ? NULL : "one word without spaces";
	case NUMBER:
		return text_number(value, setting->min, setting->max, &number) ? NULL
			: memory_printf(memory, "a number from %lld to %lld",
				(long long)setting->min, (long long)setting->max);
	case SWITCH:
		return text_is(value, "yes") || text_is(value, "no") ? NULL : "yes or no";
	}
	return NULL;
}

static void keep(struct reading *reading, const struct setting *setting, const char *value)
{
	void *place = place_of(reading->settings, setting);

	switch (setting->kind) {
	case NUMBER:
		text_number(value, setting->min, setting->max, place);
		return;
	case SWITCH:
		*(bool *)place = text_is(value, "yes");
		return;
	case ADDRESS: case HOSTS: case CODES: case PATH: case NAME: case HOST: case MAILBOX:
	case SECURITY: case PRINTABLE:
		*(const char **)place = memory_text(handed_out, value);
		return;
	}
}

static const struct setting *setting_by_name(const char *name)
{
	for (size_t i = 0; i < SETTINGS; i++)
		if (text_is(table[i].name, name))
			return &table[i];
	return NULL;
}

/* One line; false with a reason. */
static bool read_line(struct reading *reading, size_t number, const char *line, const char **why)
{
	const char *text = text_trim(reading->memory, line);
	const char *equals = strchr(text, '=');

	if (*text == '\0' || *text == '#')
		return true;
	if (equals == NULL) {
		*why = memory_printf(reading->memory,
			"%s, line %zu: expected 'name = value', found '%s'",
			reading->path, number, text);
		return false;
	}
	const char *name = text_trim(reading->memory,
		memory_text_of(reading->memory, text, (size_t)(equals - text)));
	const char *value = text_trim(reading->memory, equals + 1);
	const struct setting *setting = setting_by_name(name);

	if (setting == NULL) {
		*why = memory_printf(reading->memory,
			"%s, line %zu: there is no setting '%s'",
			reading->path, number, name);
		return false;
	}
	size_t *set_in = &reading->lines[setting - table];
	if (*set_in != 0) {
		*why = memory_printf(reading->memory,
			"%s, line %zu: '%s' was set before, in line %zu",
			reading->path, number, name, *set_in);
		return false;
	}
	*set_in = number;
	const char *wish = expected(reading->memory, setting, value);
	if (wish != NULL) {
		*why = memory_printf(reading->memory,
			"%s, line %zu: '%s' should be %s, not '%s'",
			reading->path, number, name, wish, value);
		return false;
	}
	keep(reading, setting, value);
	return true;
}

/* The whole file as text; NULL with a reason. */
static char *read_file(struct reading *reading, const char **why)
{
	FILE *file = fopen(reading->path, "re");

	if (file == NULL) {
		*why = memory_printf(reading->memory, "cannot open '%s': %s",
			reading->path, strerror(errno));
		return NULL;
	}
	char *text = memory_array(reading->memory, char, FILE_BYTES + 1);
	const size_t size = fread(text, 1, FILE_BYTES, file);
	const bool whole = !ferror(file) && getc(file) == EOF;

	fclose(file);
	if (!whole) {
		*why = memory_printf(reading->memory,
			"'%s' cannot be read, or is larger than %d bytes",
			reading->path, FILE_BYTES);
		return NULL;
	}
	if (!text_is_utf8(text, size)) {
		*why = memory_printf(reading->memory, "'%s' is not a text in UTF-8",
			reading->path);
		return NULL;
	}
	return text;
}

static bool read_lines(struct reading *reading, char *text, const char **why)
{
	size_t number = 1;

	for (char *line = text; line != NULL; number++) {
		char *end = strchr(line, '\n');

		if (end != NULL)
			*end = '\0';
		if (!read_line(reading, number, line, why))
			return false;
		line = end == NULL ? NULL : end + 1;
	}
	return true;
}

/* The address without scheme and port. */
static const char *host_alone(const void *memory, const char *address)
{
	const char *host = host_of(address);
	const size_t length = *host == '[' ? strcspn(host, "]") + 1 : strcspn(host, ":");

	return memory_text_of(memory, host, length);
}

static bool read_all(struct reading *reading, const char **why)
{
	struct settings *settings = reading->settings;

	*settings = (struct settings){ 0 };
	for (size_t i = 0; i < SETTINGS; i++)
		if (table[i].otherwise != NULL)
			keep(reading, &table[i], table[i].otherwise);

	char *text = read_file(reading, why);
	if (text == NULL || !read_lines(reading, text, why))
		return false;
	for (size_t i = 0; i < SETTINGS; i++) {
		if (table[i].otherwise != NULL || reading->lines[i] != 0)
			continue;
		*why = memory_printf(reading->memory, "%s: '%s' has to be set",
			reading->path, table[i].name);
		return false;
	}
	if (text_is_empty(settings->hosts))
		settings->hosts = host_alone(handed_out, settings->address);
	return true;
}

static const char *last_path;

bool settings_read_again(struct settings *settings, const char **why)
{
	return settings_read(last_path, settings, why);
}

bool settings_read(const char *path, struct settings *settings, const char **why)
{
	struct reading reading = {
		.memory = memory_root("reading settings"),
		.path = path, .settings = settings,
	};

	if (handed_out == NULL)
		handed_out = memory_root("settings");
	last_path = path;
	const bool good = read_all(&reading, why);
	if (!good)
		*why = memory_text(handed_out, *why);
	memory_end(reading.memory);
	return good;
}

static void print_paragraph(const char *text)
{
	while (*text != '\0') {
		size_t length = strlen(text);

		if (length > LINE_WIDTH)
			for (length = LINE_WIDTH; text[length] != ' '; length--)
				;
		printf("# %.*s\n", (int)length, text);
		text += length;
		text += strspn(text, " ");
	}
}

void settings_print(void)
{
	print_paragraph("Settings of Belfry. A line is 'name = value'; a line that "
		"begins with # is a comment. What stands commented out here is what "
		"holds when nothing is said. The name of the team, its hours and its "
		"phones are not here: the team sets them on its own pages.");
	for (size_t i = 0; i < SETTINGS; i++) {
		printf("\n");
		print_paragraph(table[i].paragraph);
		if (table[i].kind == NUMBER)
			printf("# From %lld to %lld.\n",
				(long long)table[i].min, (long long)table[i].max);
		if (table[i].otherwise == NULL)
			printf("%s = https://cirt.example\n", table[i].name);
		else if (*table[i].otherwise == '\0')
			printf("#%s =\n", table[i].name);
		else
			printf("#%s = %s\n", table[i].name, table[i].otherwise);
	}
}
