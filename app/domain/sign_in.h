/* Signing in: the password, then the second factor. Every try is counted before
 * it is made; who has no account here is told the same, after the same work. */
#ifndef BELFRY_DOMAIN_SIGN_IN_H
#define BELFRY_DOMAIN_SIGN_IN_H

#include <stdint.h>

#include "base/work.h"
#include "domain/account.h"

enum sign_in {
	SIGN_IN_WRONG,
	SIGN_IN_TOO_OFTEN,   /* wait some minutes */
	SIGN_IN_BUSY,        /* too many people are signing in at this moment */
	SIGN_IN_RIGHT,
};

/* `address` is the client's. `account` is filled when it is right. */
enum sign_in sign_in_by_password(struct work *, const char *email, const char *password,
	const char *address, struct account *account);

/* Six digits of the app, or sixteen of a recovery code. Each is good once. */
enum sign_in sign_in_by_code(struct work *, int64_t account_id, const char *digits);

#endif
