/* Files in forms, as people read about them. */
#include "pages/files.h"

#include "base/settings.h"
#include "base/text.h"
#include "site.h"
#include "upload.h"
#include "web/language.h"
#include "web/view.h"

const char *size_said(const void *memory, int64_t bytes)
{
	if (bytes < 1000)
		return t_fill(memory, t("{n} bytes"), "n", memory_printf(memory, "%lld",
		    (long long)bytes), NULL);
	if (bytes < 1000 * 1024)
		return t_fill(memory, t("{n} kB"), "n", memory_printf(memory, "%lld",
		    (long long)(bytes + 512) / 1024), NULL);
	return t_fill(memory, t("{n} MB"), "n", bytes % (1024 * 1024) == 0
	    ? memory_printf(memory, "%lld", (long long)bytes / 1024 / 1024)
	    : memory_printf(memory, "%.1f", (double)bytes / 1024 / 1024), NULL);
}

static const char *megabytes_said(const void *memory, int64_t megabytes)
{
	return size_said(memory, megabytes * 1024 * 1024);
}

bool files_good(const struct request *r)
{
	for (size_t i = 0; i < r->file_count; i++)
		if (r->files[i].arrival != ARRIVED)
			return false;
	return true;
}

/* A name in a sentence: whichever way it runs, the sentence stays in order. */
static const char *named(const struct request *r, size_t i)
{
	return memory_printf(r->work->memory, "\u2068%s\u2069", r->files[i].name);
}

/* One sentence: with the first that did not arrive, what to do is clear. */
static const char *complaint(const struct request *r)
{
	const void *memory = r->work->memory;
	size_t i = 0;

	while (r->files[i].arrival == ARRIVED)
		i++;
	switch (r->files[i].arrival) {
	case FILE_TOO_LARGE:
		return t_fill(memory, t("{name} is larger than {size}. Choose a smaller file, or go"
		    " on without it and tell us about it"), "name", named(r, i),
		    "size", megabytes_said(memory, r->settings->file_megabytes), NULL);
	case FILES_TOO_LARGE:
		return t_fill(memory, t("With {name} the files would be larger than {size} together."
		    " Remove one, or go on without it"), "name", named(r, i),
		    "size", megabytes_said(memory, r->settings->files_megabytes), NULL);
	case FILES_TOO_MANY:
		return t_fill(memory, t("{name} was not added: there can be {count} files at most."
		    " Remove one, or go on without it"), "name", named(r, i),
		    "count", memory_printf(memory, "%lld", (long long)r->settings->files_most), NULL);
	case FILES_NO_ROOM:
		return t("We cannot take files at the moment, because too many have arrived. Send your"
		    " words without them and tell us which files you have: we will ask for them");
	case FILE_LOST:
	case ARRIVED:
		break;
	}
	return t_fill(memory, t("{name} did not reach us. Choose it again, or go on without it"),
	    "name", named(r, i), NULL);
}

static void remove_file(struct request *r, const char *handle)
{
	const char *holder = r->route->holder(r);
	struct attachments held;

	if (holder == NULL)
		return;
	attachments_held(r->work, holder, &held);
	for (size_t i = 0; i < held.count; i++)
		if (text_is(handle, attachment_handle(r->work, held.list[i].id)))
			attachment_remove(r->work, holder, held.list[i].id);
}

bool files_pressed(struct request *r)
{
	const char *handle = field_value(&r->body, "remove_file");

	if (handle != NULL)
		remove_file(r, handle);
	if (handle == NULL && field_value(&r->body, "add_files") == NULL)
		return false;
	r->switching = true;
	return true;
}

size_t files_list(struct request *r, const char *tree, const struct attachments *attachments,
	int64_t message_id)
{
	size_t n = 0;

	for (size_t i = 0; i < attachments->count; i++) {
		const struct attachment *file = &attachments->list[i];
		const char *under = memory_printf(r->work->memory, "%s.%zu", tree, n);

		if (file->message_id != message_id)
			continue;
		n++;
		view_number(r, memory_printf(r->work->memory, "%s.id", under), file->id);
		view_text(r, memory_printf(r->work->memory, "%s.handle", under),
		    attachment_handle(r->work, file->id));
		view_text(r, memory_printf(r->work->memory, "%s.name", under), file->name);
		view_text(r, memory_printf(r->work->memory, "%s.size", under),
		    size_said(r->work->memory, file->size));
		view_text(r, memory_printf(r->work->memory, "%s.looks", under), file->sniffed);
	}
	return n;
}

void files_complain(struct request *r)
{
	if (!files_good(r))
		form_complain(r, FILES_FIELD, complaint(r));
}

void files_pour(struct request *r, const char *tree, const char *holder)
{
	const void *memory = r->work->memory;
	struct attachments held = { 0 };

	if (holder != NULL)
		attachments_held(r->work, holder, &held);
	files_list(r, memory_printf(memory, "%s.held", tree), &held, 0);
	view_flag(r, memory_printf(memory, "%s.full", tree), (int64_t)held.count >= r->settings->files_most);
	view_text(r, memory_printf(memory, "%s.limits", tree), t_fill(memory,
	    t("Up to {count} files, each up to {each}, together up to {all}."),
	    "count", memory_printf(memory, "%lld", (long long)r->settings->files_most),
	    "each", megabytes_said(memory, r->settings->file_megabytes),
	    "all", megabytes_said(memory, r->settings->files_megabytes), NULL));
}
