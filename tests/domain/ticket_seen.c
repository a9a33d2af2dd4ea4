/* What the page of a ticket reads: its history in words, and what was reported. */
#include "desk.h"

#include "domain/event.h"

static void the_history_says_it_in_words(void **state)
{
	static const struct { const char *action, *label; } wanted[] = {
		{ "opened", NULL }, { "owner", "ann" }, { "state", "In progress" },
		{ "priority", "High" }, { "tlp", "TLP:RED" }, { "rsit", "Denial of Service" },
		{ "subject", NULL }, { "duplicate", "a reference" }, { "owner", NULL },
	};
	struct work *w = ann_at(noon);
	struct ticket ticket = a_ticket(w), other = a_ticket(w);
	struct db_rows *events;

	(void)state;
	ticket_take(w, ticket.reference, 1);
	ticket_prioritise(w, &a_team, ticket.reference, 2, "high");
	ticket_label(w, ticket.reference, 3, "red");
	ticket_classify(w, ticket.reference, 4, "availability", "dos");
	ticket_rename(w, ticket.reference, 5, "x");
	ticket_duplicate(w, ticket.reference, 6, other.reference);
	ticket_release(w, ticket.reference, 7);
	events = ticket_events(w, ticket.id, "report");
	assert_int_equal(db_row_count(events), COUNT(wanted));
	for (size_t i = 0; i < COUNT(wanted); i++) {
		assert_true(db_next(events));
		assert_string_equal(db_get_text(events, "action"), wanted[i].action);
		if (text_is(wanted[i].action, "duplicate"))
			assert_string_equal(db_get_text(events, "to_label"), other.reference);
		else if (!text_is(wanted[i].action, "opened"))
			assert_true(text_is(db_get_text(events, "to_label"), wanted[i].label));
		assert_true(text_is(db_get_text(events, "name"), i == 0 ? NULL : "ann"));
	}
	drop(w);
}

static void the_page_reads_what_the_reporter_said(void **state)
{
	struct work *w = ann_at(noon);
	struct report report = a_report(w);
	struct answer answers[] = { { "ongoing", "yes" }, { "done", "told_bank" } };
	struct ticket ticket;
	struct ticket_seen there;
	struct db_rows *rows;

	(void)state;
	report.answers = answers;
	report.answer_count = COUNT(answers);
	report.category = "message";
	ticket = opened(w, &report);
	there = seen(w, &ticket);
	assert_string_equal(there.name, "Rea Porter");
	assert_string_equal(there.email, "rea@porter.example");
	assert_null(there.phone);
	assert_string_equal(there.kind_label, "Report");
	assert_string_equal(there.channel_label, "Web form");
	assert_string_equal(there.category, "message");
	assert_string_equal(there.rsit_label, "Phishing");
	rows = ticket_answers(w, ticket.id);
	assert_int_equal(db_row_count(rows), 2);
	db_next(rows);
	assert_string_equal(db_get_text(rows, "field"), "done");
	assert_string_equal(db_get_text(rows, "value"), "told_bank");
	drop(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_history_says_it_in_words),
		cmocka_unit_test(the_page_reads_what_the_reporter_said),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("ticket_seen", tests, open_desk, close_db);
}
