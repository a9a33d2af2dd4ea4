/* A backup as a file: read from its first byte to its last, before anybody
 * believes a word of it. */
#ifndef BELFRY_COMMANDS_BACKUP_FILE_H
#define BELFRY_COMMANDS_BACKUP_FILE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/age.h"
#include "domain/backup.h"

/* Reads all of it, from the beginning; `facts` and, where `list` is not NULL, a
 * line per table. False: it is not whole, or it cannot be opened with this key;
 * `why`. */
bool backup_file_read(const void *memory, int file, const struct age_key *, struct backup_facts *,
	FILE *list, const char **why);

#endif
