/* Storing the files of a form within their limits. */
#include "upload.h"

#include <string.h>

#include "base/disk.h"
#include "base/file_name.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/attachment.h"
#include "web/budget.h"

enum { LEAST_KILOBYTES = 64 };   /* that a file counts for, however small: it is a row too */

struct upload {
	struct request *r;
	struct db *db;
	const char *(*find_holder)(struct request *);
	bool asked;
	const char *holder;          /* NULL: this visitor may send no files */
	bool no_room;                /* for anybody, or for whoever is there */
	int64_t count, bytes;        /* what the holder has, with what has arrived by now */
	struct work *work;           /* of the file that is arriving */
	struct storing *storing;
	struct arrived *arrived;
};

struct upload *upload_open(struct request *r, struct db *db,
	const char *(*holder)(struct request *))
{
	struct upload *upload = memory_new(r->memory, struct upload);

	upload->r = r;
	upload->db = db;
	upload->find_holder = holder;
	return upload;
}

/* The disk is the team's: what strangers may fill of it has an end, and reports
 * are taken beyond that. The team itself only stops before the disk is full. */
static bool no_room(struct request *r)
{
	const struct settings *settings = r->settings;

	if (disk_is_short(settings->disk_folder, settings->disk_reserve_megabytes))
		return true;
	return r->door == PUBLIC && (attachments_unsent(r->work) > settings->unsent_megabytes * 1024 * 1024
	    || budget_spent(BUDGET_FILES, 0, r->address, r->work->now));
}

/* Also of a file that was given up in its middle. */
static void count_bytes(const struct upload *upload)
{
	int64_t kilobytes = attachment_size(upload->storing) / 1024;

	if (upload->r->door == PUBLIC)
		budget_spent(BUDGET_FILES, kilobytes > LEAST_KILOBYTES ? kilobytes : LEAST_KILOBYTES,
		    upload->r->address, upload->work->now);
}

/* Who sends, and what is there already. */
static void ask(struct upload *upload)
{
	struct request *r = upload->r;
	struct attachments held;

	upload->asked = true;
	r->work = work_begin(upload->db, true);
	upload->holder = memory_text(r->memory, upload->find_holder(r));
	if (upload->holder != NULL) {
		attachments_held(r->work, upload->holder, &held);
		upload->count = (int64_t)held.count;
		upload->bytes = held.bytes;
		upload->no_room = no_room(r);
	}
	if (db_failed(upload->db))
		upload->holder = NULL;
	work_end(r->work, false);
	r->work = NULL;
	r->session = NULL;
	r->half = false;
}

/* What this many bytes of the present file would be too much for. */
static enum arrival fits(const struct upload *upload, int64_t size)
{
	const struct settings *settings = upload->r->settings;

	if (upload->no_room)
		return FILES_NO_ROOM;
	if (upload->count >= settings->files_most)
		return FILES_TOO_MANY;
	if (size > settings->file_megabytes * 1024 * 1024)
		return FILE_TOO_LARGE;
	if (upload->bytes + size > settings->files_megabytes * 1024 * 1024)
		return FILES_TOO_LARGE;
	return ARRIVED;
}

static void give_up(struct upload *upload, enum arrival why)
{
	upload->arrived->arrival = why;
	if (upload->work == NULL)
		return;
	count_bytes(upload);
	work_end(upload->work, false);
	upload->work = NULL;
}

static bool begin(struct upload *upload, const struct parse_file *file)
{
	struct request *r = upload->r;
	enum arrival arrival;

	if (!upload->asked)
		ask(upload);
	if (r->file_count == REQUEST_FILES)
		return false;
	upload->arrived = &r->files[r->file_count++];
	upload->arrived->name = file_name_safe(r->memory, file->name, strlen(file->name));
	upload->arrived->arrival = FILE_LOST;
	if (upload->holder == NULL)
		return false;
	arrival = fits(upload, 0);
	if (arrival != ARRIVED) {
		give_up(upload, arrival);
		return false;
	}
	upload->work = work_begin(upload->db, false);
	upload->storing = attachment_begin(upload->work, upload->holder, file->name, file->type);
	return true;
}

static void keep(struct upload *upload)
{
	attachment_end(upload->storing);
	count_bytes(upload);
	upload->count++;
	upload->bytes += attachment_size(upload->storing);
	upload->arrived->arrival = work_end(upload->work, true) ? ARRIVED : FILE_LOST;
	upload->work = NULL;
}

bool upload_take(struct parse_file *file, const void *bytes, size_t size)
{
	struct upload *upload = file->sink;
	enum arrival arrival;

	if (!text_is(file->field, FILES_FIELD))
		return false;
	if (file->begin && !begin(upload, file))
		return false;
	arrival = fits(upload, attachment_size(upload->storing) + (int64_t)size);
	if (arrival == ARRIVED && db_failed(upload->db))
		arrival = FILE_LOST;
	if (arrival != ARRIVED) {
		give_up(upload, arrival);
		return false;
	}
	attachment_add(upload->storing, bytes, size);
	if (file->end)
		keep(upload);
	return true;
}

void upload_close(struct upload *upload)
{
	if (upload->work != NULL)
		give_up(upload, FILE_LOST);
}
