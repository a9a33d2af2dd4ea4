/* Files for machines. */
#include "domain/machine_file.h"

bool machine_file(struct work *w, const char *name, struct machine_file *file)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT body, signed, signer, made_at AS written_at, ends_at FROM machine_file WHERE name = ?"),
	    db_text(name));

	*file = (struct machine_file){ 0 };
	if (!db_next(row))
		return false;
	file->body = db_get_text(row, "body");
	file->text = db_get_text(row, "signed");
	file->is_signed = file->text != NULL;
	file->signer = db_get_text(row, "signer");
	if (!file->is_signed)
		file->text = file->body;
	file->made_at = db_get_moment(row, "written_at");
	file->ends_at = db_get_moment(row, "ends_at");
	return true;
}

void machine_file_write(struct work *w, const char *name, const char *body, const char *sign,
	const char *signer, moment ends_at)
{
	db_exec(w->db, SQL(
	    "INSERT INTO machine_file (name, body, signed, signer, made_at, ends_at)"
	    " VALUES (?, ?, ?, ?, ?, ?)"
	    " ON DUPLICATE KEY UPDATE body = VALUES(body), signed = VALUES(signed),"
	    "       signer = VALUES(signer), made_at = VALUES(made_at), ends_at = VALUES(ends_at)"),
	    db_text(name), db_text(body), db_text(sign), db_text(signer), db_moment(w->now), db_moment(ends_at));
}
