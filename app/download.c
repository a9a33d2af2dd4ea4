/* Files on their way out. */
#include "download.h"

#include "base/locked_zip.h"
#include "base/text.h"
#include "web/encode.h"
#include "web/gateway.h"
#include "web/range.h"

/* Where bytes go: to the browser, or into a zip on the way there. */
typedef bool taker(void *data, const void *bytes, size_t size);

static bool to_gateway(void *gateway, const void *bytes, size_t size)
{
	return ((struct gateway *)gateway)->write(gateway, bytes, size);
}

static bool to_zip(void *zip, const void *bytes, size_t size)
{
	return locked_zip_add(zip, bytes, size);
}

/* A part in a work of its own, so that no more than one is held. */
static bool give_part(struct request *r, const struct download *d, int64_t number, taker *take,
	void *data)
{
	struct work *w = work_begin(r->work->db, true);
	int64_t begins = number * ATTACHMENT_PART, from, to;
	struct bytes part;
	bool good;

	good = d->secret != NULL
	    ? attachment_part_of_follow(w, d->reference, d->secret, d->file->id, number, &part)
	    : attachment_part(w, d->file->id, number, &part);
	if (good) {
		from = d->first > begins ? d->first - begins : 0;
		to = d->last - begins + 1 < (int64_t)part.size ? d->last - begins + 1 : (int64_t)part.size;
		good = from < to && take(data, part.data + from, (size_t)(to - from));
	}
	work_end(w, false);
	return good;
}

static bool give_parts(struct request *r, const struct download *d, taker *take, void *data)
{
	for (int64_t n = d->first / ATTACHMENT_PART; n * ATTACHMENT_PART <= d->last; n++)
		if (!give_part(r, d, n, take, data))
			return false;
	return true;
}

static bool give(struct request *r, struct gateway *gateway)
{
	return give_parts(r, r->stream_data, to_gateway, gateway);
}

static bool give_locked(struct request *r, struct gateway *gateway)
{
	const struct download *d = r->stream_data;
	struct locked_zip *zip = locked_zip_open(d, d->file->name, d->file->size, to_gateway, gateway);

	return give_parts(r, d, to_zip, zip) && locked_zip_close(zip);
}

static struct download *prepared(struct request *r, const struct attachment *file,
	const char *reference, const char *secret)
{
	struct download *d = memory_new(r->work->memory, struct download);
	struct attachment *kept = memory_new(d, struct attachment);

	*kept = *file;
	*d = (struct download){ .file = kept, .reference = reference, .secret = secret,
		.last = file->size - 1 };
	r->sandboxed = true;
	r->content_type = "application/octet-stream";
	r->stream_data = d;
	set_header(r, "Cache-Control", "private, no-store");
	return d;
}

int download(struct request *r, const struct attachment *file, const char *reference,
	const char *secret)
{
	struct download *d = prepared(r, file, reference, secret);
	const char *tag = memory_printf(r->work->memory, "\"%s\"", file->sha256);
	bool same = r->if_range == NULL || text_is(r->if_range, tag);

	set_header(r, "ETag", tag);
	set_header(r, "Accept-Ranges", "bytes");
	if (r->if_none_match != NULL && tag_is_in(r->if_none_match, tag)) {
		r->answer = "";
		return 304;
	}
	set_header(r, "Content-Disposition", encode_disposition(r->work->memory, file->name));
	switch (range_read(same ? r->range : NULL, file->size, &d->first, &d->last)) {
	case RANGE_WHOLE:
		d->first = 0;
		d->last = file->size - 1;
		break;
	case RANGE_PART:
		set_header(r, "Content-Range", memory_printf(r->work->memory, "bytes %lld-%lld/%lld",
		    (long long)d->first, (long long)d->last, (long long)file->size));
		break;
	case RANGE_OUTSIDE:
		set_header(r, "Content-Range", memory_printf(r->work->memory, "bytes */%lld",
		    (long long)file->size));
		r->answer = "";
		return 416;
	}
	r->stream = give;
	r->stream_size = d->last - d->first + 1;
	return r->stream_size < file->size ? 206 : 200;
}

int download_locked(struct request *r, const struct attachment *file)
{
	prepared(r, file, NULL, NULL);
	r->content_type = "application/zip";
	set_header(r, "Content-Disposition", encode_disposition(r->work->memory,
	    memory_printf(r->work->memory, "%s.zip", file->name)));
	r->stream = give_locked;
	r->stream_size = -1;
	return 200;
}
