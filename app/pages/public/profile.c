/* The profile (RFC 2350), as everybody reads it: the latest version and those
 * before it, as a page and as files. */
#include "domain/profile.h"

#include <string.h>

#include "base/settings.h"
#include "base/text.h"
#include "formats/plain.h"
#include "site.h"
#include "team_cache.h"
#include "web/language.h"
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

/* Paragraphs of lines. */
static void pour_body(struct request *r, struct place *paragraphs, size_t *n, const char *body,
	const char *lang)
{
	struct place *lines = NULL;
	size_t line = 0;

	while (*body != '\0') {
		const size_t size = strcspn(body, "\n");
		const char *said = text_trim(r->memory, memory_text_of(r->memory, body, size));

		if (*said == '\0') {
			lines = NULL;
		} else {
			struct place *row;

			if (lines == NULL) {
				struct place *paragraph = place_row(r, paragraphs, (*n)++);

				place_text(r, paragraph, "lang", lang);
				lines = place_under(r, paragraph, "lines");
				line = 0;
			}
			row = place_row(r, lines, line++);
			place_text(r, row, "text", said);
			place_text(r, row, "href", href_of(r, said));
			place_flag(r, row, "ltr", lang == NULL && language_now()->right_to_left
			    && !plain_runs_right_to_left(said, strlen(said)));
		}
		body += size;
		body += *body == '\n';
	}
}

static void pour_sections(struct request *r, struct db_rows *rows)
{
	struct place *sections = view_place(r, "sections"), *section = NULL, *paragraphs = NULL;
	size_t count = 0, paragraph = 0;

	while (db_next(rows)) {
		const char *said_in = db_get_text(rows, "said_in"), *number = db_get_text(rows, "section");

		if (!text_is_empty(db_get_text(rows, "title"))) {
			section = place_row(r, sections, count++);
			place_text(r, section, "number", number);
			place_text(r, section, "title", db_get_text(rows, "title"));
			place_number(r, section, "level", number[strcspn(number, ".")] == '\0' ? 2
			    : strchr(strchr(number, '.') + 1, '.') == NULL ? 3 : 4);
			paragraphs = place_under(r, section, "paragraphs");
			paragraph = 0;
		}
		if (paragraphs != NULL)
			pour_body(r, paragraphs, &paragraph, db_get_text(rows, "body"),
			    text_is(said_in, r->language) ? NULL : said_in);
	}
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
	pour_sections(r, profile_sections(r->work, &version, r->language));
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
