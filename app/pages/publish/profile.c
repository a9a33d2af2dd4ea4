/* The profile at the desk: how far each section is in each language, what is wrong,
 * a preview, and publishing. */
#include "domain/profile.h"

#include "base/text.h"
#include "pages/profile_drawn.h"
#include "pages/profile_lint.h"
#include "site.h"
#include "team_cache.h"
#include "web/form.h"
#include "web/language.h"
#include "web/view.h"

static const struct field publish_form[] = {
	{ "changes", TEXT, .required = true, .label = N_("What is new"),
	  .hint = N_("One sentence. It stands beside the version, for everybody."),
	  .missing = N_("Say in a sentence what is new"), .max = PROFILE_CHANGES },
	{ "reason", TEXT, .label = N_("Why it is published all the same"),
	  .hint = N_("Only where something speaks against it. Your name and the reason are kept."),
	  .max = PROFILE_REASON },
	{ "digest", TEXT, .label = N_("What is published"), .max = 64, .hidden = true },
	{ NULL }
};

/* How far the text of a section is in a language. */
static const char *state_said(const char *state, bool old)
{
	return state == NULL ? N_("Nothing yet")
	    : text_is(state, "draft") ? N_("Draft")
	    : old ? N_("Older than the original")
	    : text_is(state, "reviewed") ? N_("Reviewed") : N_("Ready");
}

static void pour_cells(struct request *r, struct place *row, const struct profile_part *part,
	struct db_rows *texts)
{
	struct place *cells = place_under(r, row, "cells");
	int64_t original = 0;

	for (size_t i = 0; i < language_count(); i++) {
		struct place *cell = place_row(r, cells, i);
		const char *state = NULL;
		bool old = false;

		db_rewind(texts);
		while (db_next(texts)) {
			if (!text_is(db_get_text(texts, "section"), part->number)
			    || !text_is(db_get_text(texts, "language"), language_at(i)->code))
				continue;
			state = db_get_text(texts, "state");
			if (i == 0)
				original = db_get_int(texts, "version");
			old = i > 0 && db_get_int(texts, "says") != 0 && db_get_int(texts, "says") < original;
		}
		place_text(r, cell, "state", state_said(state, old));
		place_text(r, cell, "language", language_at(i)->name);
		place_flag(r, cell, "none", state == NULL);
		place_flag(r, cell, "good", !old && text_is(state, "reviewed"));
		place_text(r, cell, "path", profile_part_path(r->memory, part, language_at(i)->code));
	}
}

static void pour_sections(struct request *r, struct db_rows *texts)
{
	struct place *sections = view_place(r, "sections");
	size_t n = 0;

	for (const struct profile_part *part = profile_parts; part->number != NULL; part++) {
		struct place *row = place_row(r, sections, n++);

		place_text(r, row, "number", part->number);
		place_text(r, row, "title", part->title);
		place_flag(r, row, "heading", part->heading);
		place_flag(r, row, "made", part->made);
		place_flag(r, row, "written", part->written);
		if (part->written)
			pour_cells(r, row, part, texts);
	}
}

static size_t pour_findings(struct request *r, const struct profile_known *known,
	const struct profile_drawn *drawn)
{
	struct finding *found = memory_array(r->memory, struct finding, FINDINGS_MOST);
	const size_t count = profile_lint(r, known, drawn, found);
	struct place *findings = view_place(r, "findings");
	size_t stopping = 0;

	for (size_t i = 0; i < count; i++) {
		struct place *row = place_row(r, findings, i);

		place_text(r, row, "said", found[i].said);
		place_text(r, row, "path", found[i].path);
		place_flag(r, row, "stops", found[i].stops);
		stopping += found[i].stops;
	}
	return stopping;
}

int page_publish_profile(struct request *r)
{
	struct profile_known known;
	struct profile_drawn drawn;

	profile_know(r, &known);
	if (known.latest.number != 0) {
		view_number(r, "latest.number", known.latest.number);
		view_moment(r, "latest.published_at", known.latest.published_at);
	}
	view_rows(r, "versions", profile_versions(r->work));
	pour_sections(r, known.texts);
	profile_draw(r, &known, known.latest.number + 1, &drawn);
	view_flag(r, "stopped", pour_findings(r, &known, &drawn) > 0);
	form_show(r, publish_form);
	/* Publishing a stale form again is a decision. */
	view_text(r, "digest", drawn.digest);
	return show(r, "publish/profile.cs");
}

int page_publish_profile_preview(struct request *r)
{
	const struct language *language = language_by_code(path_word(r, "language"));
	struct profile_known known;
	struct profile_drawn drawn;

	if (language == NULL)
		return not_found(r);
	profile_know(r, &known);
	profile_draw(r, &known, known.latest.number + 1, &drawn);
	for (size_t i = 0; i < drawn.text_count; i++)
		if (text_is(drawn.texts[i].language, language->code))
			view_text(r, "preview.text", drawn.texts[i].body);
	view_text(r, "preview.language", language->name);
	view_text(r, "preview.lang", language->code);
	view_text(r, "preview.dir", language->right_to_left ? "rtl" : "ltr");
	return show(r, "publish/profile_preview.cs");
}

static bool is_stopped(struct request *r, const struct profile_known *known,
	const struct profile_drawn *drawn)
{
	struct finding *found = memory_array(r->memory, struct finding, FINDINGS_MOST);

	return profile_lint(r, known, drawn, found) > 0 && found[0].stops;
}

int post_publish_profile(struct request *r)
{
	struct profile_known known;
	struct profile_drawn drawn;
	int64_t number;
	bool stopped;

	if (!form_accept(r, publish_form))
		return show_again(r, page_publish_profile);
	team_take_turn(r->work);
	profile_know(r, &known);
	number = known.latest.number + 1;
	profile_draw(r, &known, number, &drawn);
	if (!text_is(form_text(r, "digest"), drawn.digest)) {
		form_complain(r, "changes", N_("Somebody changed the profile meanwhile. Look at it once more"
		    " and publish then"));
		return show_again(r, page_publish_profile);
	}
	stopped = is_stopped(r, &known, &drawn);
	if (stopped && text_is_empty(form_text(r, "reason"))) {
		form_complain(r, "reason", N_("Something speaks against it. Mend it, or say why it is published"
		    " all the same"));
		return show_again(r, page_publish_profile);
	}
	profile_publish(r->work, number, &(struct profile_new){
		.prevails = drawn.prevails, .changes = form_text(r, "changes"),
		.reason = stopped ? form_text(r, "reason") : NULL, .sections = drawn.sections,
		.section_count = drawn.section_count, .texts = drawn.texts,
		.text_count = drawn.text_count });
	team_changes();
	tell(r, known.is_signed
	    ? N_("Published. Everybody reads the new version now; its signature follows.")
	    : N_("Published. Everybody reads the new version now."));
	return redirect(r, "/desk/publish/profile");
}
