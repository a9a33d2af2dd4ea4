/* Who may do what, for every door. */
#include "domain/may.h"

enum { LEADS = ROLE_DUTY_LEAD | ROLE_TEAM_MANAGER };

static bool is_any_of(const struct actor *actor, uint32_t roles)
{
	return actor->account_id != 0 && (actor->roles & roles) != 0;
}

bool may_enter(const struct actor *actor, enum who who)
{
	switch (who) {
	case NOBODY:        return false;
	case ANYONE:        return true;
	case SIGNED_IN:     return actor->account_id != 0;
	case STAFF:         return is_any_of(actor, ROLES_STAFF);
	case LEAD:          return is_any_of(actor, LEADS);
	case ADMINISTRATOR: return is_any_of(actor, ROLE_ADMINISTRATOR);
	case POSTMASTER:    return is_any_of(actor, ROLE_ADMINISTRATOR | LEADS);
	}
	return false;
}

/* The team works on all its tickets together. An administrator who is not of
 * the team sees none. */
bool may_ticket(struct work *w, enum action action, int64_t ticket_id)
{
	if (ticket_id == 0)
		return false;
	switch (action) {
	case SEE: case WRITE: case ASSIGN:
		return is_any_of(&w->actor, ROLES_STAFF);
	case ADMINISTER:
		return is_any_of(&w->actor, LEADS);
	}
	return false;
}

bool may_advise(struct work *w, enum action action)
{
	return is_any_of(&w->actor, action == ADMINISTER ? (uint32_t)LEADS : (uint32_t)ROLES_STAFF);
}

bool may_list(struct work *w, enum action action)
{
	return is_any_of(&w->actor, action == ADMINISTER ? (uint32_t)LEADS : (uint32_t)ROLES_STAFF);
}

bool may_see_mail(struct work *w, enum mail_about about)
{
	switch (about) {
	case MAIL_ABOUT_TICKETS:  return is_any_of(&w->actor, ROLES_STAFF);
	case MAIL_ABOUT_LISTS:    return is_any_of(&w->actor, ROLE_DUTY_LEAD | ROLE_TEAM_MANAGER);
	case MAIL_ABOUT_ACCOUNTS: return is_any_of(&w->actor, ROLE_ADMINISTRATOR);
	}
	return false;
}
