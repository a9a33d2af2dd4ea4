/* A file for machines that says when it changed. */
#ifndef BELFRY_WEB_REPLY_FILE_H
#define BELFRY_WEB_REPLY_FILE_H

#include "base/moment.h"
#include "web/request.h"

/* send_published() with a date; 0: nobody knows. */
int send_dated(struct request *, const char *content_type, const char *content, moment changed);

#endif
