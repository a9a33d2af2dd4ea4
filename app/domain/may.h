/* Who may do what: the only place that decides it, for pages, lists, search,
 * counts and mail alike. Deny by default: zero is nobody. */
#ifndef BELFRY_DOMAIN_MAY_H
#define BELFRY_DOMAIN_MAY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/work.h"

/* Roles of an account; the bits of actor.roles. Names in table `role`. */
enum role {
	ROLE_CONSTITUENT     = 1 << 0,
	ROLE_ANALYST         = 1 << 1,
	ROLE_DUTY_LEAD       = 1 << 2,
	ROLE_TEAM_MANAGER    = 1 << 3,
	ROLE_ADMINISTRATOR   = 1 << 4,
	ROLE_COUNTRY_MANAGER = 1 << 5,
	ROLE_COUNTRY_SIGNER  = 1 << 6,
	ROLE_ITU_MANAGER     = 1 << 7,
	ROLE_EXPERT          = 1 << 8,
	ROLE_DONOR           = 1 << 9,

	ROLES_STAFF = ROLE_ANALYST | ROLE_DUTY_LEAD | ROLE_TEAM_MANAGER,
	/* Second factor before anything else. */
	ROLES_SECOND_FACTOR = ROLES_STAFF | ROLE_ADMINISTRATOR | ROLE_COUNTRY_MANAGER
	                    | ROLE_ITU_MANAGER | ROLE_EXPERT,
};

/* The column of the site map. */
enum who { NOBODY, ANYONE, SIGNED_IN, STAFF, LEAD, ADMINISTRATOR, POSTMASTER };

/* May somebody with these roles open such a route at all? */
bool may_enter(const struct actor *, enum who);

/* What one does to an object. */
enum action { SEE = 1, WRITE, ASSIGN, ADMINISTER };

/* May the work's actor do this to the ticket? The id is that of a row which this
 * work has read; 0 is no ticket. */
bool may_ticket(struct work *, enum action, int64_t ticket_id);

/* May the work's actor write, review, publish and withdraw advisories together with a
 * second person (WRITE), or without waiting for one (ADMINISTER)? */
bool may_advise(struct work *, enum action);

/* May the work's actor see what goes to lists and how many read them (SEE), write for
 * them (WRITE); keep them, send to them and see who reads them (ADMINISTER)? */
bool may_list(struct work *, enum action);

/* Whoever keeps mail going sees that it goes; to whom, and about which ticket,
 * only where that is theirs to know. */
enum mail_about { MAIL_ABOUT_TICKETS = 1, MAIL_ABOUT_ACCOUNTS, MAIL_ABOUT_LISTS };
bool may_see_mail(struct work *, enum mail_about);

#endif
