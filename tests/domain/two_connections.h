/* Two connections: one that is tried, and another that looks what became of it. */
#ifndef BELFRY_TESTS_DOMAIN_TWO_CONNECTIONS_H
#define BELFRY_TESTS_DOMAIN_TWO_CONNECTIONS_H

#include "stand.h"

static struct db *other;

static inline int open_two(void **state)
{
	if (open_db(state) != 0)
		return -1;
	other = connect_as("belfry_migrate");
	return 0;
}

static inline int close_two(void **state)
{
	db_close(other);
	return close_db(state);
}

static inline void add_organisation(struct work *w, const char *name)
{
	db_exec(w->db, SQL("INSERT INTO organisation (name) VALUES (?)"), db_text(name));
}

static inline int64_t organisations_called(const char *name)
{
	struct work *w = work_begin(other, true);
	int64_t count = db_number(other, SQL("SELECT COUNT(*) FROM organisation WHERE name = ?"),
	    db_text(name));

	keep(w);
	return count;
}

static inline void forget_organisations(void)
{
	struct work *w = work_begin(other, false);

	db_exec(other, SQL("DELETE FROM organisation"));
	keep(w);
}

#endif
