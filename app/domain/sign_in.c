/* Signing in. */
#include "domain/sign_in.h"

#include <inttypes.h>
#include <string.h>

#include "base/mailbox.h"
#include "base/one_time.h"
#include "base/password.h"
#include "domain/attempt.h"
#include "domain/outbox.h"
#include "domain/recovery_code.h"

enum sign_in sign_in_by_password(struct work *w, const char *email, const char *password,
	const char *address, struct account *account)
{
	const char *block = attempt_block(w->memory, address);
	const char *mailbox = mailbox_key(w->memory, email);
	const bool allowed = attempt_allowed(w, ATTEMPT_PASSWORD_BLOCK, block)
	    && attempt_allowed(w, ATTEMPT_PASSWORD,
	        memory_printf(w->memory, "%s %s", mailbox, block))
	    && attempt_allowed(w, ATTEMPT_PASSWORD_ACCOUNT, mailbox);
	bool known;

	if (!allowed)
		return SIGN_IN_TOO_OFTEN;
	known = account_by_email(w, email, account);
	switch (password_check(known ? account->password : NULL, password)) {
	case PASSWORD_WRONG: return SIGN_IN_WRONG;
	case PASSWORD_BUSY:  return SIGN_IN_BUSY;
	case PASSWORD_RIGHT: break;
	}
	return account->disabled ? SIGN_IN_WRONG : SIGN_IN_RIGHT;
}

/* A code counts once: its time step has to be later than the last one's, and
 * of two at the same moment the database lets one through. */
static bool code_is_good(struct work *w, const struct account *account, const char *code)
{
	int64_t step;

	return one_time_matches(account->factor, code, w->now, &step)
	    && db_exec(w->db, SQL(
	        "UPDATE account SET factor_step = ? WHERE id = ? AND factor_step < ?"),
	        db_int(step), db_int(account->id), db_int(step)) == 1;
}

enum sign_in sign_in_by_code(struct work *w, int64_t account_id, const char *digits)
{
	struct account account;
	bool good;

	if (!attempt_allowed(w, ATTEMPT_CODE, memory_printf(w->memory, "%" PRId64, account_id))) {
		/* Kept, whatever becomes of this work: its end is a refusal. */
		outbox_notice(w, account_id, NOTICE_HALF_IN);
		db_keep(w->db);
		return SIGN_IN_TOO_OFTEN;
	}
	if (!account_by_id(w, account_id, &account) || account.disabled || account.factor == NULL)
		return SIGN_IN_WRONG;
	good = strlen(digits) == RECOVERY_CODE_DIGITS
	    ? recovery_code_use(w, account_id, digits)
	    : code_is_good(w, &account, digits);
	return good ? SIGN_IN_RIGHT : SIGN_IN_WRONG;
}
