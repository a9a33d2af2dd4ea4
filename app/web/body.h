/* The bytes of a body that are still to come. */
#ifndef BELFRY_WEB_BODY_H
#define BELFRY_WEB_BODY_H

#include "web/parse.h"

/* A body as it comes from the web server. */
struct body {
	parse_pull *pull;
	void *source;
	int64_t missing;          /* of what Content-Length promised */
	bool cut_off;             /* the source ended before */
};

/* Fills `bytes` as far as the body goes. */
size_t body_read(struct body *, char *bytes, size_t size);

#endif
