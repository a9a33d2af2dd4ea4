/* Comparing what was noted with what is there. */
#include "commands/anchors.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/text.h"
#include "domain/seal.h"

enum { LINE_BYTES = 256, RESTORES = 1000 };

/* The newest seal that each restore has left, in their order. */
struct restores {
	int64_t left[RESTORES];
	size_t count, passed;
};

struct note {
	bool restored;
	int64_t number;
	const char *digest;
};

/* "seal 17 DIGEST ..." or "restored 15 DIGEST ...", also behind what a system's
 * log puts in front. */
static bool read_note(const void *memory, const char *line, struct note *note)
{
	const char *seal = strstr(line, "seal "), *restored = strstr(line, "restored ");
	const char *at = restored != NULL ? restored + strlen("restored ")
		: seal != NULL ? seal + strlen("seal ") : NULL;
	const char *digest;

	if (at == NULL)
		return false;
	digest = strstr(at, "digest ");
	digest = digest != NULL ? digest + strlen("digest ") : at + strcspn(at, " ");
	digest += strspn(digest, " ");
	*note = (struct note){
		.restored = restored != NULL,
		.digest = memory_text_of(memory, digest, strspn(digest, "0123456789abcdef")),
	};
	return strlen(note->digest) == 64
	    && text_number(memory_text_of(memory, at, strcspn(at, " ")), 0, INT64_MAX, &note->number);
}

static void look_for_restores(const void *memory, FILE *file, struct restores *restores)
{
	char line[LINE_BYTES];
	struct note note;

	while (fgets(line, sizeof line, file) != NULL)
		if (read_note(memory, line, &note) && note.restored && restores->count < RESTORES)
			restores->left[restores->count++] = note.number;
}

/* A restore since then went back behind this seal. */
static bool is_gone_by_restore(const struct restores *restores, int64_t number)
{
	for (size_t i = restores->passed; i < restores->count; i++)
		if (restores->left[i] < number)
			return true;
	return false;
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
	struct restores *restores = memory_new(w->memory, struct restores);
	char line[LINE_BYTES];
	struct note note;

	if (file == NULL) {
		anchors->wrong++;
		anchors->tell(memory_printf(w->memory, "the anchors '%s' cannot be read: %s", path, strerror(errno)));
		return false;
	}
	look_for_restores(w->memory, file, restores);
	rewind(file);
	while (fgets(line, sizeof line, file) != NULL) {
		if (!read_note(w->memory, line, &note))
			continue;
		restores->passed += note.restored && restores->passed < restores->count;
		if (!is_gone_by_restore(restores, note.number))
			compare(w, &note, anchors);
	}
	anchors->restores = (int64_t)restores->count;
	fclose(file);
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
