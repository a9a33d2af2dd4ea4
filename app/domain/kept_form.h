/* A form that was sent after its session had ended, kept until its owner has
 * signed in again. */
#ifndef BELFRY_DOMAIN_KEPT_FORM_H
#define BELFRY_DOMAIN_KEPT_FORM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/work.h"

enum kept_form_limit {
	KEPT_FORM_ENDS  = 12 * HOUR,
	KEPT_FORM_BYTES = 1024 * 1024,
	KEPT_FORMS      = 20,          /* of one account at a time */
};

struct kept_form {
	const char *path;
	const char *fields;            /* urlencoded, as it came */
};

/* Keeps it and returns the token for the cookie `belfry_kept`. NULL when it is
 * not kept: too large, too many, or a form about signing in, which may hold a
 * password. */
const char *kept_form_put(struct work *, int64_t account_id, const char *path,
	const char *fields);

/* Only for the account whose form it was. */
bool kept_form_open(struct work *, const char *token, int64_t account_id, struct kept_form *);

void kept_forms_forget(struct work *);

#endif
