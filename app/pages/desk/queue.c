/* The queue: what there is to do, the most urgent first. The filter stands in
 * the address, so that it can be kept and sent to a colleague. */
#include "site.h"

#include <string.h>

#include "base/text.h"
#include "domain/queue.h"
#include "domain/reference.h"
#include "domain/staff.h"
#include "pages/desk/clock.h"
#include "web/encode.h"
#include "web/language.h"
#include "web/view.h"

enum {
	OWNERS_SHOWN  = 12,
	SUBJECT_SHOWN = 90,        /* characters in a line; the ticket has the rest */
};

/* A choice of a filter: what it is called, and the address's value. */
struct filter_choice {
	const char *value, *label;
	int64_t count;             /* -1: not counted */
};

/* What the address asks for; unknown words are as good as none. */
static const char *known(const char *value, const char *const *words)
{
	for (; *words != NULL; words++)
		if (text_is(value, *words))
			return *words;
	return NULL;
}

static void read_filter(struct request *r, struct queue *queue)
{
	static const char *const places[] = { "open", "held", "closed", "duplicate", "spam", NULL };
	static const char *const kinds[] =
	    { "report", "request", "investigation", "vulnerability", NULL };
	static const char *const priorities[] = { "urgent", "high", "normal", "low", NULL };
	static const char *const states[] =
	    { "new", "open", "waiting", "elsewhere", "solved", "published", "closed", NULL };
	const char *owner = query_text(r, "owner"), *place = known(query_text(r, "place"), places);

	*queue = (struct queue){
		.place = place != NULL ? place : "open",
		.kind = known(query_text(r, "kind"), kinds),
		.state = known(query_text(r, "state"), states),
		.priority = known(query_text(r, "priority"), priorities),
		.at = query_number(r, "at", 0),
		.id = query_number(r, "id", 0),
		.backwards = text_is(query_text(r, "turn"), "back"),
	};
	if (queue->at > MOMENT_LAST)
		queue->at = MOMENT_LAST;
	if (text_is(owner, "nobody"))
		queue->owner_id = OWNER_NOBODY;
	else if (text_is(owner, "me"))
		queue->owner_id = r->work->actor.account_id;
	else
		queue->owner_id = query_number(r, "owner", OWNER_ANYBODY);
	queue_narrow(queue);
}

static const char *owner_word(struct request *r, const struct queue *queue)
{
	if (queue->owner_id == OWNER_NOBODY)
		return "nobody";
	if (queue->owner_id == OWNER_ANYBODY)
		return NULL;
	return queue->owner_id == r->work->actor.account_id ? "me"
	    : memory_printf(r->work->memory, "%lld", (long long)queue->owner_id);
}

/* The address of this list with one word of the filter changed. */
static const char *address_with(struct request *r, const struct queue *queue, const char *name,
	const char *value)
{
	const char *const names[] = { "place", "owner", "state", "priority", "kind" };
	const char *values[] = { text_is(queue->place, "open") ? NULL : queue->place,
	    owner_word(r, queue), queue->state, queue->priority, queue->kind };
	struct buffer address;
	char separator = '?';

	buffer_open(&address, r->work->memory, 500);
	buffer_add(&address, "/desk/queue");
	for (size_t i = 0; i < 5; i++) {
		const char *present = text_is(names[i], name) ? value : values[i];

		/* Another place begins with no filter: not every one goes with it. */
		if (text_is(name, "place") && i > 0)
			present = NULL;
		if (text_is_empty(present))
			continue;
		buffer_printf(&address, "%c%s=%s", separator, names[i], encode_part(r->work->memory, present));
		separator = '&';
	}
	return buffer_text(&address);
}

static void pour_filter(struct request *r, const struct queue *queue, const char *tree,
	const char *name, const char *chosen, const struct filter_choice *choices)
{
	struct place *filter = place_under(r, view_place(r, "filters"), tree);

	for (size_t i = 0; choices[i].label != NULL; i++) {
		struct place *place = place_row(r, filter, i);
		bool is_chosen = text_is_empty(choices[i].value) ? chosen == NULL
		    : text_is(choices[i].value, chosen);

		place_text(r, place, "label", choices[i].label);
		place_flag(r, place, "chosen", is_chosen);
		place_text(r, place, "href", address_with(r, queue, name, choices[i].value));
		if (choices[i].count >= QUEUE_COUNTS)
			place_text(r, place, "count", "999+");
		else if (choices[i].count >= 0)
			place_number(r, place, "count", choices[i].count);
	}
}

/* Anybody, me, nobody, and the others of a small team by name. */
static void pour_owners(struct request *r, const struct queue *queue,
	const struct queue_counts *counts)
{
	bool open = text_is(queue->place, "open");
	struct filter_choice choices[OWNERS_SHOWN + 1] = {
		{ NULL, N_("Anybody"), -1 },
		{ "me", N_("Mine"), open ? counts->mine : -1 },
		{ "nobody", N_("Nobody"), open ? counts->nobody : -1 },
	};
	struct db_rows *staff = staff_all(r->work);
	size_t count = 3;

	while (db_next(staff) && count < OWNERS_SHOWN)
		if (db_get_int(staff, "id") != r->work->actor.account_id)
			choices[count++] = (struct filter_choice){ db_get_text(staff, "id"),
				db_get_text(staff, "name"), -1 };
	pour_filter(r, queue, "owner", "owner", owner_word(r, queue), choices);
}

static void pour_filters(struct request *r, const struct queue *queue)
{
	bool in_hand = text_is(queue->place, "open") || text_is(queue->place, "held");
	struct queue_counts counts;

	queue_count(r->work, &counts);
	pour_filter(r, queue, "place", "place", text_is(queue->place, "open") ? NULL : queue->place,
	    (const struct filter_choice[]){
	        { NULL, N_("Open"), counts.open }, { "held", N_("Held"), counts.held },
	        { "closed", N_("Closed"), -1 }, { "duplicate", N_("Duplicates"), -1 },
	        { "spam", N_("Spam"), -1 }, { NULL } });
	pour_owners(r, queue, &counts);
	if (text_is(queue->place, "open"))
		pour_filter(r, queue, "state", "state", queue->state, (const struct filter_choice[]){
		    { NULL, N_("Any"), -1 }, { "new", N_("New"), -1 }, { "open", N_("In progress"), -1 },
		    { "waiting", N_("Waiting for the reporter"), -1 },
		    { "elsewhere", N_("Waiting for others"), -1 },
		    /* Of a weakness only: it is open until it is public. */
		    { "solved", N_("Fixed, not yet public"), -1 }, { NULL } });
	pour_filter(r, queue, "priority", "priority", queue->priority, (const struct filter_choice[]){
	    { NULL, N_("Any"), -1 }, { "urgent", N_("Urgent"), -1 }, { "high", N_("High"), -1 },
	    { "normal", N_("Normal"), -1 }, { "low", N_("Low"), -1 }, { NULL } });
	if (in_hand)
		pour_filter(r, queue, "kind", "kind", queue->kind, (const struct filter_choice[]){
		    { NULL, N_("Any"), -1 }, { "report", N_("Report"), -1 },
		    { "request", N_("Request"), -1 }, { "investigation", N_("Investigation"), -1 },
		    { "vulnerability", N_("Vulnerability"), -1 }, { NULL } });
}

/* The present filter as a sentence; whole ones, because languages order words
 * differently. */
static const char *sentence_of(struct request *r, const struct queue *queue)
{
	bool mine = text_is(owner_word(r, queue), "me");

	if (text_is(queue->place, "held"))
		return t("Held reports, which a person looks at before they count");
	if (text_is(queue->place, "closed"))
		return mine ? t("Closed tickets of yours, the newest first")
		    : t("Closed tickets, the newest first");
	if (text_is(queue->place, "duplicate"))
		return t("Duplicates, the newest first");
	if (text_is(queue->place, "spam"))
		return t("Spam, the newest first");
	if (queue->owner_id == OWNER_NOBODY)
		return t("Open tickets that nobody has taken, by first answer due");
	if (queue->owner_id > 0 && !mine)
		return t("Open tickets of a colleague, by first answer due");
	return mine ? t("Open tickets of yours, by first answer due")
	    : t("Open tickets, by first answer due");
}

static const char *initials_of(const void *memory, const char *name)
{
	char initials[16] = "";
	size_t size = 0;
	bool begins = true;

	for (const char *c = name; *c != '\0' && size < 9; ) {
		size_t bytes = (unsigned char)*c < 0x80 ? 1 : (unsigned char)*c < 0xe0 ? 2
		    : (unsigned char)*c < 0xf0 ? 3 : 4;

		if (begins && *c != ' ') {
			memcpy(initials + size, c, bytes);
			size += bytes;
		}
		begins = *c == ' ';
		c += bytes;
	}
	initials[size] = '\0';
	return memory_text(memory, initials);
}

static void pour_owner(struct request *r, struct place *line, const char *owner)
{
	if (owner == NULL)
		return;
	place_text(r, line, "owner", initials_of(r->work->memory, owner));
	place_text(r, place_under(r, line, "owner"), "name", owner);
}

static void pour_age(struct request *r, struct place *line, moment opened_at)
{
	place_text(r, line, "opened_at", moment_iso(r->work->memory, opened_at));
	place_text(r, place_under(r, line, "opened_at"), "age",
	    length_brief(r->work->memory, r->work->now - opened_at, 1));
}

/* At most eleven names under a line: with twelve it costs twice. */
static void pour_line(struct request *r, struct place *line, struct db_rows *row)
{
	static const char *const columns[] =
	    { "reference", "who", "priority", "tlp", "rsit", "state", NULL };
	moment opened_at = db_get_moment(row, "opened_at"), due_at = db_get_moment(row, "due_at");

	for (size_t i = 0; columns[i] != NULL; i++)
		place_text(r, line, columns[i], db_get_text(row, columns[i]));
	place_text(r, line, "subject",
	    text_cut(r->work->memory, db_get_text(row, "subject"), SUBJECT_SHOWN));
	place_flag(r, line, "unread", db_get_bool(row, "unread"));
	place_text(r, place_under(r, line, "state"), "label", db_get_text(row, "state_label"));
	pour_owner(r, line, db_get_text(row, "owner"));
	clock_pour(r, place_under(r, line, "clock"), opened_at, due_at,
	    db_get_moment(row, "answered_at"), db_get_moment(row, "clock_at") == due_at);
	pour_age(r, line, opened_at);
}

/* One end of the page, from which its neighbour goes on. */
struct edge {
	moment at;
	int64_t id;
};

static const char *address_from(struct request *r, const struct queue *queue,
	const struct edge *edge, bool back)
{
	const char *address = address_with(r, queue, "", NULL);

	return memory_printf(r->work->memory, "%s%cat=%lld&id=%lld%s", address,
	    strchr(address, '?') != NULL ? '&' : '?', (long long)edge->at, (long long)edge->id,
	    back ? "&turn=back" : "");
}

/* Pours the lines in their order and the ways on and back. A page that was
 * asked for backwards came from its far end. */
static void pour_page(struct request *r, const struct queue *queue, struct queue_page *page)
{
	struct edge first = { 0 }, last = { 0 };
	struct place *lines = view_place(r, "tickets");

	for (size_t n = 0; n < page->count; n++)
		place_row(r, lines, n);    /* lines are shown in the order in which they were made */
	for (size_t i = 0; i < page->count && db_next(page->rows); i++) {
		size_t n = queue->backwards ? page->count - 1 - i : i;
		struct edge edge = { db_get_moment(page->rows, "clock_at"),
			db_get_int(page->rows, "id") };

		pour_line(r, place_row(r, lines, n), page->rows);
		if (n == 0)
			first = edge;
		if (n == page->count - 1)
			last = edge;
	}
	view_flag(r, "empty", page->count == 0);
	if (page->count > 0 && (queue->backwards ? page->more : queue->id != 0))
		view_text(r, "page.newer", address_from(r, queue, &first, true));
	if (page->count > 0 && (queue->backwards || page->more))
		view_text(r, "page.older", address_from(r, queue, &last, false));
}

int page_desk(struct request *r)
{
	return redirect(r, "/desk/queue");
}

int page_queue(struct request *r)
{
	struct queue_page page;
	struct queue queue;

	read_filter(r, &queue);
	queue_page(r->work, &queue, &page);
	if (queue.backwards && !page.more) {
		/* The way back has reached the top: a whole first page, not a short one. */
		queue.id = 0;
		queue.backwards = false;
		queue_page(r->work, &queue, &page);
	}
	pour_page(r, &queue, &page);
	pour_filters(r, &queue);
	view_text(r, "filters.sentence", sentence_of(r, &queue));
	return show(r, "desk/queue.cs");
}

/* "Go to": a reference in any spelling. */
int page_desk_go(struct request *r)
{
	const char *typed = query_text(r, "reference");
	const char *reference = typed != NULL ? reference_read(r->work->memory, typed) : NULL;

	if (reference != NULL)
		return redirect(r, memory_printf(r->work->memory, "/desk/tickets/%s", reference));
	tell(r, N_("That is no reference. One looks like TEAM-2026-K7RWXCH; the last letter checks"
	    " the others."));
	return redirect(r, "/desk/queue");
}
