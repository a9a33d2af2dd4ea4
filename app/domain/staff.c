/* Who handles tickets. */
#include "domain/staff.h"

#include "domain/may.h"

/* From the few roles of staff to the few who have them, in this order: there
 * may be a hundred thousand other accounts. */
struct db_rows *staff_all(struct work *w)
{
	return db_query(w->db, SQL(
	    "SELECT DISTINCT account.id, person.name"
	    "  FROM role"
	    "  STRAIGHT_JOIN account_role ON account_role.role = role.name"
	    "  STRAIGHT_JOIN account ON account.id = account_role.account_id"
	    "  STRAIGHT_JOIN person ON person.id = account.person_id"
	    " WHERE role.bit & ? AND account.disabled_at IS NULL"
	    " ORDER BY person.name, account.id LIMIT 200"),
	    db_int(ROLES_STAFF));
}

bool staff_is(struct work *w, int64_t account_id)
{
	return db_number(w->db, SQL(
	    "SELECT COUNT(*)"
	    "  FROM account"
	    "  JOIN account_role ON account_role.account_id = account.id"
	    "  JOIN role ON role.name = account_role.role"
	    " WHERE account.id = ? AND account.disabled_at IS NULL AND role.bit & ?"),
	    db_int(account_id), db_int(ROLES_STAFF)) > 0;
}
