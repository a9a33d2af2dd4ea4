/* Files on their way out. */
#include "download.h"

#include "base/text.h"
#include "web/encode.h"
#include "web/gateway.h"
#include "web/range.h"

/* A part in a work of its own, so that no more than one is held. */
static bool give_part(struct request *r, struct gateway *gateway, const struct download *d,
	int64_t number)
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
		good = from < to && gateway->write(gateway, part.data + from, (size_t)(to - from));
	}
	work_end(w, false);
	return good;
}

static bool give(struct request *r, struct gateway *gateway)
{
	const struct download *d = r->stream_data;

	for (int64_t n = d->first / ATTACHMENT_PART; n * ATTACHMENT_PART <= d->last; n++)
		if (!give_part(r, gateway, d, n))
			return false;
	return true;
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
