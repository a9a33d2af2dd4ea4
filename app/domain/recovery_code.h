/* Recovery codes: ten one-time codes on paper, for a lost telephone. Sixteen
 * digits in four groups (53 bits, any keyboard). The database knows only their
 * digests; they are made from the session in which they were asked for, so that
 * the page that shows them can be opened again while it is fresh. */
#ifndef BELFRY_DOMAIN_RECOVERY_CODE_H
#define BELFRY_DOMAIN_RECOVERY_CODE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/work.h"

struct session;

enum recovery_code_limit {
	RECOVERY_CODES       = 10,
	RECOVERY_CODE_DIGITS = 16,
};

/* Ten new ones, shown in the session with this digest; older ones are void. */
void recovery_codes_make(struct work *, int64_t account_id, const char *session_digest);
/* The same when somebody asks for it: every session ends, this one goes on
 * under the token returned. NULL: the account has changed meanwhile. */
const char *recovery_codes_renew(struct work *, const struct session *, const char *agent);
/* Those made in this session, as they are read; NULL when the present ones were
 * made in another. */
const char **recovery_codes_shown(struct work *, int64_t account_id, const char *session_digest);
/* Uses one up; false when it is none or was used before. */
bool recovery_code_use(struct work *, int64_t account_id, const char *digits);
int64_t recovery_codes_left(struct work *, int64_t account_id);

#endif
