/* People by name. */
#include "domain/person.h"

int64_t person_add(struct work *w, const char *name, const char *language)
{
	return db_insert(w->db, SQL("INSERT INTO person (name, language) VALUES (?, ?)"),
	    db_text(name), db_text(language));
}
