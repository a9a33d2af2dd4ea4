/* Documents for machines, as they were published. */
#include "domain/advisory_document.h"

#include "base/text.h"

struct db_rows *documents_listed(struct work *w)
{
	return db_query(w->db, SQL(
	    "SELECT CONCAT(document.year, '/', document.name) AS path, document.published_at,"
	    "       document.first_at, text.title, text.summary, document.language,"
	    "       document.signature IS NOT NULL AS signed"
	    "  FROM advisory_document AS document FORCE INDEX (document_by_age)"
	    "  JOIN advisory_revision AS revision ON revision.advisory_id = document.advisory_id"
	    "   AND revision.number = document.number"
	    "  JOIN advisory_revision_text AS text ON text.advisory_id = document.advisory_id"
	    "   AND text.number = document.number AND text.language = document.language"
	    " WHERE NOT EXISTS (SELECT 1 FROM advisory_revision AS later"
	    "       WHERE later.advisory_id = revision.advisory_id AND later.number > revision.number)"
	    " ORDER BY document.published_at DESC, document.advisory_id DESC, document.name LIMIT 20000"));
}

#define FILES(index) \
	"SELECT CONCAT(document.year, '/', document.name) AS path, document.name," \
	"       document.published_at, document.signature IS NOT NULL AS signed" \
	"  FROM advisory_document AS document FORCE INDEX (" index ")" \
	" WHERE NOT EXISTS (SELECT 1 FROM advisory_revision AS later" \
	"       WHERE later.advisory_id = document.advisory_id AND later.number > document.number)"

struct db_rows *document_files(struct work *w, int64_t year)
{
	if (year != 0)
		return db_query(w->db, SQL(FILES("document_by_name") " AND document.year = ?"
		    " ORDER BY document.name LIMIT 20000"), db_int(year));
	return db_query(w->db, SQL(FILES("document_by_age")
	    " ORDER BY document.published_at DESC, document.advisory_id DESC, document.name LIMIT 20000"));
}

struct db_rows *document_years(struct work *w)
{
	return db_query(w->db, SQL(
	    "SELECT DISTINCT year FROM advisory_document ORDER BY year DESC LIMIT 100"));
}

bool document_find(struct work *w, int64_t year, const char *name, struct document *d)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT bytes, sha256, sha512, signature, published_at FROM advisory_document"
	    " WHERE year = ? AND name = ? ORDER BY number DESC LIMIT 1"),
	    db_int(year), db_text(name));

	if (!db_next(row))
		return false;
	*d = (struct document){
		.sha256 = db_get_text(row, "sha256"),
		.sha512 = db_get_text(row, "sha512"),
		.signature = db_get_text(row, "signature"),
		.published_at = db_get_moment(row, "published_at"),
	};
	d->bytes = db_get_bytes(row, "bytes", &d->size);
	return true;
}

bool document_unsigned(struct work *w, struct unsigned_document *d)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT advisory_id, number, language FROM ("
	    "    SELECT advisory_id, number, language, signature FROM advisory_document"
	    "     ORDER BY published_at DESC, advisory_id DESC LIMIT 200) AS newest"
	    " WHERE signature IS NULL LIMIT 1"));
	size_t size;

	if (!db_next(row))
		return false;
	*d = (struct unsigned_document){ db_get_int(row, "advisory_id"), db_get_int(row, "number"),
		db_get_text(row, "language"), NULL };
	row = db_query(w->db, SQL(
	    "SELECT bytes FROM advisory_document WHERE advisory_id = ? AND number = ? AND language = ?"),
	    db_int(d->id), db_int(d->number), db_text(d->language));
	if (!db_next(row))
		return false;
	d->text = (const char *)db_get_bytes(row, "bytes", &size);
	d->text = memory_text_of(w->memory, d->text, size);
	return true;
}

void document_signed(struct work *w, const struct unsigned_document *d, const char *signature,
	const char *signer)
{
	db_exec(w->db, SQL("CALL document_signed(?, ?, ?, ?, ?)"), db_int(d->id), db_int(d->number),
	    db_text(d->language), db_text(signature), db_text(signer));
}

struct db_rows *document_signers(struct work *w)
{
	return db_query(w->db, SQL(
	    "SELECT DISTINCT signer FROM ("
	    "    SELECT signer, published_at FROM advisory_document"
	    "     ORDER BY published_at DESC, advisory_id DESC LIMIT 200) AS newest"
	    " WHERE signer IS NOT NULL"));
}

bool documents_are_signed(struct work *w)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT COUNT(*) AS documents, SUM(signature IS NOT NULL) AS signed FROM ("
	    "    SELECT signature FROM advisory_document"
	    "     ORDER BY published_at DESC, advisory_id DESC LIMIT 200) AS newest"));

	return db_next(row) && db_get_int(row, "documents") > 0
	    && db_get_int(row, "signed") == db_get_int(row, "documents");
}
