/* Comparing what was noted with what is there. */
#include "commands/anchors.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <stdint.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/text.h"
#include "domain/seal.h"

enum { LINE_BYTES = 256, FIRST_NOTES = 1024 };

struct note {
	bool restored;
	int64_t number;
	char digest[65];
};

/* All of them, in their order: the file may be a pipe. */
struct notes {
	struct note *list;
	size_t count, room;
};

/* "seal 17 DIGEST ..." or "restored 15 DIGEST ...", also behind what a system's
 * log puts in front. */
static bool read_note(const void *memory, const char *line, struct note *note)
{
	const char *seal = strstr(line, "seal "), *restored = strstr(line, "restored ");
	const char *at = restored != NULL ? restored + strlen("restored ")
		: seal != NULL ? seal + strlen("seal ") : NULL;
	const char *digest;
	size_t digits;

	if (at == NULL)
		return false;
	digest = strstr(at, "digest ");
	digest = digest != NULL ? digest + strlen("digest ") : at + strcspn(at, " ");
	digest += strspn(digest, " ");
	digits = strspn(digest, "0123456789abcdef");
	*note = (struct note){ .restored = restored != NULL };
	if (digits != sizeof note->digest - 1)
		return false;
	memcpy(note->digest, digest, digits);
	return text_number(memory_text_of(memory, at, strcspn(at, " ")), 0, INT64_MAX, &note->number);
}

static void read_notes(const void *memory, FILE *file, struct notes *notes)
{
	char line[LINE_BYTES];

	notes->room = FIRST_NOTES;
	notes->list = memory_array(memory, struct note, notes->room);
	while (fgets(line, sizeof line, file) != NULL) {
		if (notes->count == notes->room) {
			notes->room *= 2;
			notes->list = memory_grow(notes->list, struct note, notes->room);
		}
		notes->count += read_note(memory, line, &notes->list[notes->count]);
	}
}

static void compare(struct work *w, const struct note *note, struct anchors *anchors)
{
	const char *found = note->number > 0 ? seal_digest(w, note->number) : note->digest;

	anchors->noted++;
	if (text_is(found, note->digest) || db_failed(w->db))
		return;
	anchors->wrong++;
	anchors->tell(memory_printf(w->memory, found == NULL ? "seal %lld was made and is gone"
	    : "seal %lld is another one than was noted", (long long)note->number));
}

bool anchors_compare(struct work *w, const char *path, struct anchors *anchors)
{
	FILE *file = fopen(path, "re");
	struct notes notes = { 0 };
	int64_t least = INT64_MAX;

	if (file == NULL) {
		anchors->wrong++;
		anchors->tell(memory_printf(w->memory, "the anchors '%s' cannot be read: %s", path, strerror(errno)));
		return false;
	}
	read_notes(w->memory, file, &notes);
	fclose(file);
	/* From the newest back: a restore went behind what was noted before it. */
	for (size_t i = notes.count; i-- > 0;) {
		const struct note *note = &notes.list[i];

		if (note->number <= least)
			compare(w, note, anchors);
		if (note->restored && note->number < least)
			least = note->number;
		anchors->restores += note->restored;
	}
	return true;
}

bool anchors_note_restore(struct work *w, const char *path, const char *made)
{
	const struct seal newest = seal_newest(w);
	FILE *file = fopen(path, "ae");
	bool good = file != NULL && !db_failed(w->db)
	    && fprintf(file, "restored %lld %s %s\n", (long long)newest.number, newest.digest, made) > 0
	    && fflush(file) == 0 && fsync(fileno(file)) == 0;

	if (file != NULL)
		fclose(file);
	return good;
}
