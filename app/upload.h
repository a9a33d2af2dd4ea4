/* Files on their way from a form into the database, while the form is still
 * being read: each is stored as it arrives, whatever becomes of the form. */
#ifndef BELFRY_UPLOAD_H
#define BELFRY_UPLOAD_H

#include "base/work.h"
#include "web/request.h"

/* Files of a form arrive under this name. */
#define FILES_FIELD "files"

struct upload;

/* `holder` is asked once, in a work of its own (r->work), when the first file
 * begins: under which holder this visitor keeps files; NULL: nobody may. */
struct upload *upload_open(struct request *, struct db *, const char *(*holder)(struct request *));
/* The sink of parse_body; its data is the upload. */
bool upload_take(struct parse_file *, const void *bytes, size_t size);
/* What was in the middle is not kept. */
void upload_close(struct upload *);

#endif
