/* A version of the profile beside the one before it. */
#include "pages/profile_compare.h"

#include "site.h"
#include "web/language.h"
#include "web/view.h"

static void pour_differences(struct request *r, const struct profile_version *before,
	const struct profile_version *after)
{
	struct profile_section *old, *new;
	const size_t old_count = profile_published(r, before, r->language, &old);
	const size_t new_count = profile_published(r, after, r->language, &new);
	struct profile_difference *found = memory_array(r->memory, struct profile_difference,
	    PROFILE_DIFFERENCES);
	const size_t count = profile_compare(r, old, old_count, new, new_count, found);
	struct place *differences = view_place(r, "differences");

	for (size_t i = 0; i < count; i++) {
		struct place *row = place_row(r, differences, i);

		place_text(r, row, "number", found[i].number);
		place_text(r, row, "title", found[i].title);
		place_text(r, row, "before", found[i].before);
		place_text(r, row, "after", found[i].after);
	}
}

int page_publish_profile_version(struct request *r)
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
		pour_differences(r, &before, &version);
	}
	return show(r, "publish/profile_version.cs");
}
