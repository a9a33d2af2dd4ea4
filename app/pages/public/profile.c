/* The profile (RFC 2350), as everybody reads it: the latest version and those
 * before it, as a page and as files. */
#include "domain/printed.h"
#include "domain/profile.h"

#include <string.h>

#include "base/settings.h"
#include "base/text.h"
#include "site.h"
#include "team_cache.h"
#include "web/sections.h"
#include "web/view.h"

/* Its path, for an address of ours: from wherever somebody came here. */
static const char *own_path(struct request *r, const char *line)
{
	const char *path = line + strlen(r->settings->address);

	return text_starts(line, r->settings->address) && path[0] == '/' && path[1] != '/'
	    && strpbrk(path, " \t\\") == NULL ? path : NULL;
}

/* "tel:+999205550100" for a line that is a telephone number, "mailto:..." for an
 * address of mail, an address of the web as it is; NULL for anything else. */
static const char *href_of(struct request *r, const char *line)
{
	const size_t size = strlen(line);

	if (own_path(r, line) != NULL)
		return own_path(r, line);
	if (text_starts(line, "https://") || text_starts(line, "http://"))
		return strpbrk(line, " \t") == NULL ? line : NULL;
	if (line[0] == '+' && size >= 5 && strspn(line, "+0123456789 ()-.") == size) {
		struct buffer digits;

		buffer_open(&digits, r->memory, 64);
		for (const char *c = line; *c != '\0'; c++)
			if (*c == '+' || (*c >= '0' && *c <= '9'))
				buffer_add_bytes(&digits, c, 1);
		return memory_printf(r->memory, "tel:%s", buffer_text(&digits));
	}
	if (size <= 254 && strchr(line, '@') != NULL && strpbrk(line, " <>\"\t:/") == NULL)
		return memory_printf(r->memory, "mailto:%s", line);
	return NULL;
}

static int show_version(struct request *r, int64_t number)
{
	struct profile_version version, latest;

	/* Its name is the longest word of the heading; a small screen would part it. */
	view_text(r, "team.unbroken", text_unbroken(r->memory, team_now(r->work)->short_name));
	if (!profile_version(r->work, number, &version))
		return number == 0 ? show_status(r, 404, "public/profile_none.cs") : not_found(r);
	same_for_everybody(r);
	profile_version(r->work, 0, &latest);
	view_number(r, "version.number", version.number);
	view_moment(r, "version.published_at", version.published_at);
	view_flag(r, "version.old", version.number != latest.number);
	view_flag(r, "version.signed", profile_plain(r->work, &version, r->language, true) != NULL);
	view_flag(r, "version.printed", printed_exists(r->work,
	    &(struct printed_name){ "profile", version.number, r->language }, version.prevails));
	sections_pour(r, profile_sections(r->work, &version, r->language), href_of);
	view_rows(r, "versions", profile_versions(r->work));
	return show(r, "public/profile.cs");
}

int page_rfc2350(struct request *r)
{
	return show_version(r, 0);
}

int page_rfc2350_version(struct request *r)
{
	const int64_t number = path_number(r, "id");

	return number == 0 ? not_found(r) : show_version(r, number);
}

static int send_version(struct request *r, int64_t number, bool sign)
{
	struct profile_version version;
	const char *text = NULL;

	if (profile_version(r->work, number, &version))
		text = profile_plain(r->work, &version, r->language, sign);
	if (text == NULL)
		return not_found(r);
	return send_published(r, "text/plain; charset=utf-8", text, strlen(text));
}

int file_rfc2350(struct request *r)
{
	return send_version(r, 0, false);
}

int file_rfc2350_signed(struct request *r)
{
	return send_version(r, 0, true);
}

static int send_old(struct request *r, bool sign)
{
	const int64_t number = path_number(r, "id");

	return number == 0 ? not_found(r) : send_version(r, number, sign);
}

int file_rfc2350_version(struct request *r)
{
	return send_old(r, false);
}

int file_rfc2350_version_signed(struct request *r)
{
	return send_old(r, true);
}

static int send_printed(struct request *r, int64_t number)
{
	struct profile_version version;
	struct printed printed;

	if (!profile_version(r->work, number, &version)
	    || !printed_file(r->work, &(struct printed_name){ "profile", version.number, r->language },
	        version.prevails, &printed))
		return not_found(r);
	return send_published(r, "application/pdf", printed.bytes, printed.size);
}

int file_rfc2350_pdf(struct request *r)
{
	return send_printed(r, 0);
}

int file_rfc2350_version_pdf(struct request *r)
{
	const int64_t number = path_number(r, "id");

	return number == 0 ? not_found(r) : send_printed(r, number);
}
