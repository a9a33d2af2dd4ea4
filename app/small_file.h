/* One small file of a form, kept with its request: for a page that looks at it at once.
 * What reporters send goes another way (upload.h). */
#ifndef BELFRY_SMALL_FILE_H
#define BELFRY_SMALL_FILE_H

#include "web/request.h"

/* The sink of parse_body; its data is the request. Only the first file under FILES_FIELD
 * is kept, and none that is larger than its route allows. */
bool small_file_take(struct parse_file *file, const void *bytes, size_t size);

#endif
