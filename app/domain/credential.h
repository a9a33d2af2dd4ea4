/* What people prove themselves with: the password they choose, the second
 * factor they set up. */
#ifndef BELFRY_DOMAIN_CREDENTIAL_H
#define BELFRY_DOMAIN_CREDENTIAL_H

#include <stdbool.h>

#include "base/work.h"

struct account;
struct session;

enum credential_limit { PASSWORD_LEAST = 12 };   /* characters */

/* How choosing a password can end. */
enum password_choice {
	CHOICE_SHORT,        /* fewer than PASSWORD_LEAST characters */
	CHOICE_LONG,         /* more than PASSWORD_BYTES bytes */
	CHOICE_COMMON,       /* little is left without words and rows of keys that everybody tries */
	CHOICE_PERSONAL,     /* the same with their own name and address */
	CHOICE_BUSY,         /* too many are choosing or signing in at this moment */
	CHOICE_OLD_WRONG,    /* the present password was asked and is another */
	CHOICE_TOO_OFTEN,    /* ... and that was tried too often */
	CHOICE_DEAD,         /* the link was used, or is too old, or the account changed since */
	CHOICE_SAVED,
};

/* CHOICE_SAVED where the password may be chosen; nothing is saved yet. */
enum password_choice password_judge(struct work *, const struct account *, const char *password);

/* By the account's own person, who knows the old one. Every session ends; the
 * caller renews the present one. */
enum password_choice password_change(struct work *, const struct account *,
	const char *old, const char *password);

/* Without asking for the old one: for whoever holds a link. */
enum password_choice password_replace(struct work *, const struct account *,
	const char *password);

/* The secret that this session offers for a new second factor. Nothing is kept
 * before a code has confirmed it. */
const char *factor_offered(const void *memory, const struct session *);

enum factor_choice { FACTOR_WRONG, FACTOR_TOO_OFTEN, FACTOR_SET };

/* A code of it makes it the account's second factor, with ten new recovery
 * codes. Every session ends; this one goes on under `token`. */
enum factor_choice factor_confirm(struct work *, const struct session *, const char *code,
	const char *agent, const char **token);

#endif
