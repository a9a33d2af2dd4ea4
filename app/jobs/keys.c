/* Reading keys. */
#include "jobs/keys.h"

#include "base/log.h"
#include "base/text.h"
#include "domain/team_key.h"
#include "mail/openpgp.h"

static const char *signing_folder;

void keys_open(const struct settings *settings)
{
	signing_folder = settings->signing_folder;
	openpgp_open();
}

static void keep(struct work *w, int64_t id, const struct openpgp_key *key)
{
	team_key_read(w, id, &(struct team_key_facts){
		.fingerprint = key->fingerprint, .algorithm = key->algorithm, .owner = key->owner,
		.made_at = key->made_at, .expires_at = key->expires_at, .armored = key->armored,
		.bytes = key->bytes, .size = key->size, .encrypts = key->encrypts });
	for (size_t i = 0; i < key->address_count; i++)
		team_key_address(w, id, key->addresses[i], openpgp_hash(w->memory, key->addresses[i]));
	log_note("the key %s was read", key->fingerprint);
}

bool read_keys(struct work *w)
{
	struct openpgp_key key;
	const char *armored;
	int64_t id;

	if (!team_key_unread(w, &id, &armored))
		return false;
	switch (openpgp_read(w->memory, armored, &key)) {
	case OPENPGP_READ:       keep(w, id, &key); break;
	case OPENPGP_UNREADABLE: team_key_refuse(w, id, "unreadable"); break;
	case OPENPGP_SEVERAL:    team_key_refuse(w, id, "several"); break;
	case OPENPGP_REVOKED:
		team_key_revoked(w, key.fingerprint);
		team_key_refuse(w, id, "revoked");
		break;
	case OPENPGP_FAILED:     return false;
	}
	return true;
}

bool show_own_keys(struct work *w)
{
	struct openpgp_key keys[OPENPGP_KEYS];
	size_t count;

	if (text_is_empty(signing_folder))
		return false;
	count = openpgp_own_keys(w->memory, signing_folder, keys);
	for (size_t i = 0; i < count; i++)
		if (!team_key_is_known(w, keys[i].fingerprint, keys[i].bytes, keys[i].size))
			team_key_add(w, keys[i].armored);
	return false;
}
