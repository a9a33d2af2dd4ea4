/* The words of a mail, in the language of whoever gets it. */
#ifndef BELFRY_JOBS_LETTER_H
#define BELFRY_JOBS_LETTER_H

#include "base/settings.h"
#include "domain/outbox.h"
#include "mail/compose.h"

/* Fills in what is said and by whom; addresses are the caller's. False: it could
 * not be drawn, and the log says why. */
bool letter_write(struct work *, const struct settings *, const struct letter *, struct mail *);

#endif
