/* Digests, the installation's key, random bytes. */
#include "base/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <openssl/evp.h>
#include <openssl/core_names.h>
#include <openssl/params.h>

#include "base/log.h"
#include "base/memory.h"

enum { KEY_LEAST = 32, KEY_MOST = 1024 };

/* A page of its own: not in core files, not writable once it is read. */
static unsigned char *key;
static size_t key_size;
static EVP_MAC_CTX *keyed;        /* made from the key when first used */

const char *hex_of(const void *memory, const void *bytes, size_t size)
{
	static const char digits[] = "0123456789abcdef";
	const unsigned char *from = bytes;
	char *hex = memory_array(memory, char, size * 2 + 1);

	for (size_t i = 0; i < size; i++) {
		hex[2 * i] = digits[from[i] >> 4];
		hex[2 * i + 1] = digits[from[i] & 15];
	}
	return hex;
}

/* RFC 4648, section 5, without padding. */
const char *base64url_of(const void *memory, const void *bytes, size_t size)
{
	static const char letters[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	const unsigned char *from = bytes;
	char *text = memory_array(memory, char, (size * 4 + 2) / 3 + 1);
	char *to = text;

	for (size_t i = 0; i < size; i += 3) {
		const size_t left = size - i;
		const uint32_t bits = (uint32_t)from[i] << 16
			| (left > 1 ? (uint32_t)from[i + 1] << 8 : 0)
			| (left > 2 ? (uint32_t)from[i + 2] : 0);

		*to++ = letters[bits >> 18];
		*to++ = letters[bits >> 12 & 63];
		if (left > 1)
			*to++ = letters[bits >> 6 & 63];
		if (left > 2)
			*to++ = letters[bits & 63];
	}
	return text;
}

const char *digest_hex(const void *memory, const void *bytes, size_t size)
{
	unsigned char digest[DIGEST_SIZE];

	if (EVP_Digest(bytes, size, digest, NULL, EVP_sha256(), NULL) != 1)
		bug("libcrypto makes no SHA-256");
	return hex_of(memory, digest, sizeof digest);
}

const char *digest_512_hex(const void *memory, const void *bytes, size_t size)
{
	unsigned char digest[2 * DIGEST_SIZE];

	if (EVP_Digest(bytes, size, digest, NULL, EVP_sha512(), NULL) != 1)
		bug("libcrypto makes no SHA-512");
	return hex_of(memory, digest, sizeof digest);
}

struct digest {
	EVP_MD_CTX *context;
};

struct digest *digest_open(const void *memory)
{
	struct digest *digest = memory_new(memory, struct digest);

	digest->context = EVP_MD_CTX_new();
	if (digest->context == NULL || EVP_DigestInit_ex(digest->context, EVP_sha256(), NULL) != 1)
		bug("libcrypto makes no SHA-256");
	return digest;
}

void digest_add(struct digest *digest, const void *bytes, size_t size)
{
	if (EVP_DigestUpdate(digest->context, bytes, size) != 1)
		bug("libcrypto makes no SHA-256");
}

const char *digest_so_far(const void *memory, const struct digest *digest)
{
	unsigned char bytes[DIGEST_SIZE];
	EVP_MD_CTX *copy = EVP_MD_CTX_new();

	if (copy == NULL || EVP_MD_CTX_copy_ex(copy, digest->context) != 1
	    || EVP_DigestFinal_ex(copy, bytes, NULL) != 1)
		bug("libcrypto makes no SHA-256");
	EVP_MD_CTX_free(copy);
	return hex_of(memory, bytes, sizeof bytes);
}

void digest_close(struct digest *digest)
{
	EVP_MD_CTX_free(digest->context);
	digest->context = NULL;
}

/* The whole file, as long as it fits. */
static ssize_t read_key(int file, unsigned char *place, size_t room)
{
	size_t size = 0;

	while (size < room) {
		const ssize_t got = read(file, place + size, room - size);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		size += (size_t)got;
	}
	return (ssize_t)size;
}

void digest_key_forget(void)
{
	if (key != NULL)
		munmap(key, KEY_MOST + 1);
	EVP_MAC_CTX_free(keyed);
	key = NULL;
	keyed = NULL;
	key_size = 0;
}

bool digest_key_load(const char *path, const char **why)
{
	static char reason[512];
	struct stat about;
	const int file = open(path, O_RDONLY | O_CLOEXEC);

	if (file < 0 || fstat(file, &about) < 0) {
		snprintf(reason, sizeof reason, "cannot open the key file '%s': %s",
			path, strerror(errno));
		*why = reason;
		if (file >= 0)
			close(file);
		return false;
	}
	if (about.st_mode & (S_IROTH | S_IWOTH)) {
		snprintf(reason, sizeof reason, "everybody may read the key file '%s': "
			"its mode should be 0600 or 0640", path);
		*why = reason;
		close(file);
		return false;
	}
	/* One byte more than a key may have, so that too long is seen. */
	unsigned char *page = mmap(NULL, KEY_MOST + 1, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (page == MAP_FAILED)
		bug("no page for the key: %s", strerror(errno));
	madvise(page, KEY_MOST + 1, MADV_DONTDUMP);
	const ssize_t size = read_key(file, page, KEY_MOST + 1);
	close(file);
	if (size < KEY_LEAST || size > KEY_MOST) {
		snprintf(reason, sizeof reason, "the key file '%s' should have %d to %d bytes",
			path, KEY_LEAST, KEY_MOST);
		*why = reason;
		explicit_bzero(page, KEY_MOST + 1);
		munmap(page, KEY_MOST + 1);
		return false;
	}
	mprotect(page, KEY_MOST + 1, PROT_READ);
	if (key != NULL)
		munmap(key, KEY_MOST + 1);
	EVP_MAC_CTX_free(keyed);
	keyed = NULL;
	key = page;
	key_size = (size_t)size;
	return true;
}

/* HMAC with the key already taken in: looking the algorithm up and taking the
 * key in cost more than a short text does, so they are done once a process. */
static EVP_MAC_CTX *keyed_context(void)
{
	char name[] = "SHA256";
	const OSSL_PARAM parameters[] = {
		OSSL_PARAM_construct_utf8_string("digest", name, 0), OSSL_PARAM_construct_end()
	};
	EVP_MAC *algorithm = EVP_MAC_fetch(NULL, "HMAC", NULL);
	EVP_MAC_CTX *context = algorithm != NULL ? EVP_MAC_CTX_new(algorithm) : NULL;

	if (context == NULL || EVP_MAC_init(context, key, key_size, parameters) != 1)
		bug("libcrypto makes no HMAC");
	EVP_MAC_free(algorithm);
	return context;
}

void digest_sha1(const void *bytes, size_t size, unsigned char digest[SHA1_SIZE])
{
	if (EVP_Digest(bytes, size, digest, NULL, EVP_sha1(), NULL) != 1)
		bug("libcrypto makes no SHA-1");
}

void keyed_digest(const char *purpose, const char *text, unsigned char digest[DIGEST_SIZE])
{
	EVP_MAC_CTX *context;
	size_t size;

	if (key == NULL)
		bug("a keyed digest for '%s' was asked before the key was read", purpose);
	if (keyed == NULL)
		keyed = keyed_context();
	context = EVP_MAC_CTX_dup(keyed);
	if (context == NULL
		|| EVP_MAC_update(context, (const unsigned char *)purpose, strlen(purpose) + 1) != 1
		|| EVP_MAC_update(context, (const unsigned char *)text, strlen(text)) != 1
		|| EVP_MAC_final(context, digest, &size, DIGEST_SIZE) != 1)
		bug("libcrypto makes no HMAC");
	EVP_MAC_CTX_free(context);
}

const char *keyed_digest_hex(const void *memory, const char *purpose, const char *text)
{
	unsigned char digest[DIGEST_SIZE];

	keyed_digest(purpose, text, digest);
	return hex_of(memory, digest, sizeof digest);
}

void random_bytes(void *bytes, size_t size)
{
	unsigned char *to = bytes;

	while (size > 0) {
		const ssize_t got = getrandom(to, size, 0);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			bug("the kernel gives no random bytes: %s", strerror(errno));
		to += got;
		size -= (size_t)got;
	}
}

const char *random_token(const void *memory)
{
	unsigned char bytes[TOKEN_SIZE];
	const char *token;

	random_bytes(bytes, sizeof bytes);
	token = base64url_of(memory, bytes, sizeof bytes);
	explicit_bzero(bytes, sizeof bytes);
	return token;
}

/* Draws above the last whole multiple of `below` are thrown away; they would
 * make the small numbers likelier. */
uint32_t random_below(uint32_t below)
{
	uint32_t drawn;

	if (below == 0)
		bug("no number is below zero");
	const uint32_t end = UINT32_MAX - UINT32_MAX % below;

	do
		random_bytes(&drawn, sizeof drawn);
	while (drawn >= end);
	return drawn % below;
}
