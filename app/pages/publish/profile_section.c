/* One section of the profile in one language: writing it, and reading it for
 * somebody else. */
#include "domain/profile.h"

#include "base/text.h"
#include "pages/profile_drawn.h"
#include "site.h"
#include "web/form.h"
#include "web/language.h"
#include "web/view.h"

static const struct choice states[] = {
	{ "draft", N_("A draft: not published yet") },
	{ "ready", N_("Ready: to be read by somebody else, and published") },
	{ NULL }
};

static const struct field section_form[] = {
	{ "value", LINES, .label = N_("Text"), .max = PROFILE_TEXT,
	  .hint = N_("Plain text; an empty line begins a new paragraph.") },
	{ "state", CHOICE, .required = true, .label = N_("How far is it?"), .choices = states,
	  .missing = N_("Say how far it is") },
	{ "version", NUMBER, .label = N_("Version"), .max = 2000000000, .hidden = true },
	{ "onward", TEXT, .label = N_("Save and go to the next section"), .max = 1, .hidden = true },
	{ "says", NUMBER, .label = N_("Version of the original"), .max = 2000000000, .hidden = true },
	{ NULL }
};

static const struct field review_form[] = {
	{ "version", NUMBER, .required = true, .label = N_("Version"), .max = 2000000000,
	  .hidden = true, .missing = N_("Open the page anew") },
	{ NULL }
};

/* What the address names. False: there is no such text. */
struct asked {
	const struct profile_part *part;
	const struct language *language;
	bool is_original;
};

static bool understand(struct request *r, struct asked *asked)
{
	asked->part = profile_part_of_address(path_word(r, "section"));
	asked->language = language_by_code(path_word(r, "language"));
	asked->is_original = asked->language == language_at(0);
	return asked->part != NULL && asked->part->written && asked->language != NULL;
}

/* What is said in the language of the text. */
static void pour_in_its_language(struct request *r, const struct asked *asked)
{
	const struct language *before = language_now();
	struct profile_known known;

	profile_know(r, &known);
	language_choose(asked->language->code);
	view_text(r, "section.made", profile_made(r, &known, asked->part, known.latest.number + 1));
	view_text(r, "section.proposal", profile_proposal(r, known.team, asked->part));
	language_choose(before->code);
}

/* The next one that is written; NULL: it is the last. */
static const struct profile_part *part_after(const struct profile_part *part)
{
	for (part++; part->number != NULL; part++)
		if (part->written)
			return part;
	return NULL;
}

static void pour_neighbours(struct request *r, const struct asked *asked)
{
	const struct profile_part *before = NULL, *after = part_after(asked->part);

	for (const struct profile_part *part = profile_parts; part != asked->part; part++)
		if (part->written)
			before = part;
	if (before != NULL)
		view_text(r, "section.before", profile_part_path(r->memory, before, asked->language->code));
	if (after != NULL)
		view_text(r, "section.after", profile_part_path(r->memory, after, asked->language->code));
}

static void pour_text(struct request *r, const struct asked *asked, struct profile_text *text)
{
	struct profile_text original;

	profile_text(r->work, asked->part->number, asked->language->code, text);
	profile_text(r->work, asked->part->number, language_at(0)->code, &original);
	view_text(r, "text.state", text->state);
	view_text(r, "text.author", text->author);
	view_text(r, "text.reviewer", text->reviewer);
	view_moment(r, "text.changed_at", text->changed_at);
	view_flag(r, "text.mine", text->account_id != 0 && text->account_id == r->work->actor.account_id);
	if (!asked->is_original) {
		view_text(r, "original.value", original.value);
		view_text(r, "original.language", language_at(0)->name);
		view_text(r, "original.lang", language_at(0)->code);
		view_number(r, "original.version", original.version);
		view_flag(r, "original.newer", text->says != 0 && text->says < original.version);
	}
}

/* `stale`: somebody was faster. What was typed stays, and beside it stands what is
 * there now. */
static int show_section(struct request *r, bool stale)
{
	struct asked asked;
	struct profile_text text;

	if (!understand(r, &asked))
		return not_found(r);
	pour_text(r, &asked, &text);
	pour_in_its_language(r, &asked);
	pour_neighbours(r, &asked);
	view_text(r, "section.number", asked.part->number);
	view_text(r, "section.title", asked.part->title);
	view_text(r, "section.help", asked.part->help);
	view_text(r, "section.language", asked.language->name);
	view_text(r, "section.lang", asked.language->code);
	view_text(r, "section.dir", asked.language->right_to_left ? "rtl" : "ltr");
	view_text(r, "section.path", profile_part_path(r->memory, asked.part, asked.language->code));
	form_show(r, section_form);
	view_number(r, "text.version", form_version(r, text.version, stale));
	form_set(r, "value", text.value);
	form_set(r, "state", text.state == NULL || text_is(text.state, "draft") ? "draft" : "ready");
	if (!stale)
		return show(r, "publish/profile_section.cs");
	view_text(r, "theirs", text.value != NULL ? text.value : t("It was taken away."));
	form_keep(r);
	return show_status(r, 409, "publish/profile_section.cs");
}

int page_publish_profile_section(struct request *r)
{
	return show_section(r, false);
}

int post_publish_profile_section(struct request *r)
{
	struct asked asked;

	if (!understand(r, &asked))
		return not_found(r);
	if (!form_accept(r, section_form))
		return show_again(r, page_publish_profile_section);
	if (profile_write(r->work, asked.part->number, asked.language->code,
	    form_number(r, "version"), form_text(r, "value"), form_has(r, "state", "ready"),
	    asked.is_original ? 0 : form_number(r, "says")) == PROFILE_STALE)
		return show_section(r, true);
	tell(r, N_("Saved."));
	if (form_text(r, "onward") != NULL && part_after(asked.part) != NULL)
		return redirect(r, profile_part_path(r->memory, part_after(asked.part), asked.language->code));
	return redirect(r, profile_part_path(r->memory, asked.part, asked.language->code));
}

int post_publish_profile_review(struct request *r)
{
	struct asked asked;

	if (!understand(r, &asked))
		return not_found(r);
	if (!form_accept(r, review_form))
		return show_again(r, page_publish_profile_section);
	switch (profile_review(r->work, asked.part->number, asked.language->code,
	    form_number(r, "version"))) {
	case PROFILE_SAVED:
		tell(r, N_("Reviewed."));
		break;
	case PROFILE_STALE:
		tell(r, N_("The text has changed. Read it once more."));
		break;
	case PROFILE_OWN:
		tell(r, N_("You wrote this text; somebody else has to read it."));
		break;
	case PROFILE_UNKNOWN:
		return not_found(r);
	}
	return redirect(r, profile_part_path(r->memory, asked.part, asked.language->code));
}
