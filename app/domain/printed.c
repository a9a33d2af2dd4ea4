/* Keeping documents for paper. */
#include "domain/printed.h"

#include "base/digest.h"
#include "base/text.h"
#include "domain/outbox.h"

static const char *const failures[] = {
	[PRINTED_NO_PROGRAM] = "program", [PRINTED_BROKEN] = "broken", [PRINTED_LONG] = "long",
};

bool printed_file(struct work *w, const struct printed_name *name, const char *otherwise,
	struct printed *printed)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT language, body, pages, made_at FROM printed"
	    " WHERE kind = ? AND number = ? AND language IN (?, ?) ORDER BY language = ? DESC LIMIT 1"),
	    db_text(name->kind), db_int(name->number), db_text(name->language), db_text(otherwise),
	    db_text(name->language));

	*printed = (struct printed){ 0 };
	if (!db_next(row))
		return false;
	printed->language = db_get_text(row, "language");
	printed->bytes = db_get_bytes(row, "body", &printed->size);
	printed->pages = db_get_int(row, "pages");
	printed->made_at = db_get_moment(row, "made_at");
	return true;
}

bool printed_exists(struct work *w, const struct printed_name *name, const char *otherwise)
{
	return db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM printed WHERE kind = ? AND number = ? AND language IN (?, ?)"),
	    db_text(name->kind), db_int(name->number), db_text(name->language),
	    db_text(otherwise)) != 0;
}

struct db_rows *printed_of(struct work *w, const char *kind, int64_t number)
{
	return db_query(w->db, SQL(
	    "SELECT both_of.language, LENGTH(printed.body) AS size, printed.pages, printed.made_at,"
	    "       printing.failed, printing.tries, printing.tried_at, printing.next_at"
	    "  FROM (SELECT language FROM printed WHERE kind = ? AND number = ?"
	    "        UNION SELECT language FROM printing WHERE kind = ? AND number = ?) AS both_of"
	    "  LEFT JOIN printed ON printed.kind = ? AND printed.number = ?"
	    "       AND printed.language = both_of.language"
	    "  LEFT JOIN printing ON printing.kind = ? AND printing.number = ?"
	    "       AND printing.language = both_of.language"
	    " ORDER BY both_of.language"),
	    db_text(kind), db_int(number), db_text(kind), db_int(number), db_text(kind),
	    db_int(number), db_text(kind), db_int(number));
}

struct db_rows *printed_waiting(struct work *w)
{
	return db_query(w->db, SQL(
	    "SELECT kind, number, language, failed, next_at FROM printing"
	    " ORDER BY kind, number DESC, language LIMIT 20"));
}


/* --- for the jobs */

bool printed_profile_due(struct work *w, struct printed_name *name)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT text.number, text.language FROM profile_version_text AS text"
	    "  LEFT JOIN printed ON printed.kind = 'profile' AND printed.number = text.number"
	    "       AND printed.language = text.language"
	    "  LEFT JOIN printing ON printing.kind = 'profile' AND printing.number = text.number"
	    "       AND printing.language = text.language"
	    " WHERE printed.kind IS NULL AND (printing.kind IS NULL OR printing.next_at <= ?)"
	    " ORDER BY text.number DESC, text.language LIMIT 1"), db_moment(w->now));

	if (!db_next(row))
		return false;
	*name = (struct printed_name){ "profile", db_get_int(row, "number"),
		db_get_text(row, "language") };
	return true;
}

bool printed_is_due(struct work *w, const struct printed_name *name, const char *source)
{
	return db_number(w->db, SQL(
	    "SELECT (SELECT COUNT(*) FROM printed"
	    "         WHERE kind = ? AND number = ? AND language = ? AND source = ?)"
	    "     + (SELECT COUNT(*) FROM printing"
	    "         WHERE kind = ? AND number = ? AND language = ? AND source = ?"
	    "           AND (failed = 'long' OR next_at > ?))"),
	    db_text(name->kind), db_int(name->number), db_text(name->language), db_text(source),
	    db_text(name->kind), db_int(name->number), db_text(name->language), db_text(source),
	    db_moment(w->now)) == 0;
}

static void forget_failure(struct work *w, const struct printed_name *name)
{
	db_exec(w->db, SQL("DELETE FROM printing WHERE kind = ? AND number = ? AND language = ?"),
	    db_text(name->kind), db_int(name->number), db_text(name->language));
}

void printed_keep(struct work *w, const struct printed_name *name, const char *source,
	const struct printed *printed)
{
	db_exec(w->db, SQL(
	    "INSERT INTO printed (kind, number, language, source, body, sha256, pages, made_at)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
	    " ON DUPLICATE KEY UPDATE source = VALUES(source), body = VALUES(body),"
	    "       sha256 = VALUES(sha256), pages = VALUES(pages), made_at = VALUES(made_at)"),
	    db_text(name->kind), db_int(name->number), db_text(name->language), db_text(source),
	    db_bytes(printed->bytes, printed->size),
	    db_text(digest_hex(w->memory, printed->bytes, printed->size)), db_int(printed->pages),
	    db_moment(w->now));
	forget_failure(w, name);
}

/* The waits grow as those of mail do; another source begins anew. */
void printed_failed(struct work *w, const struct printed_name *name, const char *source,
	enum printed_failure failure)
{
	const int64_t tries = db_number(w->db, SQL(
	    "SELECT COALESCE(MAX(tries), 0) + 1 FROM printing"
	    " WHERE kind = ? AND number = ? AND language = ? AND source = ?"),
	    db_text(name->kind), db_int(name->number), db_text(name->language), db_text(source));

	forget_failure(w, name);
	db_exec(w->db, SQL(
	    "INSERT INTO printing (kind, number, language, source, failed, tries, tried_at, next_at)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
	    db_text(name->kind), db_int(name->number), db_text(name->language), db_text(source),
	    db_text(failures[failure]), db_int(tries), db_moment(w->now),
	    db_moment(w->now + outbox_wait(tries)));
}
