/* Prefork: a master that parses nothing and pools of workers that it keeps
 * alive. HUP renews the workers, TERM and INT drain them. Workers die with
 * their master. */
#ifndef BELFRY_WEB_MASTER_H
#define BELFRY_WEB_MASTER_H

#include <stdbool.h>
#include <stddef.h>

#include "web/request.h"

/* Workers that do the same: one door, one socket. */
struct pool {
	const char *name;
	enum door door;
	int listener;
	int workers;
	void (*work)(const struct pool *, int number);   /* in the worker; returns on TERM */
};

/* Binds a listening Unix socket, mode 0660; -1 and why. */
int listen_at(const char *path, const char **why);

/* Runs until TERM or INT. `reload` is called in the master on HUP, before the
 * workers are replaced. */
bool master_run(const struct pool *pools, size_t pool_count, void (*reload)(void));

#endif
