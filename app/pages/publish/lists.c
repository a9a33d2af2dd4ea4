/* Lists of the team: all of them, a new one, changing one, ending it. */
#include "pages/publish/lists.h"

#include "base/text.h"
#include "domain/event.h"
#include "pages/wordings.h"
#include "site.h"
#include "web/language.h"
#include "web/view.h"

const struct choice list_labels[] = {
	{ "clear", "TLP:CLEAR" }, { "green", "TLP:GREEN" }, { "amber", "TLP:AMBER" },
	{ "amber+strict", "TLP:AMBER+STRICT" },
	{ NULL }
};

static const struct choice entries[] = {
	{ "invited", N_("By invitation"), N_("A lead enters the addresses, and each is asked to confirm.") },
	{ "open", N_("Open"), N_("Anybody can subscribe on the public pages. Only for TLP:CLEAR.") },
	{ NULL }
};

static const struct choice carries[] = {
	{ "yes", N_("Published advisories go to it by themselves") },
	{ NULL }
};

static const struct field own_fields[] = {
	{ "name", TEXT, true, N_("Name"), .missing = N_("Enter the name"), .max = LIST_NAME, .straight = true },
	{ "tlp", CHOICE, true, N_("The strictest label that it carries"),
	  .hint = N_("What is TLP:RED goes to people by name, never to a list."),
	  .missing = N_("Choose a label"), .choices = list_labels },
	{ "entry", CHOICE, true, N_("Who can subscribe"), .missing = N_("Choose who can subscribe"),
	  .choices = entries },
	{ "advisories", CHOICES, .label = N_("Advisories"), .choices = carries },
	{ NULL }
};

static const struct field act_form[] = {
	{ "version", NUMBER, true, N_("Version"), .min = 1, .max = INT32_MAX, .hidden = true,
	  .missing = N_("Open the list again and send the form from there") },
	{ NULL }
};

static const struct saying sayings[] = {
	{ "added", N_("The list was made") },
	{ "saved", N_("Name, label or purpose was changed") },
	{ "ended", N_("The list ended") },
	{ "started", N_("The list was started again") },
	{ NULL }
};

static const struct field *list_form(struct request *r)
{
	return wordings_form(r, own_fields, N_("What it is for, in {language}"),
	    N_("One sentence for those who decide whether to read it."));
}

const char *list_path(struct request *r, int64_t id, const char *part)
{
	return memory_printf(r->work->memory, "/desk/publish/lists/%lld%s", (long long)id, part);
}

const char *count_said(struct request *r, int64_t count, int64_t most)
{
	return memory_printf(r->work->memory, "%lld%s", (long long)count, count >= most ? "+" : "");
}

void list_pour(struct request *r, const struct list *list)
{
	view_number(r, "list.id", list->id);
	view_number(r, "list.version", list->version);
	view_text(r, "list.name", list->name);
	view_text(r, "list.tlp", list->tlp);
	view_flag(r, "list.open", list->open);
	view_flag(r, "list.advisories", list->advisories);
	view_moment(r, "list.made_at", list->made_at);
	view_moment(r, "list.ended_at", list->ended_at);
}

static const char *sentence_of(const struct saying *sayings_of, const char *action)
{
	for (; sayings_of->action != NULL; sayings_of++)
		if (text_is(sayings_of->action, action))
			return sayings_of->sentence;
	return NULL;
}

void events_pour(struct request *r, const struct saying *sayings_of, const char *object, int64_t id)
{
	struct db_rows *event = events_of(r->work, object, id);
	struct place *history = view_place(r, "history");
	size_t n = 0;

	while (db_next(event)) {
		const char *said = sentence_of(sayings_of, db_get_text(event, "action"));
		struct place *row;

		if (said == NULL)
			continue;
		row = place_row(r, history, n++);
		place_moment(r, row, "at", db_get_moment(event, "happened_at"));
		place_text(r, row, "name", db_get_text(event, "name"));
		place_text(r, row, "said", said);
	}
}


/* All of them -------------------------------------------------------------------- */

int page_publish_lists(struct request *r)
{
	struct db_rows *list = lists_all(r->work, r->language, first_language());
	struct place *lists = view_place(r, "lists");

	for (size_t i = 0; db_next(list); i++) {
		struct place *row = place_row(r, lists, i);
		struct list_counts counts;

		list_count(r->work, db_get_int(list, "id"), LIST_COUNTED, &counts);
		place_number(r, row, "id", db_get_int(list, "id"));
		place_text(r, row, "name", db_get_text(list, "name"));
		place_text(r, row, "wording", db_get_text(list, "wording"));
		place_text(r, row, "tlp", db_get_text(list, "tlp"));
		place_flag(r, row, "open", db_get_bool(list, "open"));
		place_flag(r, row, "advisories", db_get_bool(list, "advisories"));
		place_moment(r, row, "ended_at", db_get_moment(list, "ended_at"));
		place_moment(r, row, "last_at", db_get_moment(list, "last_at"));
		place_text(r, row, "confirmed", count_said(r, counts.confirmed, LIST_COUNTED));
		place_text(r, row, "asked", count_said(r, counts.asked, LIST_COUNTED));
		place_text(r, row, "paused", count_said(r, counts.paused, LIST_COUNTED));
	}
	view_flag(r, "lists_full", lists_full(r->work));
	return show(r, "publish/lists.cs");
}


/* Writing one -------------------------------------------------------------------- */

static void read_list(struct request *r, struct list *list)
{
	*list = (struct list){ .version = form_number(r, "version"), .name = form_text(r, "name"),
		.tlp = form_text(r, "tlp"), .open = text_is(form_text(r, "entry"), "open"),
		.advisories = form_has(r, "advisories", "yes") };
}

static void show_values(struct request *r, const struct list *list)
{
	form_set(r, "name", list->name);
	form_set(r, "tlp", list->tlp);
	form_set(r, "entry", list->open ? "open" : "invited");
	form_set_choices(r, "advisories", list->advisories ? "yes" : "");
}

int page_publish_list_new(struct request *r)
{
	form_show(r, list_form(r));
	form_set(r, "entry", "invited");
	return show(r, "publish/list_form.cs");
}

static void pour_theirs(struct request *r, const struct list *list)
{
	view_text(r, "theirs.0.label", own_fields[0].label);
	view_text(r, "theirs.0.value", list->name);
	view_text(r, "theirs.1.label", own_fields[1].label);
	view_text(r, "theirs.1.value", text_upper(r->work->memory, list->tlp));
	view_text(r, "theirs.2.label", own_fields[2].label);
	view_text(r, "theirs.2.value", t(list->open ? entries[1].label : entries[0].label));
	wordings_pour(r, list_wordings(r->work, list->id), 3);
}

/* `stale`: somebody was faster. */
static int show_edit(struct request *r, bool stale)
{
	struct list list;

	if (!list_by_id(r->work, path_number(r, "id"), &list))
		return not_found(r);
	form_show(r, list_form(r));
	show_values(r, &list);
	wordings_show(r, list_wordings(r->work, list.id));
	list_pour(r, &list);
	view_number(r, "part.version", form_version(r, list.version, stale));
	view_flag(r, "stale", stale);
	if (!stale)
		return show(r, "publish/list_form.cs");
	pour_theirs(r, &list);
	form_keep(r);
	return show_status(r, 409, "publish/list_form.cs");
}

int page_publish_list_edit(struct request *r)
{
	return show_edit(r, false);
}

/* What is in the way of a form, at its field. */
static bool complain(struct request *r, enum list_change change)
{
	switch (change) {
	case LIST_NAME_TAKEN:
		form_complain(r, "name", N_("Another list has this name. Choose another one"));
		return true;
	case LIST_NOT_OPEN:
		form_complain(r, "entry", N_("Only a list for TLP:CLEAR can be open"));
		return true;
	case LIST_NAMED_PEOPLE:
		form_complain(r, "tlp", N_("What is TLP:RED goes to people by name, never to a list."));
		return true;
	case LIST_STRICTER:
		form_complain(r, "tlp", N_("Its subscribers were not chosen for a stricter label. Make a new"
		    " list and invite those who may read it"));
		return true;
	case LIST_CARRIED:
		form_complain(r, "tlp", N_("Something stricter went to this list, and whoever subscribes can"
		    " read what went to it. Make a new list"));
		return true;
	case LIST_SAVED: case LIST_UNKNOWN: case LIST_STALE: case LIST_FULL: case LIST_NOT_NOW:
		break;
	}
	return false;
}

int post_publish_list_new(struct request *r)
{
	const struct wording *wordings;
	enum list_change change;
	struct list list;
	size_t count;

	if (!form_accept(r, list_form(r)))
		return show_again(r, page_publish_list_new);
	read_list(r, &list);
	wordings = wordings_told(r, &count);
	change = list_add(r->work, &list, wordings, count);
	if (complain(r, change))
		return show_again(r, page_publish_list_new);
	if (change == LIST_UNKNOWN)
		return forbidden(r);
	if (change == LIST_FULL) {
		tell(r, N_("There are as many lists as there can be. Change one that ended."));
		return redirect(r, "/desk/publish/lists");
	}
	tell(r, list.open ? N_("The list is open. People can subscribe on the public pages.")
	    : N_("The list is there. Invite those who should read it."));
	return redirect(r, list_path(r, list.id, ""));
}

int post_publish_list_edit(struct request *r)
{
	const struct wording *wordings;
	enum list_change change;
	struct list list;
	size_t count;

	if (!form_accept(r, list_form(r)))
		return show_again(r, page_publish_list_edit);
	read_list(r, &list);
	list.id = path_number(r, "id");
	wordings = wordings_told(r, &count);
	change = list_save(r->work, &list, wordings, count);
	if (complain(r, change))
		return show_again(r, page_publish_list_edit);
	if (change == LIST_STALE)
		return show_edit(r, true);
	if (change != LIST_SAVED)
		return not_found(r);
	tell(r, N_("Saved."));
	return redirect(r, list_path(r, list.id, ""));
}


/* Its end ------------------------------------------------------------------------ */

static int after_turn(struct request *r, enum list_change change, const char *done)
{
	if (change == LIST_UNKNOWN)
		return not_found(r);
	tell(r, change == LIST_SAVED ? done
	    : change == LIST_STALE ? N_("Somebody else changed the list meanwhile. Nothing was done.")
	    : N_("That is not possible here. Nothing was changed."));
	return redirect(r, list_path(r, path_number(r, "id"), ""));
}

int post_publish_list_end(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_publish_list);
	return after_turn(r, list_end(r->work, path_number(r, "id"), form_number(r, "version")),
	    N_("The list ended. Nothing goes to it any more; its subscribers stay, and you can start it again."));
}

int post_publish_list_start(struct request *r)
{
	if (!form_accept(r, act_form))
		return show_again(r, page_publish_list);
	return after_turn(r, list_start(r->work, path_number(r, "id"), form_number(r, "version")),
	    N_("The list goes on. What was stopped can be sent on from its page."));
}

void list_history_pour(struct request *r, int64_t id)
{
	events_pour(r, sayings, "list", id);
}
