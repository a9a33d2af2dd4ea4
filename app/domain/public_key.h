/* OpenPGP keys as people send them. Only what they look like: nothing here
 * trusts one. */
#ifndef BELFRY_DOMAIN_PUBLIC_KEY_H
#define BELFRY_DOMAIN_PUBLIC_KEY_H

enum key_shape {
	KEY_NONE,          /* neither */
	KEY_FINGERPRINT,   /* 40 or 64 hexadecimal digits, grouped as one likes */
	KEY_BLOCK,         /* a public key between its ASCII armour */
	KEY_PRIVATE,       /* a secret key: its owner must be told */
};

enum key_shape key_shape_of(const char *text);

/* A fingerprint in groups of four, as people compare them. */
const char *fingerprint_said(const void *memory, const char *fingerprint);

#endif
