/* One-time codes of an authenticator app: RFC 6238 with SHA-1, six digits,
 * thirty seconds, which is what all apps understand. */
#ifndef BELFRY_BASE_ONE_TIME_H
#define BELFRY_BASE_ONE_TIME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/moment.h"

enum one_time {
	ONE_TIME_SECRET = 20,   /* bytes */
	ONE_TIME_STEP   = 30,   /* seconds */
	ONE_TIME_DIGITS = 6,
	ONE_TIME_DRIFT  = 1,    /* steps that a clock may be early or late */
};

/* The secret as apps take it: base32, without padding. */
const char *one_time_secret(const void *memory, const unsigned char bytes[ONE_TIME_SECRET]);
/* In groups of four, for typing. */
const char *one_time_groups(const void *memory, const char *secret);
/* What the app's camera reads (otpauth). */
const char *one_time_address(const void *memory, const char *secret,
	const char *issuer, const char *account);

/* The code at this moment. */
const char *one_time_code(const void *memory, const char *secret, moment);
/* The code is right now or was a step ago or will be; `step` is which, so that
 * the caller can refuse one that was used. */
bool one_time_matches(const char *secret, const char *code, moment, int64_t *step);

#endif
