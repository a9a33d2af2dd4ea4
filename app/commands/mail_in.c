/* belfry mail-in ADDRESS: one mail from a mail server, on standard input, for an address
 * of ours. Only mail to lists that came back is taken: everything else has no mailbox
 * here. The exit status is for the mail server (sysexits). */
#include <stdio.h>
#include <sysexits.h>

#include "base/log.h"
#include "base/memory.h"
#include "commands/commands.h"
#include "database.h"
#include "domain/returned.h"

/* The rest of a longer one is read and let go, so that its sender is not cut off. */
static size_t read_mail(char *bytes)
{
	const size_t size = fread(bytes, 1, RETURNED_BYTES, stdin);
	char rest[4096];

	while (fread(rest, 1, sizeof rest, stdin) > 0)
		;
	return size;
}

static int take(struct db *db, const struct settings *settings, const char *address,
	const char *bytes, size_t size)
{
	struct work *w = work_begin(db, false);
	const int64_t mail = returned_mail(w, settings->returns_address, address);
	const bool kept = mail != 0 && returned_keep(w, mail, bytes, size);

	if (!work_end(w, true) || (mail != 0 && !kept))
		return EX_TEMPFAIL;
	return mail != 0 ? EX_OK : EX_NOUSER;
}

int command_mail_in(const struct settings *settings, char **arguments)
{
	static char bytes[RETURNED_BYTES];
	struct db *db;
	size_t size;
	int status;

	if (arguments[0] == NULL || arguments[1] != NULL) {
		fprintf(stderr, "usage: belfry mail-in ADDRESS < MAIL\n");
		return EX_USAGE;
	}
	size = read_mail(bytes);
	db = database_as(settings, "belfry_work");
	status = take(db, settings, arguments[0], bytes, size);
	db_close(db);
	if (status == EX_TEMPFAIL)
		log_error("a mail could not be kept; its server will bring it again");
	return status;
}
