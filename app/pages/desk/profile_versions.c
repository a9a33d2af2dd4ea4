/* A version of the profile beside the one before it. */
#include "domain/profile.h"

#include "base/text.h"
#include "site.h"
#include "web/language.h"
#include "web/view.h"

enum { ROWS_MOST = 100 };

/* All that a version says in a section. */
static const char *body_of(struct request *r, struct db_rows *sections, const char *section)
{
	struct buffer body;

	buffer_open(&body, r->memory, 100000);
	db_rewind(sections);
	while (db_next(sections)) {
		if (!text_is(db_get_text(sections, "section"), section))
			continue;
		if (body.size > 0)
			buffer_add(&body, "\n\n");
		buffer_add(&body, db_get_text(sections, "body"));
	}
	return buffer_text(&body);
}

static void pour_difference(struct request *r, struct place *row, const char *number,
	const char *title, const char *before, const char *after)
{
	place_text(r, row, "number", number);
	place_text(r, row, "title", title);
	place_text(r, row, "before", before);
	place_text(r, row, "after", after);
}

static void pour_differences(struct request *r, struct db_rows *before, struct db_rows *after)
{
	struct place *differences = view_place(r, "differences");
	const char *numbers[ROWS_MOST], *titles[ROWS_MOST];
	size_t count = 0, n = 0;

	while (db_next(after) && count < ROWS_MOST)
		if (!text_is_empty(db_get_text(after, "title"))) {
			numbers[count] = db_get_text(after, "section");
			titles[count++] = db_get_text(after, "title");
		}
	for (size_t i = 0; i < count; i++) {
		const char *old = body_of(r, before, numbers[i]), *new = body_of(r, after, numbers[i]);

		if (!text_is(old, new))
			pour_difference(r, place_row(r, differences, n++), numbers[i], titles[i], old, new);
	}
}

int page_profile_version(struct request *r)
{
	const int64_t number = path_number(r, "id");
	struct profile_version version, before;

	if (number == 0 || !profile_version(r->work, number, &version))
		return not_found(r);
	view_number(r, "version.number", version.number);
	view_moment(r, "version.published_at", version.published_at);
	view_text(r, "version.changes", version.changes);
	view_text(r, "version.digest", version.sha256);
	if (number > 1 && profile_version(r->work, number - 1, &before)) {
		view_number(r, "version.before", before.number);
		pour_differences(r, profile_sections(r->work, &before, r->language),
		    profile_sections(r->work, &version, r->language));
	}
	return show(r, "desk/profile_version.cs");
}
