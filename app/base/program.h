/* Another program, run in a child within limits (base/aside.h) and behind walls
 * (base/confine.h): what it is given on standard input, what comes back from it. Only
 * jobs and commands may; a worker cannot. */
#ifndef BELFRY_BASE_PROGRAM_H
#define BELFRY_BASE_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/confine.h"
#include "base/text.h"

struct program {
	char *const *arguments;            /* the first one is its path; ends with NULL */
	char *const *environment;          /* all of it; ends with NULL */
	const void *input;
	size_t input_size;
	struct confinement walls;          /* its `run` names the program */
	int64_t file_bytes;                /* that it may write into one file */
};

/* False where it could not be started, took longer than so many seconds, wrote too much
 * or ended badly. What it says of errors goes to our own log. */
bool program_run(const void *memory, const struct program *, int seconds, struct bytes *result);

#endif
