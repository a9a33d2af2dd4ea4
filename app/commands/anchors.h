/* The file of anchors: what was noted of each seal, outside of the database.
 *
 *     seal 17 DIGEST 2026-11-22 03:00:00
 *     restored 15 DIGEST 2026-11-22T02:00:00Z     a backup of then was restored
 *
 * After a restore the chain goes on from its newest seal, with other seals than
 * those that were noted before. */
#ifndef BELFRY_COMMANDS_ANCHORS_H
#define BELFRY_COMMANDS_ANCHORS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/work.h"

struct anchors {
	int64_t noted, restores;
	int64_t wrong;
	void (*tell)(const char *what);
};

/* Compares every note with the seals. False: the file cannot be read. */
bool anchors_compare(struct work *, const char *path, struct anchors *);

/* Notes that a backup was restored. */
bool anchors_note_restore(struct work *, const char *path, const char *made);

#endif
