/* Following a report up: what its secret opens, and what the reporter does. */
#include "stand.h"

#include "domain/follow.h"
#include "domain/handling.h"

static struct db *door, *inside, *all;

/* A ticket that stays, and what its reporter knows of it. */
struct known {
	char reference[40], secret[40], digest[80];
	int64_t id;
};

static int open_database(void **state)
{
	if (read_settings(state) != 0)
		return -1;
	door = connect_as("belfry_public");
	inside = connect_as("belfry_inside");
	all = connect_as("belfry_migrate");
	return 0;
}

static int close_database(void **state)
{
	(void)state;
	db_close(door);
	db_close(inside);
	db_close(all);
	return 0;
}

static struct known a_known_ticket(void)
{
	struct work *w = work_at(door, noon);
	struct report report = a_report(w);
	struct ticket ticket = opened(w, &report);
	struct known known = { .id = ticket.id };

	snprintf(known.reference, sizeof known.reference, "%s", ticket.reference);
	snprintf(known.secret, sizeof known.secret, "%s", report.secret);
	snprintf(known.digest, sizeof known.digest, "%s", secret_digest(w, report.secret));
	keep(w);
	return known;
}

/* Somebody of the team does something that stays. */
static struct work *staff_at(moment now)
{
	static int64_t id;
	struct work *w = work_at(inside, now);

	if (id == 0)
		id = a_person(w, "follow.analyst", ROLE_ANALYST);
	act_as(w, id, ROLE_ANALYST);
	return w;
}

static int64_t version_of(struct work *w, const struct known *known)
{
	return db_number(w->db, SQL("SELECT version FROM ticket WHERE id = ?"), db_int(known->id));
}

static void staff_move(const struct known *known, const char *state)
{
	struct work *w = staff_at(noon + MINUTE);

	assert_int_equal(ticket_move(w, known->reference, version_of(w, known), state), HANDLED);
	keep(w);
}

static const char *state_now(struct work *w, const struct known *known)
{
	return text_of(w, SQL("SELECT state FROM ticket WHERE id = ?"), db_int(known->id));
}

static void the_secret_opens_its_own_ticket(void **state)
{
	struct known known = a_known_ticket();
	struct work *w = work_at(door, noon);
	struct follow follow;

	(void)state;
	assert_true(follow_open(w, known.reference, known.digest, &follow));
	assert_int_equal(follow.ticket_id, known.id);
	assert_string_equal(follow.state, "new");
	assert_string_equal(follow.state_label, "New");
	assert_false(follow.closed);
	assert_int_equal(follow.opened_at, noon);
	assert_int_equal(follow.answered_at, 0);
	drop(w);
}

/* Everything else gets the same answer, after the same work. */
static void nothing_else_opens_anything(void **state)
{
	struct known mine = a_known_ticket(), other = a_known_ticket();
	const struct { const char *reference, *digest; } table[] = {
		{ mine.reference, other.digest },
		{ other.reference, mine.digest },
		{ "TEST-2026-2222222", mine.digest },
		{ mine.reference, mine.secret },
		{ mine.reference, "" },
		{ mine.reference, NULL },
		{ mine.reference, "%" },
		{ mine.reference, "' OR '1'='1" },
		{ mine.reference, "________________________________________________________________" },
		{ "%", mine.digest },
		{ "", "" },
		{ NULL, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		struct work *w = work_at(door, noon);
		struct follow follow = { .reference = table[i].reference, .secret = table[i].digest };

		assert_int_equal(db_row_count(follow_messages(w, &follow)), 0);
		assert_int_equal(db_row_count(follow_steps(w, &follow)), 0);
		assert_false(follow_open(w, table[i].reference, table[i].digest, &follow));
		assert_int_equal(db_statements(door), 3);
		drop(w);
	}
}

static void a_reference_is_not_read_loosely(void **state)
{
	struct known known = a_known_ticket();
	struct work *w = work_at(door, noon);
	struct follow follow;

	(void)state;
	assert_false(follow_open(w, text_lower(w, known.reference), known.digest, &follow));
	assert_false(follow_open(w, known.reference, text_upper(w, known.digest), &follow));
	drop(w);
}

static void the_reporter_reads_the_conversation_without_notes(void **state)
{
	struct known known = a_known_ticket();
	struct work *w = staff_at(noon + MINUTE);
	struct follow follow;
	struct db_rows *rows;

	(void)state;
	assert_int_equal(ticket_note(w, known.reference, "only us"), HANDLED);
	assert_int_equal(ticket_reply(w, known.reference, 2, "hello reporter"), HANDLED);
	assert_int_equal(ticket_note(w, known.reference, "only us again"), HANDLED);
	keep(w);
	w = work_at(door, noon + 2 * MINUTE);
	assert_true(follow_open(w, known.reference, known.digest, &follow));
	assert_int_equal(follow.answered_at, noon + MINUTE);
	follow_write(w, &follow, "hello team");
	rows = follow_messages(w, &follow);
	assert_int_equal(db_row_count(rows), 3);
	db_next(rows);
	assert_string_equal(db_get_text(rows, "direction"), "from_reporter");
	db_next(rows);
	assert_string_equal(db_get_text(rows, "direction"), "to_reporter");
	assert_string_equal(db_get_text(rows, "body"), "hello reporter");
	db_next(rows);
	assert_string_equal(db_get_text(rows, "body"), "hello team");
	assert_int_equal(db_get_moment(rows, "written_at"), noon + 2 * MINUTE);
	rows = follow_steps(w, &follow);
	assert_int_equal(db_row_count(rows), 2);
	db_next(rows);
	assert_string_equal(db_get_text(rows, "label"), "New");
	db_next(rows);
	assert_string_equal(db_get_text(rows, "label"), "In progress");
	drop(w);
}

/* Of a conversation without end the reporter reads the newest part, in order. */
static void a_long_conversation_shows_its_end(void **state)
{
	struct known known = a_known_ticket();
	struct work *w = work_at(all, noon);
	struct follow follow = { .reference = known.reference, .secret = known.digest };
	struct db_rows *rows;
	const char *last = NULL;

	(void)state;
	db_exec(all, SQL("INSERT INTO message (ticket_id, direction, body, written_at)"
	    " SELECT ?, 'to_reporter', seq, '2026-11-24 12:00:00' FROM seq_1_to_700"),
	    db_int(known.id));
	rows = follow_messages(w, &follow);
	assert_int_equal(db_row_count(rows), 500);
	for (int64_t number = 201; db_next(rows); number++) {
		last = db_get_text(rows, "body");
		assert_string_equal(last, memory_printf(w, "%lld", (long long)number));
	}
	assert_string_equal(last, "700");
	drop(w);
}

/* What writing does in each state. */
static void writing_wakes_what_waits(void **state)
{
	static const struct { const char *path[3], *becomes; bool event; } table[] = {
		{ { NULL },                          "new",       false },
		{ { "open", NULL },                  "open",      false },
		{ { "open", "waiting", NULL },       "open",      true },
		{ { "open", "elsewhere", NULL },     "elsewhere", false },
		{ { "open", "solved", NULL },        "open",      true },
		{ { "open", "closed", NULL },        "open",      true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		struct known known = a_known_ticket();
		struct follow follow;
		struct work *w;
		int64_t version;

		for (size_t step = 0; table[i].path[step] != NULL; step++)
			staff_move(&known, table[i].path[step]);
		w = staff_at(noon);
		assert_int_equal(ticket_note(w, known.reference, "read"), HANDLED);
		version = version_of(w, &known);
		keep(w);
		w = work_at(door, noon + HOUR);
		assert_true(follow_open(w, known.reference, known.digest, &follow));
		follow_write(w, &follow, "still there?");
		keep(w);
		w = work_at(all, noon);
		assert_string_equal(state_now(w, &known), table[i].becomes);
		assert_int_equal(db_number(all, SQL("SELECT unread FROM ticket WHERE id = ?"),
		    db_int(known.id)), 1);
		assert_int_equal(version_of(w, &known), version + 1);
		assert_string_equal(text_of(w, SQL("SELECT place FROM ticket WHERE id = ?"),
		    db_int(known.id)), "open");
		assert_int_equal(db_number(all, SQL("SELECT closed_at IS NULL FROM ticket WHERE id = ?"),
		    db_int(known.id)), 1);
		assert_int_equal(db_number(all, SQL("SELECT COUNT(*) FROM event WHERE object = 'ticket'"
		    " AND object_id = ? AND action = 'written' AND account_id IS NULL"),
		    db_int(known.id)), 1);
		assert_int_equal(db_number(all, SQL("SELECT COUNT(*) FROM event WHERE object = 'ticket'"
		    " AND object_id = ? AND action = 'state' AND account_id IS NULL AND to_value = ?"),
		    db_int(known.id), db_text(table[i].becomes)), table[i].event);
		drop(w);
	}
}

/* Spam stays spam and a duplicate a duplicate, whatever their writer adds. */
static void writing_brings_nothing_back_into_the_queue(void **state)
{
	struct known spam = a_known_ticket(), held;
	struct work *w = staff_at(noon);
	struct follow follow;
	struct report report;
	struct ticket ticket;

	(void)state;
	assert_int_equal(ticket_spam(w, spam.reference, 1, true), HANDLED);
	keep(w);
	w = work_at(door, noon);
	assert_true(follow_open(w, spam.reference, spam.digest, &follow));
	follow_write(w, &follow, "buy this");
	report = a_report(w);
	report.held = true;
	ticket = opened(w, &report);
	held.id = ticket.id;
	assert_true(follow_open(w, ticket.reference, secret_digest(w, report.secret), &follow));
	follow_write(w, &follow, "more of it");
	keep(w);
	w = work_at(all, noon);
	assert_string_equal(text_of(w, SQL("SELECT place FROM ticket WHERE id = ?"),
	    db_int(spam.id)), "spam");
	assert_string_equal(text_of(w, SQL("SELECT place FROM ticket WHERE id = ?"),
	    db_int(held.id)), "held");
	drop(w);
}

static void the_clock_goes_on_until_somebody_answers(void **state)
{
	struct known known = a_known_ticket();
	struct work *w = work_at(door, noon + HOUR);
	struct follow follow;

	(void)state;
	assert_true(follow_open(w, known.reference, known.digest, &follow));
	follow_write(w, &follow, "hello?");
	keep(w);
	w = work_at(all, noon);
	assert_int_equal(db_number(all, SQL("SELECT clock_at = due_at FROM ticket WHERE id = ?"),
	    db_int(known.id)), 1);
	drop(w);
	w = work_at(door, noon + HOUR);
	assert_true(follow_open(w, known.reference, known.digest, &follow));
	assert_true(follow_solve(w, &follow));
	keep(w);
	w = work_at(all, noon);
	assert_string_equal(text_of(w, SQL("SELECT CONCAT(state, ' ', place, ' ', clock_at, ' ',"
	    " closed_at) FROM ticket WHERE id = ?"), db_int(known.id)),
	    "solved closed 9999-12-31 00:00:00 2026-11-24 13:00:00");
	drop(w);
	/* It was not: writing opens it again, and the clock runs as before. */
	w = work_at(door, noon + 2 * HOUR);
	assert_true(follow_open(w, known.reference, known.digest, &follow));
	follow_write(w, &follow, "it came back");
	keep(w);
	w = work_at(all, noon);
	assert_string_equal(text_of(w, SQL("SELECT CONCAT(state, ' ', place, ' ', clock_at = due_at)"
	    " FROM ticket WHERE id = ?"), db_int(known.id)), "open open 1");
	drop(w);
}

static void it_is_solved_only_where_the_lifecycle_says_so(void **state)
{
	static const struct { const char *path[3]; bool solves; } table[] = {
		{ { NULL },                      true },
		{ { "open", NULL },              true },
		{ { "open", "waiting", NULL },   true },
		{ { "open", "elsewhere", NULL }, true },
		{ { "open", "solved", NULL },    false },
		{ { "open", "closed", NULL },    false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		struct known known = a_known_ticket();
		struct follow follow;
		struct work *w;

		for (size_t step = 0; table[i].path[step] != NULL; step++)
			staff_move(&known, table[i].path[step]);
		w = work_at(door, noon);
		assert_true(follow_open(w, known.reference, known.digest, &follow));
		assert_int_equal(follow_solve(w, &follow), table[i].solves);
		keep(w);
	}
}

/* Between the page that the reporter saw and what they send, staff did
 * something: it stands, and the history has no gap. */
static void the_reporter_does_not_undo_what_staff_did(void **state)
{
	static const struct { const char *staff; bool solve; const char *after; } table[] = {
		{ "open",    false, "open" },
		{ "waiting", false, "open" },
		{ "closed",  false, "open" },
		{ "open",    true,  "solved" },
		{ "solved",  true,  "solved" },
		{ "closed",  true,  "closed" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		struct known known = a_known_ticket();
		struct work *w = work_at(door, noon);
		struct follow follow;
		struct db_rows *events;
		const char *before = NULL;

		assert_true(follow_open(w, known.reference, known.digest, &follow));
		staff_move(&known, table[i].staff);
		if (table[i].solve)
			follow_solve(w, &follow);
		else
			follow_write(w, &follow, "and another thing");
		keep(w);
		w = work_at(all, noon);
		assert_string_equal(state_now(w, &known), table[i].after);
		events = db_query(all, SQL("SELECT from_value, to_value FROM event"
		    " WHERE object = 'ticket' AND object_id = ? AND action IN ('opened', 'state')"
		    " ORDER BY id"), db_int(known.id));
		while (db_next(events)) {
			assert_true(text_is(db_get_text(events, "from_value"), before));
			before = db_get_text(events, "to_value");
		}
		assert_string_equal(before, table[i].after);
		drop(w);
	}
}

/* Both sides write at once, many times: no message is lost. */
static bool write_once(struct work *w, int number, void *data)
{
	const struct known *known = data;
	struct follow follow;

	if (!follow_open(w, known->reference, known->digest, &follow))
		return false;
	follow_write(w, &follow, memory_printf(w, "message %d", number));
	return true;
}

static void many_messages_at_once_are_all_kept(void **state)
{
	struct known known = a_known_ticket();
	struct work *w;

	(void)state;
	assert_int_equal(count_true(12, "belfry_public", write_once, &known), 12);
	w = work_at(all, noon);
	assert_int_equal(db_number(all, SQL("SELECT COUNT(*) FROM message WHERE ticket_id = ?"),
	    db_int(known.id)), 13);
	assert_int_equal(version_of(w, &known), 13);
	drop(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_secret_opens_its_own_ticket),
		cmocka_unit_test(nothing_else_opens_anything),
		cmocka_unit_test(a_reference_is_not_read_loosely),
		cmocka_unit_test(the_reporter_reads_the_conversation_without_notes),
		cmocka_unit_test(a_long_conversation_shows_its_end),
		cmocka_unit_test(writing_wakes_what_waits),
		cmocka_unit_test(writing_brings_nothing_back_into_the_queue),
		cmocka_unit_test(the_clock_goes_on_until_somebody_answers),
		cmocka_unit_test(it_is_solved_only_where_the_lifecycle_says_so),
		cmocka_unit_test(the_reporter_does_not_undo_what_staff_did),
		cmocka_unit_test(many_messages_at_once_are_all_kept),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("follow", tests, open_database, close_database);
}
