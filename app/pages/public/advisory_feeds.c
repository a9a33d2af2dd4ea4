/* Advisories for programs of readers: a feed, and a table. */
#include "site.h"

#include <string.h>

#include "base/digest.h"
#include "base/settings.h"
#include "base/text.h"
#include "formats/atom.h"
#include "formats/csv.h"
#include "pages/advisory.h"
#include "team_cache.h"
#include "web/language.h"
#include "web/reply_file.h"

enum { TABLE_BYTES = 6 * 1024 * 1024 };

/* The address of a page, in the language of this one. */
static const char *address_of(struct request *r, const char *path)
{
	return memory_printf(r->work->memory, "%s%s%s%s", r->settings->address,
	    r->prefixed ? "/" : "", r->prefixed ? r->language : "", path);
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

static size_t read_entries(struct request *r, struct atom_entry *entries)
{
	struct db_rows *row = published_feed(r->work, r->language);
	size_t count = 0;

	while (db_next(row)) {
		const char *reference = db_get_text(row, "reference");

		entries[count++] = (struct atom_entry){
			.id = atom_id(r->work->memory, memory_printf(r->work->memory, "advisory %s", reference)),
			.language = db_get_text(row, "language"),
			.title = db_get_text(row, "title"),
			.summary = summary_of(r, row),
			.page = address_of(r, memory_printf(r->work->memory, "/advisories/%s", reference)),
			.published = db_get_moment(row, "first_at"),
			.updated = db_get_moment(row, "published_at"),
			.category = db_get_text(row, "kind"),
			.category_label = t(advisory_label(advisory_kinds, db_get_text(row, "kind"))),
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
		.self = address_of(r, "/advisories.atom"),
		.page = address_of(r, "/advisories"),
		.entries = entries,
	};

	feed.count = read_entries(r, entries);
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

int file_advisories_csv(struct request *r)
{
	static const char *const heads[] = { "reference", "kind", "severity", "cvss", "weaknesses",
		"published", "updated", "revision", "withdrawn", "language", "title", "page" };
	struct db_rows *row = published_table(r->work, r->language);
	moment changed = published_changed(r->work);
	struct buffer csv;

	buffer_open(&csv, r->work->memory, TABLE_BYTES);
	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
		csv_cell(&csv, heads[i], i == 0);
	csv_end(&csv);
	while (db_next(row)) {
		const char *reference = db_get_text(row, "reference");

		csv_cell(&csv, reference, true);
		csv_cell(&csv, db_get_text(row, "kind"), false);
		csv_cell(&csv, db_get_text(row, "severity"), false);
		csv_cell(&csv, score_of(r, row), false);
		csv_cell(&csv, db_get_text(row, "weaknesses"), false);
		csv_cell(&csv, moment_iso(r->work->memory, db_get_moment(row, "first_at")), false);
		csv_cell(&csv, moment_iso(r->work->memory, db_get_moment(row, "published_at")), false);
		csv_cell(&csv, db_get_text(row, "number"), false);
		csv_cell(&csv, db_get_bool(row, "withdrawn") ? "yes" : "no", false);
		csv_cell(&csv, db_get_text(row, "language"), false);
		csv_cell(&csv, db_get_text(row, "title"), false);
		csv_cell(&csv, address_of(r, memory_printf(r->work->memory, "/advisories/%s", reference)),
		    false);
		csv_end(&csv);
	}
	return send_dated(r, "text/csv; charset=utf-8", buffer_text(&csv), changed);
}
