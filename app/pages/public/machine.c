/* Files that programs ask for: the team's keys, and security.txt. */
#include <string.h>

#include "domain/machine_file.h"
#include "domain/team_key.h"
#include "site.h"

int file_keys(struct request *r)
{
	const char *armored = team_keys_armored(r->work);

	if (armored == NULL)
		return not_found(r);
	return send_published(r, "application/pgp-keys", armored, strlen(armored));
}

/* Web Key Directory (draft-koch-openpgp-webkey-service): an empty policy says that
 * there is one. */
int file_key_policy(struct request *r)
{
	return send_published(r, "text/plain; charset=utf-8", "", 0);
}

int file_key(struct request *r)
{
	size_t size = 0;
	const void *bytes = team_key_by_hash(r->work, path_word(r, "hash"), &size);

	if (bytes == NULL)
		return not_found(r);
	return send_published(r, "application/octet-stream", bytes, size);
}

/* RFC 9116. An old one is worse than none. */
int file_security(struct request *r)
{
	struct machine_file file;

	if (!machine_file(r->work, "security.txt", &file) || file.ends_at <= r->work->now)
		return not_found(r);
	return send_published(r, "text/plain; charset=utf-8", file.text, strlen(file.text));
}

int file_security_moved(struct request *r)
{
	return redirect(r, "/.well-known/security.txt");
}
