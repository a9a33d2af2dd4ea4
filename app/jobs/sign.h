/* Signing what was published, and writing security.txt. */
#ifndef BELFRY_JOBS_SIGN_H
#define BELFRY_JOBS_SIGN_H

#include "base/settings.h"
#include "base/work.h"

enum sign_limit {
	SECURITY_DAYS  = 180,   /* that security.txt is good for; RFC 9116 asks for less than a year */
	SECURITY_RENEW = 90,    /* days before its end: then it is written anew */
};

void sign_open(const struct settings *);

/* Signs with the first key of the team that is in the signing folder. `clear`: the
 * text with the signature around it; else by itself. NULL: there is no such key.
 * `signer`, if it is not NULL: its fingerprint. */
const char *sign_text(struct work *, const char *text, bool clear, const char **signer);

/* Jobs. True when there may be more. */
bool sign_profile(struct work *);
/* And the next document for machines (domain/published.h). */
bool sign_documents(struct work *);
bool write_security(struct work *);

#endif
