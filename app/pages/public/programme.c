/* How a project that builds a team runs, and asking for one. */
#include "site.h"

#include "base/text.h"
#include "domain/framework.h"
#include "pages/long_form.h"
#include "pages/long_questions.h"
#include "pages/reporting.h"
#include "web/language.h"
#include "web/view.h"

/* The map is drawn in units of its own, 400 across, a row for each phase. */
enum map {
	MAP_WIDTH = 400, MAP_ROW = 84, MAP_GATE = 18, MAP_LEFT = 48,
	MAP_BAR = 36, MAP_BAR_HEIGHT = 30, MAP_STEP = 26, MAP_LEGEND = 26,
	PHASES = 8,
};

static const struct party {
	const char *name, *label;
} parties[] = {
	{ "itu", N_("ITU") }, { "country", N_("The country") }, { "joint", N_("Both together") },
};
enum { PARTIES = sizeof parties / sizeof parties[0] };

struct phase {
	struct place *place;
	size_t items[5][PARTIES];      /* of each part */
};

enum part { CONDITION, ACTIVITY, DELIVERABLE, ACCEPTANCE, TIME };

static const char *const parts[] = { "condition", "activity", "deliverable", "acceptance", "time" };

static size_t party_of(const char *name)
{
	size_t i = 0;

	while (i + 1 < PARTIES && !text_is(parties[i].name, name))
		i++;
	return i;
}

static size_t part_of(const char *name)
{
	size_t i = 0;

	while (i < TIME && !text_is(parts[i], name))
		i++;
	return i;
}

/* From the edge at which reading begins: Arabic has it on the right. `width` of
 * what stands there. */
static int from_start(int x, int width)
{
	return language_now()->right_to_left ? MAP_WIDTH - x - width : x;
}

/* A gate: a phase begins there when its conditions are met. */
static void draw_gate(struct request *r, struct place *place, int y)
{
	int x = from_start(MAP_GATE, 0);

	place_text(r, place, "gate", memory_printf(r->work->memory, "%d,%d %d,%d %d,%d %d,%d",
	    x, y - 12, x + 12, y, x, y + 12, x - 12, y));
	place_number(r, place, "gate_x", x);
	place_number(r, place, "gate_y", y);
}

/* Who does how much: the activities of a phase, one bar in a piece for each party. */
static void draw_phase(struct request *r, const struct phase *phase, int y)
{
	struct place *map = place_under(r, phase->place, "map");
	struct place *bars = place_under(r, map, "bars");
	int x = MAP_LEFT;

	draw_gate(r, map, y + 16);
	place_number(r, map, "label_x", from_start(MAP_LEFT, 0));
	place_number(r, map, "label_y", y + 23);
	place_number(r, map, "next_y", y + 16 + MAP_ROW);
	for (size_t i = 0; i < PARTIES; i++) {
		int width = (int)phase->items[ACTIVITY][i] * MAP_STEP;
		struct place *bar = place_row(r, bars, i);

		place_text(r, bar, "party", parties[i].name);
		place_number(r, bar, "x", from_start(x, width));
		place_number(r, bar, "y", y + MAP_BAR);
		place_number(r, bar, "width", width);
		place_number(r, bar, "middle", from_start(x, width) + width / 2);
		place_number(r, bar, "base", y + MAP_BAR + MAP_BAR_HEIGHT / 2 + 6);
		place_number(r, bar, "count", (int64_t)phase->items[ACTIVITY][i]);
		x += width;
	}
}

static void draw_legend(struct request *r, struct place *map, int y)
{
	struct place *legend = place_under(r, map, "legend");

	for (size_t i = 0; i < PARTIES; i++) {
		struct place *row = place_row(r, legend, i);

		place_text(r, row, "party", parties[i].name);
		place_text(r, row, "label", parties[i].label);
		place_number(r, row, "x", from_start(MAP_LEFT, 20));
		place_number(r, row, "y", y + (int)i * MAP_LEGEND);
		place_number(r, row, "text_x", from_start(MAP_LEFT + 30, 0));
		place_number(r, row, "text_y", y + (int)i * MAP_LEGEND + 15);
	}
}

static void draw_map(struct request *r, const struct phase *phases, size_t count)
{
	struct place *map = view_place(r, "map");
	int end = (int)count * MAP_ROW;

	for (size_t i = 0; i < count; i++)
		draw_phase(r, &phases[i], (int)i * MAP_ROW);
	draw_gate(r, map, end + 16);
	place_number(r, map, "label_x", from_start(MAP_LEFT, 0));
	place_number(r, map, "label_y", end + 22);
	draw_legend(r, map, end + 56);
	place_number(r, map, "width", MAP_WIDTH);
	place_number(r, map, "height", end + 56 + PARTIES * MAP_LEGEND);
	place_number(r, map, "bar_height", MAP_BAR_HEIGHT);
}

static void pour_item(struct request *r, struct phase *phase, struct db_rows *item)
{
	size_t part = part_of(db_get_text(item, "part"));
	size_t party = party_of(db_get_text(item, "party"));
	struct place *list = place_under(r, phase->place, parts[part]);
	struct place *row;
	size_t n = 0;

	for (size_t i = 0; i < PARTIES; i++)
		n += phase->items[part][i];
	/* What is done is listed for each party. */
	if (part == ACTIVITY) {
		list = place_under(r, phase->place, parties[party].name);
		n = phase->items[part][party];
	}
	row = place_row(r, list, n);
	place_text(r, row, "label", db_get_text(item, "label"));
	place_text(r, row, "party", parties[party].label);
	phase->items[part][party]++;
}

static size_t pour_phases(struct request *r, struct phase *phases)
{
	struct db_rows *rows = framework_phases(r->work), *items = framework_items(r->work);
	struct place *places = view_place(r, "phases");
	size_t count = 0;

	for (; count < PHASES && db_next(rows); count++) {
		struct phase *phase = &phases[count];

		*phase = (struct phase){ .place = place_row(r, places, count) };
		place_number(r, phase->place, "id", db_get_int(rows, "id"));
		place_text(r, phase->place, "label", db_get_text(rows, "label"));
		place_text(r, phase->place, "purpose", db_get_text(rows, "purpose"));
		db_rewind(items);
		while (db_next(items))
			if (db_get_int(items, "phase_id") == db_get_int(rows, "id"))
				pour_item(r, phase, items);
	}
	return count;
}

int page_programme(struct request *r)
{
	struct phase phases[PHASES];
	size_t count;

	same_for_everybody(r);
	count = pour_phases(r, phases);
	draw_map(r, phases, count);
	view_rows(r, "steps", framework_steps(r->work));
	return show(r, "public/programme.cs");
}

/* The page that explains it has the button that begins: whoever keeps no cookies
 * hears so before anything was typed. */
int page_programme_ask(struct request *r)
{
	say_why_again(r);
	return show(r, "public/programme_ask.cs");
}

int post_programme_ask(struct request *r)
{
	struct draft draft;

	if ((!my_draft(r, &draft) || draft.reference != NULL) && !begin_draft(r, &draft))
		return refuse(r, 429);
	remember_draft(r, &draft);
	return redirect(r, "/programme/request");
}

int page_programme_request(struct request *r)
{
	const struct field *fields = programme_questions(r->work);
	struct draft draft = { 0 };

	/* What was just typed is shown with or without a draft. */
	if (!my_draft(r, &draft) && r->form == NULL)
		return redirect(r, "/programme/ask?again=1");
	if (draft.reference != NULL)
		return redirect(r, "/report/sent");
	view_text(r, "step.back", "/programme/ask");
	long_form_show(r, fields, &draft);
	return show(r, "public/programme_request.cs");
}

int post_programme_request(struct request *r)
{
	const struct field *fields = programme_questions(r->work);
	struct report report;
	struct draft draft;

	if (!form_accept(r, fields))
		return show_again(r, page_programme_request);
	if (!lock_draft(r, &draft))
		return begin_anew_with(r, fields, "/programme/request");
	if (draft.reference != NULL)
		return redirect(r, "/report/sent");
	report = long_form_report(r, fields);
	report.kind = "request";
	report.subject = memory_printf(r->work->memory, "%s: %s", form_text(r, "country"),
	    report.description);
	return send_report(r, &draft, &report);
}
