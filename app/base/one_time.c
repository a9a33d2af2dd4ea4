/* One-time codes, by liboath. */
#include "base/one_time.h"

#include <stdlib.h>
#include <string.h>

#include <liboath/oath.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"

/* The code of one step; false when the secret is no base32. */
static bool code_at(const char *secret, int64_t step, char code[ONE_TIME_DIGITS + 1])
{
	char *bytes = NULL;
	size_t size = 0;
	int result = oath_base32_decode(secret, strlen(secret), &bytes, &size);

	if (result == OATH_OK)
		result = oath_hotp_generate(bytes, size, (uint64_t)step, ONE_TIME_DIGITS, false,
		    OATH_HOTP_DYNAMIC_TRUNCATION, code);
	if (bytes != NULL)
		explicit_bzero(bytes, size);
	free(bytes);
	if (result != OATH_OK)
		log_error("one-time code: %s", oath_strerror(result));
	return result == OATH_OK;
}

const char *one_time_secret(const void *memory, const unsigned char bytes[ONE_TIME_SECRET])
{
	char *base32 = NULL;
	const char *secret;

	if (oath_base32_encode((const char *)bytes, ONE_TIME_SECRET, &base32, NULL) != OATH_OK)
		bug("no memory for base32");
	secret = memory_text_of(memory, base32, strcspn(base32, "="));
	free(base32);
	return secret;
}

const char *one_time_groups(const void *memory, const char *secret)
{
	struct buffer groups;

	buffer_open(&groups, memory, 2 * strlen(secret));
	for (size_t i = 0; secret[i] != '\0'; i++)
		buffer_printf(&groups, i > 0 && i % 4 == 0 ? " %c" : "%c", secret[i]);
	return buffer_text(&groups);
}

/* Everything that is not certainly harmless in an address is encoded. */
static void add_encoded(struct buffer *address, const char *text)
{
	for (const char *c = text; *c != '\0'; c++) {
		const bool plain = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z')
		    || (*c >= '0' && *c <= '9') || strchr("-._~", *c) != NULL;

		buffer_printf(address, plain ? "%c" : "%%%02X", (unsigned char)*c);
	}
}

const char *one_time_address(const void *memory, const char *secret,
	const char *issuer, const char *account)
{
	struct buffer address;

	buffer_open(&address, memory, 2048);
	buffer_add(&address, "otpauth://totp/");
	add_encoded(&address, issuer);
	buffer_add(&address, ":");
	add_encoded(&address, account);
	buffer_printf(&address, "?secret=%s&issuer=", secret);
	add_encoded(&address, issuer);
	return buffer_text(&address);
}

const char *one_time_code(const void *memory, const char *secret, moment now)
{
	char code[ONE_TIME_DIGITS + 1] = "";

	code_at(secret, now / ONE_TIME_STEP, code);
	return memory_text(memory, code);
}

bool one_time_matches(const char *secret, const char *code, moment now, int64_t *step)
{
	const int64_t present = now / ONE_TIME_STEP;
	bool matches = false;

	for (int64_t at = present - ONE_TIME_DRIFT; at <= present + ONE_TIME_DRIFT; at++) {
		char right[ONE_TIME_DIGITS + 1];

		if (!code_at(secret, at, right) || !text_same_secret(right, code))
			continue;
		matches = true;
		*step = at;
	}
	return matches;
}
