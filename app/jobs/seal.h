/* Sealing what happened (domain/seal.h), as a database user of its own. */
#ifndef BELFRY_JOBS_SEAL_H
#define BELFRY_JOBS_SEAL_H

#include "base/db.h"
#include "base/moment.h"
#include "base/settings.h"

/* Called every second or so: seals what was there some time ago (seal_after in
 * the settings), and notes each seal in the log and in the file of anchors. */
void seal_run(struct db *, const struct settings *, moment now);

#endif
