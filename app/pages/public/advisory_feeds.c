/* Advisories for programs of readers: a feed, and a table. */
#include "site.h"

#include <string.h>

#include "base/digest.h"
#include "base/settings.h"
#include "base/text.h"
#include "formats/atom.h"
#include "formats/csv.h"
#include "pages/advisory.h"
#include "pages/choices.h"
#include "team_cache.h"
#include "web/language.h"
#include "web/reply_file.h"

enum { TABLE_BYTES = 6 * 1024 * 1024 };

/* The address of a page, in the language of this one. */
static const char *address_of(struct request *r, const char *path)
{
	return memory_printf(r->work->memory, "%s%s", r->settings->address,
	    language_path(r->work->memory, r->language, path));
}

/* Who reads it in a list sees at once what no longer holds. */
static const char *summary_of(struct request *r, struct db_rows *row)
{
	const char *reason = db_get_text(row, "reason");

	if (db_get_bool(row, "withdrawn"))
		return t_fill(r->work->memory, t("Withdrawn: {reason}"), "reason",
		    reason != NULL ? reason : "", NULL);
	return db_get_text(row, "summary");
}

static struct published_from from_asked(struct request *r)
{
	return (struct published_from){ query_number(r, "at", 0), query_number(r, "id", 0) };
}

static const char *part_from(struct request *r, const char *path, moment at, int64_t id)
{
	return address_of(r, id == 0 ? path : memory_printf(r->work->memory, "%s?at=%lld&id=%lld", path,
	    (long long)at, (long long)id));
}

/* At most PUBLISHED_FEED. `next`: where those are that come after them, else NULL. */
static size_t read_entries(struct request *r, struct atom_entry *entries, const char **next)
{
	struct db_rows *row = published_feed(r->work, r->language, from_asked(r));
	size_t count = 0;
	moment at = 0;
	int64_t id = 0;

	while (db_next(row)) {
		const char *reference = db_get_text(row, "reference");

		if (count == PUBLISHED_FEED) {
			*next = part_from(r, "/advisories.atom", at, id);
			break;
		}
		at = db_get_moment(row, "published_at");
		id = db_get_int(row, "id");
		entries[count++] = (struct atom_entry){
			.id = atom_id(r->work->memory, memory_printf(r->work->memory, "advisory %s", reference)),
			.language = db_get_text(row, "language"),
			.title = db_get_text(row, "title"),
			.summary = summary_of(r, row),
			.page = address_of(r, memory_printf(r->work->memory, "/advisories/%s", reference)),
			.published = db_get_moment(row, "first_at"),
			.updated = db_get_moment(row, "published_at"),
			.category = db_get_text(row, "kind"),
			.category_label = t(choice_label(advisory_kinds, db_get_text(row, "kind"))),
		};
	}
	return count;
}

int file_advisories_atom(struct request *r)
{
	const struct team *team = team_now(r->work);
	struct atom_entry entries[PUBLISHED_FEED];
	struct atom_feed feed = {
		.id = atom_id(r->work->memory, memory_printf(r->work->memory, "advisories %s %s",
		    team->code, r->language)),
		.language = r->language,
		.title = t_fill(r->work->memory, t("Advisories of {team}"), "team", team->short_name, NULL),
		.author = team->name,
		.self = part_from(r, "/advisories.atom", from_asked(r).at, from_asked(r).id),
		.page = address_of(r, "/advisories"),
		.entries = entries,
	};

	feed.count = read_entries(r, entries, &feed.next);
	/* Without news it is as old as the team's pages. */
	feed.updated = feed.count > 0 ? entries[0].updated : team->opened_at;
	return send_dated(r, "application/atom+xml; charset=utf-8",
	    atom_write(r->work->memory, &feed), feed.updated);
}

static const char *score_of(struct request *r, struct db_rows *row)
{
	int64_t score = db_get_int(row, "score");

	return db_get_text(row, "score") == NULL ? NULL : memory_printf(r->work->memory, "%lld.%lld",
	    (long long)score / 10, (long long)score % 10);
}

static void add_line(struct request *r, struct buffer *csv, struct db_rows *row)
{
	const char *reference = db_get_text(row, "reference");

	csv_cell(csv, reference, true);
	csv_cell(csv, db_get_text(row, "kind"), false);
	csv_cell(csv, db_get_text(row, "severity"), false);
	csv_cell(csv, score_of(r, row), false);
	csv_cell(csv, db_get_text(row, "weaknesses"), false);
	csv_cell(csv, moment_iso(r->work->memory, db_get_moment(row, "first_at")), false);
	csv_cell(csv, moment_iso(r->work->memory, db_get_moment(row, "published_at")), false);
	csv_cell(csv, db_get_text(row, "number"), false);
	csv_cell(csv, db_get_bool(row, "withdrawn") ? "yes" : "no", false);
	csv_cell(csv, db_get_text(row, "language"), false);
	csv_cell(csv, db_get_text(row, "title"), false);
	csv_cell(csv, address_of(r, memory_printf(r->work->memory, "/advisories/%s", reference)), false);
	csv_end(csv);
}

/* As many lines as there is room for, none of them cut; a header leads to the others
 * (RFC 8288). */
int file_advisories_csv(struct request *r)
{
	static const char *const heads[] = { "reference", "kind", "severity", "cvss", "weaknesses",
		"published", "updated", "revision", "withdrawn", "language", "title", "page" };
	struct db_rows *row = published_table(r->work, r->language, from_asked(r));
	moment changed = published_changed(r->work), at = 0;
	struct buffer csv;
	int64_t id = 0;

	buffer_open(&csv, r->work->memory, TABLE_BYTES);
	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
		csv_cell(&csv, heads[i], i == 0);
	csv_end(&csv);
	for (size_t n = 0; db_next(row); n++) {
		const size_t whole = csv.size;

		if (n < PUBLISHED_TABLE)
			add_line(r, &csv, row);
		if (n == PUBLISHED_TABLE || csv.full) {
			csv.data[csv.size = whole] = '\0';
			set_header(r, "Link", memory_printf(r->work->memory, "<%s>; rel=\"next\"",
			    part_from(r, "/advisories.csv", at, id)));
			break;
		}
		at = db_get_moment(row, "first_at");
		id = db_get_int(row, "id");
	}
	return send_dated(r, "text/csv; charset=utf-8", buffer_text(&csv), changed);
}
