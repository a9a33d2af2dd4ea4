/* Reading a backup whole. */
#include "commands/backup_file.h"

#include <unistd.h>

#include "base/memory.h"
#include "base/packed.h"

/* To the end, or to what is wrong. */
static bool read_on(struct backup *backup, FILE *list)
{
	enum backup_step step;

	while ((step = backup_next(backup)) != BACKUP_END) {
		if (step == BACKUP_BAD)
			return false;
		if (step == BACKUP_TABLE_END && list != NULL)
			fprintf(list, "  %-20s %10lld rows  %.16s\n", backup->table.name,
			    (long long)backup->rows, backup->table_digest);
	}
	return true;
}

bool backup_file_read(const void *memory, int file, const struct age_key *key,
	struct backup_facts *facts, FILE *list, const char **why)
{
	struct backup *backup = memory_new(memory, struct backup);
	struct packed *packed;
	const char *packing = NULL;
	bool good, unpacked;

	if (lseek(file, 0, SEEK_SET) != 0) {
		*why = "it has to be a file, because it is read twice";
		return false;
	}
	packed = packed_open(backup, key, file);
	good = backup_open(backup, backup, packed) && read_on(backup, list);
	unpacked = packed_end(packed, &packing);
	*facts = backup->facts;
	/* Where the packing broke, the text ends early too: that is not the reason. */
	*why = packing != NULL ? packing : backup->why;
	return good && unpacked;
}
