/* Reading the tables of words. */
#include "domain/taxonomy.h"

struct db_rows *priorities_all(struct work *w)
{
	return db_query(w->db, SQL("SELECT name, label FROM priority ORDER BY position"));
}

struct db_rows *priorities_promised(struct work *w)
{
	return db_query(w->db, SQL(
	    "SELECT name, label, answer_minutes, around_the_clock FROM priority ORDER BY position"));
}

struct db_rows *tlps_all(struct work *w)
{
	return db_query(w->db, SQL("SELECT name, label FROM tlp ORDER BY position"));
}

struct db_rows *rsit_all(struct work *w)
{
	return db_query(w->db, SQL(
	    "SELECT rsit_type.class, rsit_class.label AS class_label, rsit_type.name,"
	    "       rsit_type.label"
	    "  FROM rsit_class JOIN rsit_type ON rsit_type.class = rsit_class.name"
	    " ORDER BY rsit_class.position, rsit_type.position"));
}
