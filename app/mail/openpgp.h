/* OpenPGP by GnuPG (GPGME): reading a public key that somebody pasted, and
 * signing with a key of the team. Starts programs (gpg, gpg-agent), so only jobs
 * may; no worker does. */
#ifndef BELFRY_MAIL_OPENPGP_H
#define BELFRY_MAIL_OPENPGP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/moment.h"

enum openpgp_limit {
	OPENPGP_ADDRESSES = 20,       /* of one key that are read */
	OPENPGP_KEYS      = 20,       /* with which may be signed */
	OPENPGP_OWNER     = 299,      /* characters, before an ellipsis */
	OPENPGP_ADDRESS   = 254,      /* bytes */
	OPENPGP_HASH      = 32,       /* characters */
	OPENPGP_SECONDS   = 10,       /* that reading a key may take */
};

/* How reading ended. */
enum openpgp_read {
	OPENPGP_READ,
	OPENPGP_UNREADABLE,           /* no public key, or one that takes too long */
	OPENPGP_SEVERAL,              /* more than one */
	OPENPGP_REVOKED,              /* its owner has taken it back */
	OPENPGP_FAILED,               /* GnuPG could not be used; logged */
};

struct openpgp_key {
	const char *fingerprint;      /* upper-case hexadecimal digits */
	const char *algorithm;        /* "ed25519", "rsa4096" */
	const char *owner;            /* the first user id; may be empty */
	moment made_at, expires_at;   /* of what ends first: of the key, or of the part that
	                               * encrypts; 0: never expires */
	bool encrypts;                /* people can write with it in secret */
	const char *armored;          /* as GnuPG writes it, without what others signed */
	const unsigned char *bytes;
	size_t size;
	const char *addresses[OPENPGP_ADDRESSES];
	size_t address_count;
};

/* Once per process. */
void openpgp_open(void);

enum openpgp_read openpgp_read(const void *memory, const char *pasted, struct openpgp_key *);

/* The public parts of the keys with which `home`, a folder of GnuPG's, can sign without
 * asking anybody: fingerprint, armored, bytes, size. Their number, at most
 * OPENPGP_KEYS. */
size_t openpgp_own_keys(const void *memory, const char *home, struct openpgp_key *keys);

/* What a signature is. */
enum openpgp_sign {
	OPENPGP_CLEAR,                /* the text with the signature around it (RFC 9580, 7) */
	OPENPGP_DETACHED,             /* armoured, by itself */
};

/* NULL where the key is not in that folder; and logged, where it wants a password. */
const char *openpgp_sign(const void *memory, const char *home, const char *fingerprint,
	const char *text, size_t size, enum openpgp_sign);

/* The name under which mail programs ask for the key of an address: z-base-32 of
 * the SHA-1 of what stands before the @, in lower case
 * (draft-koch-openpgp-webkey-service, 3.1). */
const char *openpgp_hash(const void *memory, const char *address);

#endif
