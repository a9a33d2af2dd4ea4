/* The life of a request. */
#ifndef BELFRY_ANSWER_H
#define BELFRY_ANSWER_H

#include "base/db.h"
#include "base/settings.h"
#include "web/gateway.h"
#include "web/request.h"

/* What a worker has for all its requests. */
struct house {
	const struct settings *settings;
	struct db *db;
	enum door door;
};

/* Answers one request: the shape is that of gateway.h; `house` is a struct
 * house. */
void answer(struct gateway *, void *house);
/* What a worker does now and then while nobody asks. */
void answer_between(void *house);

#endif
