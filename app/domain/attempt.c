/* Tries, counted before they are made. */
#include "domain/attempt.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

#include "base/digest.h"

/* Windows are fixed, so that one row counts one window. An address is closed
 * first for the network that tries: whoever guesses from one does not shut the
 * owner out who comes from another. */
static const struct limit {
	const char *name;
	int64_t most;
	int64_t seconds;
} limits[] = {
	[ATTEMPT_PASSWORD]       = { "password",       10, 15 * MINUTE },
	[ATTEMPT_PASSWORD_ACCOUNT] = { "password account", 100, 15 * MINUTE },
	[ATTEMPT_PASSWORD_BLOCK] = { "password block", 50, 15 * MINUTE },
	[ATTEMPT_OLD_PASSWORD]   = { "old password",   10, 15 * MINUTE },
	[ATTEMPT_CODE]           = { "code",            5,  5 * MINUTE },
	[ATTEMPT_RESET]          = { "reset",           3,  1 * HOUR   },
	[ATTEMPT_RESET_BLOCK]    = { "reset block",    30,  1 * HOUR   },
};

enum { FORGET_ROWS = 5000 };

bool attempt_allowed(struct work *w, enum attempt attempt, const char *subject)
{
	const struct limit *limit = &limits[attempt];
	const moment window = w->now - w->now % limit->seconds;
	const char *digest = keyed_digest_hex(w->memory,
	    memory_printf(w->memory, "attempt %s", limit->name), subject);
	int64_t count;

	db_exec(w->db, SQL(
	    "INSERT INTO attempt (subject, window_at, count) VALUES (?, ?, 1)"
	    " ON DUPLICATE KEY UPDATE count = count + 1"),
	    db_text(digest), db_moment(window));
	/* The row is ours until the commit, so nobody else gets this number. */
	count = db_number(w->db, SQL(
	    "SELECT count FROM attempt WHERE subject = ? AND window_at = ?"),
	    db_text(digest), db_moment(window));
	return db_keep(w->db) && count <= limit->most;
}

const char *attempt_block(const void *memory, const char *address)
{
	struct in6_addr six;
	struct in_addr four;
	char text[INET6_ADDRSTRLEN];

	if (address == NULL)
		return "";
	if (inet_pton(AF_INET6, address, &six) == 1) {
		if (!IN6_IS_ADDR_V4MAPPED(&six)) {
			memset(six.s6_addr + 8, 0, 8);
			return memory_printf(memory, "%s/64",
			    inet_ntop(AF_INET6, &six, text, sizeof text));
		}
		memcpy(&four, six.s6_addr + 12, 4);
	} else if (inet_pton(AF_INET, address, &four) != 1) {
		return address;
	}
	four.s_addr &= htonl(0xffffff00);
	return memory_printf(memory, "%s/24", inet_ntop(AF_INET, &four, text, sizeof text));
}

void attempts_forget(struct work *w)
{
	db_exec(w->db, SQL("DELETE FROM attempt WHERE window_at < ? LIMIT ?"),
	    db_moment(w->now - DAY), db_int(FORGET_ROWS));
}
