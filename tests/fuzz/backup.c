/* What is in a backup, as somebody might write it who has the public key: read to
 * its end or refused, with values that lie where they should. Digests are all the
 * same here, so that inputs get past them. */
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/memory.h"
#include "domain/backup.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct packed {
	const uint8_t *data;
	size_t left;
};

int packed_peek(struct packed *packed)
{
	return packed->left > 0 ? *packed->data : -1;
}

int packed_byte(struct packed *packed)
{
	const int byte = packed_peek(packed);

	packed->data += byte >= 0;
	packed->left -= byte >= 0;
	return byte;
}

bool packed_get(struct packed *packed, void *bytes, size_t size)
{
	if (size > packed->left)
		return false;
	memcpy(bytes, packed->data, size);
	packed->data += size;
	packed->left -= size;
	return true;
}

const char *packed_digest(struct packed *packed)
{
	(void)packed;
	return "d";
}

void packed_part(struct packed *packed)
{
	(void)packed;
}

const char *packed_part_digest(struct packed *packed)
{
	return packed_digest(packed);
}

const char *keyed_digest_hex(const void *memory, const char *purpose, const char *text)
{
	(void)memory;
	return text_starts(text, purpose) ? "x" : "d";
}

static void must_hold(bool true_always)
{
	if (!true_always)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct backup *backup = memory_new(NULL, struct backup);
	struct packed packed = { data, size };
	enum backup_step step = BACKUP_BAD;
	int64_t rows = 0, tables = 0;
	volatile unsigned char sum = 0;

	if (backup_open(backup, backup, &packed))
		do {
			step = backup_next(backup);
			tables += step == BACKUP_TABLE;
			rows += step == BACKUP_ROW;
			for (size_t i = 0; step == BACKUP_ROW && i < backup->table.columns; i++)
				for (size_t at = 0; at < backup->cells[i].size; at++)
					sum += backup->cells[i].data[at];
		} while (step != BACKUP_BAD && step != BACKUP_END);
	must_hold(step == BACKUP_END || backup->why != NULL);
	if (step == BACKUP_END)
		must_hold(packed.left == 0 && rows == backup->facts.rows && tables == backup->facts.tables);
	memory_end(backup);
	return 0;
}
