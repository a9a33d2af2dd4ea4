/* An advisory as documents for machines, made when it is published. */
#include "pages/advisory.h"

#include <string.h>

#include "base/digest.h"
#include "base/settings.h"
#include "base/text.h"
#include "formats/csaf.h"
#include "formats/csaf_check.h"
#include "formats/facts.h"
#include "pages/threats.h"
#include "pages/choices.h"
#include "team_cache.h"
#include "web/language.h"

/* What each revision is said to be, in the language of the document. */
static const char *summary_of(struct request *r, const char *language, int number, bool withdrawn,
	const char *reason)
{
	const char *said;

	language_choose(language);
	if (withdrawn)
		said = t_fill(r->work->memory, t("Withdrawn: {reason}"), "reason", reason, NULL);
	else
		said = number == 1 || reason == NULL ? t("First version") : reason;
	language_choose(r->language);
	return said;
}

/* Those that are out, the first one first, and the next. */
static struct csaf_revision *revisions_of(struct request *r, const struct published *p,
	const char *language, moment at, const char *withdrawal, size_t *count)
{
	struct db_rows *row = published_history(r->work, p->id);
	const size_t before = db_row_count(row);
	struct csaf_revision *revisions = memory_array(r->work->memory, struct csaf_revision, before + 1);

	for (size_t i = before; i > 0 && db_next(row); i--)
		revisions[i - 1] = (struct csaf_revision){
			(int)db_get_int(row, "number"), db_get_moment(row, "published_at"),
			summary_of(r, language, (int)db_get_int(row, "number"), db_get_bool(row, "withdrawn"),
			    db_get_text(row, "reason")),
		};
	revisions[before] = (struct csaf_revision){ (int)before + 1, at, summary_of(r, language,
	    (int)before + 1, withdrawal != NULL, withdrawal != NULL ? withdrawal : p->reason) };
	*count = before + 1;
	return revisions;
}

/* A translation has a name of its own. */
static const char *id_of(struct request *r, const struct published *p, const char *language)
{
	return text_is(language, p->language) ? p->reference
	    : memory_printf(r->work->memory, "%s-%s", p->reference, language);
}

static void fill(struct request *r, const struct published *p, const struct advisory_text *text,
	moment at, const char *withdrawal, const struct facts *facts, struct advisory_document *document)
{
	const struct team *team = team_now(r->work);
	const char *address = r->settings->address;
	struct csaf_advisory a = {
		.id = id_of(r, p, text->language), .language = text->language,
		.translated_from = text_is(text->language, p->language) ? NULL : p->language,
		.title = text->title, .summary = text->summary, .body = text->body,
		.severity = choice_label(advisory_severities, p->severity), .withdrawn = withdrawal != NULL, .facts = facts,
		.publisher = { team != NULL ? team->name : "", address, team != NULL ? team->email : NULL },
	};
	int64_t year = 0;

	language_choose(text->language);
	a.exploited = threats_exploited(r, facts);
	language_choose(r->language);
	a.revisions = revisions_of(r, p, text->language, at, withdrawal, &a.revision_count);
	text_number(memory_text_of(r->work->memory, moment_iso(r->work->memory, a.revisions[0].at), 4),
	    0, 9999, &year);
	document->language = text->language;
	document->year = (int)year;
	document->name = csaf_file_name(r->work->memory, a.id);
	a.page = memory_printf(r->work->memory, "%s%s", address, language_path(r->work->memory,
	    text->language, memory_printf(r->work->memory, "/advisories/%s", p->reference)));
	a.document = memory_printf(r->work->memory, "%s/.well-known/csaf/white/%d/%s", address,
	    document->year, document->name);
	document->bytes = csaf_document(r->work->memory, &a);
	document->sha256 = digest_hex(r->work->memory, document->bytes, strlen(document->bytes));
	document->sha512 = digest_512_hex(r->work->memory, document->bytes, strlen(document->bytes));
}

struct advisory_document *advisory_documents(struct request *r, const struct published *p, moment at,
	const char *withdrawal, const char **fault)
{
	struct advisory_document *documents = memory_array(r->work->memory, struct advisory_document,
	    p->text_count);
	struct csaf_fault found;
	struct facts facts;

	facts_read_kept(r->work->memory, p->weaknesses, p->products, p->links, &facts);
	for (size_t i = 0; i < p->text_count; i++) {
		fill(r, p, &p->texts[i], at, withdrawal, &facts, &documents[i]);
		if (!csaf_check(r->work->memory, documents[i].bytes, &found)) {
			*fault = memory_printf(r->work->memory, "%s %s", found.test, found.where);
			return NULL;
		}
	}
	return documents;
}
