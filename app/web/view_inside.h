/* What the files of the view share, and nobody else: they know ClearSilver. */
#ifndef BELFRY_WEB_VIEW_INSIDE_H
#define BELFRY_WEB_VIEW_INSIDE_H

#include "web/view.h"

#include <ClearSilver.h>

enum { VIEW_NAME_BYTES = 80 };

/* Values of one row are set one after the other: the branch of the last name is
 * remembered, so that "tickets.17.subject" is not looked up from the root when
 * "tickets.17.who" was just set. */
struct view {
	HDF *own, *root;           /* the request's tree; where values go now */
	HDF *branch;
	char branch_name[VIEW_NAME_BYTES];
	size_t branch_size;
	bool spoiled;
};

/* Logs an error chain of ClearSilver once and lets it go. */
bool view_went_well(NEOERR *, const char *doing);

/* The tree behind those of the requests, in the language of now. */
HDF *view_common_tree(void);

/* The request being rendered, NULL between: functions of templates have no other
 * way to it. */
const struct request *view_rendering(void);

/* t(), tn(), href() and the others, for one template. */
NEOERR *view_register_functions(CSPARSE *);

#endif
