/* Who looks at what right now, so that two people on one ticket know of each
 * other. In shared memory: it may be lost, and costs no write to the database. */
#ifndef BELFRY_WEB_PRESENCE_H
#define BELFRY_WEB_PRESENCE_H

#include <stddef.h>
#include <stdint.h>

#include "base/moment.h"
#include "base/settings.h"

enum presence_limit {
	PRESENCE_SLOTS  = 1024,
	PRESENCE_SHOWN  = 8,
	PRESENCE_LASTS  = 5 * MINUTE,   /* since the page was last opened */
};

/* RUNTIME/presence. Without it nobody is seen, and the log says so. */
void presence_open(const struct settings *);

/* Somebody opened the page of a thing. */
void presence_note(int64_t thing_id, int64_t account_id, moment now);

/* Who else did lately: accounts and when; their number. */
size_t presence_of(int64_t thing_id, int64_t not_account_id, moment now,
	int64_t account_ids[PRESENCE_SHOWN], moment seen_at[PRESENCE_SHOWN]);

#endif
