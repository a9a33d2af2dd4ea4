/* From state to state, and the clock beside it. */
#include "desk.h"

#include "domain/message.h"

/* Every pair of states of every kind, against the table of transitions. */
static void moves_are_those_of_the_lifecycle(void **state)
{
	struct work *w = ann_at(noon);
	struct db_rows *pairs = db_query(db, SQL(
	    "SELECT a.kind, a.name AS from_state, b.name AS to_state, b.closed,"
	    "       transition.to_state IS NOT NULL AS leads"
	    "  FROM state AS a JOIN state AS b ON b.kind = a.kind"
	    "  LEFT JOIN transition ON transition.kind = a.kind AND transition.from_state = a.name"
	    "        AND transition.to_state = b.name"
	    " ORDER BY a.kind, a.position, b.position"));
	struct ticket ticket = a_ticket(w);
	int64_t version = 1;

	(void)state;
	assert_true(db_row_count(pairs) > 100);
	while (db_next(pairs)) {
		const char *from = db_get_text(pairs, "from_state"), *to = db_get_text(pairs, "to_state");
		enum handling wanted = text_is(from, to) ? HANDLED_ALREADY
		    : db_get_bool(pairs, "leads") ? HANDLED : HANDLING_REFUSED, outcome;

		db_exec(db, SQL("UPDATE ticket SET kind = ?, state = ?, place = 'open' WHERE id = ?"),
		    db_text(db_get_text(pairs, "kind")), db_text(from), db_int(ticket.id));
		outcome = ticket_move(w, ticket.reference, version, to);
		if (outcome != wanted)
			fail_msg("%s from %s to %s: %d", db_get_text(pairs, "kind"), from, to, outcome);
		if (outcome == HANDLED) {
			version++;
			assert_string_equal(seen(w, &ticket).place,
			    db_get_bool(pairs, "closed") ? "closed" : "open");
		}
	}
	assert_int_equal(ticket_move(w, ticket.reference, version, "no such state"),
	    HANDLING_REFUSED);
	assert_int_equal(ticket_move(w, ticket.reference, version, ""), HANDLING_REFUSED);
	drop(w);
}

/* What the page offers is what may be done. */
static void the_buttons_are_the_moves(void **state)
{
	struct work *w = ann_at(noon);
	struct ticket ticket = a_ticket(w);
	struct ticket_seen there = seen(w, &ticket);
	struct db_rows *moves = ticket_moves(w, &there);

	(void)state;
	assert_int_equal(db_row_count(moves), 5);
	db_next(moves);
	assert_string_equal(db_get_text(moves, "to_state"), "open");
	assert_string_equal(db_get_text(moves, "label"), "Start work");
	drop(w);
}

static void closing_and_opening_again(void **state)
{
	struct work *w = ann_at(noon);
	struct ticket ticket = a_ticket(w);

	(void)state;
	assert_int_equal(ticket_move(w, ticket.reference, 1, "solved"), HANDLED);
	assert_string_equal(text_of(w, SQL("SELECT CONCAT(place, ' ', closed_at, ' ', clock_at)"
	    " FROM ticket WHERE id = ?"), db_int(ticket.id)),
	    "closed 2026-11-24 12:00:00 9999-12-31 00:00:00");
	/* Closed for good a day later: it has been over since noon. */
	w->now = noon + DAY;
	assert_int_equal(ticket_move(w, ticket.reference, 2, "closed"), HANDLED);
	assert_string_equal(text_of(w, SQL("SELECT closed_at FROM ticket WHERE id = ?"),
	    db_int(ticket.id)), "2026-11-24 12:00:00");
	assert_int_equal(ticket_move(w, ticket.reference, 3, "open"), HANDLED);
	assert_string_equal(text_of(w, SQL("SELECT CONCAT(place, ' ', closed_at IS NULL, ' ',"
	    " clock_at = due_at) FROM ticket WHERE id = ?"), db_int(ticket.id)), "open 1 1");
	drop(w);
}


/* --- the clock */

static void priority_moves_the_clock_while_it_runs(void **state)
{
	static const struct { const char *priority, *due; } table[] = {
		{ "high",   "2026-11-25 06:00:00" },     /* opened at 15:00 there, closes at 18:00 */
		{ "urgent", "2026-11-24 13:00:00" },
		{ "low",    "2026-11-27 06:00:00" },
		{ "normal", "2026-11-25 10:00:00" },
	};
	struct work *w = ann_at(noon);
	struct ticket ticket = a_ticket(w);
	int64_t version = 1;

	(void)state;
	assert_moment(ticket.due_at, "2026-11-25 10:00:00");
	for (size_t i = 0; i < COUNT(table); i++) {
		struct ticket_seen there;

		/* It counts from when the report came, not from now. */
		w->now = noon + (moment)(i + 1) * 20 * MINUTE;
		assert_int_equal(ticket_prioritise(w, &a_team, ticket.reference, version++,
		    table[i].priority), HANDLED);
		there = seen(w, &ticket);
		assert_string_equal(there.priority, table[i].priority);
		assert_moment(there.due_at, table[i].due);
		assert_moment(there.clock_at, table[i].due);
	}
	assert_int_equal(ticket_prioritise(w, &a_team, ticket.reference, version, "deadly"),
	    HANDLING_REFUSED);
	assert_int_equal(ticket_prioritise(w, &a_team, ticket.reference, version, ""),
	    HANDLING_REFUSED);
	drop(w);
}

static void an_answer_stops_the_clock(void **state)
{
	struct work *w = ann_at(noon);
	struct ticket ticket = a_ticket(w);
	struct ticket_seen there;
	struct db_rows *messages;

	(void)state;
	w->now = noon + 20 * MINUTE;
	assert_int_equal(ticket_reply(w, ticket.reference, 1, "We look at it."), HANDLED);
	there = seen(w, &ticket);
	assert_int_equal(there.answered_at, noon + 20 * MINUTE);
	assert_moment(there.clock_at, "9999-12-31 00:00:00");
	assert_int_equal(there.due_at, ticket.due_at);
	assert_string_equal(there.state, "open");
	assert_int_equal(there.owner_id, ann);
	/* The first answer stays the first, whatever follows. */
	w->now = noon + HOUR;
	assert_int_equal(ticket_reply(w, ticket.reference, 2, "Solved?"), HANDLED);
	assert_int_equal(ticket_prioritise(w, &a_team, ticket.reference, 3, "urgent"), HANDLED);
	there = seen(w, &ticket);
	assert_int_equal(there.answered_at, noon + 20 * MINUTE);
	assert_int_equal(there.due_at, ticket.due_at);
	assert_moment(there.clock_at, "9999-12-31 00:00:00");
	assert_true(text_ends(what_happened_to(w, &ticket), "replied:-:- priority:normal:urgent"));
	messages = messages_of(w, ticket.id);
	assert_int_equal(db_row_count(messages), 3);
	db_next(messages);
	assert_null(db_get_text(messages, "author"));
	db_next(messages);
	assert_string_equal(db_get_text(messages, "direction"), "to_reporter");
	assert_string_equal(db_get_text(messages, "author"), "ann");
	drop(w);
}

/* A colleague answers: the ticket stays its owner's. */
static void an_answer_takes_only_what_nobody_has(void **state)
{
	struct work *w = ann_at(noon);
	struct ticket ticket = a_ticket(w);

	(void)state;
	assert_int_equal(ticket_assign(w, ticket.reference, 1, ben), HANDLED);
	assert_int_equal(ticket_reply(w, ticket.reference, 2, "Ben is away."), HANDLED);
	assert_int_equal(seen(w, &ticket).owner_id, ben);
	drop(w);
}

static void a_note_answers_nobody(void **state)
{
	struct work *w = ann_at(noon);
	struct ticket ticket = a_ticket(w);
	struct ticket_seen there;

	(void)state;
	assert_int_equal(ticket_note(w, ticket.reference, "Looks odd."), HANDLED);
	there = seen(w, &ticket);
	assert_int_equal(there.answered_at, 0);
	assert_int_equal(there.clock_at, ticket.due_at);
	assert_string_equal(there.state, "new");
	assert_int_equal(there.owner_id, 0);
	drop(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(moves_are_those_of_the_lifecycle),
		cmocka_unit_test(the_buttons_are_the_moves),
		cmocka_unit_test(closing_and_opening_again),
		cmocka_unit_test(priority_moves_the_clock_while_it_runs),
		cmocka_unit_test(an_answer_stops_the_clock),
		cmocka_unit_test(an_answer_takes_only_what_nobody_has),
		cmocka_unit_test(a_note_answers_nobody),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("lifecycle", tests, open_desk, close_db);
}
