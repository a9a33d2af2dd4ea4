/* Links that let somebody choose a password: invitations, and ways to a new
 * one. One use, half an hour, for the account as it was when the link was made;
 * the database knows only the token's digest. */
#ifndef BELFRY_DOMAIN_CREDENTIAL_LINK_H
#define BELFRY_DOMAIN_CREDENTIAL_LINK_H

#include <stdbool.h>

#include "base/work.h"
#include "domain/account.h"
#include "domain/credential.h"

enum link_kind { LINK_INVITE = 1, LINK_PASSWORD };
enum { LINK_ENDS = 30 * MINUTE };

/* The kind of link this account needs: an invitation until it has a password. */
enum link_kind link_kind_for(const struct account *);

/* Where such a link leads, below the address of the site: "invite". */
const char *link_place(enum link_kind);

/* A new token; links made earlier for the account are dead. */
const char *link_make(struct work *, enum link_kind, const struct account *);

/* The same by mail, to the account of this address: an invitation until it has a
 * password. Nobody here sees the token. False where nothing is sent: nobody has
 * the address, the account is closed, or it was written to too often; after the
 * same statements. */
bool link_mail(struct work *, const char *email);

/* Whose link it is; false when it is dead. */
bool link_open(struct work *, enum link_kind, const char *token, struct account *);

/* Uses it up. CHOICE_DEAD also for whoever comes second. After CHOICE_SAVED the
 * holder acts as `account`, read anew. */
enum password_choice link_use(struct work *, enum link_kind, const char *token,
	const char *password, struct account *);

void links_forget(struct work *);

#endif
