/* References: TEAM-YYYY-XXXXXXC. Random, so that they tell nothing of volumes;
 * knowing one gives no access. */
#ifndef BELFRY_DOMAIN_REFERENCE_H
#define BELFRY_DOMAIN_REFERENCE_H

#include "base/moment.h"

/* A new one; whether it is free, the unique key of `ticket` says. */
const char *reference_new(const void *memory, const char *team_code, moment now);

/* As people type it: any case, spaces, missing hyphens, Arabic digits. NULL
 * when it cannot be a reference (its check character is wrong). */
const char *reference_read(const void *memory, const char *typed);

/* Follow-up secrets: 25 digits in five groups (83 bits, any keyboard), made
 * from the key of the form that was sent, so that the page that shows it can be
 * opened again while nothing keeps it. */
const char *secret_of_form(const void *memory, const char *form_key);
/* As typed, to 25 digits; NULL when it is not that many. */
const char *secret_read(const void *memory, const char *typed);
/* What the database knows of it. */
const char *secret_digest(const void *memory, const char *secret);

#endif
