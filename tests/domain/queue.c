/* The queue: lists by filter, in order, in pages that neither repeat nor lose
 * a ticket. */
#include "stand.h"

#include "domain/handling.h"
#include "domain/queue.h"

enum { TICKETS = 340, MOST = 2000 };

static int64_t ann;

/* Everything there is, in the order of a list, for filtering the slow way. */
struct listed {
	int64_t id, owner_id;
	moment clock_at;
	const char *place, *kind, *state, *priority;
};

/* Tickets of every place, kind, state, priority and owner, in an order of ids
 * that is none of their clocks; eleven in a row have the same clock. */
static struct work *full_queue(void)
{
	struct work *w = work_at(db, noon);

	ann = a_person(w, "ann", ROLE_ANALYST);
	act_as(w, ann, ROLE_ANALYST);
	db_exec(db, SQL(
	    "INSERT INTO ticket (reference, kind, state, place, subject, priority, tlp, channel,"
	    "   language, owner_id, opened_at, due_at, clock_at, changed_at, secret)"
	    " SELECT CONCAT('TEST-2026-', seq), IF(seq % 5 = 0, 'request', 'report'),"
	    "   ELT(1 + seq % 4, 'new', 'open', 'waiting', 'closed'),"
	    "   IF(seq % 4 = 3, 'closed', ELT(1 + seq DIV 7 % 8, 'open', 'open', 'open', 'open',"
	    "      'held', 'duplicate', 'spam', 'open')),"
	    "   CONCAT('Ticket ', seq), ELT(1 + seq % 3, 'high', 'normal', 'low'), 'amber', 'web', 'en',"
	    "   IF(seq % 6 < 2, ?, NULL), '2026-11-20 00:00:00', '2026-11-25 00:00:00',"
	    "   IF(seq % 9 = 0, '9999-12-31 00:00:00',"
	    "      '2026-11-24 00:00:00' + INTERVAL (seq * 7 % 31) HOUR), '2026-11-20 00:00:00', seq"
	    "  FROM seq_1_to_340"), db_int(ann));
	assert_false(db_failed(db));
	return w;
}

static size_t list_all(struct work *w, struct listed *all, bool by_clock)
{
	struct db_rows *rows = by_clock
	    ? db_query(db, SQL("SELECT * FROM ticket ORDER BY clock_at, id DESC"))
	    : db_query(db, SQL("SELECT * FROM ticket ORDER BY id DESC"));
	size_t count = 0;

	(void)w;
	while (db_next(rows))
		all[count++] = (struct listed){
			db_get_int(rows, "id"), db_get_int(rows, "owner_id"),
			db_get_moment(rows, "clock_at"), db_get_text(rows, "place"),
			db_get_text(rows, "kind"), db_get_text(rows, "state"),
			db_get_text(rows, "priority"),
		};
	return count;
}

static bool belongs(const struct queue *queue, const struct listed *ticket)
{
	return text_is(queue->place, ticket->place)
	    && (queue->kind == NULL || text_is(queue->kind, ticket->kind))
	    && (queue->state == NULL || text_is(queue->state, ticket->state))
	    && (queue->priority == NULL || text_is(queue->priority, ticket->priority))
	    && (queue->owner_id == OWNER_ANYBODY || queue->owner_id == ticket->owner_id
	        || (queue->owner_id == OWNER_NOBODY && ticket->owner_id == 0));
}

/* The ids of a list by paging through it from one end. */
static size_t walk(struct work *w, struct queue queue, int64_t *ids)
{
	struct queue_page page;
	size_t count = 0;

	do {
		queue_page(w, &queue, &page);
		assert_in_range(page.count, 0, QUEUE_ROWS);
		if (page.more)
			assert_int_equal(page.count, QUEUE_ROWS);
		for (size_t i = 0; i < page.count; i++) {
			assert_true(db_next(page.rows));
			assert_true(count < MOST);
			ids[count++] = queue.id = db_get_int(page.rows, "id");
			queue.at = db_get_moment(page.rows, "clock_at");
		}
	} while (page.more);
	return count;
}

static void expect(struct work *w, const struct queue *queue, const struct listed *all,
	size_t all_count)
{
	int64_t wanted[MOST], found[MOST];
	struct queue back = *queue;
	size_t count = 0, walked;

	for (size_t i = 0; i < all_count; i++)
		if (belongs(queue, &all[i]))
			wanted[count++] = all[i].id;
	walked = walk(w, *queue, found);
	assert_int_equal(walked, count);
	assert_memory_equal(found, wanted, count * sizeof *found);
	/* And back, from beyond the last. */
	back.backwards = true;
	back.at = at("9999-12-31 00:00:00");
	back.id = -1;
	walked = walk(w, back, found);
	assert_int_equal(walked, count);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(found[i], wanted[count - 1 - i]);
}

/* In the work in hand every filter goes with every other. */
static void open_tickets_are_listed_by_their_clock(void **state)
{
	static const char *const places[] = { "open", "held" };
	static const char *const kinds[] = { NULL, "report", "request", "investigation" };
	static const char *const states[] = { NULL, "new", "waiting", "closed" };
	static const char *const priorities[] = { NULL, "high", "low" };
	struct work *w = full_queue();
	struct listed all[TICKETS];
	size_t count = list_all(w, all, true);
	const int64_t owners[] = { OWNER_ANYBODY, OWNER_NOBODY, ann, 999999 };

	(void)state;
	assert_int_equal(count, TICKETS);
	for (size_t p = 0; p < COUNT(places); p++)
		for (size_t k = 0; k < COUNT(kinds); k++)
			for (size_t s = 0; s < COUNT(states); s++)
				for (size_t o = 0; o < COUNT(owners); o++)
					for (size_t y = 0; y < COUNT(priorities); y++) {
						struct queue queue = { places[p], kinds[k], states[s], priorities[y],
							owners[o] };

						queue_narrow(&queue);
						assert_int_equal(queue.owner_id, owners[o]);
						expect(w, &queue, all, count);
					}
	drop(w);
}

/* Elsewhere one filter at a time, the newest first. */
static void the_archive_is_listed_by_age(void **state)
{
	static const char *const places[] = { "closed", "duplicate", "spam" };
	struct work *w = full_queue();
	struct listed all[TICKETS];
	size_t count = list_all(w, all, false);
	const struct queue lists[] = {
		{ NULL }, { NULL, .owner_id = OWNER_NOBODY }, { NULL, .owner_id = ann },
		{ NULL, .owner_id = 999999 },
		{ NULL, .priority = "high" }, { NULL, .priority = "urgent" },
		{ NULL, .kind = "report", .state = "closed" }, { NULL, .kind = "report", .state = "open" },
	};

	(void)state;
	for (size_t p = 0; p < COUNT(places); p++)
		for (size_t i = 0; i < COUNT(lists); i++) {
			struct queue queue = lists[i];

			queue.place = places[p];
			expect(w, &queue, all, count);
		}
	drop(w);
}

/* Only filters that an index serves. */
static void filters_are_narrowed_outside_of_the_work_in_hand(void **state)
{
	static const struct { struct queue asked, given; } table[] = {
		{ { "open", "report", "new", "high", 7 },    { "open", "report", "new", "high", 7 } },
		{ { "held", "report", NULL, "high", -1 },    { "held", "report", NULL, "high", -1 } },
		{ { "open", NULL, "new", NULL, 0 },          { "open", NULL, "new", NULL, 0 } },
		{ { "closed", "report", "closed", "high", 7 }, { "closed", "report", "closed", NULL, 0 } },
		{ { "closed", NULL, "closed", "high", 7 },   { "closed", NULL, NULL, NULL, 7 } },
		{ { "closed", "report", NULL, "high", 0 },   { "closed", NULL, NULL, "high", 0 } },
		{ { "closed", NULL, NULL, "high", -1 },      { "closed", NULL, NULL, NULL, -1 } },
		{ { "spam", "report", NULL, NULL, 0 },       { "spam", NULL, NULL, NULL, 0 } },
		{ { "duplicate", NULL, NULL, "low", 0 },     { "duplicate", NULL, NULL, "low", 0 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		struct queue queue = table[i].asked;

		queue_narrow(&queue);
		assert_true(text_is(queue.kind, table[i].given.kind));
		assert_true(text_is(queue.state, table[i].given.state));
		assert_true(text_is(queue.priority, table[i].given.priority));
		assert_int_equal(queue.owner_id, table[i].given.owner_id);
		assert_string_equal(queue.place, table[i].asked.place);
	}
}

/* While one pages, tickets come, go and change their clocks: what stays where
 * it was is seen once, also when the ticket at the edge has gone. */
static void pages_hold_while_the_queue_changes(void **state)
{
	struct work *w = full_queue();
	struct queue queue = { "open" };
	struct queue_page page;
	int64_t seen[MOST], edge = 0;
	size_t count = 0, untouched;

	(void)state;
	queue_page(w, &queue, &page);
	assert_true(page.more);
	for (size_t i = 0; i < page.count && db_next(page.rows); i++) {
		seen[count++] = edge = db_get_int(page.rows, "id");
		queue.at = db_get_moment(page.rows, "clock_at");
	}
	queue.id = edge;
	db_exec(db, SQL("UPDATE ticket SET place = 'closed' WHERE id = ?"), db_int(edge));
	db_exec(db, SQL("UPDATE ticket SET clock_at = '2026-11-01 00:00:00' WHERE id = ?"),
	    db_int(seen[3]));
	a_ticket(w);
	count += walk(w, queue, seen + count);
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < i; j++)
			assert_int_not_equal(seen[i], seen[j]);
	untouched = (size_t)db_number(db, SQL("SELECT COUNT(*) FROM ticket WHERE place = 'open'"));
	/* Those that are there, and the one that has gone since; the new one comes
	 * in behind the edge. */
	assert_int_equal(count, untouched + 1);
	drop(w);
}

/* Another page is promised only where there is one. */
static void the_last_page_knows_that_it_is(void **state)
{
	struct work *w = work_at(db, noon);
	struct queue_page page;

	(void)state;
	for (int count = 1; count <= 2 * QUEUE_ROWS; count++) {
		struct queue open = { "open" }, closed = { "closed" };

		db_exec(db, SQL("INSERT INTO ticket (reference, kind, state, place, subject, priority, tlp,"
		    "   channel, language, opened_at, due_at, clock_at, changed_at, secret)"
		    " SELECT CONCAT(place.name, ?), 'report', 'new', place.name, 'x', 'normal', 'amber',"
		    "   'web', 'en', '2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01', 'x'"
		    "  FROM (SELECT 'open' AS name UNION SELECT 'closed') AS place"), db_int(count));
		queue_page(w, &open, &page);
		assert_int_equal(page.count, count < QUEUE_ROWS ? count : QUEUE_ROWS);
		assert_int_equal(page.more, count > QUEUE_ROWS);
		queue_page(w, &closed, &page);
		assert_int_equal(page.more, count > QUEUE_ROWS);
	}
	drop(w);
}

static void a_line_shows_what_one_decides_by(void **state)
{
	struct work *w = work_at(db, noon);
	struct report report = a_report(w);
	struct queue queue = { "open" };
	struct queue_page page;
	struct ticket ticket;

	(void)state;
	ann = a_person(w, "Ann Alyst", ROLE_ANALYST);
	report.category = "ransomware";
	report.organisation = "Port Bank";
	ticket = opened(w, &report);
	act_as(w, ann, ROLE_ANALYST);
	assert_int_equal(ticket_take(w, ticket.reference, 1), HANDLED);
	queue_page(w, &queue, &page);
	assert_int_equal(page.count, 1);
	assert_false(page.more);
	assert_true(db_next(page.rows));
	assert_string_equal(db_get_text(page.rows, "reference"), ticket.reference);
	assert_string_equal(db_get_text(page.rows, "subject"), report.description);
	assert_string_equal(db_get_text(page.rows, "who"), "Port Bank");
	assert_string_equal(db_get_text(page.rows, "priority"), "high");
	assert_string_equal(db_get_text(page.rows, "state_label"), "In progress");
	assert_string_equal(db_get_text(page.rows, "owner"), "Ann Alyst");
	assert_non_null(db_get_text(page.rows, "rsit"));
	assert_int_equal(db_get_moment(page.rows, "clock_at"), ticket.due_at);
	assert_false(db_get_bool(page.rows, "unread"));
	drop(w);
}

static void an_empty_list_is_a_page_too(void **state)
{
	static const char *const places[] = { "open", "held", "closed", "duplicate", "spam", "nowhere" };
	struct work *w = work_at(db, noon);
	struct queue_counts counts;

	(void)state;
	for (size_t i = 0; i < COUNT(places); i++) {
		struct queue queue = { places[i], .id = INT64_MAX, .at = noon };
		struct queue_page page;

		queue_page(w, &queue, &page);
		assert_int_equal(page.count, 0);
		assert_false(page.more);
	}
	queue_count(w, &counts);
	assert_int_equal(counts.open + counts.nobody + counts.mine + counts.late + counts.held, 0);
	drop(w);
}

static void counts_are_right_and_end_at_a_thousand(void **state)
{
	struct work *w = full_queue();
	struct queue_counts counts;

	(void)state;
	queue_count(w, &counts);
	assert_int_equal(counts.open, db_number(db, SQL(
	    "SELECT COUNT(*) FROM ticket WHERE place = 'open'")));
	assert_int_equal(counts.nobody, db_number(db, SQL(
	    "SELECT COUNT(*) FROM ticket WHERE place = 'open' AND owner_id IS NULL")));
	assert_int_equal(counts.mine, counts.open - counts.nobody);
	assert_int_equal(counts.held, db_number(db, SQL(
	    "SELECT COUNT(*) FROM ticket WHERE place = 'held'")));
	assert_int_equal(counts.late, db_number(db, SQL(
	    "SELECT COUNT(*) FROM ticket WHERE place = 'open' AND clock_at < '2026-11-24 12:00:00'")));
	assert_true(counts.late > 0 && counts.held > 0 && counts.mine > 0);
	db_exec(db, SQL("INSERT INTO ticket (reference, kind, state, place, subject, priority, tlp,"
	    "   channel, language, opened_at, due_at, clock_at, changed_at, secret)"
	    " SELECT CONCAT('TEST-2025-', seq), 'report', 'new', 'open', 'x', 'normal', 'amber', 'web',"
	    "   'en', '2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01', seq FROM seq_1_to_1200"));
	queue_count(w, &counts);
	assert_int_equal(counts.open, QUEUE_COUNTS);
	assert_int_equal(counts.nobody, QUEUE_COUNTS);
	assert_int_equal(counts.late, QUEUE_COUNTS);
	drop(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(open_tickets_are_listed_by_their_clock),
		cmocka_unit_test(the_archive_is_listed_by_age),
		cmocka_unit_test(filters_are_narrowed_outside_of_the_work_in_hand),
		cmocka_unit_test(pages_hold_while_the_queue_changes),
		cmocka_unit_test(the_last_page_knows_that_it_is),
		cmocka_unit_test(a_line_shows_what_one_decides_by),
		cmocka_unit_test(an_empty_list_is_a_page_too),
		cmocka_unit_test(counts_are_right_and_end_at_a_thousand),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("queue", tests, open_db, close_db);
}
