/* A way for a person to sign in, and what it may do. */
#ifndef BELFRY_DOMAIN_ACCOUNT_H
#define BELFRY_DOMAIN_ACCOUNT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/work.h"

enum account_limit {
	ACCOUNT_NAME  = 200,    /* characters */
	ACCOUNT_EMAIL = 254,    /* bytes */
	ACCOUNT_PAGE  = 50,     /* rows of a page of the list */
};

struct account {
	int64_t id, person_id;
	const char *name, *email;
	const char *password;      /* argon2id, encoded; NULL: the invitation was not used yet */
	const char *factor;        /* base32; NULL: no second factor */
	uint32_t roles;
	int64_t version;
	bool disabled;
};

bool account_by_id(struct work *, int64_t id, struct account *);
/* By any spelling of the address (base/mailbox.h). */
bool account_by_email(struct work *, const char *email, struct account *);

/* id, name, email, roles ("analyst,duty_lead"), disabled, invited (has no
 * password yet), has_factor, last_seen_at, asked_at (for a new password, since
 * the last one was chosen). In the order they were made, after that id; one
 * more than a page when there are more. */
struct db_rows *accounts_after(struct work *, int64_t id);

/* The bits of roles by their names, "analyst,duty_lead"; unknown names are left
 * out. */
uint32_t roles_named(struct work *, const char *names);

/* A new account with its person, which an invitation will open. False when the
 * address has one already; then the work should not be kept. */
bool account_add(struct work *, const char *name, const char *email, uint32_t roles,
	struct account *);

/* What becomes of a change. Nobody changes what they themselves may do. */
enum account_change { ACCOUNT_UNKNOWN, ACCOUNT_OWN, ACCOUNT_CHANGED };

enum account_change account_disable(struct work *, int64_t id);
enum account_change account_enable(struct work *, int64_t id);
enum account_change account_give_roles(struct work *, int64_t id, uint32_t roles);
/* For a lost telephone without recovery codes: a new one is set up when they
 * sign in next. */
enum account_change account_forget_factor(struct work *, int64_t id);

/* Notes for the administrator that the owner of this address asked for a new
 * password. The same statement for an address that nobody has. */
void account_ask_password(struct work *, const char *email);

#endif
