/* belfry verify: is a backup whole, and what is in it. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/age.h"
#include "base/memory.h"
#include "base/text.h"
#include "commands/backup_file.h"
#include "commands/commands.h"

enum { NOT_GOOD = 3 };

static int verify_file(const char *key_path, const char *path)
{
	void *memory = memory_root("verify");
	struct age_key key;
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
	if (file >= 0)
		close(file);
	memory_end(memory);
	return status;
}

int command_verify(const struct settings *settings, char **arguments)
{
	(void)settings;
	if (text_is(arguments[0], "--key") && arguments[1] != NULL && arguments[2] != NULL
	    && arguments[3] == NULL)
		return verify_file(arguments[1], arguments[2]);
	fprintf(stderr, "usage: belfry verify --key SECRET-KEY FILE\n");
	return 2;
}
