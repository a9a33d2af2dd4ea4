/* Digests, keyed digests and random bytes, from libcrypto and the kernel. */
#ifndef BELFRY_BASE_DIGEST_H
#define BELFRY_BASE_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DIGEST_SIZE = 32, TOKEN_SIZE = 32 };

/* SHA-256, 64 hexadecimal digits. */
const char *digest_hex(const void *memory, const void *bytes, size_t size);
/* SHA-512, 128 of them: what some formats ask for. */
const char *digest_512_hex(const void *memory, const void *bytes, size_t size);
/* The same of what comes in pieces: digest_so_far may be asked more than once. */
struct digest;
struct digest *digest_open(const void *memory);
void digest_add(struct digest *, const void *bytes, size_t size);
const char *digest_so_far(const void *memory, const struct digest *);
void digest_close(struct digest *);
/* SHA-1, for names that a standard makes with it; it protects nothing. */
enum { SHA1_SIZE = 20 };
void digest_sha1(const void *bytes, size_t size, unsigned char digest[SHA1_SIZE]);
/* HMAC-SHA-256 of "purpose NUL text" under the installation's key. The purpose
 * keeps a token made for one thing from being good for another. */
void keyed_digest(const char *purpose, const char *text, unsigned char digest[DIGEST_SIZE]);
const char *keyed_digest_hex(const void *memory, const char *purpose, const char *text);

/* The installation's key: 32 bytes or more, read once at start. */
bool digest_key_load(const char *path, const char **why);
/* For a child that has no use for it. */
void digest_key_forget(void);

/* `size` random bytes (getrandom); a fresh token of 256 bits as 43 characters
 * of base64url. */
void random_bytes(void *bytes, size_t size);
const char *random_token(const void *memory);
/* A number in 0..below-1, every one equally likely. */
uint32_t random_below(uint32_t below);

const char *hex_of(const void *memory, const void *bytes, size_t size);
const char *base64url_of(const void *memory, const void *bytes, size_t size);

#endif
