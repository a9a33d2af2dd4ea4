/* Reading by libarchive, as a file that is packed or not and holds nothing but itself. */
#include "base/unpacked.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

enum { PIECE = 64 * 1024 };

struct unpacked {
	const void *memory;
	struct archive *archive;
	char piece[PIECE];
	size_t at, size;                /* what is left of the piece */
	size_t total;
	bool ended, broken;
	char line[UNPACKED_LINE + 1];
};

static int unpacked_ends(struct unpacked *file)
{
	archive_read_free(file->archive);
	return 0;
}

struct unpacked *unpacked_open(const void *memory, const char *path, const char **why)
{
	struct unpacked *file = memory_new(memory, struct unpacked);
	struct archive_entry *entry;
	int result;

	file->memory = memory;
	file->archive = archive_read_new();
	memory_when_ended(file, unpacked_ends);
	archive_read_support_filter_gzip(file->archive);
	archive_read_support_format_raw(file->archive);
	archive_read_support_format_empty(file->archive);
	result = archive_read_open_filename(file->archive, path, PIECE);
	if (result == ARCHIVE_OK)
		result = archive_read_next_header(file->archive, &entry);
	if (result == ARCHIVE_OK)
		return file;
	*why = result == ARCHIVE_EOF ? "it is empty"
	    : memory_text(memory, archive_error_string(file->archive));
	return NULL;
}

static bool more(struct unpacked *file)
{
	la_ssize_t got;

	if (file->ended || file->broken)
		return false;
	got = archive_read_data(file->archive, file->piece, PIECE);
	file->at = 0;
	file->size = got > 0 ? (size_t)got : 0;
	file->total += file->size;
	file->ended = got == 0;
	file->broken = got < 0 || file->total > UNPACKED_BYTES;
	return !file->ended && !file->broken;
}

const char *unpacked_line(struct unpacked *file)
{
	size_t length = 0;
	bool any = false;

	while (file->at < file->size || more(file)) {
		const char *from = file->piece + file->at;
		const char *end = memchr(from, '\n', file->size - file->at);
		const size_t size = end != NULL ? (size_t)(end - from) : file->size - file->at;
		const size_t room = UNPACKED_LINE - length, taken = size < room ? size : room;

		any = true;
		memcpy(file->line + length, from, taken);
		length += taken;
		file->at += size + (end != NULL);
		if (end != NULL)
			break;
	}
	if (length > 0 && file->line[length - 1] == '\r')
		length--;
	file->line[length] = '\0';
	return any && !file->broken ? file->line : NULL;
}

const char *unpacked_rest(struct unpacked *file, size_t most, size_t *size)
{
	struct buffer whole;

	buffer_open(&whole, file->memory, most);
	while (!whole.full && (file->at < file->size || more(file))) {
		buffer_add_bytes(&whole, file->piece + file->at, file->size - file->at);
		file->at = file->size;
	}
	*size = whole.size;
	return whole.full ? NULL : buffer_text(&whole);
}

bool unpacked_is_whole(const struct unpacked *file)
{
	return file->ended && !file->broken;
}
