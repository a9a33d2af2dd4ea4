/* Something done in a child of this process, within limits: for libraries and programs
 * that a stranger's bytes could keep busy, or make grow. */
#ifndef BELFRY_BASE_ASIDE_H
#define BELFRY_BASE_ASIDE_H

#include <stdbool.h>

#include "base/text.h"

enum aside_limit {
	ASIDE_MEGABYTES = 1024,        /* of memory, each process */
	ASIDE_RESULT    = 16 * 1024 * 1024,
};

/* Runs `work` in a child and reads what it writes to the file that it is given. False
 * where it took longer than so many seconds, wrote too much, or ended badly: then it is
 * killed with all that it has started. */
bool aside(const void *memory, void (*work)(int out, const void *data), const void *data,
	int seconds, struct bytes *result);

/* In the child: a piece of the result; in the parent: the next one of it. False: there
 * is no whole one. */
void aside_put(int out, const void *bytes, size_t size);
bool aside_take(struct bytes *result, struct bytes *piece);

#endif
