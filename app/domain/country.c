/* Countries. */
#include "domain/country.h"

struct db_rows *countries_in(struct work *w, const char *language)
{
	return db_query(w->db, SQL(
	    "SELECT code, name FROM country_name WHERE language = ? ORDER BY name LIMIT 300"),
	    db_text(language));
}

const char *country_called(struct work *w, const char *name)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT code FROM country_name WHERE name = ? LIMIT 1"), db_text(name));

	return db_next(row) ? db_get_text(row, "code") : NULL;
}
