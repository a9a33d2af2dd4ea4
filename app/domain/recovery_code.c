/* Recovery codes: made, shown, used up. */
#include "domain/recovery_code.h"

#include <inttypes.h>
#include <string.h>

#include "base/digest.h"
#include "domain/event.h"
#include "domain/outbox.h"
#include "domain/session.h"

static const uint64_t below = 10000000000000000;   /* sixteen digits */

static const char *digits_of(struct work *w, const char *session_digest, int number)
{
	unsigned char digest[DIGEST_SIZE];
	uint64_t value;

	keyed_digest("recovery code of session",
	    memory_printf(w->memory, "%s %d", session_digest, number), digest);
	memcpy(&value, digest, sizeof value);
	return memory_printf(w->memory, "%016" PRIu64, value % below);
}

static const char *kept_as(struct work *w, int64_t account_id, const char *digits)
{
	return keyed_digest_hex(w->memory, "recovery code",
	    memory_printf(w->memory, "%" PRId64 " %s", account_id, digits));
}

void recovery_codes_make(struct work *w, int64_t account_id, const char *session_digest)
{
	db_exec(w->db, SQL("DELETE FROM recovery_code WHERE account_id = ?"), db_int(account_id));
	for (int number = 0; number < RECOVERY_CODES; number++)
		db_exec(w->db, SQL("INSERT INTO recovery_code (account_id, digest) VALUES (?, ?)"),
		    db_int(account_id),
		    db_text(kept_as(w, account_id, digits_of(w, session_digest, number))));
}

const char *recovery_codes_renew(struct work *w, const struct session *session, const char *agent)
{
	const int64_t id = session->actor.account_id;
	const char *token;

	if (db_exec(w->db, SQL(
	    "UPDATE account SET version = version + 1 WHERE id = ? AND version = ?"),
	    db_int(id), db_int(session->version)) != 1)
		return NULL;
	token = session_renew(w, session, agent);
	recovery_codes_make(w, id, session_digest(w->memory, token));
	event_write(w, "account", id, "recovery_codes", NULL, NULL);
	outbox_notice(w, id, NOTICE_FACTOR);
	return token;
}

const char **recovery_codes_shown(struct work *w, int64_t account_id, const char *session_digest)
{
	const char **codes = memory_array(w->memory, const char *, RECOVERY_CODES);

	for (int number = 0; number < RECOVERY_CODES; number++) {
		const char *digits = digits_of(w, session_digest, number);

		if (db_number(w->db, SQL(
		    "SELECT 1 FROM recovery_code WHERE account_id = ? AND digest = ?"),
		    db_int(account_id), db_text(kept_as(w, account_id, digits))) != 1)
			return NULL;
		codes[number] = memory_printf(w->memory, "%.4s %.4s %.4s %.4s",
		    digits, digits + 4, digits + 8, digits + 12);
	}
	return codes;
}

bool recovery_code_use(struct work *w, int64_t account_id, const char *digits)
{
	return db_exec(w->db, SQL(
	    "UPDATE recovery_code SET used_at = ?"
	    " WHERE account_id = ? AND digest = ? AND used_at IS NULL"),
	    db_moment(w->now), db_int(account_id),
	    db_text(kept_as(w, account_id, digits))) == 1;
}

int64_t recovery_codes_left(struct work *w, int64_t account_id)
{
	return db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM recovery_code WHERE account_id = ? AND used_at IS NULL"),
	    db_int(account_id));
}
