/* Invitations and ways to a new password. */
#include "domain/credential_link.h"

#include "base/digest.h"
#include "domain/event.h"
#include "domain/outbox.h"

enum { FORGET_ROWS = 1000 };

/* The kind in the database, and the first part of the address. */
const char *link_place(enum link_kind kind)
{
	switch (kind) {
	case LINK_INVITE:   return "invite";
	case LINK_PASSWORD: return "password";
	}
	return NULL;
}

static const char *digest_of(struct work *w, const char *token)
{
	return keyed_digest_hex(w->memory, "credential link", token);
}

enum link_kind link_kind_for(const struct account *account)
{
	return account->password == NULL ? LINK_INVITE : LINK_PASSWORD;
}

const char *link_make(struct work *w, enum link_kind kind, const struct account *account)
{
	const char *token = random_token(w->memory);

	db_exec(w->db, SQL(
	    "UPDATE credential_link SET ends_at = ?"
	    " WHERE account_id = ? AND used_at IS NULL AND ends_at > ?"),
	    db_moment(w->now), db_int(account->id), db_moment(w->now));
	db_exec(w->db, SQL(
	    "INSERT INTO credential_link"
	    " (digest, kind, account_id, account_version, created_at, ends_at)"
	    " VALUES (?, ?, ?, ?, ?, ?)"),
	    db_text(digest_of(w, token)), db_text(link_place(kind)), db_int(account->id),
	    db_int(account->version), db_moment(w->now), db_moment(w->now + LINK_ENDS));
	event_write(w, "account", account->id, "link", NULL, link_place(kind));
	return token;
}

/* The row of the outbox says whose; where there is none, no statement finds
 * anything. */
bool link_mail(struct work *w, const char *email)
{
	const char *message_id = outbox_link(w, email, w->now + LINK_ENDS);
	int64_t made;

	db_exec(w->db, SQL(
	    "UPDATE credential_link JOIN outbox ON outbox.account_id = credential_link.account_id"
	    "   SET credential_link.ends_at = ?"
	    " WHERE outbox.message_id = ? AND credential_link.used_at IS NULL"
	    "   AND credential_link.ends_at > ?"),
	    db_moment(w->now), db_text(message_id), db_moment(w->now));
	made = db_exec(w->db, SQL(
	    "INSERT INTO credential_link"
	    " (digest, kind, account_id, account_version, created_at, ends_at)"
	    " SELECT ?, outbox.kind, account.id, account.version, outbox.made_at, outbox.ends_at"
	    "   FROM outbox JOIN account ON account.id = outbox.account_id"
	    "  WHERE outbox.message_id = ?"),
	    db_text(digest_of(w, outbox_token(w->memory, message_id))), db_text(message_id));
	db_exec(w->db, SQL(
	    "INSERT INTO event (at, account_id, object, object_id, action, to_value)"
	    " SELECT ?, ?, 'account', account_id, 'link', kind FROM outbox WHERE message_id = ?"),
	    db_moment(w->now), db_id(w->actor.account_id), db_text(message_id));
	return made == 1;
}

bool link_open(struct work *w, enum link_kind kind, const char *token, struct account *account)
{
	const int64_t id = db_number(w->db, SQL(
	    "SELECT account.id FROM credential_link"
	    "  JOIN account ON account.id = credential_link.account_id"
	    "   AND account.version = credential_link.account_version"
	    "   AND account.disabled_at IS NULL"
	    " WHERE credential_link.digest = ? AND credential_link.kind = ?"
	    "   AND credential_link.used_at IS NULL AND credential_link.ends_at > ?"),
	    db_text(digest_of(w, token)), db_text(link_place(kind)), db_moment(w->now));

	return id != 0 && account_by_id(w, id, account);
}

enum password_choice link_use(struct work *w, enum link_kind kind, const char *token,
	const char *password, struct account *account)
{
	enum password_choice choice;

	if (!link_open(w, kind, token, account))
		return CHOICE_DEAD;
	choice = password_judge(w, account, password);
	if (choice != CHOICE_SAVED)
		return choice;
	/* Of several at the same moment, one changes the row. */
	if (db_exec(w->db, SQL(
	    "UPDATE credential_link SET used_at = ? WHERE digest = ? AND used_at IS NULL"),
	    db_moment(w->now), db_text(digest_of(w, token))) != 1)
		return CHOICE_DEAD;
	w->actor.account_id = account->id;
	choice = password_replace(w, account, password);
	if (choice == CHOICE_SAVED && !account_by_id(w, account->id, account))
		return CHOICE_DEAD;
	return choice;
}

void links_forget(struct work *w)
{
	db_exec(w->db, SQL("DELETE FROM credential_link WHERE ends_at < ? LIMIT ?"),
	    db_moment(w->now - DAY), db_int(FORGET_ROWS));
}
