/* Begin and end of a piece of work. */
#include "base/work.h"

struct work *work_begin(struct db *db, bool read_only)
{
	struct work *w = memory_zeroed(NULL, sizeof(struct work), 1, "work");

	w->memory = w;
	w->db = db;
	w->now = moment_now();
	db_begin(db, w, read_only);
	return w;
}

bool work_end(struct work *w, bool keep)
{
	bool held = true;

	if (keep)
		held = db_commit(w->db);
	else
		db_rollback(w->db);
	memory_end(w);
	return held;
}
