/* Zip by libarchive, which writes as it is given. */
#include "base/locked_zip.h"

#include <archive.h>
#include <archive_entry.h>

#include "base/log.h"
#include "base/memory.h"

struct locked_zip {
	struct archive *archive;
	locked_zip_taker *taker;
	void *data;
	bool good;
};

static la_ssize_t take(struct archive *archive, void *data, const void *bytes, size_t size)
{
	struct locked_zip *zip = data;

	if (zip->good && zip->taker(zip->data, bytes, size))
		return (la_ssize_t)size;
	zip->good = false;
	archive_set_error(archive, ARCHIVE_FATAL, "nobody listens");
	return -1;
}

/* The old encryption of zip: every program knows it, and secrecy is not asked.
 * Nothing is packed, so that size and time are those of the file. It ends where
 * it ends: libarchive fills up a last block of 10 kB, and some programs do not
 * find the end of a zip behind that. */
static bool begin(struct locked_zip *zip, const char *name, int64_t size)
{
	struct archive_entry *entry = archive_entry_new();
	bool good;

	archive_entry_set_pathname_utf8(entry, name);
	archive_entry_set_size(entry, size);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, 0400);
	archive_entry_set_mtime(entry, 0, 0);
	good = archive_write_set_format_zip(zip->archive) == ARCHIVE_OK
	    && archive_write_set_options(zip->archive,
	        "zip:compression=store,zip:encryption=zipcrypt,zip:hdrcharset=UTF-8") == ARCHIVE_OK
	    && archive_write_set_bytes_in_last_block(zip->archive, 1) == ARCHIVE_OK
	    && archive_write_set_passphrase(zip->archive, LOCKED_ZIP_PASSWORD) == ARCHIVE_OK
	    && archive_write_open(zip->archive, zip, NULL, take, NULL) == ARCHIVE_OK
	    && archive_write_header(zip->archive, entry) == ARCHIVE_OK;
	if (!good && zip->good)
		log_error("no zip: %s", archive_error_string(zip->archive));
	archive_entry_free(entry);
	return good;
}

static int zip_ends(struct locked_zip *zip)
{
	archive_write_free(zip->archive);
	return 0;
}

struct locked_zip *locked_zip_open(const void *memory, const char *name, int64_t size,
	locked_zip_taker *taker, void *data)
{
	struct locked_zip *zip = memory_new(memory, struct locked_zip);

	zip->taker = taker;
	zip->data = data;
	zip->good = true;
	zip->archive = archive_write_new();
	if (zip->archive == NULL)
		bug("no memory for a zip");
	memory_when_ended(zip, zip_ends);
	zip->good = begin(zip, name, size);
	return zip;
}

bool locked_zip_add(struct locked_zip *zip, const void *bytes, size_t size)
{
	zip->good = zip->good && archive_write_data(zip->archive, bytes, size) == (la_ssize_t)size;
	return zip->good;
}

bool locked_zip_close(struct locked_zip *zip)
{
	zip->good = zip->good && archive_write_close(zip->archive) == ARCHIVE_OK;
	return zip->good;
}
