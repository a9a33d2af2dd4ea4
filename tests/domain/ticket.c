/* Filing a report: what becomes of it, and by when somebody has to answer. */
#include "stand.h"

static moment moment_from(struct work *w, struct sql sql, int64_t id)
{
	struct db_rows *row = db_query(w->db, sql, db_int(id));

	assert_true(db_next(row));
	return db_get_moment(row, "at");
}

static struct ticket opened_with(struct work *w, const char *category, const char *impact)
{
	struct report report = a_report(w);
	struct answer answer = { "service_impact", impact };

	report.category = category;
	report.answers = &answer;
	report.answer_count = impact != NULL;
	return opened(w, &report);
}

static void a_report_becomes_a_ticket(void **state)
{
	struct work *w = work_at(db, noon + 17);
	struct report report = a_report(w);
	struct answer answers[] = { { "ongoing", "yes" }, { "done", "told_bank,changed_password" } };
	struct ticket ticket;
	struct db_rows *row;

	(void)state;
	report.category = "message";
	report.organisation = "Port Bank";
	report.phone = "+999 555";
	report.answers = answers;
	report.answer_count = COUNT(answers);
	ticket = opened(w, &report);
	row = db_query(db, SQL("SELECT * FROM ticket WHERE reference = ?"), db_text(ticket.reference));
	assert_true(db_next(row));
	assert_int_equal(db_get_int(row, "id"), ticket.id);
	assert_string_equal(db_get_text(row, "kind"), "report");
	assert_string_equal(db_get_text(row, "state"), "new");
	assert_string_equal(db_get_text(row, "place"), "open");
	assert_string_equal(db_get_text(row, "subject"), report.description);
	assert_string_equal(db_get_text(row, "rsit_class"), "fraud");
	assert_string_equal(db_get_text(row, "rsit_type"), "phishing");
	assert_string_equal(db_get_text(row, "priority"), "normal");
	assert_string_equal(db_get_text(row, "tlp"), "amber");
	assert_string_equal(db_get_text(row, "channel"), "web");
	assert_null(db_get_text(row, "owner_id"));
	assert_null(db_get_text(row, "answered_at"));
	assert_int_equal(db_get_moment(row, "opened_at"), noon + 17);
	assert_int_equal(db_get_moment(row, "clock_at"), db_get_moment(row, "due_at"));
	assert_true(db_get_bool(row, "unread"));
	assert_false(db_get_bool(row, "held"));
	assert_int_equal(db_get_int(row, "version"), 1);
	row = db_query(db, SQL("SELECT * FROM ticket_contact WHERE ticket_id = ?"), db_int(ticket.id));
	assert_true(db_next(row));
	assert_string_equal(db_get_text(row, "name"), "Rea Porter");
	assert_string_equal(db_get_text(row, "email"), "rea@porter.example");
	assert_string_equal(db_get_text(row, "phone"), "+999 555");
	assert_string_equal(db_get_text(row, "organisation"), "Port Bank");
	assert_string_equal(text_of(w, SQL("SELECT GROUP_CONCAT(field, '=', value ORDER BY field)"
	    " FROM ticket_answer WHERE ticket_id = ?"), db_int(ticket.id)),
	    "done=told_bank,changed_password,ongoing=yes");
	row = db_query(db, SQL("SELECT * FROM message WHERE ticket_id = ?"), db_int(ticket.id));
	assert_true(db_next(row));
	assert_string_equal(db_get_text(row, "direction"), "from_reporter");
	assert_string_equal(db_get_text(row, "body"), report.description);
	assert_null(db_get_text(row, "account_id"));
	assert_false(db_next(row));
	drop(w);
}

/* From the first ticket on, and by nobody: the reporter has no account. */
static void filing_writes_an_event(void **state)
{
	struct work *w = work_at(db, noon);
	struct report report = a_report(w);
	struct ticket ticket = a_ticket(w);
	static const char *const events =
	    "opened:-:new";

	(void)state;
	assert_string_equal(text_of(w, SQL("SELECT GROUP_CONCAT(action, ':', COALESCE(from_value, '-'),"
	    " ':', COALESCE(to_value, '-') ORDER BY id) FROM event WHERE object = 'ticket'"
	    " AND object_id = ? AND account_id IS NULL"), db_int(ticket.id)), events);
	report.held = true;
	ticket = opened(w, &report);
	assert_string_equal(ticket.place, "held");
	assert_string_equal(text_of(w, SQL("SELECT GROUP_CONCAT(action ORDER BY id) FROM event"
	    " WHERE object = 'ticket' AND object_id = ?"), db_int(ticket.id)), "opened,held");
	assert_string_equal(text_of(w, SQL("SELECT place FROM ticket WHERE id = ?"),
	    db_int(ticket.id)), "held");
	drop(w);
}

/* Answers are due in open hours, urgent ones by the clock. Nairobi is three
 * hours ahead: open from 05:00 to 15:00 UTC, Fridays to 13:00. */
static void the_first_answer_is_due(void **state)
{
	static const struct {
		const char *opened, *category, *impact, *priority, *due;
	} table[] = {
		{ "2026-11-24 06:00:00", "malware",    NULL,      "normal", "2026-11-24 14:00:00" },
		{ "2026-11-24 06:00:00", "ransomware", NULL,      "high",   "2026-11-24 10:00:00" },
		{ "2026-11-24 06:00:00", "malware",    "stopped", "urgent", "2026-11-24 07:00:00" },
		{ "2026-11-24 06:00:00", "malware",    "slowed",  "normal", "2026-11-24 14:00:00" },
		{ "2026-11-24 06:00:00", NULL,         NULL,      "normal", "2026-11-24 14:00:00" },
		/* Friday afternoon, and the clock that does not wait for Monday. */
		{ "2026-11-27 12:00:00", "malware",    NULL,      "normal", "2026-11-30 12:00:00" },
		{ "2026-11-27 12:00:00", "ransomware", NULL,      "high",   "2026-11-30 08:00:00" },
		{ "2026-11-27 12:00:00", "server",     "stopped", "urgent", "2026-11-27 13:00:00" },
		{ "2026-11-28 22:30:00", "server",     "stopped", "urgent", "2026-11-28 23:30:00" },
		/* Before a holiday that is a Friday. */
		{ "2026-12-24 14:00:00", "malware",    NULL,      "normal", "2026-12-28 12:00:00" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		struct work *w = work_at(db, at(table[i].opened));
		struct ticket ticket = opened_with(w, table[i].category, table[i].impact);

		assert_string_equal(ticket.priority, table[i].priority);
		assert_moment(ticket.due_at, table[i].due);
		assert_moment(moment_from(w, SQL("SELECT due_at AS at FROM ticket WHERE id = ?"),
		    ticket.id), table[i].due);
		drop(w);
	}
}

static void every_category_leads_to_a_class_and_a_priority(void **state)
{
	struct work *w = work_at(db, noon);
	struct db_rows *categories = db_query(db, SQL("SELECT name, priority FROM category"));

	(void)state;
	assert_true(db_row_count(categories) >= 13);
	while (db_next(categories)) {
		struct ticket ticket = opened_with(w, db_get_text(categories, "name"), NULL);

		assert_string_equal(ticket.priority, db_get_text(categories, "priority"));
		assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM ticket JOIN rsit_type"
		    " ON rsit_type.class = ticket.rsit_class AND rsit_type.name = ticket.rsit_type"
		    " WHERE ticket.id = ?"), db_int(ticket.id)), 1);
	}
	drop(w);
}

/* Nobody finds out at which minute an anonymous reporter was at which machine:
 * everything that is kept of it is of a full hour, also what is counted from
 * there. */
static void an_anonymous_report_has_no_minute(void **state)
{
	static const char *const categories[] = { "malware", "ransomware", NULL };

	(void)state;
	for (size_t i = 0; i < COUNT(categories); i++) {
		struct work *w = work_at(db, at("2026-11-24 06:47:31"));
		struct report report = a_report(w);
		struct ticket ticket;

		report.name = report.email = NULL;
		report.category = categories[i];
		ticket = opened(w, &report);
		assert_moment(ticket.opened_at, "2026-11-24 06:00:00");
		assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM ticket WHERE id = ?"
		    " AND CONCAT(opened_at, due_at, clock_at, changed_at) LIKE '%:47:%'"),
		    db_int(ticket.id)), 0);
		assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM ticket WHERE id = ?"
		    " AND CONCAT(opened_at, due_at, clock_at, changed_at) LIKE '%:31%'"),
		    db_int(ticket.id)), 0);
		assert_moment(moment_from(w, SQL("SELECT written_at AS at FROM message"
		    " WHERE ticket_id = ?"), ticket.id), "2026-11-24 06:00:00");
		assert_moment(moment_from(w, SQL("SELECT at FROM event WHERE object = 'ticket'"
		    " AND object_id = ?"), ticket.id), "2026-11-24 06:00:00");
		assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM ticket_contact"
		    " WHERE ticket_id = ?"), db_int(ticket.id)), 0);
		/* The clock is not turned back for the rest of the work, and the team does
		 * not promise more than it would to anybody else. */
		assert_moment(w->now, "2026-11-24 06:47:31");
		assert_true(ticket.due_at >= ticket_due(w, &a_team, ticket.priority, w->now));
		assert_true(ticket.due_at < ticket_due(w, &a_team, ticket.priority, w->now) + HOUR);
		drop(w);
	}
}

static void contacts_are_kept_as_far_as_given(void **state)
{
	static const struct { const char *name, *email, *phone, *organisation; bool row, minute; } table[] = {
		{ NULL, NULL, NULL, NULL,          false, false },
		{ "",   "",   "",   "",            false, false },
		{ NULL, NULL, NULL, "Port Bank",   true,  false },
		{ "Rea", NULL, NULL, NULL,         true,  true },
		{ NULL, "r@porter.example", NULL, NULL, true, true },
		{ NULL, NULL, "+999 1", NULL,      true,  true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		struct work *w = work_at(db, noon + 7 * MINUTE);
		struct report report = a_report(w);
		struct ticket ticket;

		report.name = table[i].name;
		report.email = table[i].email;
		report.phone = table[i].phone;
		report.organisation = table[i].organisation;
		ticket = opened(w, &report);
		assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM ticket_contact"
		    " WHERE ticket_id = ?"), db_int(ticket.id)), table[i].row);
		assert_int_equal(ticket.opened_at, table[i].minute ? noon + 7 * MINUTE : noon);
		drop(w);
	}
}

static void the_secret_is_known_to_nobody(void **state)
{
	struct work *w = work_at(db, noon);
	struct report report = a_report(w);
	struct ticket ticket;

	(void)state;
	report.secret = "12345 67890 12345 67890 12345";
	ticket = opened(w, &report);
	assert_string_equal(text_of(w, SQL("SELECT secret FROM ticket WHERE id = ?"),
	    db_int(ticket.id)), secret_digest(w, report.secret));
	drop(w);
}

/* Pressing the button twice makes one report. */
static void a_form_is_one_report(void **state)
{
	struct work *w = work_at(db, noon);
	struct report report = a_report(w);
	struct ticket first = opened(w, &report), second, third;

	(void)state;
	assert_false(ticket_open(w, &a_team, &report, &second));
	assert_false(db_failed(db));
	assert_string_equal(second.reference, first.reference);
	assert_int_equal(second.id, first.id);
	assert_int_equal(second.due_at, first.due_at);
	assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM ticket")), 1);
	assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM message")), 1);
	assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM event WHERE object = 'ticket'")), 1);
	report.form_key = keyed_digest_hex(w, "test form", "another");
	third = opened(w, &report);
	assert_string_not_equal(third.reference, first.reference);
	/* Without a form there is nothing to be the same. */
	report.form_key = NULL;
	opened(w, &report);
	opened(w, &report);
	assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM ticket")), 4);
	drop(w);
}

static void text_stays_as_it_was_written(void **state)
{
	static const char *const texts[] = {
		"one line",
		"  two\n\tlines  \n",
		"'; DROP TABLE ticket; --",
		"<?cs var:evil ?> {{x}} <script>alert(1)</script> &amp;",
		"الطابعات لا تطبع إلا المنارات",
		"🗼 漢字 e\u0301 \u202e detrever",
		"100% _ \\ \"quoted\"",
	};
	struct work *w = work_at(db, noon);
	struct report report = a_report(w);
	char *longest = memory_array(w, char, TICKET_BODY * 4 + 1);

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct ticket ticket;

		report.description = texts[i];
		report.name = texts[i];
		report.form_key = NULL;
		ticket = opened(w, &report);
		assert_string_equal(text_of(w, SQL("SELECT body FROM message WHERE ticket_id = ?"),
		    db_int(ticket.id)), texts[i]);
		assert_string_equal(text_of(w, SQL("SELECT name FROM ticket_contact WHERE ticket_id = ?"),
		    db_int(ticket.id)), texts[i]);
		assert_null(strchr(text_of(w, SQL("SELECT subject FROM ticket WHERE id = ?"),
		    db_int(ticket.id)), '\n'));
	}
	/* The longest there can be, each character four bytes; the subject is its
	 * beginning. */
	for (int i = 0; i < TICKET_BODY; i++)
		memcpy(longest + i * 4, "🗼", 4);
	report.description = longest;
	report.name = "Rea";
	report.form_key = NULL;

	struct ticket ticket = opened(w, &report);

	assert_string_equal(text_of(w, SQL("SELECT body FROM message WHERE ticket_id = ?"),
	    db_int(ticket.id)), longest);
	assert_in_range(db_number(db, SQL("SELECT CHAR_LENGTH(subject) FROM ticket WHERE id = ?"),
	    db_int(ticket.id)), 120, 121);
	drop(w);
}

/* What the public door may do is enough for a report, and it leaves nothing
 * half done when it fails in the middle. */
static void the_public_door_can_file_it(void **state)
{
	struct db *door = connect_as("belfry_public");
	struct work *w = work_at(door, noon);
	struct report report = a_report(w);
	struct answer answer = { "ongoing", NULL };
	struct ticket ticket;

	(void)state;
	report.category = "malware";
	ticket = opened(w, &report);
	assert_int_not_equal(ticket.id, 0);
	drop(w);
	w = work_at(door, noon);
	report = a_report(w);
	report.answers = &answer;          /* a value is missing: refused by the database */
	report.answer_count = 1;
	ticket_open(w, &a_team, &report, &ticket);
	assert_true(db_failed(door));
	assert_false(work_end(w, true));
	w = work_at(db, noon);
	assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM ticket")), 0);
	assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM event WHERE object = 'ticket'")), 0);
	drop(w);
	db_close(door);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_report_becomes_a_ticket),
		cmocka_unit_test(filing_writes_an_event),
		cmocka_unit_test(the_first_answer_is_due),
		cmocka_unit_test(every_category_leads_to_a_class_and_a_priority),
		cmocka_unit_test(an_anonymous_report_has_no_minute),
		cmocka_unit_test(contacts_are_kept_as_far_as_given),
		cmocka_unit_test(the_secret_is_known_to_nobody),
		cmocka_unit_test(a_form_is_one_report),
		cmocka_unit_test(text_stays_as_it_was_written),
		cmocka_unit_test(the_public_door_can_file_it),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("ticket", tests, open_db, close_db);
}
