/* A short name for what the static files hold now. */
#include "web/static_version.h"

#include <stdio.h>

#include "base/digest.h"
#include "base/memory.h"
#include "base/text.h"

enum { STATIC_BYTES = 1024 * 1024 };

static char version[11];

void static_version_read(const char *static_folder)
{
	static const char *const files[] = { "style.css", "symbols.svg" };
	void *memory = memory_root("static version");
	struct buffer all;

	buffer_open(&all, memory, STATIC_BYTES);
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		FILE *file = fopen(memory_printf(memory, "%s/%s", static_folder, files[i]), "re");
		char piece[4096];
		size_t got;

		while (file != NULL && (got = fread(piece, 1, sizeof piece, file)) > 0)
			buffer_add_bytes(&all, piece, got);
		if (file != NULL)
			fclose(file);
	}
	snprintf(version, sizeof version, "%s",
	    digest_hex(memory, buffer_text(&all), all.size));
	memory_end(memory);
}

const char *static_version_now(void)
{
	return version;
}
