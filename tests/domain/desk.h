/* The desk: who is there, and what became of a ticket. */
#ifndef BELFRY_TESTS_DOMAIN_DESK_H
#define BELFRY_TESTS_DOMAIN_DESK_H

#include "stand.h"

#include "domain/handling.h"
#include "domain/ticket_seen.h"

static int64_t ann, ben, out, admin;    /* accounts: analyst, lead, disabled analyst, administrator */

static inline int open_desk(void **state)
{
	struct work *w;

	if (read_settings(state) != 0)
		return -1;
	db = connect_as("belfry_inside");
	w = work_at(db, noon - DAY);
	act_as(w, 0, ROLE_ADMINISTRATOR);
	ann = a_person(w, "ann", ROLE_ANALYST);
	ben = a_person(w, "ben", ROLE_DUTY_LEAD);
	out = a_person(w, "out", ROLE_ANALYST);
	admin = a_person(w, "admin", ROLE_ADMINISTRATOR);
	assert_int_equal(account_disable(w, out), ACCOUNT_CHANGED);
	keep(w);
	return 0;
}

static inline struct work *ann_at(moment now)
{
	struct work *w = work_at(db, now);

	act_as(w, ann, ROLE_ANALYST);
	return w;
}

static inline struct ticket_seen seen(struct work *w, const struct ticket *ticket)
{
	struct ticket_seen there;

	assert_true(ticket_see(w, ticket->reference, &there));
	return there;
}

/* The events of a ticket since it was opened: "owner:-:2 state:new:open". */
static inline const char *what_happened_to(struct work *w, const struct ticket *ticket)
{
	return text_of(w, SQL("SELECT COALESCE(GROUP_CONCAT(action, ':', COALESCE(from_value, '-'),"
	    " ':', COALESCE(to_value, '-') ORDER BY id SEPARATOR ' '), 'none') FROM event"
	    " WHERE object = 'ticket' AND object_id = ? AND action <> 'opened'"),
	    db_int(ticket->id));
}

#endif
