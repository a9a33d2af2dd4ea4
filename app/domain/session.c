/* Sessions: from a cookie's token to the person, and how they begin and end. */
#include "domain/session.h"

#include <string.h>

#include "base/digest.h"
#include "base/text.h"
#include "domain/account.h"
#include "domain/may.h"

enum {
	TOKEN_LENGTH  = 43,      /* random_token */
	AGENT         = 200,     /* characters */
	FORGET_ROWS   = 5000,
};

const char *session_digest(const void *memory, const char *token)
{
	return keyed_digest_hex(memory, "session", token);
}

static bool factor_is_due(uint32_t roles, bool has_factor)
{
	return has_factor || (roles & ROLES_SECOND_FACTOR) != 0;
}

/* A half session that ran out is nobody's: only a password was given in it. */
static enum session_state state_of(const struct session *session, bool ended)
{
	const bool half = session->factor_at == 0
	    && factor_is_due(session->actor.roles, session->has_factor);

	if (ended)
		return half ? SESSION_NONE : SESSION_EXPIRED;
	return half ? SESSION_HALF : SESSION_LIVE;
}

bool session_open(struct work *w, const char *token, struct session *session)
{
	struct db_rows *row;

	*session = (struct session){ .state = SESSION_NONE };
	if (token == NULL || strlen(token) != TOKEN_LENGTH)
		return false;
	row = db_query(w->db, SQL(
	    "SELECT session.id, session.digest, session.account_id, session.account_version,"
	    "       session.factor_at, session.seen_at, session.idle_seconds, session.ends_at,"
	    "       account.person_id, person.name,"
	    "       account.factor_set_at IS NOT NULL AS has_factor,"
	    "       (SELECT BIT_OR(role.bit) FROM account_role"
	    "          JOIN role ON role.name = account_role.role"
	    "         WHERE account_role.account_id = account.id) AS roles,"
	    "       (SELECT MIN(organisation_id) FROM membership"
	    "         WHERE membership.person_id = person.id) AS organisation_id"
	    "  FROM session"
	    "  JOIN account ON account.id = session.account_id"
	    "   AND account.version = session.account_version"
	    "   AND account.disabled_at IS NULL"
	    "  JOIN person ON person.id = account.person_id"
	    " WHERE session.digest = ? AND session.revoked_at IS NULL"),
	    db_text(session_digest(w->memory, token)));
	if (!db_next(row))
		return false;

	const moment idle_at = db_get_moment(row, "seen_at") + db_get_int(row, "idle_seconds");

	*session = (struct session){
		.id         = db_get_int(row, "id"),
		.version    = db_get_int(row, "account_version"),
		.digest     = db_get_text(row, "digest"),
		.has_factor = db_get_bool(row, "has_factor"),
		.factor_at  = db_get_moment(row, "factor_at"),
		.seen_at    = db_get_moment(row, "seen_at"),
		.actor = {
			.account_id      = db_get_int(row, "account_id"),
			.person_id       = db_get_int(row, "person_id"),
			.organisation_id = db_get_int(row, "organisation_id"),
			.roles           = (uint32_t)db_get_int(row, "roles"),
			.name            = db_get_text(row, "name"),
		},
	};
	session->state = state_of(session,
	    w->now >= idle_at || w->now >= db_get_moment(row, "ends_at"));
	return session->state == SESSION_LIVE;
}

void session_touch(struct db *db, const struct session *session)
{
	struct work *w = work_begin(db, false);

	if (session->seen_at + SESSION_TOUCH <= w->now)
		db_exec(w->db, SQL(
		    "UPDATE session JOIN account ON account.id = session.account_id"
		    "   SET session.seen_at = ?, account.seen_at = ?"
		    " WHERE session.id = ? AND session.seen_at < ?"),
		    db_moment(w->now), db_moment(w->now), db_int(session->id),
		    db_moment(w->now));
	/* Lost, it is made up for by the next request. */
	work_end(w, true);
}

/* How long it may be idle, and last in all. */
static void lengths_of(uint32_t roles, bool half, int64_t *idle, int64_t *all)
{
	const bool staff = (roles & ROLES_SECOND_FACTOR) != 0;

	*idle = half ? SESSION_HALF_ENDS : staff ? SESSION_STAFF_IDLE : SESSION_IDLE;
	*all  = half ? SESSION_HALF_ENDS : staff ? SESSION_STAFF_ENDS : SESSION_ENDS;
}

/* `version` is that of the account when the person was recognised: when it has
 * changed since, the session is dead from birth. */
static const char *add(struct work *w, const struct actor *actor, int64_t version, bool half,
	moment factor_at, const char *agent)
{
	const char *token = random_token(w->memory);
	int64_t idle, all;

	lengths_of(actor->roles, half, &idle, &all);
	db_insert(w->db, SQL(
	    "INSERT INTO session (digest, account_id, account_version, factor_at, agent,"
	    "                     created_at, seen_at, idle_seconds, ends_at)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
	    db_text(session_digest(w->memory, token)), db_int(actor->account_id),
	    db_int(version), db_moment(factor_at),
	    db_text(text_cut(w->memory, agent == NULL ? "" : agent, AGENT)),
	    db_moment(w->now), db_moment(w->now), db_int(idle), db_moment(w->now + all));
	if (!half)
		db_exec(w->db, SQL("UPDATE account SET seen_at = ? WHERE id = ?"),
		    db_moment(w->now), db_int(actor->account_id));
	return token;
}

const char *session_begin(struct work *w, const struct account *account, const char *agent)
{
	const struct actor actor = { .account_id = account->id, .roles = account->roles };

	return add(w, &actor, account->version,
	    factor_is_due(account->roles, account->factor != NULL), 0, agent);
}

static void end_one(struct work *w, int64_t id)
{
	db_exec(w->db, SQL("UPDATE session SET revoked_at = ? WHERE id = ?"),
	    db_moment(w->now), db_int(id));
}

const char *session_factor_given(struct work *w, const struct session *old, const char *agent)
{
	end_one(w, old->id);
	return add(w, &old->actor, old->version, false, w->now, agent);
}

const char *session_renew(struct work *w, const struct session *old, const char *agent)
{
	return add(w, &old->actor, old->version + 1, false, old->factor_at, agent);
}

const char *session_factor_set(struct work *w, const struct session *old, const char *agent)
{
	return add(w, &old->actor, old->version + 1, false, w->now, agent);
}

bool session_is_fresh(const struct work *w, const struct session *session)
{
	return session->state == SESSION_LIVE && session->factor_at != 0
	    && w->now < session->factor_at + SESSION_FRESH;
}

void session_end(struct work *w, const char *token)
{
	if (token != NULL)
		db_exec(w->db, SQL(
		    "UPDATE session SET revoked_at = ? WHERE digest = ? AND revoked_at IS NULL"),
		    db_moment(w->now), db_text(session_digest(w->memory, token)));
}

struct db_rows *sessions_of(struct work *w, int64_t account_id, const char *current_digest)
{
	return db_query(w->db, SQL(
	    "SELECT session.id, session.agent, session.created_at, session.seen_at,"
	    "       session.digest = ? AS current"
	    "  FROM session JOIN account ON account.id = session.account_id"
	    "   AND account.version = session.account_version"
	    " WHERE session.account_id = ? AND session.ends_at > ?"
	    "   AND session.revoked_at IS NULL"
	    "   AND session.seen_at + INTERVAL session.idle_seconds SECOND > ?"
	    " ORDER BY current DESC, session.seen_at DESC, session.id DESC LIMIT 50"),
	    db_text(current_digest), db_int(account_id), db_moment(w->now), db_moment(w->now));
}

bool session_revoke(struct work *w, int64_t account_id, int64_t session_id)
{
	return db_exec(w->db, SQL(
	    "UPDATE session SET revoked_at = ?"
	    " WHERE id = ? AND account_id = ? AND revoked_at IS NULL"),
	    db_moment(w->now), db_int(session_id), db_int(account_id)) == 1;
}

void sessions_revoke_others(struct work *w, int64_t account_id, const char *current_digest)
{
	db_exec(w->db, SQL(
	    "UPDATE session SET revoked_at = ?"
	    " WHERE account_id = ? AND digest <> ? AND revoked_at IS NULL AND ends_at > ?"),
	    db_moment(w->now), db_int(account_id), db_text(current_digest), db_moment(w->now));
}

void sessions_forget(struct work *w)
{
	db_exec(w->db, SQL("DELETE FROM session WHERE ends_at < ? LIMIT ?"),
	    db_moment(w->now - SESSION_REMEMBERED), db_int(FORGET_ROWS));
}
