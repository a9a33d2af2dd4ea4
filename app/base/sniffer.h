/* What a file looks like, whatever it says it is. libmagic reads hostile bytes,
 * so it does that in a child of its own for each file: no files, no sockets, no
 * programs, little memory, little time. What goes wrong there is "unknown" here.
 * A hint for people, never a reason to trust. */
#ifndef BELFRY_BASE_SNIFFER_H
#define BELFRY_BASE_SNIFFER_H

#include <stdbool.h>
#include <stddef.h>

enum sniffer_limit {
	SNIFFED_BYTES      = 256 * 1024,         /* of a file's beginning; more tells nothing */
	SNIFFER_MEMORY     = 256 * 1024 * 1024,
	SNIFFER_CPU_SECONDS = 3,
	SNIFFER_SECONDS    = 20,                 /* by the clock on the wall, then it is killed */
	SNIFFED_TYPE_BYTES = 100,
};

/* "image/png"; "unknown" where nothing could be said. */
const char *sniff(const void *memory, const void *bytes, size_t size);

/* Shuts this process in: it may compute, and write to one file. For the child,
 * and for the test that tries the walls. False: it could not be shut in. */
bool sniffer_confine(int only_file);

#endif
