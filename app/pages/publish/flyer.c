/* The flyer of the team: what there is of it in each language, and what is too long. */
#include "domain/printed.h"

#include "base/settings.h"
#include "base/text.h"
#include "domain/team.h"
#include "site.h"
#include "team_cache.h"
#include "web/language.h"
#include "web/view.h"

/* What the team wrote that stands on it. */
static const struct words { const char *name, *label; } words[] = {
	{ "mission", N_("Mission") },
	{ "constituency", N_("Whom we serve") },
};

static void pour_length(struct request *r, struct place *row, size_t n, const char *label,
	const char *text)
{
	struct place *one = place_row(r, place_under(r, row, "texts"), n);

	place_text(r, one, "label", label);
	place_number(r, one, "length", text != NULL ? (int64_t)text_length(text) : 0);
}

static void pour_texts(struct request *r, struct place *row, const char *language)
{
	const struct team *team = team_now(r->work);
	size_t n = 0;

	if (team == NULL)
		return;
	for (; n < sizeof words / sizeof words[0]; n++)
		pour_length(r, row, n, words[n].label, team_text(team, language, words[n].name));
	pour_length(r, row, n, N_("Address"), team->address);
}

static void pour_made(struct request *r, struct place *row, struct db_rows *made)
{
	const char *failed = db_get_text(made, "failed");

	place_moment(r, row, "made_at", db_get_moment(made, "made_at"));
	place_number(r, row, "kilobytes", (db_get_int(made, "size") + 1023) / 1024);
	if (failed == NULL)
		return;
	place_text(r, row, "failed", failed);
	place_moment(r, row, "next_at", db_get_moment(made, "next_at"));
	if (text_is(failed, "long"))
		pour_texts(r, row, db_get_text(made, "language"));
}

static void pour_language(struct request *r, struct place *row, const struct language *language)
{
	struct db_rows *made = printed_of(r->work, "flyer", 0);
	const bool is_first = language == language_at(0);

	place_text(r, row, "code", language->code);
	place_text(r, row, "name", language->name);
	place_text(r, row, "href", memory_printf(r->memory, "%s%s/flyer.pdf", is_first ? "" : "/",
	    is_first ? "" : language->code));
	while (db_next(made))
		if (text_is(db_get_text(made, "language"), language->code))
			pour_made(r, row, made);
}

int page_flyer(struct request *r)
{
	struct place *languages = view_place(r, "flyers");
	const struct team *team = team_now(r->work);

	for (size_t i = 0; i < language_count(); i++)
		pour_language(r, place_row(r, languages, i), language_at(i));
	view_flag(r, "printing", !text_is_empty(r->settings->print_program));
	view_flag(r, "closed", team == NULL || team->opened_at == 0);
	return show(r, "publish/flyer.cs");
}
