/* belfry: the first word says what to do. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/log.h"
#include "base/settings.h"
#include "commands/commands.h"

#ifndef BELFRY_CONF
#define BELFRY_CONF "/etc/belfry/belfry.conf"
#endif

/* A command, and what it needs before it begins. */
static const struct command {
	const char *name;
	bool settings, key;
	int (*run)(const struct settings *, char **arguments);
	const char *help;
} commands[] = {
	{ "serve",    true,  true,  command_serve,    "answer requests: both doors, or --door public|inside" },
	{ "work",     true,  true,  command_work,     "do what is due: send mail, sweep what has ended; --once and end" },
	{ "mail-in",  true,  true,  command_mail_in,  "take a mail that came back, for ADDRESS, from standard input" },
	{ "cgi",      true,  true,  command_cgi,      "answer one request from the environment; --door inside" },
	{ "migrate",  true,  false, command_migrate,  "bring the database to this program's version; --demo fills it" },
	{ "settings", false, false, command_settings, "print the example of belfry.conf" },
	{ "account",  true,  true,  command_account,  "create, disable, demo: who may sign in" },
	{ "backup",   true,  true,  command_backup,   "write everything into an encrypted FILE" },
	{ "restore",  true,  true,  command_restore,  "fill an empty database from a backup" },
	{ "import",   true,  false, command_import,   "read what others know of weaknesses: kev FILE, epss FILE; --force" },
	{ "verify",   true,  true,  command_verify,   "check a backup" },
	{ "version",  false, false, command_version,  "print the version" },
	{ NULL },
};

static int help(FILE *to, int status)
{
	fprintf(to, "usage: belfry [-c belfry.conf] COMMAND ...\n\n");
	for (const struct command *command = commands; command->name != NULL; command++)
		fprintf(to, "  %-9s %s\n", command->name, command->help);
	fprintf(to, "\nThe settings are read from -c, from BELFRY_CONF, or from %s.\n", BELFRY_CONF);
	return status;
}

static int run(const struct command *command, const char *path, char **arguments)
{
	static struct settings settings;
	const char *why = NULL;

	if (command->settings && !settings_read(path, &settings, &why)) {
		fprintf(stderr, "belfry: %s\n", why);
		return 2;
	}
	if (command->key && !digest_key_load(settings.key_file, &why)) {
		fprintf(stderr, "belfry: %s\n", why);
		return 2;
	}
	log_name(command->name);
	return command->run(&settings, arguments);
}

int main(int count, char **arguments)
{
	const char *path = getenv("BELFRY_CONF");
	int i = 1;

	if (path == NULL)
		path = BELFRY_CONF;
	if (count > 2 && strcmp(arguments[1], "-c") == 0) {
		path = arguments[2];
		i = 3;
	}
	if (i >= count)
		return help(stderr, 2);
	if (strcmp(arguments[i], "--help") == 0 || strcmp(arguments[i], "help") == 0)
		return help(stdout, 0);
	for (const struct command *command = commands; command->name != NULL; command++)
		if (strcmp(arguments[i], command->name) == 0)
			return run(command, path, arguments + i + 1);
	fprintf(stderr, "belfry: there is no command '%s'\n\n", arguments[i]);
	return help(stderr, 2);
}
