/* Sections, paragraphs, lines. */
#include "web/sections.h"

#include <string.h>

#include "base/paragraphs.h"
#include "base/text.h"
#include "web/language.h"
#include "web/view.h"

/* What lies under one section. */
struct pouring {
	struct place *paragraphs;
	size_t count;
	section_href *href;
};

static void pour_line(struct request *r, struct place *row, const struct pouring *p,
	const char *said, const char *lang)
{
	place_text(r, row, "text", said);
	if (p->href != NULL)
		place_text(r, row, "href", p->href(r, said));
	place_flag(r, row, "ltr", lang == NULL && language_now()->right_to_left
	    && !text_runs_right_to_left(said, strlen(said)));
}

static void pour_body(struct request *r, struct pouring *p, const char *body, const char *lang)
{
	struct paragraphs paragraphs;
	struct place *lines = NULL;
	size_t line = 0;

	paragraphs_open(&paragraphs, r->memory, body);
	for (const char *said; (said = paragraphs_line(&paragraphs)) != NULL; ) {
		if (paragraphs.begins) {
			struct place *paragraph = place_row(r, p->paragraphs, p->count++);

			place_text(r, paragraph, "lang", lang);
			lines = place_under(r, paragraph, "lines");
			line = 0;
		}
		pour_line(r, place_row(r, lines, line++), p, said, lang);
	}
}

static int level_of(const char *number)
{
	const char *dot = strchr(number, '.');

	return dot == NULL ? 2 : strchr(dot + 1, '.') == NULL ? 3 : 4;
}

void sections_pour(struct request *r, struct db_rows *rows, section_href *href)
{
	struct place *sections = view_place(r, "sections");
	struct pouring pouring = { .href = href };
	size_t count = 0;

	while (db_next(rows)) {
		const char *said_in = db_get_text(rows, "said_in"), *number = db_get_text(rows, "section");

		if (!text_is_empty(db_get_text(rows, "title"))) {
			struct place *section = place_row(r, sections, count++);

			place_text(r, section, "number", number);
			place_text(r, section, "title", db_get_text(rows, "title"));
			place_number(r, section, "level", level_of(number));
			pouring.paragraphs = place_under(r, section, "paragraphs");
			pouring.count = 0;
		}
		if (pouring.paragraphs != NULL)
			pour_body(r, &pouring, db_get_text(rows, "body"),
			    text_is(said_in, r->language) ? NULL : said_in);
	}
}
