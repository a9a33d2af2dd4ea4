/* Other numbers that a frightened person may need: the list, and one of them. */
#include "pages/admin/setup_part.h"

#include "pages/choices.h"
#include "pages/questions.h"
#include "site.h"
#include "web/language.h"
#include "web/view.h"

enum { HOTLINE_NAME = 100, HOTLINE_PHONE = 30, HOTLINE_FIELDS = 6 };

/* With the choices of the report form's first question about what happened. */
static const struct field *hotline_form(struct request *r)
{
	static const struct field own[HOTLINE_FIELDS] = {
		{ "name", TEXT, true, N_("Name"), .hint = N_("Whom one reaches there."),
		  .missing = N_("Enter the name"), .max = HOTLINE_NAME },
		{ "phone", TEXT, true, N_("Phone"), .missing = N_("Enter a phone number"),
		  .max = HOTLINE_PHONE, .autocomplete = "off" },
		{ "note", TEXT, .label = N_("Note"), .hint = N_("For whom, when, what it costs."),
		  .max = SETUP_NOTE },
		{ "category", CHOICE, .label = N_("Shown first to those who report"),
		  .hint = N_("Empty: it stands in the list of all.") },
		SETUP_VERSION,
	};
	struct field *form = memory_array(r->work->memory, struct field, HOTLINE_FIELDS);

	for (size_t i = 0; i < HOTLINE_FIELDS; i++)
		form[i] = own[i];
	form[3].choices = question_by_name("category")->choices;
	return form;
}

static void pour_hotlines(struct request *r, const struct team *team)
{
	for (size_t i = 0; i < team->hotline_count; i++) {
		const struct hotline *line = &team->hotlines[i];
		const char *under = memory_printf(r->work->memory, "hotlines.%zu", i);

		view_number(r, memory_printf(r->work->memory, "%s.id", under), line->id);
		view_text(r, memory_printf(r->work->memory, "%s.name", under), line->name);
		view_text(r, memory_printf(r->work->memory, "%s.phone", under), line->phone);
		view_text(r, memory_printf(r->work->memory, "%s.note", under), line->note);
		if (line->category != NULL)
			view_text(r, memory_printf(r->work->memory, "%s.category", under),
			    choice_label(question_by_name("category")->choices, line->category));
	}
	view_flag(r, "hotlines_full", team->hotline_count >= TEAM_HOTLINES);
	view_number(r, "part.version", setup_version(r->work, "hotlines"));
}

int page_setup_hotlines(struct request *r)
{
	pour_hotlines(r, setup_team_now(r));
	form_show(r, hotline_form(r));
	return show(r, "admin/setup_hotlines.cs");
}

/* False: its number is none, which the form says. */
static bool read_hotline(struct request *r, struct hotline *line)
{
	const char *phone = setup_phone(r, form_text(r, "phone"));

	if (phone == NULL) {
		form_complain(r, "phone", N_("Enter a phone number: digits, with + and spaces"));
		return false;
	}
	*line = (struct hotline){ .name = form_text(r, "name"), .phone = phone,
		.note = form_text(r, "note"), .category = form_text(r, "category") };
	return true;
}

int post_setup_hotlines(struct request *r)
{
	struct hotline line;

	if (!form_accept(r, hotline_form(r)) || !read_hotline(r, &line))
		return show_again(r, page_setup_hotlines);
	if (setup_hotline_add(r->work, &line) == SETUP_FULL) {
		tell(r, N_("There are as many hotlines as the pages show. Remove one first."));
		return redirect(r, "/admin/setup/hotlines");
	}
	return setup_saved(r, "/admin/setup/hotlines");
}

static const struct hotline *hotline_asked(struct request *r, const struct team *team)
{
	for (size_t i = 0; i < team->hotline_count; i++)
		if (team->hotlines[i].id == path_number(r, "id"))
			return &team->hotlines[i];
	return NULL;
}

static int show_hotline(struct request *r, bool stale)
{
	const struct hotline *line = hotline_asked(r, setup_team_now(r));

	if (line == NULL)
		return not_found(r);
	form_show(r, hotline_form(r));
	form_set(r, "name", line->name);
	form_set(r, "phone", line->phone);
	form_set(r, "note", line->note);
	form_set(r, "category", line->category);
	view_number(r, "hotline.id", line->id);
	view_text(r, "hotline.name", line->name);
	view_text(r, "hotline.phone", line->phone);
	view_text(r, "hotline.note", line->note);
	view_number(r, "part.version", form_version(r, setup_version(r->work, "hotlines"),
	    stale));
	view_flag(r, "stale", stale);
	if (stale) {
		form_keep(r);
		return show_status(r, 409, "admin/setup_hotline.cs");
	}
	return show(r, "admin/setup_hotline.cs");
}

int page_setup_hotline(struct request *r)
{
	return show_hotline(r, false);
}

/* What the list says after a change. */
static int after(struct request *r, enum setup_change change)
{
	switch (change) {
	case SETUP_SAVED:      return setup_saved(r, "/admin/setup/hotlines");
	case SETUP_STALE:      return show_hotline(r, true);
	case SETUP_UNKNOWN:
	case SETUP_CODE_FIXED:
	case SETUP_FULL:       break;
	}
	return not_found(r);
}

int post_setup_hotline(struct request *r)
{
	struct hotline line;

	if (!form_accept(r, hotline_form(r)) || !read_hotline(r, &line))
		return show_again(r, page_setup_hotline);
	line.id = path_number(r, "id");
	return after(r, setup_hotline_change(r->work, form_number(r, "version"), &line));
}

int post_setup_hotline_remove(struct request *r)
{
	return after(r, setup_hotline_remove(r->work, path_number(r, "id")));
}

int post_setup_hotline_up(struct request *r)
{
	return after(r, setup_hotline_move(r->work, path_number(r, "id"), -1));
}

int post_setup_hotline_down(struct request *r)
{
	return after(r, setup_hotline_move(r->work, path_number(r, "id"), 1));
}
