/* The folder of backups that are made by themselves: names, and what is old. */
#ifndef BELFRY_COMMANDS_BACKUP_FOLDER_H
#define BELFRY_COMMANDS_BACKUP_FOLDER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/moment.h"

/* What an unfinished file ends with; who writes one holds its lock (flock). */
#define BACKUP_UNFINISHED ".part"

/* FOLDER/belfry-20261122T030000Z.zst.age */
const char *backup_folder_name(const void *memory, const char *folder, moment);

/* Removes all but the newest `kept`, and unfinished files that nobody writes any
 * more. Files of other names stay. False: the log says what could not go. */
bool backup_folder_prune(const char *folder, int64_t kept);

#endif
