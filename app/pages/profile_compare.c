/* Comparing versions of the profile. */
#include "pages/profile_compare.h"

#include "base/text.h"

enum { BODY_BYTES = 100 * 1000 };

size_t profile_published(struct request *r, const struct profile_version *version,
	const char *language, struct profile_section **sections)
{
	struct db_rows *rows = profile_sections(r->work, version, language);
	size_t count = 0;

	*sections = memory_array(r->memory, struct profile_section, db_row_count(rows) + 1);
	while (db_next(rows))
		(*sections)[count++] = (struct profile_section){ .section = db_get_text(rows, "section"),
			.title = db_get_text(rows, "title"), .body = db_get_text(rows, "body") };
	return count;
}

/* All that is said in a section: it may be several rows. */
static const char *body_of(struct request *r, const struct profile_section *sections, size_t count,
	const char *number)
{
	struct buffer body;

	buffer_open(&body, r->memory, BODY_BYTES);
	for (size_t i = 0; i < count; i++) {
		if (!text_is(sections[i].section, number))
			continue;
		if (body.size > 0)
			buffer_add(&body, "\n\n");
		buffer_add(&body, sections[i].body);
	}
	return buffer_text(&body);
}

size_t profile_compare(struct request *r, const struct profile_section *before, size_t before_count,
	const struct profile_section *after, size_t after_count, struct profile_difference *found)
{
	size_t count = 0;

	for (size_t i = 0; i < after_count && count < PROFILE_DIFFERENCES; i++) {
		const char *number = after[i].section, *old, *new;

		/* Its other rows have no title. */
		if (text_is_empty(after[i].title))
			continue;
		old = body_of(r, before, before_count, number);
		new = body_of(r, after, after_count, number);
		if (!text_is(old, new))
			found[count++] = (struct profile_difference){ number, after[i].title, old, new };
	}
	return count;
}
