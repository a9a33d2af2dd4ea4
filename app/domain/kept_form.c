/* Forms kept while their owner signs in again. */
#include "domain/kept_form.h"

#include <string.h>

#include "base/digest.h"
#include "base/text.h"

enum { PATH_BYTES = 300, FORGET_ROWS = 1000 };

static const char *digest_of(struct work *w, const char *token)
{
	return keyed_digest_hex(w->memory, "kept form", token);
}

/* Pages on which people type passwords and codes. */
static bool is_about_signing_in(const char *path)
{
	static const char *const places[] = { "/account", "/login", "/password", "/invite" };

	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
		if (text_starts(path, places[i]))
			return true;
	return false;
}

const char *kept_form_put(struct work *w, int64_t account_id, const char *path,
	const char *fields)
{
	const char *token;

	if (is_about_signing_in(path) || strlen(path) > PATH_BYTES
	    || strlen(fields) > KEPT_FORM_BYTES)
		return NULL;
	if (db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM kept_form WHERE account_id = ? AND ends_at > ?"),
	    db_int(account_id), db_moment(w->now)) >= KEPT_FORMS)
		return NULL;
	token = random_token(w->memory);
	db_exec(w->db, SQL(
	    "INSERT INTO kept_form (digest, account_id, path, fields, ends_at)"
	    " VALUES (?, ?, ?, ?, ?)"),
	    db_text(digest_of(w, token)), db_int(account_id), db_text(path), db_text(fields),
	    db_moment(w->now + KEPT_FORM_ENDS));
	return token;
}

bool kept_form_open(struct work *w, const char *token, int64_t account_id,
	struct kept_form *form)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT path, fields FROM kept_form"
	    " WHERE digest = ? AND account_id = ? AND ends_at > ?"),
	    db_text(digest_of(w, token)), db_int(account_id), db_moment(w->now));

	if (!db_next(row))
		return false;
	form->path = db_get_text(row, "path");
	form->fields = db_get_text(row, "fields");
	return true;
}

void kept_forms_forget(struct work *w)
{
	db_exec(w->db, SQL("DELETE FROM kept_form WHERE ends_at < ? LIMIT ?"),
	    db_moment(w->now), db_int(FORGET_ROWS));
}
