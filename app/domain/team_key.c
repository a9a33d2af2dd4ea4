/* The team's keys. */
#include "domain/team_key.h"

#include "base/digest.h"
#include "base/text.h"
#include "domain/event.h"
#include "domain/team.h"

#define KEYS \
	"SELECT id, state, fingerprint, algorithm, owner, refused, made_at AS read_made_at," \
	"       expires_at AS read_expires_at, added_at FROM team_key"

/* It is shown, and can be used at that moment. */
#define GOOD " removed_at IS NULL AND state = 'good' AND (expires_at IS NULL OR expires_at > ?)"

struct db_rows *team_keys(struct work *w)
{
	return db_query(w->db, SQL(
	    KEYS " WHERE removed_at IS NULL ORDER BY id LIMIT 10"));
}

struct db_rows *team_keys_good(struct work *w)
{
	return db_query(w->db, SQL(
	    KEYS " WHERE" GOOD " ORDER BY id LIMIT 10"),
	    db_moment(w->now));
}

bool team_key_add(struct work *w, const char *armored)
{
	int64_t id;

	if (db_number(w->db, SQL("SELECT COUNT(*) FROM team_key WHERE removed_at IS NULL"))
	    >= TEAM_KEYS)
		return false;
	id = db_insert(w->db, SQL(
	    "INSERT INTO team_key (armored, added_at) VALUES (?, ?)"),
	    db_text(armored), db_moment(w->now));
	event_write(w, "team_key", id, "added", NULL, NULL);
	team_changed(w);
	return true;
}

bool team_key_remove(struct work *w, int64_t id)
{
	if (db_exec(w->db, SQL(
	    "UPDATE team_key SET removed_at = ? WHERE id = ? AND removed_at IS NULL"),
	    db_moment(w->now), db_int(id)) == 0)
		return false;
	event_write(w, "team_key", id, "removed", NULL, NULL);
	team_changed(w);
	return true;
}

bool team_key_unread(struct work *w, int64_t *id, const char **armored)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT id, armored FROM team_key WHERE state = 'arrived' AND removed_at IS NULL"
	    " ORDER BY id LIMIT 1"));

	if (!db_next(row))
		return false;
	*id = db_get_int(row, "id");
	*armored = db_get_text(row, "armored");
	return true;
}

/* All that are shown with this fingerprint, but one. */
static void take_away(struct work *w, const char *fingerprint, int64_t but, const char *why)
{
	struct db_rows *rows = db_query(w->db, SQL(
	    "SELECT id FROM team_key WHERE fingerprint = ? AND id <> ? AND removed_at IS NULL LIMIT 10"),
	    db_text(fingerprint), db_int(but));

	while (db_next(rows)) {
		db_exec(w->db, SQL("UPDATE team_key SET removed_at = ? WHERE id = ?"), db_moment(w->now),
		    db_int(db_get_int(rows, "id")));
		event_write(w, "team_key", db_get_int(rows, "id"), why, NULL, NULL);
	}
}

void team_key_read(struct work *w, int64_t id, const struct team_key_facts *key)
{
	/* The same key again, with another date perhaps, takes the place of the one before. */
	take_away(w, key->fingerprint, id, "replaced");
	db_exec(w->db, SQL(
	    "UPDATE team_key SET state = 'good', armored = ?, bytes = ?, fingerprint = ?,"
	    "       algorithm = ?, owner = ?, made_at = ?, expires_at = ?, encrypts = ?, sha256 = ?"
	    " WHERE id = ? AND state = 'arrived'"),
	    db_text(key->armored), db_bytes(key->bytes, key->size), db_text(key->fingerprint),
	    db_text(key->algorithm), db_text(key->owner), db_moment(key->made_at),
	    db_moment(key->expires_at), db_int(key->encrypts),
	    db_text(digest_hex(w->memory, key->bytes, key->size)), db_int(id));
	event_write(w, "team_key", id, "read", "arrived", "good");
	team_changed(w);
}

void team_key_address(struct work *w, int64_t id, const char *address, const char *hash)
{
	db_exec(w->db, SQL(
	    "INSERT INTO team_key_address (key_id, address, hash) VALUES (?, ?, ?)"
	    " ON DUPLICATE KEY UPDATE hash = VALUES(hash)"),
	    db_int(id), db_text(address), db_text(hash));
}

void team_key_refuse(struct work *w, int64_t id, const char *why)
{
	db_exec(w->db, SQL(
	    "UPDATE team_key SET state = 'refused', refused = ?, armored = '' WHERE id = ?"),
	    db_text(why), db_int(id));
	event_write(w, "team_key", id, "read", "arrived", "refused");
	team_changed(w);
}

void team_key_revoked(struct work *w, const char *fingerprint)
{
	take_away(w, fingerprint, 0, "revoked");
	team_changed(w);
}

bool team_key_is_known(struct work *w, const char *fingerprint, const void *bytes, size_t size)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT sha256, removed_at FROM team_key WHERE fingerprint = ? ORDER BY id DESC LIMIT 1"),
	    db_text(fingerprint));

	/* One that was just added is not read yet, and has no fingerprint. */
	if (db_number(w->db, SQL("SELECT EXISTS (SELECT 1 FROM team_key WHERE state = 'arrived'"
	    " AND removed_at IS NULL)")) != 0)
		return true;
	return db_next(row) && (db_get_text(row, "removed_at") != NULL
	    || text_is(db_get_text(row, "sha256"), digest_hex(w->memory, bytes, size)));
}

bool team_signs(struct work *w, const struct settings *settings)
{
	return !text_is_empty(settings->signing_folder) && db_row_count(team_keys_good(w)) > 0;
}

bool team_key_is_good(struct work *w, const char *fingerprint)
{
	return db_number(w->db, SQL(
	    "SELECT EXISTS (SELECT 1 FROM team_key WHERE" GOOD " AND fingerprint = ?)"),
	    db_moment(w->now), db_text(fingerprint)) != 0;
}

bool team_key_encrypts(struct work *w)
{
	return db_number(w->db, SQL(
	    "SELECT EXISTS (SELECT 1 FROM team_key WHERE" GOOD " AND encrypts)"),
	    db_moment(w->now)) != 0;
}

bool team_key_expires(struct work *w)
{
	return db_number(w->db, SQL(
	    "SELECT EXISTS (SELECT 1 FROM team_key WHERE removed_at IS NULL AND state = 'good'"
	    "               AND expires_at < ?)"),
	    db_moment(w->now + TEAM_KEY_SOON_DAYS * DAY)) != 0;
}

const char *team_keys_armored(struct work *w)
{
	struct db_rows *rows = db_query(w->db, SQL("CALL team_keys_shown(?)"), db_moment(w->now));
	struct buffer all;

	buffer_open(&all, w->memory, (size_t)TEAM_KEYS * TEAM_KEY_TEXT * 4);
	while (db_next(rows))
		buffer_add(&all, db_get_text(rows, "armored"));
	return all.size > 0 ? buffer_text(&all) : NULL;
}

bool team_key_is_shown(struct work *w, const char *fingerprint)
{
	struct db_rows *rows = db_query(w->db, SQL("CALL team_keys_shown(?)"), db_moment(w->now));

	while (db_next(rows))
		if (text_is(db_get_text(rows, "fingerprint"), fingerprint))
			return true;
	return false;
}

const void *team_key_by_hash(struct work *w, const char *hash, size_t *size)
{
	struct db_rows *row = db_query(w->db, SQL("CALL team_key_of_address(?, ?)"), db_text(hash),
	    db_moment(w->now));

	return db_next(row) ? db_get_bytes(row, "bytes", size) : NULL;
}
