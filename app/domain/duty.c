/* Rows of duty. */
#include "domain/duty.h"

#include "base/mailbox.h"
#include "domain/event.h"

struct db_rows *duty_all(struct work *w)
{
	return db_query(w->db, SQL(
	    "SELECT duty.id, duty.account_id, person.name, duty.email, duty.since_at"
	    "  FROM duty"
	    "  LEFT JOIN account ON account.id = duty.account_id"
	    "  LEFT JOIN person ON person.id = account.person_id"
	    " WHERE duty.account_id IS NULL OR (account.disabled_at IS NULL AND EXISTS ("
	    "       SELECT 1 FROM account_role WHERE account_role.account_id = account.id"
	    "          AND account_role.role IN ('analyst', 'duty_lead', 'team_manager')))"
	    " ORDER BY duty.account_id IS NULL, person.name, duty.email LIMIT 100"));
}

bool duty_is(struct work *w, int64_t account_id)
{
	return db_number(w->db, SQL("SELECT COUNT(*) FROM duty WHERE account_id = ?"),
	    db_int(account_id)) > 0;
}

void duty_begin(struct work *w)
{
	if (db_try(w->db, SQL("INSERT INTO duty (account_id, since_at) VALUES (?, ?)"),
	    db_int(w->actor.account_id), db_moment(w->now)))
		event_write(w, "account", w->actor.account_id, "on_duty", NULL, NULL);
}

void duty_end(struct work *w)
{
	if (db_exec(w->db, SQL("DELETE FROM duty WHERE account_id = ?"),
	    db_int(w->actor.account_id)) == 1)
		event_write(w, "account", w->actor.account_id, "off_duty", NULL, NULL);
}

bool duty_add(struct work *w, const char *email)
{
	if (db_number(w->db, SQL("SELECT COUNT(*) FROM duty WHERE email IS NOT NULL")) >= DUTY_MOST
	    || !db_try(w->db, SQL("INSERT INTO duty (email, since_at) VALUES (?, ?)"),
	        db_text(mailbox_key(w->memory, email)), db_moment(w->now)))
		return false;
	event_write(w, "duty", db_number(w->db, SQL("SELECT LAST_INSERT_ID()")), "added", NULL, NULL);
	return true;
}

bool duty_remove(struct work *w, int64_t id)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT account_id FROM duty WHERE id = ? FOR UPDATE"), db_int(id));
	int64_t account_id;

	if (!db_next(row))
		return false;
	account_id = db_get_int(row, "account_id");
	db_exec(w->db, SQL("DELETE FROM duty WHERE id = ?"), db_int(id));
	if (account_id != 0)
		event_write(w, "account", account_id, "off_duty", NULL, NULL);
	else
		event_write(w, "duty", id, "removed", NULL, NULL);
	return true;
}
