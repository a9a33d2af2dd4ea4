/* Advisories for machines: a CSAF 2.0 trusted provider. What is given out was made
 * and stored when it was published; the lists are made of it. */
#include "site.h"

#include <string.h>

#include "base/log.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/advisory_document.h"
#include "domain/team_key.h"
#include "formats/csaf_provider.h"
#include "pages/advisory.h"
#include "team_cache.h"
#include "web/reply_file.h"
#include "web/view.h"

/* Of the keys that people can have from us: those with which the newest documents were
 * signed. */
static const char *const *signers_of(struct request *r, size_t *count)
{
	struct db_rows *rows = document_signers(r->work);
	const char **signers = memory_array(r->work->memory, const char *, db_row_count(rows) + 1);

	for (*count = 0; db_next(rows); )
		if (team_key_is_shown(r->work, db_get_text(rows, "signer")))
			signers[(*count)++] = db_get_text(rows, "signer");
	return signers;
}

static struct csaf_provider provider_of(struct request *r)
{
	const struct team *team = team_now(r->work);
	size_t count;
	const char *const *signers = signers_of(r, &count);

	return (struct csaf_provider){
		.name = team->name, .address = r->settings->address, .contact = team->email,
		.changed = published_changed(r->work), .opened = team->opened_at,
		.fingerprints = signers, .fingerprint_count = count,
		.is_trusted = documents_are_signed(r->work),
	};
}

/* These lists have no second page in the standard. */
static struct db_rows *not_all(struct db_rows *rows)
{
	if (db_row_count(rows) == DOCUMENTS_LISTED)
		log_error("lists of CSAF documents have the newest %d, and no older ones",
		    (int)DOCUMENTS_LISTED);
	return rows;
}

static struct csaf_listed *listed(struct request *r, size_t *count)
{
	struct db_rows *row = not_all(documents_listed(r->work));
	struct csaf_listed *list = memory_array(r->work->memory, struct csaf_listed,
	    db_row_count(row) + 1);

	for (*count = 0; db_next(row); ++*count)
		list[*count] = (struct csaf_listed){
			.path = db_get_text(row, "path"), .title = db_get_text(row, "title"),
			.summary = db_get_text(row, "summary"), .language = db_get_text(row, "language"),
			.first_at = db_get_moment(row, "first_at"),
			.changed_at = db_get_moment(row, "published_at"),
			.is_signed = db_get_bool(row, "signed"),
		};
	return list;
}

static int send_json(struct request *r, const char *json, moment changed)
{
	return send_dated(r, "application/json", json, changed);
}

/* Without a date: signatures come after the documents, and change it too. */
static int send_list(struct request *r, const char *json)
{
	return send_published(r, "application/json", json, strlen(json));
}

int file_csaf_provider(struct request *r)
{
	struct csaf_provider provider = provider_of(r);

	return send_list(r, csaf_provider_write(r->work->memory, &provider));
}

int file_csaf_feed(struct request *r)
{
	struct csaf_provider provider = provider_of(r);
	size_t count;
	struct csaf_listed *list = listed(r, &count);

	return send_list(r, csaf_feed_write(r->work->memory, &provider, list, count));
}

int file_csaf_service(struct request *r)
{
	struct csaf_provider provider = provider_of(r);

	return send_list(r, csaf_service_write(r->work->memory, &provider));
}

static struct csaf_listed *files(struct request *r, size_t *count)
{
	struct db_rows *row = not_all(document_files(r->work, 0));
	struct csaf_listed *list = memory_array(r->work->memory, struct csaf_listed,
	    db_row_count(row) + 1);

	for (*count = 0; db_next(row); ++*count)
		list[*count] = (struct csaf_listed){ .path = db_get_text(row, "path"),
			.changed_at = db_get_moment(row, "published_at") };
	return list;
}

int file_csaf_index(struct request *r)
{
	size_t count;
	struct csaf_listed *list = files(r, &count);

	return send_dated(r, "text/plain; charset=utf-8",
	    csaf_index_write(r->work->memory, list, count), published_changed(r->work));
}

int file_csaf_changes(struct request *r)
{
	size_t count;
	struct csaf_listed *list = files(r, &count);

	return send_dated(r, "text/csv; charset=utf-8",
	    csaf_changes_write(r->work->memory, list, count), published_changed(r->work));
}


/* Folders as pages: what is in them ---------------------------------------------- */

static void pour_file(struct request *r, size_t n, const char *name)
{
	struct place *row = place_row(r, view_place(r, "files"), n);

	place_text(r, row, "name", name);
	place_text(r, row, "href", memory_printf(r->work->memory, "%s%s", r->path, name));
}

int page_csaf_folder(struct request *r)
{
	struct db_rows *row;
	size_t n = 3;

	same_for_everybody(r);
	row = document_years(r->work);
	pour_file(r, 0, "changes.csv");
	pour_file(r, 1, "feed-tlp-white.json");
	pour_file(r, 2, "index.txt");
	while (db_next(row))
		pour_file(r, n++, memory_printf(r->work->memory, "%s/", db_get_text(row, "year")));
	return show(r, "public/csaf_folder.cs");
}

int page_csaf_year(struct request *r)
{
	struct db_rows *row;
	size_t n = 0;

	if (path_number(r, "id") == 0)
		return not_found(r);
	row = document_files(r->work, path_number(r, "id"));
	while (db_next(row)) {
		const char *name = db_get_text(row, "name");

		pour_file(r, n++, name);
		pour_file(r, n++, memory_printf(r->work->memory, "%s.sha256", name));
		pour_file(r, n++, memory_printf(r->work->memory, "%s.sha512", name));
		if (db_get_bool(row, "signed"))
			pour_file(r, n++, memory_printf(r->work->memory, "%s.asc", name));
	}
	if (n == 0)
		return not_found(r);
	same_for_everybody(r);
	return show(r, "public/csaf_folder.cs");
}

/* "name.json", or one of its companions. */
int file_csaf_document(struct request *r)
{
	const char *file = path_word(r, "document"), *name, *suffix = strstr(file, ".json");
	struct document document;

	if (suffix == NULL)
		return not_found(r);
	suffix += strlen(".json");
	name = memory_text_of(r->work->memory, file, (size_t)(suffix - file));
	if (!document_find(r->work, path_number(r, "id"), name, &document))
		return not_found(r);
	if (text_is(suffix, ".sha256"))
		return send_dated(r, "text/plain; charset=utf-8", memory_printf(r->work->memory, "%s %s\n", document.sha256,
		    name), document.published_at);
	if (text_is(suffix, ".sha512"))
		return send_dated(r, "text/plain; charset=utf-8", memory_printf(r->work->memory, "%s %s\n", document.sha512,
		    name), document.published_at);
	if (text_is(suffix, ".asc") && document.signature != NULL)
		return send_dated(r, "application/pgp-signature", document.signature, document.published_at);
	if (suffix[0] != '\0')
		return not_found(r);
	return send_json(r, memory_text_of(r->work->memory, (const char *)document.bytes, document.size),
	    document.published_at);
}
