/* Out of the way and back: spam, duplicates, and what is held for review. */
#include "desk.h"

static void spam_goes_and_comes_back(void **state)
{
	struct work *w = ann_at(noon);
	struct ticket ticket = a_ticket(w);
	struct ticket_seen there;

	(void)state;
	assert_int_equal(ticket_spam(w, ticket.reference, 1, false), HANDLED_ALREADY);
	assert_int_equal(ticket_spam(w, ticket.reference, 1, true), HANDLED);
	assert_string_equal(seen(w, &ticket).place, "spam");
	assert_int_equal(ticket_spam(w, ticket.reference, 2, false), HANDLED);
	there = seen(w, &ticket);
	assert_string_equal(there.place, "open");
	assert_false(there.spam);
	assert_int_equal(there.clock_at, ticket.due_at);
	assert_string_equal(what_happened_to(w, &ticket), "spam:-:- not_spam:-:-");
	/* From wherever it was: a closed one goes back among the closed. */
	assert_int_equal(ticket_move(w, ticket.reference, 3, "closed"), HANDLED);
	assert_int_equal(ticket_spam(w, ticket.reference, 4, true), HANDLED);
	assert_string_equal(seen(w, &ticket).place, "spam");
	assert_int_equal(ticket_spam(w, ticket.reference, 5, false), HANDLED);
	assert_string_equal(seen(w, &ticket).place, "closed");
	drop(w);
}

static void a_duplicate_points_to_another_and_comes_back(void **state)
{
	struct work *w = ann_at(noon);
	struct ticket ticket = a_ticket(w), other = a_ticket(w), third = a_ticket(w);

	(void)state;
	assert_int_equal(ticket_duplicate(w, ticket.reference, 1, NULL), HANDLED_ALREADY);
	assert_int_equal(ticket_duplicate(w, ticket.reference, 1, ticket.reference),
	    HANDLING_REFUSED);
	assert_int_equal(ticket_duplicate(w, ticket.reference, 1, "TEST-2026-2222222"),
	    HANDLING_REFUSED);
	assert_int_equal(ticket_duplicate(w, ticket.reference, 1, "%"), HANDLING_REFUSED);
	assert_int_equal(ticket_duplicate(w, ticket.reference, 1, other.reference), HANDLED);
	assert_string_equal(seen(w, &ticket).place, "duplicate");
	assert_string_equal(seen(w, &ticket).duplicate_of, other.reference);
	/* No chains, in neither direction, and no circle. */
	assert_int_equal(ticket_duplicate(w, third.reference, 1, ticket.reference),
	    HANDLING_REFUSED);
	assert_int_equal(ticket_duplicate(w, other.reference, 1, third.reference),
	    HANDLING_REFUSED);
	assert_int_equal(ticket_duplicate(w, other.reference, 1, ticket.reference),
	    HANDLING_REFUSED);
	assert_int_equal(ticket_duplicate(w, ticket.reference, 2, other.reference),
	    HANDLED_ALREADY);
	/* To another one instead, and back. */
	assert_int_equal(ticket_duplicate(w, ticket.reference, 2, third.reference), HANDLED);
	assert_int_equal(ticket_duplicate(w, ticket.reference, 3, NULL), HANDLED);
	assert_string_equal(seen(w, &ticket).place, "open");
	assert_null(seen(w, &ticket).duplicate_of);
	assert_string_equal(what_happened_to(w, &ticket), memory_printf(w,
	    "duplicate:-:%lld duplicate:%lld:%lld not_duplicate:%lld:-", (long long)other.id,
	    (long long)other.id, (long long)third.id, (long long)third.id));
	assert_int_equal(ticket_duplicate(w, other.reference, 1, third.reference), HANDLED);
	drop(w);
}

/* Spam counts before duplicate, and that before held: one place at a time. */
static void one_place_at_a_time(void **state)
{
	struct work *w = ann_at(noon);
	struct report report = a_report(w);
	struct ticket ticket, other = a_ticket(w);

	(void)state;
	report.held = true;
	ticket = opened(w, &report);
	assert_string_equal(seen(w, &ticket).place, "held");
	assert_int_equal(ticket_duplicate(w, ticket.reference, 1, other.reference), HANDLED);
	assert_string_equal(seen(w, &ticket).place, "duplicate");
	assert_int_equal(ticket_spam(w, ticket.reference, 2, true), HANDLED);
	assert_string_equal(seen(w, &ticket).place, "spam");
	assert_int_equal(ticket_duplicate(w, ticket.reference, 3, NULL), HANDLED);
	assert_int_equal(ticket_spam(w, ticket.reference, 4, false), HANDLED);
	assert_string_equal(seen(w, &ticket).place, "held");
	drop(w);
}

static void a_held_report_counts_from_its_acceptance(void **state)
{
	struct work *w = ann_at(noon);
	struct report report = a_report(w);
	struct ticket ticket, plain = a_ticket(w);
	struct ticket_seen there;

	(void)state;
	report.held = true;
	ticket = opened(w, &report);
	w->now = noon + DAY;
	assert_int_equal(ticket_accept(w, &a_team, plain.reference, 1), HANDLED_ALREADY);
	assert_int_equal(ticket_accept(w, &a_team, ticket.reference, 7), HANDLING_STALE);
	assert_int_equal(ticket_accept(w, &a_team, ticket.reference, 1), HANDLED);
	there = seen(w, &ticket);
	assert_false(there.held);
	assert_string_equal(there.place, "open");
	assert_moment(there.due_at, "2026-11-26 10:00:00");
	assert_moment(there.clock_at, "2026-11-26 10:00:00");
	assert_string_equal(what_happened_to(w, &ticket), "held:-:- accepted:-:-");
	assert_int_equal(ticket_accept(w, &a_team, "TEST-2026-2222222", 1), HANDLING_UNKNOWN);
	drop(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spam_goes_and_comes_back),
		cmocka_unit_test(a_duplicate_points_to_another_and_comes_back),
		cmocka_unit_test(one_place_at_a_time),
		cmocka_unit_test(a_held_report_counts_from_its_acceptance),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("set_aside", tests, open_desk, close_db);
}
