/* Walls around a process that parses what strangers send, or around a program that
 * is started to do so: which files it may open, and which calls it may not make.
 * What is open already stays open.
 *
 * Landlock has the files, seccomp the calls. The units of systemd draw the same
 * lines from outside; these hold wherever the program is started. */
#ifndef BELFRY_BASE_CONFINE_H
#define BELFRY_BASE_CONFINE_H

#include <stdbool.h>
#include <stddef.h>

enum { CONFINE_FOLDERS = 12 };

struct confinement {
	const char *read[CONFINE_FOLDERS];     /* and what is below; NULL after the last */
	const char *write[CONFINE_FOLDERS];    /* may be read as well */
	const char *run[CONFINE_FOLDERS];      /* programs, and folders of them, that may be
	                                        * started: for a child that becomes another
	                                        * program, and then talks to nobody at all */
};

/* From here to the end of the process, and for its children: files elsewhere
 * cannot be opened (EACCES), programs not run but those named, no connection made
 * but to a socket of this machine, no other process looked into, no right gained
 * (EPERM). False, and logged, where a wall could not be drawn; an older kernel
 * without Landlock is only noted. Does nothing in a build with sanitizers, which
 * need calls of their own. */
bool confine(const struct confinement *);

#endif
