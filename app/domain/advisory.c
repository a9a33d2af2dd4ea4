/* Advisories: read, written, listed. */
#include "domain/advisory_change.h"

#include <string.h>

#include "base/digest.h"
#include "base/text.h"
#include "domain/event.h"
#include "domain/may.h"
#include "domain/reference.h"

enum { DIGESTED_BYTES = 8 * 1024 * 1024 };


/* Reading it --------------------------------------------------------------------- */

static void read_row(struct db_rows *row, struct advisory *a)
{
	*a = (struct advisory){
		.id = db_get_int(row, "id"),
		.version = db_get_int(row, "version"),
		.reference = db_get_text(row, "reference"),
		.state = db_get_text(row, "state"),
		.content = {
			.kind = db_get_text(row, "kind"),
			.severity = db_get_text(row, "severity"),
			.tlp = db_get_text(row, "tlp"),
			.language = db_get_text(row, "language"),
			.weaknesses = db_get_text(row, "weaknesses"),
			.products = db_get_text(row, "products"),
			.links = db_get_text(row, "links"),
			.sectors = db_get_text(row, "sectors"),
		},
		.reason = db_get_text(row, "reason"),
		.digest = db_get_text(row, "digest"),
		.withdrawal = db_get_text(row, "withdrawal"),
		.asker = db_get_text(row, "asker"),
		.asked_by = db_get_int(row, "asked_by"),
		.created_at = db_get_moment(row, "created_at"),
		.changed_at = db_get_moment(row, "changed_at"),
	};
}

static void read_texts(struct work *w, struct advisory *a)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT language, title, summary, body FROM advisory_text WHERE advisory_id = ?"
	    " ORDER BY language <> ?, language LIMIT 16"), db_int(a->id), db_text(a->content.language));

	while (db_next(row))
		a->texts[a->text_count++] = (struct advisory_text){ db_get_text(row, "language"),
			db_get_text(row, "title"), db_get_text(row, "summary"), db_get_text(row, "body") };
}

static void read_newest(struct work *w, struct advisory *a)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT number, published_at, first_at, withdrawn, FALSE AS waiting FROM advisory_revision"
	    " WHERE advisory_id = ?"
	    " UNION ALL SELECT number, out_at, COALESCE((SELECT first_at FROM advisory_revision AS first"
	    "         WHERE first.advisory_id = waiting.advisory_id AND first.number = 1), out_at), FALSE, TRUE"
	    "  FROM advisory_waiting AS waiting WHERE advisory_id = ?"
	    " ORDER BY number DESC LIMIT 1"), db_int(a->id), db_int(a->id));

	if (!db_next(row))
		return;
	a->number = db_get_int(row, "number");
	a->published_at = db_get_moment(row, "published_at");
	a->first_at = db_get_moment(row, "first_at");
	a->withdrawn = db_get_bool(row, "withdrawn");
	a->waiting = db_get_bool(row, "waiting");
}

#define ADVISORY_ROW \
	"SELECT id, version, reference, state, kind, severity, tlp, language, weaknesses, products," \
	"       links, sectors, reason, digest, created_at, changed_at, withdrawal, asked_by," \
	"       (SELECT person.name FROM account JOIN person ON person.id = account.person_id" \
	"         WHERE account.id = asked_by) AS asker FROM advisory WHERE reference = ?"

static bool read_whole(struct work *w, struct db_rows *row, struct advisory *a)
{
	if (!db_next(row))
		return false;
	read_row(row, a);
	read_texts(w, a);
	read_newest(w, a);
	return true;
}

bool advisory_find(struct work *w, const char *reference, struct advisory *a)
{
	return read_whole(w, db_query(w->db, SQL(ADVISORY_ROW), db_text(reference)), a);
}

enum advisory_change advisory_hold(struct work *w, const char *reference, int64_t version,
	struct advisory *a)
{
	if (!may_advise(w, WRITE)
	    || !read_whole(w, db_query(w->db, SQL(ADVISORY_ROW " FOR UPDATE"), db_text(reference)), a))
		return ADVISORY_UNKNOWN;
	return a->version == version ? ADVISORY_DONE : ADVISORY_STALE;
}

const struct advisory_text *advisory_text_in(const struct advisory *a, const char *language)
{
	for (size_t i = 0; i < a->text_count; i++)
		if (text_is(a->texts[i].language, language))
			return &a->texts[i];
	return NULL;
}


/* Changing it -------------------------------------------------------------------- */

static void digest_piece(struct buffer *all, const char *piece)
{
	if (piece == NULL)
		buffer_add(all, "-\n");
	else
		buffer_printf(all, "%zu:%s\n", strlen(piece), piece);
}

/* Of all that a reader sees; each piece with its length, so that none can slip into
 * its neighbour. */
const char *advisory_digest(struct work *w, int64_t id)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT kind, severity, tlp, language, weaknesses, products, links, sectors, reason"
	    "  FROM advisory WHERE id = ?"), db_int(id));
	struct buffer all;

	buffer_open(&all, w->memory, DIGESTED_BYTES);
	while (db_next(row))
		for (size_t i = 0; i < db_column_count(row); i++)
			digest_piece(&all, db_column_text(row, i));
	row = db_query(w->db, SQL(
	    "SELECT language, title, summary, body FROM advisory_text WHERE advisory_id = ?"
	    " ORDER BY language"), db_int(id));
	while (db_next(row))
		for (size_t i = 0; i < db_column_count(row); i++)
			digest_piece(&all, db_column_text(row, i));
	return digest_hex(w->memory, buffer_text(&all), all.size);
}

/* After every change: a new version and another state; and what happened. */
void advisory_settle(struct work *w, const struct advisory *a, const char *state, const char *action,
	const char *to)
{
	db_exec(w->db, SQL(
	    "UPDATE advisory SET state = ?, version = version + 1, changed_at = ? WHERE id = ?"),
	    db_text(state), db_moment(w->now), db_int(a->id));
	event_write(w, "advisory", a->id, action, NULL, to);
}

/* Whoever changes a text, or facts, has written for the next revision; and a review
 * of what was there before holds no longer. */
static void has_been_written(struct work *w, const struct advisory *a, const char *action,
	const char *what)
{
	const char *digest = advisory_digest(w, a->id);

	if (text_is(digest, a->digest))
		return;
	db_exec(w->db, SQL("UPDATE advisory SET digest = ? WHERE id = ?"),
	    db_text(digest), db_int(a->id));
	db_exec(w->db, SQL(
	    "INSERT IGNORE INTO advisory_writer (advisory_id, number, account_id) VALUES (?, ?, ?)"),
	    db_int(a->id), db_int(a->number + 1), db_id(w->actor.account_id));
	if (advisory_is_in(a, "approved"))
		event_write(w, "advisory", a->id, "review_lapsed", NULL, NULL);
	advisory_settle(w, a, "draft", action, what);
}

static void put_text(struct work *w, int64_t id, const struct advisory_text *text)
{
	db_exec(w->db, SQL(
	    "INSERT INTO advisory_text (advisory_id, language, title, summary, body) VALUES (?, ?, ?, ?, ?)"
	    " ON DUPLICATE KEY UPDATE title = VALUES(title), summary = VALUES(summary),"
	    "       body = VALUES(body)"),
	    db_int(id), db_text(text->language), db_text(text->title), db_text(text->summary),
	    db_text(text->body));
}

const char *advisory_begin(struct work *w, const char *team_code,
	const struct advisory_content *content, const struct advisory_text *text)
{
	struct advisory a = { .state = "draft", .digest = "" };
	const char *reference;

	/* Another one where the reference is taken. */
	do {
		reference = reference_new(w->memory, memory_printf(w->memory, "%s-A", team_code), w->now);
	} while (!db_try(w->db, SQL(
	    "INSERT INTO advisory (reference, state, kind, severity, tlp, language, weaknesses, products,"
	    "       links, sectors, digest, created_at, changed_at)"
	    " VALUES (?, 'draft', ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?)"),
	    db_text(reference), db_text(content->kind), db_text(content->severity), db_text(content->tlp),
	    db_text(content->language), db_text(content->weaknesses), db_text(content->products),
	    db_text(content->links), db_text(content->sectors), db_moment(w->now),
	    db_moment(w->now)) && !db_failed(w->db));
	a.id = db_new_id(w->db);
	put_text(w, a.id, text);
	has_been_written(w, &a, "begun", content->kind);
	return reference;
}

enum advisory_change advisory_save(struct work *w, const char *reference, int64_t version,
	const struct advisory_content *content, const struct advisory_text *text)
{
	struct advisory a;
	enum advisory_change change = advisory_hold_to(w, MAY_WRITE, reference, version, &a);

	if (change != ADVISORY_DONE)
		return change;
	db_exec(w->db, SQL(
	    "UPDATE advisory SET kind = ?, severity = ?, tlp = ?, weaknesses = ?, products = ?, links = ?,"
	    "       sectors = ? WHERE id = ?"),
	    db_text(content->kind), db_text(content->severity), db_text(content->tlp),
	    db_text(content->weaknesses), db_text(content->products), db_text(content->links),
	    db_text(content->sectors), db_int(a.id));
	put_text(w, a.id, &(struct advisory_text){ a.content.language, text->title, text->summary,
	    text->body });
	has_been_written(w, &a, "written", a.content.language);
	return ADVISORY_DONE;
}

enum advisory_change advisory_translate(struct work *w, const char *reference, int64_t version,
	const struct advisory_text *text)
{
	struct advisory a;
	enum advisory_change change = advisory_hold_to(w, MAY_WRITE, reference, version, &a);

	if (change != ADVISORY_DONE)
		return change;
	if (text_is(text->language, a.content.language)
	    || (text->title == NULL && a.number > 0))
		return ADVISORY_NOT_NOW;
	if (text->title == NULL)
		db_exec(w->db, SQL("DELETE FROM advisory_text WHERE advisory_id = ? AND language = ?"),
		    db_int(a.id), db_text(text->language));
	else
		put_text(w, a.id, text);
	has_been_written(w, &a, text->title == NULL ? "untranslated" : "translated", text->language);
	return ADVISORY_DONE;
}


/* Lists -------------------------------------------------------------------------- */

#define LINES \
	"SELECT advisory.id, advisory.reference, advisory.state, advisory.kind, advisory.severity," \
	"       text.title, text.language, advisory.changed_at," \
	"       COALESCE(waiting.number, revision.number) AS number," \
	"       COALESCE(waiting.out_at, revision.published_at) AS published_at," \
	"       waiting.number IS NOT NULL AS waiting, advisory.asked_by IS NOT NULL AS asked" \
	"  FROM advisory" \
	"  LEFT JOIN advisory_text AS text ON text.advisory_id = advisory.id" \
	"        AND text.language = advisory.language" \
	"  LEFT JOIN advisory_revision AS revision ON revision.advisory_id = advisory.id" \
	"        AND revision.number = (SELECT MAX(number) FROM advisory_revision AS newest" \
	"              WHERE newest.advisory_id = advisory.id)" \
	"  LEFT JOIN advisory_waiting AS waiting ON waiting.advisory_id = advisory.id"
#define WAITS_FOR_SOMEBODY \
	"SELECT id FROM advisory WHERE state = 'review'" \
	" UNION SELECT id FROM advisory WHERE asked_by IS NOT NULL"

struct db_rows *advisory_list(struct work *w, const char *state, int64_t below)
{
	struct db_value id = db_int(below == 0 ? INT64_MAX : below);

	if (state == NULL)
		return db_query(w->db, SQL(LINES
		    " WHERE advisory.id < ? ORDER BY advisory.id DESC LIMIT 51"), id);
	if (text_is(state, "afterwards"))
		return db_query(w->db, SQL(LINES
		    " WHERE advisory.id < ? AND advisory.id IN (SELECT advisory_id FROM advisory_review"
		    "       WHERE verdict = 'overridden' AND looked_at IS NULL)"
		    " ORDER BY advisory.id DESC LIMIT 51"), id);
	if (text_is(state, "review"))
		return db_query(w->db, SQL(LINES
		    " JOIN (" WAITS_FOR_SOMEBODY ") AS some ON some.id = advisory.id"
		    " WHERE advisory.id < ? ORDER BY advisory.id DESC LIMIT 51"), id);
	return db_query(w->db, SQL(LINES
	    " WHERE advisory.state = ? AND advisory.id < ? ORDER BY advisory.id DESC LIMIT 51"),
	    db_text(state), id);
}

int64_t advisories_in_review(struct work *w)
{
	return db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM (" WAITS_FOR_SOMEBODY " LIMIT 1000) AS some"));
}

int64_t advisories_unseen(struct work *w)
{
	return db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM (SELECT 1 FROM advisory_review WHERE verdict = 'overridden'"
	    "        AND looked_at IS NULL LIMIT 1000) AS some"));
}
