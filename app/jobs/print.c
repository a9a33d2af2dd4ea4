/* Templates of templates/documents become PDFs; and the profile. */
#include "jobs/print.h"

#include "base/log.h"
#include "base/paragraphs.h"
#include "base/text.h"
#include "domain/profile.h"
#include "domain/team.h"
#include "formats/pdf.h"
#include "web/language.h"
#include "web/sections.h"
#include "web/view.h"

enum { PROFILE_PAGES = 10000 };      /* more than its texts can fill */

static const struct settings *settings;

void print_open(const struct settings *ours)
{
	settings = ours;
}

bool print_is_possible(void)
{
	return !text_is_empty(settings->print_program);
}

void print_begin(struct work *w, struct request *r, const char *language)
{
	*r = (struct request){ .memory = w->memory, .work = w, .settings = settings,
		.view = view_new(w->memory) };
	r->language = (language_by_code(language) != NULL ? language_by_code(language)
	    : language_at(0))->code;
	r->prefixed = r->language != language_at(0)->code;
	language_choose(r->language);
	view_text(r, "lang.code", r->language);
	view_text(r, "lang.dir", language_now()->right_to_left ? "rtl" : "ltr");
}

enum print_result print_draw(struct request *r, const char *template,
	const struct printed_name *name, const char *source, moment made_at, int64_t pages_most)
{
	struct pdf_order order = { .program = settings->print_program, .made_at = made_at,
		.style = memory_printf(r->memory, "%s/documents/paper.css", settings->templates_folder) };
	struct pdf pdf;
	size_t size;
	enum pdf_drawn drawn;

	order.html = view_render(r, template, &size);
	drawn = order.html != NULL ? pdf_draw(r->memory, &order, &pdf) : PDF_FAILED;
	if (drawn == PDF_DRAWN && pdf.pages > pages_most)
		return PRINT_LONG;
	if (drawn == PDF_DRAWN) {
		printed_keep(r->work, name, source, &(struct printed){
			.bytes = pdf.bytes, .size = pdf.size, .pages = pdf.pages });
		log_note("%s %lld was printed in %s: %lld pages, %zu bytes", name->kind,
		    (long long)name->number, name->language, (long long)pdf.pages, pdf.size);
		return PRINT_KEPT;
	}
	printed_failed(r->work, name, source,
	    drawn == PDF_NO_PROGRAM ? PRINTED_NO_PROGRAM : PRINTED_BROKEN);
	log_error("%s %lld could not be printed in %s%s", name->kind, (long long)name->number,
	    name->language, drawn == PDF_NO_PROGRAM ? ": there is no WeasyPrint" : "");
	return PRINT_FAILED;
}


/* --- the profile */

/* Section 2.1 has what the team was called then: its name, and the short one. */
static void pour_name(struct request *r, const struct profile_version *version,
	const char *language)
{
	struct db_rows *rows = profile_sections(r->work, version, language);
	struct paragraphs paragraphs;
	const char *name, *short_name;

	while (db_next(rows))
		if (text_is(db_get_text(rows, "section"), "2.1")) {
			paragraphs_open(&paragraphs, r->memory, db_get_text(rows, "body"));
			name = paragraphs_line(&paragraphs);
			short_name = paragraphs_line(&paragraphs);
			view_text(r, "doc.team", name);
			view_text(r, "doc.short", short_name != NULL ? short_name : name);
			return;
		}
}

/* A version may be in a language that the team does not offer any more, nor has a page
 * in: then its page is that of the first one. */
static void begin_profile(struct work *w, struct request *r, const struct team *team,
	const char *language)
{
	bool is_offered;

	language_offer(team->languages);
	is_offered = language_by_code(language) != NULL;
	if (!is_offered)
		language_offer(NULL);
	print_begin(w, r, language);
	view_text(r, "doc.place", memory_printf(w->memory, "%s%s%s/rfc2350", settings->address,
	    is_offered && r->prefixed ? "/" : "", is_offered && r->prefixed ? r->language : ""));
}

bool print_profile(struct work *w)
{
	struct printed_name name;
	struct profile_version version;
	const struct team *team;
	const struct language *prevails;
	struct request r;

	if (!print_is_possible() || !printed_profile_due(w, &name)
	    || !profile_version(w, name.number, &version) || (team = team_load(w, w->memory)) == NULL)
		return false;
	begin_profile(w, &r, team, name.language);
	prevails = language_by_code(version.prevails);
	view_number(&r, "doc.number", version.number);
	view_text(&r, "doc.day", day_said(w->memory, version.published_at));
	if (prevails != NULL && !text_is(version.prevails, name.language))
		view_text(&r, "doc.prevails", prevails->name);
	pour_name(&r, &version, name.language);
	sections_pour(&r, profile_sections(w, &version, name.language), NULL);
	print_draw(&r, "documents/profile.cs", &name, version.sha256, version.published_at,
	    PROFILE_PAGES);
	return false;
}
