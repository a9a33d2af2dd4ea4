/* What every page shows: the team, the languages, who is signed in. */
#ifndef BELFRY_FRAME_H
#define BELFRY_FRAME_H

#include "web/request.h"

/* Pours it into the request's view. The team is asked from the database once
 * per process and change, so that most pages cost it nothing. */
void frame_pour(struct request *);

#endif
