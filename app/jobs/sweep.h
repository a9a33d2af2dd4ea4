/* Forgetting what has ended. Each call removes SWEEP_ROWS at most, so that no
 * lock is held long, and says whether there may be more. */
#ifndef BELFRY_JOBS_SWEEP_H
#define BELFRY_JOBS_SWEEP_H

#include "base/work.h"

enum { SWEEP_ROWS = 500 };

bool sweep_drafts(struct work *);      /* a day after the last answer */
bool sweep_attachments(struct work *);/* not sent, and nobody goes on with them */
bool sweep_sessions(struct work *);    /* and links, and kept forms */
bool sweep_attempts(struct work *);    /* a day old */

#endif
