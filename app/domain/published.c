/* Reading what was published. */
#include "domain/published.h"

#include "base/text.h"

/* There is no later one. */
#define IS_LAST \
	" NOT EXISTS (SELECT 1 FROM advisory_revision AS later" \
	"       WHERE later.advisory_id = revision.advisory_id AND later.number > revision.number)"

/* The text in one language, else as it was written. */
#define TEXTS \
	"  JOIN advisory_revision_text AS source ON source.advisory_id = revision.advisory_id" \
	"   AND source.number = revision.number AND source.language = revision.language" \
	"  LEFT JOIN advisory_revision_text AS mine ON mine.advisory_id = revision.advisory_id" \
	"   AND mine.number = revision.number AND mine.language = ?"

#define LINES(index) \
	"SELECT revision.advisory_id AS id, revision.reference, revision.kind, revision.severity," \
	"       revision.score, revision.withdrawn, revision.first_at, revision.published_at," \
	"       revision.number, COALESCE(mine.title, source.title) AS title," \
	"       COALESCE(mine.language, source.language) AS language" \
	"  FROM advisory_revision AS revision FORCE INDEX (" index ")" TEXTS " WHERE"

#define FROM_THERE \
	" AND (revision.first_at < ? OR (revision.first_at = ? AND revision.advisory_id < ?))"

#define NEWEST_FIRST " ORDER BY revision.first_at DESC, revision.advisory_id DESC LIMIT 21"

/* What the database compares with; from the top everything is earlier. */
static struct published_from key_of(struct published_from from)
{
	return from.id == 0 || from.at > MOMENT_LAST
	    ? (struct published_from){ MOMENT_LAST, INT64_MAX } : from;
}

/* Titles are in every language, also in those that part no words: so any part of
 * one is found, among the newest. */
static struct db_rows *search(struct work *w, const struct published_list *list,
	struct published_from from)
{
	struct db_value words = db_text(list->search);
	struct db_value kind = db_text(list->kind), severity = db_text(list->severity);

	return db_query(w->db, SQL(
	    "SELECT id, reference, kind, severity, score, withdrawn, first_at, published_at, number,"
	    "       title, language FROM ("
	    "    SELECT revision.advisory_id AS id, revision.reference, revision.kind, revision.severity,"
	    "           revision.score, revision.withdrawn, revision.first_at, revision.published_at,"
	    "           revision.number, revision.weaknesses, source.title AS first_title,"
	    "           COALESCE(mine.title, source.title) AS title,"
	    "           COALESCE(mine.language, source.language) AS language"
	    "      FROM advisory_revision AS revision FORCE INDEX (revision_by_age)" TEXTS
	    "     WHERE" IS_LAST
	    "     ORDER BY revision.first_at DESC, revision.advisory_id DESC LIMIT 5000) AS newest"
	    " WHERE (LOCATE(?, title) > 0 OR LOCATE(?, first_title) > 0 OR LOCATE(?, weaknesses) > 0"
	    "       OR LOCATE(?, CONVERT(reference USING utf8mb4)) > 0)"
	    "   AND (? IS NULL OR kind = ?) AND (? IS NULL OR severity = ?)"
	    "   AND (first_at < ? OR (first_at = ? AND id < ?))"
	    " ORDER BY first_at DESC, id DESC LIMIT 21"),
	    db_text(list->language), words, words, words,
	    db_text(text_upper(w->memory, list->search)), kind, kind, severity, severity,
	    db_moment(from.at), db_moment(from.at), db_int(from.id));
}

struct db_rows *published_page(struct work *w, const struct published_list *list)
{
	const struct published_from from = key_of((struct published_from){ list->at, list->id });
	struct db_value language = db_text(list->language);
	struct db_value kind = db_text(list->kind), severity = db_text(list->severity);
	struct db_value at = db_moment(from.at), id = db_int(from.id);

	if (list->search != NULL)
		return search(w, list, from);
	if (list->kind != NULL && list->severity != NULL)
		return db_query(w->db, SQL(LINES("revision_by_both") IS_LAST
		    " AND revision.kind = ? AND revision.severity = ?" FROM_THERE
		    NEWEST_FIRST), language, kind, severity, at, at, id);
	if (list->kind != NULL)
		return db_query(w->db, SQL(LINES("revision_by_kind") IS_LAST " AND revision.kind = ?" FROM_THERE
		    NEWEST_FIRST), language, kind, at, at, id);
	if (list->severity != NULL)
		return db_query(w->db, SQL(LINES("revision_by_severity") IS_LAST
		    " AND revision.severity = ?" FROM_THERE NEWEST_FIRST),
		    language, severity, at, at, id);
	return db_query(w->db, SQL(LINES("revision_by_age") IS_LAST FROM_THERE NEWEST_FIRST),
	    language, at, at, id);
}


/* One of them -------------------------------------------------------------------- */

#define WHOLE \
	"SELECT revision.advisory_id AS id, revision.number, revision.reference, revision.kind," \
	"       revision.severity, revision.language, revision.weaknesses, revision.products," \
	"       revision.links, revision.sectors, revision.reason, revision.withdrawn, revision.first_at," \
	"       revision.published_at FROM advisory_revision AS revision"

static bool read_whole(struct work *w, struct db_rows *row, struct published *p)
{
	struct db_rows *texts;

	if (!db_next(row))
		return false;
	*p = (struct published){
		.id = db_get_int(row, "id"),
		.number = db_get_int(row, "number"),
		.reference = db_get_text(row, "reference"),
		.kind = db_get_text(row, "kind"),
		.severity = db_get_text(row, "severity"),
		.language = db_get_text(row, "language"),
		.weaknesses = db_get_text(row, "weaknesses"),
		.products = db_get_text(row, "products"),
		.links = db_get_text(row, "links"),
		.sectors = db_get_text(row, "sectors"),
		.reason = db_get_text(row, "reason"),
		.withdrawn = db_get_bool(row, "withdrawn"),
		.first_at = db_get_moment(row, "first_at"),
		.published_at = db_get_moment(row, "published_at"),
	};
	texts = db_query(w->db, SQL(
	    "SELECT language, title, summary, body FROM advisory_revision_text"
	    " WHERE advisory_id = ? AND number = ? ORDER BY language <> ?, language LIMIT 16"),
	    db_int(p->id), db_int(p->number), db_text(p->language));
	while (db_next(texts))
		p->texts[p->text_count++] = (struct advisory_text){ db_get_text(texts, "language"),
			db_get_text(texts, "title"), db_get_text(texts, "summary"), db_get_text(texts, "body") };
	return p->text_count > 0;
}

bool published_find(struct work *w, const char *reference, struct published *p)
{
	return read_whole(w, db_query(w->db, SQL(WHOLE
	    " WHERE revision.reference = ? ORDER BY revision.number DESC LIMIT 1"), db_text(reference)), p);
}

bool published_revision(struct work *w, int64_t id, int64_t number, struct published *p)
{
	return read_whole(w, db_query(w->db, SQL(WHOLE
	    " WHERE revision.advisory_id = ? AND revision.number = ?"), db_int(id), db_int(number)), p);
}

const struct advisory_text *published_text_in(const struct published *p, const char *language)
{
	for (size_t i = 0; i < p->text_count; i++)
		if (text_is(p->texts[i].language, language))
			return &p->texts[i];
	return &p->texts[0];
}

struct db_rows *published_history(struct work *w, int64_t id)
{
	return db_query(w->db, SQL(
	    "SELECT number, published_at, withdrawn, reason FROM advisory_revision"
	    " WHERE advisory_id = ? ORDER BY number DESC LIMIT 200"), db_int(id));
}


/* For machines ------------------------------------------------------------------- */

struct db_rows *published_feed(struct work *w, const char *language, struct published_from asked)
{
	const struct published_from from = key_of(asked);

	return db_query(w->db, SQL(
	    "SELECT revision.advisory_id AS id, revision.reference, revision.kind, revision.severity,"
	    "       revision.withdrawn, revision.reason, revision.first_at, revision.published_at,"
	    "       COALESCE(mine.title, source.title) AS title,"
	    "       COALESCE(mine.summary, source.summary) AS summary,"
	    "       COALESCE(mine.language, source.language) AS language,"
	    "       revision.language AS written_in"
	    "  FROM (SELECT revision.advisory_id, revision.number FROM advisory_revision AS revision"
	    "          FORCE INDEX (revision_by_change) WHERE" IS_LAST
	    "           AND (revision.published_at < ? OR (revision.published_at = ? AND revision.advisory_id < ?))"
	    "         ORDER BY revision.published_at DESC, revision.advisory_id DESC LIMIT 51) AS newest"
	    "  JOIN advisory_revision AS revision ON revision.advisory_id = newest.advisory_id"
	    "   AND revision.number = newest.number" TEXTS
	    " ORDER BY revision.published_at DESC, revision.advisory_id DESC"),
	    db_moment(from.at), db_moment(from.at), db_int(from.id), db_text(language));
}

struct db_rows *published_table(struct work *w, const char *language, struct published_from asked)
{
	const struct published_from from = key_of(asked);

	return db_query(w->db, SQL(
	    "SELECT revision.advisory_id AS id, revision.reference, revision.kind, revision.severity, revision.score,"
	    "       revision.weaknesses, revision.first_at, revision.published_at, revision.number,"
	    "       revision.withdrawn, COALESCE(mine.title, source.title) AS title,"
	    "       COALESCE(mine.language, source.language) AS language"
	    "  FROM advisory_revision AS revision FORCE INDEX (revision_by_age)" TEXTS
	    " WHERE" IS_LAST FROM_THERE
	    " ORDER BY revision.first_at DESC, revision.advisory_id DESC LIMIT 5001"),
	    db_text(language), db_moment(from.at), db_moment(from.at), db_int(from.id));
}

moment published_changed(struct work *w)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT MAX(published_at) AS changed_at FROM advisory_revision"));

	return db_next(row) ? db_get_moment(row, "changed_at") : 0;
}


/* For the home page -------------------------------------------------------------- */

void headlines_load(struct work *w, const void *memory, struct headlines *headlines)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT revision.advisory_id AS id, revision.number, revision.reference, revision.kind,"
	    "       revision.severity, revision.withdrawn, revision.language AS written_in,"
	    "       revision.first_at, revision.published_at, text.language, text.title"
	    "  FROM (SELECT advisory_id, number, reference, kind, severity, withdrawn, language, first_at,"
	    "               published_at FROM advisory_revision"
	    "         ORDER BY first_at DESC, advisory_id DESC LIMIT 30) AS revision"
	    "  JOIN advisory_revision_text AS text ON text.advisory_id = revision.advisory_id"
	    "   AND text.number = revision.number"
	    " ORDER BY revision.first_at DESC, revision.advisory_id DESC, revision.number DESC"));

	headlines->rows = memory_array(memory, struct headline, db_row_count(row) + 1);
	while (db_next(row))
		headlines->rows[headlines->count++] = (struct headline){
			.id = db_get_int(row, "id"),
			.number = db_get_int(row, "number"),
			.reference = memory_text(headlines->rows, db_get_text(row, "reference")),
			.kind = memory_text(headlines->rows, db_get_text(row, "kind")),
			.severity = memory_text(headlines->rows, db_get_text(row, "severity")),
			.written_in = memory_text(headlines->rows, db_get_text(row, "written_in")),
			.language = memory_text(headlines->rows, db_get_text(row, "language")),
			.title = memory_text(headlines->rows, db_get_text(row, "title")),
			.withdrawn = db_get_bool(row, "withdrawn"),
			.first_at = db_get_moment(row, "first_at"),
			.published_at = db_get_moment(row, "published_at"),
		};
}

size_t headlines_in(const struct headlines *headlines, const char *language,
	const struct headline *chosen[HEADLINES])
{
	size_t count = 0;

	for (size_t i = 0; i < headlines->count; i++) {
		const struct headline *row = &headlines->rows[i];
		const struct headline **last = count > 0 ? &chosen[count - 1] : NULL;

		if (last != NULL && (*last)->id == row->id) {
			/* The same one: only another language of the same revision is better. */
			if ((*last)->number == row->number && !text_is((*last)->language, language)
			    && (text_is(row->language, language) || text_is(row->language, row->written_in)))
				*last = row;
			continue;
		}
		if (count == HEADLINES)
			break;
		chosen[count++] = row;
	}
	return count;
}
