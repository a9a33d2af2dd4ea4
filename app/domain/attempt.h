/* Things that may not be tried often: counted exactly, in the database, before
 * the try, so that neither many processes nor a restart give more of them. */
#ifndef BELFRY_DOMAIN_ATTEMPT_H
#define BELFRY_DOMAIN_ATTEMPT_H

#include <stdbool.h>

#include "base/work.h"

/* What is tried. How often, and against what: the table in attempt.c. */
enum attempt {
	ATTEMPT_PASSWORD,         /* signing in, by mail address and network block */
	ATTEMPT_PASSWORD_ACCOUNT, /* signing in, by mail address from everywhere */
	ATTEMPT_PASSWORD_BLOCK,   /* signing in, by network block */
	ATTEMPT_OLD_PASSWORD,     /* the present password, when it is changed */
	ATTEMPT_CODE,             /* a one-time or recovery code, by account */
	ATTEMPT_RESET,            /* asking for a new password, by mail address */
	ATTEMPT_RESET_BLOCK,      /* asking for a new password, by network block */
};

/* Counts one try and says whether it is within the limit. The count holds
 * whatever becomes of the work: what was written so far is committed with it,
 * so this comes before anything else that writes. */
bool attempt_allowed(struct work *, enum attempt, const char *subject);

/* The block a client's address belongs to: /24 of IPv4, /64 of IPv6. */
const char *attempt_block(const void *memory, const char *address);

/* Removes counts that are over; for the timetable. */
void attempts_forget(struct work *);

#endif
