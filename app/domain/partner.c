/* Keeping the list of partners. */
#include "domain/partner.h"

#include "base/text.h"
#include "domain/event.h"
#include "domain/team.h"

struct db_rows *partners(struct work *w, int64_t after, const char *language, const char *first)
{
	return db_query(w->db, SQL(
	    "SELECT partner.id, partner.name, partner.kind, partner.url,"
	    "       (SELECT value FROM partner_text"
	    "         WHERE partner_id = partner.id AND language IN (?, ?, 'en')"
	    "         ORDER BY language = ? DESC, language = ? DESC LIMIT 1) AS wording"
	    "  FROM partner LEFT JOIN partner AS last ON last.id = ?"
	    " WHERE last.id IS NULL OR partner.kind + 0 > last.kind + 0"
	    "    OR (partner.kind = last.kind AND (partner.name > last.name"
	    "       OR (partner.name = last.name AND partner.id > last.id)))"
	    " ORDER BY partner.kind, partner.name, partner.id LIMIT 51"),
	    db_text(language), db_text(first), db_text(language), db_text(first), db_int(after));
}

bool partner_by_id(struct work *w, int64_t id, struct partner *partner)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT name, kind, url, version FROM partner WHERE id = ?"), db_int(id));

	if (!db_next(row))
		return false;
	*partner = (struct partner){ id, db_get_text(row, "name"), db_get_text(row, "kind"),
		db_get_text(row, "url"), db_get_int(row, "version") };
	return true;
}

struct db_rows *partner_wordings(struct work *w, int64_t id)
{
	return db_query(w->db, SQL(
	    "SELECT language, value FROM partner_text WHERE partner_id = ?"), db_int(id));
}

static void save_wordings(struct work *w, int64_t id, const struct wording *wordings, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (text_is_empty(wordings[i].value))
			db_exec(w->db, SQL("DELETE FROM partner_text WHERE partner_id = ? AND language = ?"),
			    db_int(id), db_text(wordings[i].language));
		else
			db_exec(w->db, SQL(
			    "INSERT INTO partner_text (partner_id, language, value) VALUES (?, ?, ?)"
			    " ON DUPLICATE KEY UPDATE value = VALUES(value)"),
			    db_int(id), db_text(wordings[i].language), db_text(wordings[i].value));
	}
}

enum partner_change partner_add(struct work *w, const struct partner *partner,
	const struct wording *wordings, size_t count)
{
	int64_t id;

	team_take_turn(w);
	id = db_insert(w->db, SQL("INSERT INTO partner (name, kind, url) VALUES (?, ?, ?)"),
	    db_text(partner->name), db_text(partner->kind), db_text(partner->url));
	save_wordings(w, id, wordings, count);
	event_write(w, "partner", id, "added", NULL, NULL);
	return PARTNER_SAVED;
}

enum partner_change partner_save(struct work *w, const struct partner *partner,
	const struct wording *wordings, size_t count)
{
	struct partner before;

	team_take_turn(w);
	if (!partner_by_id(w, partner->id, &before))
		return PARTNER_UNKNOWN;
	if (before.version != partner->version)
		return PARTNER_STALE;
	db_exec(w->db, SQL(
	    "UPDATE partner SET name = ?, kind = ?, url = ?, version = version + 1 WHERE id = ?"),
	    db_text(partner->name), db_text(partner->kind), db_text(partner->url),
	    db_int(partner->id));
	save_wordings(w, partner->id, wordings, count);
	event_write(w, "partner", partner->id, "saved",
	    memory_printf(w->memory, "%lld", (long long)before.version),
	    memory_printf(w->memory, "%lld", (long long)before.version + 1));
	return PARTNER_SAVED;
}

enum partner_change partner_remove(struct work *w, int64_t id)
{
	if (db_exec(w->db, SQL("DELETE FROM partner WHERE id = ?"), db_int(id)) != 1)
		return PARTNER_UNKNOWN;
	event_write(w, "partner", id, "removed", NULL, NULL);
	return PARTNER_SAVED;
}
