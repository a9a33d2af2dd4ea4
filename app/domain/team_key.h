/* The OpenPGP keys that the team shows: on its profile, as a file, and to mail
 * programs that ask (Web Key Directory). A person pastes one; a job reads it. */
#ifndef BELFRY_DOMAIN_TEAM_KEY_H
#define BELFRY_DOMAIN_TEAM_KEY_H

#include "base/settings.h"
#include "base/work.h"

enum team_key_limit {
	TEAM_KEYS          = 10,      /* shown at a time */
	TEAM_KEY_TEXT      = 100000,  /* characters, as pasted */
	TEAM_KEY_SOON_DAYS = 60,      /* before a key expires, its team hears of it */
};

/* Those that were not removed, the oldest first: id, state, fingerprint, algorithm,
 * owner, refused, read_made_at, read_expires_at, added_at. */
struct db_rows *team_keys(struct work *);
/* The same of those that were read and can be used now. */
struct db_rows *team_keys_good(struct work *);

/* False: there are as many as may be. */
bool team_key_add(struct work *, const char *armored);
/* False: there is none of that number. */
bool team_key_remove(struct work *, int64_t id);

/* For the job: one that was not read yet. False: there is none. */
bool team_key_unread(struct work *, int64_t *id, const char **armored);
struct team_key_facts {
	const char *fingerprint, *algorithm, *owner;
	moment made_at, expires_at;
	const char *armored;
	const void *bytes;
	size_t size;
	bool encrypts;
};
void team_key_read(struct work *, int64_t id, const struct team_key_facts *);
/* An address of it; `hash`: see openpgp_hash(). */
void team_key_address(struct work *, int64_t id, const char *address, const char *hash);
/* Its text is forgotten: it may have been something else. */
void team_key_refuse(struct work *, int64_t id, const char *why);
/* Its owner has taken it back: no copy of it is shown any more. */
void team_key_revoked(struct work *, const char *fingerprint);
/* Is this key there with these very bytes, or was it taken away by somebody? */
bool team_key_is_known(struct work *, const char *fingerprint, const void *bytes, size_t size);
/* What is published gets a signature: there is a folder of secret keys, and a key with
 * which people can check it. */
bool team_signs(struct work *, const struct settings *);
/* It is shown, and has not expired. */
bool team_key_is_good(struct work *, const char *fingerprint);
/* People can write to the team in secret with one of those that are shown. */
bool team_key_encrypts(struct work *);

/* One that is shown has expired, or will within TEAM_KEY_SOON_DAYS. */
bool team_key_expires(struct work *);

/* What is given out: all good keys in one armoured text, NULL without any; the bytes
 * of the one that an address with that hash has, NULL without. */
const char *team_keys_armored(struct work *);
/* Is this one of them? */
bool team_key_is_shown(struct work *, const char *fingerprint);
const void *team_key_by_hash(struct work *, const char *hash, size_t *size);

#endif
