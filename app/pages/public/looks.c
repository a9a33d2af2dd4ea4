/* The team's colour and logo as files that browsers keep for ever. */
#include "looks.h"

#include <string.h>

#include "base/text.h"
#include "site.h"

/* nginx keeps them for an hour: whoever changes the looks changes their addresses. */
static int send_kept(struct request *r, const char *content_type, const void *bytes, size_t size)
{
	set_header(r, "X-Accel-Expires", "3600");
	set_header(r, "Cache-Control", "public, max-age=31536000, immutable");
	r->content_type = content_type;
	r->answer = bytes;
	r->answer_size = size;
	return 200;
}

static int send_sheet(struct request *r, const char *name)
{
	struct look now, before;
	const char *sheet;

	look_load(r->work, r->work->memory, &now, &before);
	sheet = looks_sheet_by_name(r->memory, name, &now, &before);
	return sheet == NULL ? not_found(r)
	    : send_kept(r, "text/css; charset=utf-8", sheet, strlen(sheet));
}

int file_looks(struct request *r)
{
	const char *name = path_word(r, "document"), *dot = strchr(name, '.');
	struct logo logo;

	if (text_ends(name, ".css"))
		return send_sheet(r, name);
	if (dot == NULL || !logo_by_digest(r->work, memory_text_of(r->memory, name,
	    (size_t)(dot - name)), &logo) || !text_is(name, logo_file_name(r->memory, &logo)))
		return not_found(r);
	r->sandboxed = true;
	r->has_style = true;
	return send_kept(r, text_is(logo.type, "svg") ? "image/svg+xml" : "image/png",
	    logo.content.data, logo.content.size);
}
