/* Advisories for everybody: the list, and one of them. */
#include "site.h"

#include <string.h>

#include "base/text.h"
#include "pages/advisory.h"
#include "pages/choices.h"
#include "web/encode.h"
#include "web/language.h"
#include "web/view.h"

enum { SEARCH_CHARACTERS = 100 };

/* Words that are not ours are as good as none. */
static void read_list(struct request *r, struct published_list *list)
{
	const char *search = query_text(r, "q");

	*list = (struct published_list){
		.language = r->language,
		.kind = choice_known(advisory_kinds, query_text(r, "kind")),
		.severity = choice_known(advisory_severities, query_text(r, "severity")),
		.at = query_number(r, "at", 0),
		.id = query_number(r, "id", 0),
	};
	if (search != NULL)
		search = text_cut(r->work->memory, text_one_line(r->work->memory,
		    text_bare(r->work->memory, search)), SEARCH_CHARACTERS);
	list->search = text_is_empty(search) ? NULL : search;
}

static const char *address_of(struct request *r, const struct published_list *list)
{
	const char *const names[] = { "kind", "severity", "q" };
	const char *const values[] = { list->kind, list->severity, list->search };
	struct buffer address;
	char separator = '?';

	buffer_open(&address, r->work->memory, 2000);
	buffer_add(&address, "/advisories");
	for (size_t i = 0; i < 3; i++) {
		if (values[i] == NULL)
			continue;
		buffer_printf(&address, "%c%s=%s", separator, names[i],
		    encode_part(r->work->memory, values[i]));
		separator = '&';
	}
	return buffer_text(&address);
}

static void pour_filter(struct request *r, const char *name, const char *chosen,
	const struct choice *choices)
{
	struct place *filter = place_under(r, view_place(r, "filters"), name);

	for (size_t i = 0; choices[i].value != NULL; i++) {
		struct place *row = place_row(r, filter, i);

		place_text(r, row, "value", choices[i].value);
		place_text(r, row, "label", choices[i].label);
		place_flag(r, row, "chosen", text_is(chosen, choices[i].value));
	}
}

/* The same for programs; what is for machines has no language. */
static void pour_feeds(struct request *r)
{
	const struct { const char *name, *href; } feeds[] = {
		{ "Atom", language_path(r->work->memory, r->language, "/advisories.atom") },
		{ "CSV", language_path(r->work->memory, r->language, "/advisories.csv") },
		{ "CSAF", "/.well-known/csaf/provider-metadata.json" },
	};

	for (size_t i = 0; i < sizeof feeds / sizeof feeds[0]; i++) {
		struct place *row = place_row(r, view_place(r, "feeds"), i);

		place_text(r, row, "name", feeds[i].name);
		place_text(r, row, "href", feeds[i].href);
	}
}

int page_advisories(struct request *r)
{
	struct published_list list;
	struct list_end end;

	same_for_everybody(r);
	read_list(r, &list);
	end = advisories_pour(r, "advisories", published_page(r->work, &list), PUBLISHED_ROWS);
	pour_filter(r, "kind", list.kind, advisory_kinds);
	pour_filter(r, "severity", list.severity, advisory_severities);
	view_text(r, "search", list.search);
	view_flag(r, "narrowed", list.kind != NULL || list.severity != NULL || list.search != NULL);
	pour_feeds(r);
	if (list.id != 0)
		view_text(r, "page.newest", address_of(r, &list));
	if (end.more) {
		const char *address = address_of(r, &list);

		view_text(r, "page.older", memory_printf(r->work->memory, "%s%cat=%lld&id=%lld", address,
		    strchr(address, '?') != NULL ? '&' : '?', (long long)end.at, (long long)end.id));
	}
	return show(r, "public/advisories.cs");
}

static void pour_history(struct request *r, int64_t id)
{
	struct db_rows *row = published_history(r->work, id);
	struct place *history = view_place(r, "history");

	for (size_t i = 0; db_next(row); i++) {
		struct place *place = place_row(r, history, i);

		place_number(r, place, "number", db_get_int(row, "number"));
		place_moment(r, place, "published_at", db_get_moment(row, "published_at"));
		place_flag(r, place, "withdrawn", db_get_bool(row, "withdrawn"));
		place_text(r, place, "reason", db_get_text(row, "reason"));
	}
}

int page_advisory(struct request *r)
{
	struct published p;

	if (!published_find(r->work, text_upper(r->work->memory, path_word(r, "reference")), &p))
		return not_found(r);
	same_for_everybody(r);
	advisory_pour(r, &p, r->language);
	pour_history(r, p.id);
	return show(r, "public/advisory.cs");
}
