/* Files for machines that a job writes: security.txt. */
#ifndef BELFRY_DOMAIN_MACHINE_FILE_H
#define BELFRY_DOMAIN_MACHINE_FILE_H

#include "base/work.h"

struct machine_file {
	const char *body;            /* as it was written */
	const char *text;            /* as it is given out: signed where it could be */
	bool is_signed;
	const char *signer;          /* fingerprint */
	moment made_at, ends_at;
};

/* False: it was not written yet. */
bool machine_file(struct work *, const char *name, struct machine_file *);
/* `sign`: the same with a signature, by the key `signer`; both NULL: without. */
void machine_file_write(struct work *, const char *name, const char *body, const char *sign,
	const char *signer, moment ends_at);

#endif
