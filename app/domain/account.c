/* Accounts: who they are, what they may, whether they are open. */
#include "domain/account.h"

#include <string.h>

#include "base/mailbox.h"
#include "domain/event.h"
#include "domain/outbox.h"
#include "domain/person.h"

static bool read_account(struct db_rows *row, struct account *account)
{
	if (!db_next(row))
		return false;
	*account = (struct account){
		.id        = db_get_int(row, "id"),
		.person_id = db_get_int(row, "person_id"),
		.name      = db_get_text(row, "name"),
		.email     = db_get_text(row, "email"),
		.password  = db_get_text(row, "password"),
		.factor    = db_get_text(row, "factor"),
		.roles     = (uint32_t)db_get_int(row, "roles"),
		.version   = db_get_int(row, "version"),
		.disabled  = db_get_bool(row, "disabled"),
	};
	return true;
}

/* A factor counts when a code of it has confirmed it. */
#define SELECT_ACCOUNT \
	"SELECT account.id, account.person_id, person.name, account.email," \
	"       account.password," \
	"       IF(account.factor_set_at IS NULL, NULL, account.factor) AS factor," \
	"       (SELECT BIT_OR(role.bit) FROM account_role" \
	"          JOIN role ON role.name = account_role.role" \
	"         WHERE account_role.account_id = account.id) AS roles," \
	"       account.version, account.disabled_at IS NOT NULL AS disabled" \
	"  FROM account JOIN person ON person.id = account.person_id"

bool account_by_id(struct work *w, int64_t id, struct account *account)
{
	return read_account(db_query(w->db, SQL(
	    SELECT_ACCOUNT " WHERE account.id = ?"), db_int(id)), account);
}

bool account_by_email(struct work *w, const char *email, struct account *account)
{
	return read_account(db_query(w->db, SQL(
	    SELECT_ACCOUNT " WHERE account.email_key = ?"),
	    db_text(mailbox_key(w->memory, email))), account);
}

struct db_rows *accounts_after(struct work *w, int64_t id)
{
	return db_query(w->db, SQL(
	    "SELECT account.id, person.name, account.email,"
	    "       (SELECT GROUP_CONCAT(role.name ORDER BY role.position) FROM account_role"
	    "          JOIN role ON role.name = account_role.role"
	    "         WHERE account_role.account_id = account.id) AS roles,"
	    "       account.disabled_at IS NOT NULL AS disabled,"
	    "       account.password IS NULL AS invited,"
	    "       account.factor_set_at IS NOT NULL AS has_factor,"
	    "       account.seen_at AS last_seen_at,"
	    "       (SELECT IF(event.action = 'password_asked', event.at, NULL) FROM event"
	    "         WHERE event.object = 'account' AND event.object_id = account.id"
	    "           AND event.action IN ('password_asked', 'password')"
	    "         ORDER BY event.id DESC LIMIT 1) AS asked_at"
	    "  FROM account JOIN person ON person.id = account.person_id"
	    " WHERE account.id > ? ORDER BY account.id LIMIT ?"),
	    db_int(id), db_int(ACCOUNT_PAGE + 1));
}

uint32_t roles_named(struct work *w, const char *names)
{
	return (uint32_t)db_number(w->db, SQL(
	    "SELECT BIT_OR(bit) FROM role WHERE FIND_IN_SET(name, ?) > 0"),
	    db_text(names == NULL ? "" : names));
}

static void add_roles(struct work *w, int64_t id, uint32_t roles)
{
	db_exec(w->db, SQL(
	    "INSERT INTO account_role (account_id, role)"
	    " SELECT ?, name FROM role WHERE bit & ? <> 0"),
	    db_int(id), db_int(roles));
}

/* Roles as an event keeps them: the sum of their bits. */
static const char *roles_value(struct work *w, uint32_t roles)
{
	return memory_printf(w->memory, "%u", roles);
}

bool account_add(struct work *w, const char *name, const char *email, uint32_t roles,
	struct account *account)
{
	int64_t person_id = person_add(w, name, "en");

	if (!db_try(w->db, SQL(
	    "INSERT INTO account (person_id, email, email_key, created_at) VALUES (?, ?, ?, ?)"),
	    db_int(person_id), db_text(email), db_text(mailbox_key(w->memory, email)),
	    db_moment(w->now)))
		return false;
	if (!account_by_email(w, email, account))
		return false;
	add_roles(w, account->id, roles);
	account->roles = roles;
	event_write(w, "account", account->id, "added", NULL, roles_value(w, roles));
	return true;
}

/* Locks the account that is to be changed. */
static enum account_change begin_change(struct work *w, int64_t id)
{
	if (id == w->actor.account_id)
		return ACCOUNT_OWN;
	if (id == 0 || db_number(w->db, SQL("SELECT id FROM account WHERE id = ? FOR UPDATE"),
	    db_int(id)) != id)
		return ACCOUNT_UNKNOWN;
	return ACCOUNT_CHANGED;
}

enum account_change account_disable(struct work *w, int64_t id)
{
	enum account_change change = begin_change(w, id);

	if (change == ACCOUNT_CHANGED && db_exec(w->db, SQL(
	    "UPDATE account SET disabled_at = ?, version = version + 1"
	    " WHERE id = ? AND disabled_at IS NULL"),
	    db_moment(w->now), db_int(id)) == 1)
		event_write(w, "account", id, "disabled", NULL, NULL);
	return change;
}

enum account_change account_enable(struct work *w, int64_t id)
{
	enum account_change change = begin_change(w, id);

	if (change == ACCOUNT_CHANGED && db_exec(w->db, SQL(
	    "UPDATE account SET disabled_at = NULL, version = version + 1"
	    " WHERE id = ? AND disabled_at IS NOT NULL"),
	    db_int(id)) == 1)
		event_write(w, "account", id, "enabled", NULL, NULL);
	return change;
}

enum account_change account_give_roles(struct work *w, int64_t id, uint32_t roles)
{
	enum account_change change = begin_change(w, id);
	struct account before;

	if (change != ACCOUNT_CHANGED || !account_by_id(w, id, &before)
	    || before.roles == roles)
		return change;
	db_exec(w->db, SQL("DELETE FROM account_role WHERE account_id = ?"), db_int(id));
	add_roles(w, id, roles);
	db_exec(w->db, SQL("UPDATE account SET version = version + 1 WHERE id = ?"), db_int(id));
	event_write(w, "account", id, "roles", roles_value(w, before.roles),
	    roles_value(w, roles));
	outbox_notice(w, id, NOTICE_ROLES);
	return change;
}

enum account_change account_forget_factor(struct work *w, int64_t id)
{
	enum account_change change = begin_change(w, id);

	if (change != ACCOUNT_CHANGED || db_exec(w->db, SQL(
	    "UPDATE account SET factor = NULL, factor_set_at = NULL, version = version + 1"
	    " WHERE id = ? AND factor_set_at IS NOT NULL"),
	    db_int(id)) != 1)
		return change;
	db_exec(w->db, SQL("DELETE FROM recovery_code WHERE account_id = ?"), db_int(id));
	event_write(w, "account", id, "factor_forgotten", NULL, NULL);
	outbox_notice(w, id, NOTICE_FACTOR);
	return change;
}

void account_ask_password(struct work *w, const char *email)
{
	/* Written for nobody too (0): the time that a commit takes tells nothing. */
	db_exec(w->db, SQL(
	    "INSERT INTO event (at, account_id, object, object_id, action)"
	    " VALUES (?, NULL, 'account', COALESCE((SELECT id FROM account"
	    "  WHERE email_key = ? AND disabled_at IS NULL), 0), 'password_asked')"),
	    db_moment(w->now), db_text(mailbox_key(w->memory, email)));
}
