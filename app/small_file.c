/* Keeping a small file while a form is read. */
#include "small_file.h"

#include "site.h"
#include "upload.h"

bool small_file_take(struct parse_file *file, const void *bytes, size_t size)
{
	struct request *r = file->sink;

	if (!text_is(file->field, FILES_FIELD) || (file->begin && r->small_file != NULL))
		return false;
	if (file->begin) {
		r->small_file = memory_new(r->memory, struct buffer);
		buffer_open(r->small_file, r->memory, r->route->small_file);
	}
	buffer_add_bytes(r->small_file, bytes, size);
	return !r->small_file->full;
}
