/* Reading the framework. */
#include "domain/framework.h"

struct db_rows *framework_phases(struct work *w)
{
	return db_query(w->db, SQL("SELECT id, name, label, purpose FROM framework_phase ORDER BY id"));
}

struct db_rows *framework_items(struct work *w)
{
	return db_query(w->db, SQL(
	    "SELECT phase_id, part, party, label FROM framework_item ORDER BY phase_id, part, party, id"));
}

struct db_rows *framework_steps(struct work *w)
{
	return db_query(w->db, SQL(
	    "SELECT id, label, description, MIN(phase_id) AS phase_id, MAX(phase_id) AS last_phase_id"
	    "  FROM framework_step JOIN framework_step_phase ON step_id = id"
	    " GROUP BY id, label, description ORDER BY id"));
}
