/* Running WeasyPrint. */
#include "formats/pdf.h"

#include <errno.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/program.h"

enum { TEMPORARY_BYTES = 16 * 1024 * 1024, OPEN_FOLDERS = 8 };

/* The program, its interpreter and what they are made of; fonts, and how they are
 * found. Nothing that anybody has written. Of an empty base it makes no address out of
 * a relative one, and without a PATH it does not look for a compiler to find its
 * libraries. */
static bool run(const void *memory, const struct pdf_order *order, const char *temporary,
	struct bytes *file)
{
	char *const arguments[] = { (char *)order->program, "--quiet", "--encoding", "utf-8",
		"--base-url", "", "--stylesheet", (char *)order->style, "-", "-", NULL };
	char *const environment[] = { "PATH=/nonexistent", "HOME=/nonexistent", "LC_ALL=C.UTF-8",
		"PYTHONDONTWRITEBYTECODE=1", "PYTHONNOUSERSITE=1", "PYTHONHASHSEED=0",
		memory_printf(memory, "TMPDIR=%s", temporary),
		memory_printf(memory, "SOURCE_DATE_EPOCH=%lld", (long long)order->made_at), NULL };

	return program_run(memory, &(struct program){
		.arguments = arguments, .environment = environment,
		.input = order->html, .input_size = strlen(order->html),
		.file_bytes = TEMPORARY_BYTES,
		.walls = {
			.read = { "/usr", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/etc/localtime",
			    "/etc/mime.types", "/var/cache/fontconfig", order->program, order->style },
			.write = { temporary },
			.run = { order->program, "/usr/bin/python3", "/lib", "/lib64" },
		} }, PDF_SECONDS, file);
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *where)
{
	(void)about;
	(void)kind;
	(void)where;
	return remove(path);
}

/* "/Count 3" of the tree of pages (ISO 32000-1, 7.7.3.2), which WeasyPrint writes
 * first and as it is. 0: it cannot be found. */
static int64_t pages_of(const struct bytes *file)
{
	static const char tree[] = "/Type /Pages", count[] = "/Count ";
	const unsigned char *end = file->data + file->size;
	const char *at = memmem(file->data, file->size, tree, strlen(tree));

	if (at != NULL)
		at = memmem(at, (size_t)(end - (const unsigned char *)at), count, strlen(count));
	return at != NULL ? strtoll(at + strlen(count), NULL, 10) : 0;
}

static bool is_whole(const struct bytes *file)
{
	return file->size > 0 && file->size <= PDF_BYTES && text_starts((const char *)file->data, "%PDF-")
	    && memmem(file->data, file->size, "%%EOF", 5) != NULL;
}

enum pdf_drawn pdf_draw(const void *memory, const struct pdf_order *order, struct pdf *pdf)
{
	char temporary[] = "/tmp/belfry-print.XXXXXX";
	struct bytes file;
	bool ended;

	*pdf = (struct pdf){ 0 };
	if (access(order->program, X_OK) != 0)
		return PDF_NO_PROGRAM;
	if (mkdtemp(temporary) == NULL) {
		log_error("no folder can be made for printing: %s", strerror(errno));
		return PDF_FAILED;
	}
	ended = run(memory, order, temporary, &file);
	nftw(temporary, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
	if (!ended || !is_whole(&file) || pages_of(&file) == 0) {
		log_error("a PDF could not be drawn (%zu bytes came)", file.size);
		return PDF_FAILED;
	}
	*pdf = (struct pdf){ file.data, file.size, pages_of(&file) };
	return PDF_DRAWN;
}
