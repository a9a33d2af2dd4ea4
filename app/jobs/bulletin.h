/* The words of a mail to a list. */
#ifndef BELFRY_JOBS_BULLETIN_H
#define BELFRY_JOBS_BULLETIN_H

#include "domain/outbox.h"
#include "mail/compose.h"
#include "web/request.h"

/* An address of ours, in the language of the letter that the request draws. */
const char *letter_place(const struct request *, const char *path);

/* Pours what it brings and how its reader ends it; fills in the list's headers, except for
 * mail that only asks. False: the subscription has ended. */
bool bulletin_pour(struct request *, const struct letter *, struct mail *);
/* Of what was poured: "[TLP:CLEAR] Alert: Stop the mail servers". */
const char *bulletin_subject(void);

#endif
