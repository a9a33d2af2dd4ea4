/* Somebody signed in somewhere. The cookie holds a token, the database only
 * its keyed digest. */
#ifndef BELFRY_DOMAIN_SESSION_H
#define BELFRY_DOMAIN_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/work.h"

enum session_state {
	SESSION_NONE,      /* no such session, or it was ended */
	SESSION_EXPIRED,   /* nobody used it for too long; whose it was is known */
	SESSION_HALF,      /* password given, second factor still to come */
	SESSION_LIVE,
};

enum session_limit {
	SESSION_STAFF_IDLE   = 30 * MINUTE,
	SESSION_STAFF_ENDS   = 12 * HOUR,
	SESSION_IDLE         = 2 * HOUR,
	SESSION_ENDS         = 24 * HOUR,
	SESSION_HALF_ENDS    = 15 * MINUTE,  /* to find the telephone, or to set it up */
	SESSION_FRESH        = 15 * MINUTE,  /* since the second factor: may change factors */
	SESSION_TOUCH        = 1 * MINUTE,   /* how exactly the last use is known */
	SESSION_REMEMBERED   = 7 * DAY,      /* after its end, so that a late form finds its owner */
};

struct account;

struct session {
	enum session_state state;
	int64_t id;
	int64_t version;          /* of the account, when it began */
	const char *digest;       /* NULL with SESSION_NONE */
	struct actor actor;       /* whose it is; it acts only when LIVE */
	bool has_factor;          /* a second factor is set up */
	moment factor_at;         /* when it was given; 0: not */
	moment seen_at;
};

/* The session of a cookie's token (NULL: none). True when it is LIVE. One
 * query; anything that changed the account since has ended it. */
bool session_open(struct work *, const char *token, struct session *);

/* Remembers that it was used just now, at most once a minute, in a small work
 * of its own: not while another one is open on this connection. */
void session_touch(struct db *, const struct session *);

/* After the password: a session of this account, HALF where a second factor is
 * due. Returns the token for the cookie. */
const char *session_begin(struct work *, const struct account *, const char *agent);
/* After the second factor: a new session with a new token; the old one ends. */
const char *session_factor_given(struct work *, const struct session *, const char *agent);
/* After its own person changed the password or the factor, which ended every
 * session of the account: this one goes on under a new token. The account's
 * version has risen by one. */
const char *session_renew(struct work *, const struct session *, const char *agent);
/* After the second factor was set up: renewed, with the factor given. */
const char *session_factor_set(struct work *, const struct session *, const char *agent);

/* What the database knows of a token. */
const char *session_digest(const void *memory, const char *token);

/* The second factor was given so lately that factors may be changed. */
bool session_is_fresh(const struct work *, const struct session *);

void session_end(struct work *, const char *token);
/* id, agent, created_at, seen_at, current; the present one first. */
struct db_rows *sessions_of(struct work *, int64_t account_id, const char *current_digest);
/* False when it is not a session of this account. */
bool session_revoke(struct work *, int64_t account_id, int64_t session_id);
void sessions_revoke_others(struct work *, int64_t account_id, const char *current_digest);

/* Removes what ended long ago; for the timetable. */
void sessions_forget(struct work *);

#endif
