/* OpenPGP by GnuPG. A context is made for each use: these are rare. */
#include "mail/openpgp.h"

#include <ftw.h>
#include <gpgme.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/aside.h"
#include "base/digest.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"


void openpgp_open(void)
{
	gpgme_check_version(NULL);
}

/* A context whose keys are those of `home`; NULL, and logged, where there is no
 * GnuPG. It never asks anybody for a password. */
static gpgme_ctx_t context(const char *home)
{
	gpgme_ctx_t ctx = NULL;
	gpgme_error_t error = gpgme_new(&ctx);

	if (error == 0)
		error = gpgme_ctx_set_engine_info(ctx, GPGME_PROTOCOL_OpenPGP, NULL, home);
	if (error == 0)
		error = gpgme_set_pinentry_mode(ctx, GPGME_PINENTRY_MODE_ERROR);
	if (error == 0)
		return ctx;
	log_error("GnuPG cannot be used: %s", gpgme_strerror(error));
	gpgme_release(ctx);
	return NULL;
}

/* What GnuPG has written. */
static const char *taken(const void *memory, gpgme_data_t data, size_t *size)
{
	char *raw = gpgme_data_release_and_get_mem(data, size);
	char *text = memory_array(memory, char, *size + 1);

	if (raw != NULL)
		memcpy(text, raw, *size);

	gpgme_free(raw);
	return text;
}

static const char *exported(const void *memory, gpgme_ctx_t ctx, const char *fingerprint,
	bool armor, size_t *size)
{
	gpgme_data_t out = NULL;

	gpgme_set_armor(ctx, armor);
	if (gpgme_data_new(&out) != 0)
		return NULL;
	if (gpgme_op_export(ctx, fingerprint, GPGME_EXPORT_MODE_MINIMAL, out) != 0) {
		gpgme_data_release(out);
		return NULL;
	}
	return taken(memory, out, size);
}


/* Reading. */

/* Of the parts that encrypt, the one that lasts longest; a key whose part has ended is
 * of no use to who wants to write, whatever its own date. */
static void describe_encryption(gpgme_key_t found, struct openpgp_key *key)
{
	moment longest = 0;

	for (gpgme_subkey_t part = found->subkeys; part != NULL; part = part->next) {
		if (!part->can_encrypt || part->revoked || part->invalid || part->expired)
			continue;
		if (!key->encrypts || part->expires == 0 || (longest != 0 && part->expires > longest))
			longest = part->expires;
		key->encrypts = true;
	}
	if (key->encrypts && longest != 0 && (key->expires_at == 0 || longest < key->expires_at))
		key->expires_at = longest;
}

static void describe(const void *memory, gpgme_key_t found, struct openpgp_key *key)
{
	char *algorithm = gpgme_pubkey_algo_string(found->subkeys);

	key->fingerprint = memory_text(memory, found->fpr);
	key->algorithm = memory_text(memory, algorithm != NULL ? algorithm : "");
	gpgme_free(algorithm);
	key->made_at = found->subkeys->timestamp;
	key->expires_at = found->subkeys->expires;
	describe_encryption(found, key);
	key->owner = "";
	for (gpgme_user_id_t uid = found->uids; uid != NULL; uid = uid->next) {
		if (uid->revoked || uid->invalid)
			continue;
		if (key->owner[0] == '\0' && text_is_utf8(uid->uid, strlen(uid->uid)))
			key->owner = text_cut(memory, text_one_line(memory, uid->uid), OPENPGP_OWNER);
		if (!text_is_empty(uid->address) && strlen(uid->address) <= OPENPGP_ADDRESS
		    && text_is_utf8(uid->address, strlen(uid->address))
		    && key->address_count < OPENPGP_ADDRESSES)
			key->addresses[key->address_count++] = text_lower(memory, uid->address);
	}
}

/* Of the key that is now alone in its folder. */
static enum openpgp_read describe_only(const void *memory, gpgme_ctx_t ctx,
	struct openpgp_key *key)
{
	gpgme_key_t found = NULL, another = NULL;
	enum openpgp_read how = OPENPGP_UNREADABLE;
	size_t size = 0;

	if (gpgme_op_keylist_start(ctx, NULL, 0) != 0 || gpgme_op_keylist_next(ctx, &found) != 0)
		return OPENPGP_UNREADABLE;
	if (gpgme_op_keylist_next(ctx, &another) == 0) {
		how = OPENPGP_SEVERAL;
	} else if (found->revoked) {
		key->fingerprint = memory_text(memory, found->fpr != NULL ? found->fpr : "");
		how = OPENPGP_REVOKED;
	} else if (!found->invalid && found->fpr != NULL && found->subkeys != NULL) {
		describe(memory, found, key);
		how = OPENPGP_READ;
	}
	gpgme_op_keylist_end(ctx);
	gpgme_key_unref(found);
	if (another != NULL)
		gpgme_key_unref(another);
	if (how != OPENPGP_READ)
		return how;
	key->armored = exported(memory, ctx, key->fingerprint, true, &size);
	key->bytes = (const unsigned char *)exported(memory, ctx, key->fingerprint, false, &key->size);
	return key->armored != NULL && key->bytes != NULL && key->size > 0 ? OPENPGP_READ
	    : OPENPGP_FAILED;
}

static enum openpgp_read read_into(const void *memory, const char *folder, const char *pasted,
	struct openpgp_key *key)
{
	gpgme_ctx_t ctx = context(folder);
	gpgme_data_t data = NULL;
	enum openpgp_read how = OPENPGP_FAILED;

	if (ctx == NULL)
		return OPENPGP_FAILED;
	if (gpgme_data_new_from_mem(&data, pasted, strlen(pasted), 0) == 0) {
		how = OPENPGP_UNREADABLE;
		if (gpgme_op_import(ctx, data) == 0)
			how = describe_only(memory, ctx, key);
		gpgme_data_release(data);
	}
	gpgme_release(ctx);
	return how;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *where)
{
	(void)status;
	(void)kind;
	(void)where;
	remove(path);
	return 0;
}

/* What the child is told. */
struct reading {
	const char *folder, *pasted;
};

/* In the child: how it ended, and the key in pieces. */
static void read_aside(int out, const void *data)
{
	const struct reading *reading = data;
	void *memory = memory_root("a key");
	struct openpgp_key key = { .fingerprint = "" };
	const enum openpgp_read how = read_into(memory, reading->folder, reading->pasted, &key);

	aside_put(out, &how, sizeof how);
	aside_put(out, key.fingerprint, strlen(key.fingerprint));
	if (how != OPENPGP_READ)
		return;
	aside_put(out, key.algorithm, strlen(key.algorithm));
	aside_put(out, key.owner, strlen(key.owner));
	aside_put(out, key.armored, strlen(key.armored));
	aside_put(out, key.bytes, key.size);
	aside_put(out, &key.made_at, sizeof key.made_at);
	aside_put(out, &key.expires_at, sizeof key.expires_at);
	aside_put(out, &key.encrypts, sizeof key.encrypts);
	for (size_t i = 0; i < key.address_count; i++)
		aside_put(out, key.addresses[i], strlen(key.addresses[i]));
}

static bool take_text(const void *memory, struct bytes *result, const char **text)
{
	struct bytes piece;

	if (!aside_take(result, &piece))
		return false;
	*text = memory_text_of(memory, (const char *)piece.data, piece.size);
	return true;
}

static bool take_thing(struct bytes *result, void *thing, size_t size)
{
	struct bytes piece;

	if (!aside_take(result, &piece) || piece.size != size)
		return false;
	memcpy(thing, piece.data, size);
	return true;
}

static bool take_key(const void *memory, struct bytes *result, struct openpgp_key *key)
{
	struct bytes bytes;

	if (!take_text(memory, result, &key->algorithm) || !take_text(memory, result, &key->owner)
	    || !take_text(memory, result, &key->armored) || !aside_take(result, &bytes)
	    || !take_thing(result, &key->made_at, sizeof key->made_at)
	    || !take_thing(result, &key->expires_at, sizeof key->expires_at)
	    || !take_thing(result, &key->encrypts, sizeof key->encrypts))
		return false;
	key->bytes = bytes.data;
	key->size = bytes.size;
	while (key->address_count < OPENPGP_ADDRESSES
	    && take_text(memory, result, &key->addresses[key->address_count]))
		key->address_count++;
	return true;
}

/* A small text can unfold to gigabytes of packets: a child does it, and is ended when
 * it takes too long. */
enum openpgp_read openpgp_read(const void *memory, const char *pasted, struct openpgp_key *key)
{
	char folder[] = "/tmp/belfry-key.XXXXXX";
	enum openpgp_read how = OPENPGP_UNREADABLE;
	struct bytes result;

	*key = (struct openpgp_key){ .fingerprint = "" };
	if (mkdtemp(folder) == NULL) {
		log_error("no folder can be made in /tmp to read a key in");
		return OPENPGP_FAILED;
	}
	if (!aside(memory, read_aside, &(struct reading){ folder, pasted }, OPENPGP_SECONDS, &result)
	    || !take_thing(&result, &how, sizeof how)
	    || !take_text(memory, &result, &key->fingerprint)
	    || (how == OPENPGP_READ && !take_key(memory, &result, key)))
		how = OPENPGP_UNREADABLE;
	nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	return how;
}


/* Signing. */

/* Their fingerprints. */
static size_t list_own(const void *memory, gpgme_ctx_t ctx, struct openpgp_key *keys)
{
	gpgme_key_t key;
	size_t found = 0;

	if (gpgme_op_keylist_start(ctx, NULL, 1) != 0)
		return 0;
	while (found < OPENPGP_KEYS && gpgme_op_keylist_next(ctx, &key) == 0) {
		if (key->can_sign && !key->revoked && !key->invalid)
			keys[found++] = (struct openpgp_key){ .fingerprint = memory_text(memory, key->fpr) };
		gpgme_key_unref(key);
	}
	gpgme_op_keylist_end(ctx);
	return found;
}

size_t openpgp_own_keys(const void *memory, const char *home, struct openpgp_key *keys)
{
	gpgme_ctx_t ctx = context(home);
	size_t found, count = 0, size;

	if (ctx == NULL)
		return 0;
	found = list_own(memory, ctx, keys);
	for (size_t i = 0; i < found; i++) {
		struct openpgp_key key = keys[i];

		key.armored = exported(memory, ctx, key.fingerprint, true, &size);
		key.bytes = (const unsigned char *)exported(memory, ctx, key.fingerprint, false, &key.size);
		if (key.armored != NULL && key.bytes != NULL)
			keys[count++] = key;
	}
	gpgme_release(ctx);
	return count;
}

static gpgme_error_t sign_with(gpgme_ctx_t ctx, const char *fingerprint, const char *text,
	size_t size, enum openpgp_sign how, gpgme_data_t out)
{
	gpgme_key_t key = NULL;
	gpgme_data_t in = NULL;
	gpgme_error_t error = gpgme_get_key(ctx, fingerprint, &key, 1);

	if (error == 0)
		error = gpgme_signers_add(ctx, key);
	if (error == 0)
		error = gpgme_data_new_from_mem(&in, text, size, 0);
	if (error == 0)
		error = gpgme_op_sign(ctx, in, out,
		    how == OPENPGP_CLEAR ? GPGME_SIG_MODE_CLEAR : GPGME_SIG_MODE_DETACH);
	gpgme_data_release(in);
	if (key != NULL)
		gpgme_key_unref(key);
	return error;
}

const char *openpgp_sign(const void *memory, const char *home, const char *fingerprint,
	const char *text, size_t size, enum openpgp_sign how)
{
	gpgme_ctx_t ctx = context(home);
	gpgme_data_t out = NULL;
	gpgme_error_t error;
	size_t signed_size;

	if (ctx == NULL || gpgme_data_new(&out) != 0)
		return NULL;
	gpgme_set_armor(ctx, 1);
	gpgme_set_textmode(ctx, 0);
	error = sign_with(ctx, fingerprint, text, size, how, out);
	gpgme_release(ctx);
	if (error != 0) {
		/* Not in that folder (GPG_ERR_EOF): another key may be. */
		if (gpgme_err_code(error) != GPG_ERR_EOF)
			log_error("cannot sign with the key %s: %s", fingerprint, gpgme_strerror(error));
		gpgme_data_release(out);
		return NULL;
	}
	return taken(memory, out, &signed_size);
}


/* Web Key Directory. */

const char *openpgp_hash(const void *memory, const char *address)
{
	static const char letters[] = "ybndrfg8ejkmcpqxot1uwisza345h769";
	const char *local = text_lower(memory, memory_text_of(memory, address, strcspn(address, "@")));
	unsigned char sha1[SHA1_SIZE];
	char hash[OPENPGP_HASH + 1] = "";
	unsigned bits = 0, held = 0;
	size_t written = 0;

	digest_sha1(local, strlen(local), sha1);
	/* 160 bits are 32 letters of five. */
	for (size_t i = 0; i < SHA1_SIZE; i++) {
		bits = bits << 8 | sha1[i];
		for (held += 8; held >= 5; held -= 5)
			hash[written++] = letters[bits >> (held - 5) & 31];
	}
	return memory_text(memory, hash);
}
