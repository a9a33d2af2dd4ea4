/* What is said about a password that cannot be taken. */
#ifndef BELFRY_PAGES_ACCOUNT_NEW_PASSWORD_H
#define BELFRY_PAGES_ACCOUNT_NEW_PASSWORD_H

#include "domain/credential.h"

/* In the present language; NULL for outcomes that are not about its text. */
const char *new_password_said(enum password_choice);

#endif
