/* The outbox: taken once, ended once, stopped and started, counted, and shown to
 * whom it is theirs to see. */
#include "stand.h"

#include "domain/outbox.h"

static struct db *inside, *door, *jobs, *owner;

static int open_database(void **state)
{
	if (read_settings(state) != 0)
		return -1;
	inside = connect_as("belfry_inside");
	door = connect_as("belfry_public");
	jobs = connect_as("belfry_work");
	owner = connect_as("belfry_migrate");
	return 0;
}

static int close_database(void **state)
{
	(void)state;
	db_close(inside);
	db_close(door);
	db_close(jobs);
	db_close(owner);
	return 0;
}

/* An empty outbox for each case. */
static int empty(void **state)
{
	struct work *w = work_at(owner, noon);

	(void)state;
	db_exec(w->db, SQL("DELETE FROM outbox"));
	db_exec(w->db, SQL("INSERT IGNORE INTO team (id, code, name, short_name, country, zone, email, phone,"
	    "  emergency_phone, address, privacy_contact, complaint_body, retention_months)"
	    " VALUES (1, 'TEST', 'A Team', 'TEST', '', 'Africa/Nairobi', 'team@cirt.example', '', '', '', '', '', 1)"));
	keep(w);
	return 0;
}

/* A report through the public door: its acknowledgement waits. */
static struct ticket a_mail(void)
{
	struct work *w = work_at(door, noon);
	struct report report = a_report(w);
	struct ticket ticket = opened(w, &report);

	keep(w);
	return ticket;
}

static bool taken(struct letter *letter, moment now, struct work **w)
{
	*w = work_at(jobs, now);
	return outbox_take(*w, 2 * MINUTE, letter);
}

static const char *state_of(struct work *w)
{
	return text_of(w, SQL("SELECT CONCAT(state, ' ', tries) FROM outbox ORDER BY id LIMIT 1"));
}

static void a_mail_is_taken_once(void **state)
{
	struct letter letter, again;
	struct work *w, *other;
	char message_id[255];

	(void)state;
	a_mail();
	assert_true(taken(&letter, noon, &w));
	assert_string_equal(letter.kind, "received");
	assert_string_equal(letter.recipient, "rea@porter.example");
	assert_int_equal(letter.tries, 1);
	snprintf(message_id, sizeof message_id, "%s", letter.message_id);
	keep(w);
	assert_false(taken(&again, noon + MINUTE, &other));
	keep(other);
	assert_true(taken(&again, noon + 2 * MINUTE, &other));
	assert_int_equal(again.tries, 2);
	assert_string_equal(again.message_id, message_id);
	assert_int_equal(again.made_at, letter.made_at);
	keep(other);
	/* Whoever took it first comes back now, and says nothing that counts. */
	letter.kind = again.kind = "received";
	w = work_at(jobs, noon + 3 * MINUTE);
	outbox_failed(w, &letter, "550 no", true);
	assert_string_equal(state_of(w), "waiting 2");
	outbox_sent(w, &again, "250 yes");
	assert_string_equal(state_of(w), "sent 2");
	keep(w);
}

static bool take_one(struct work *w, int number, void *data)
{
	struct letter letter;

	(void)number;
	(void)data;
	return outbox_take(w, 2 * MINUTE, &letter);
}

static void of_many_each_is_taken_by_one(void **state)
{
	struct work *w;

	(void)state;
	for (int i = 0; i < 3; i++)
		a_mail();
	assert_int_equal(count_true(8, "belfry_work", take_one, NULL), 3);
	w = work_at(inside, noon);
	assert_string_equal(text_of(w, SQL("SELECT GROUP_CONCAT(tries) FROM outbox")), "1,1,1");
	drop(w);
}

static void waiting_gets_longer(void **state)
{
	(void)state;
	for (int64_t tries = 1; tries < 30; tries++)
		assert_true(outbox_wait(tries + 1) >= outbox_wait(tries));
	assert_int_equal(outbox_wait(1), MINUTE);
	assert_int_equal(outbox_wait(1000), 4 * HOUR);
}

static void what_the_server_says_is_kept_without_addresses(void **state)
{
	static const struct { const char *said, *kept; } table[] = {
		{ "550 5.1.1 <rea@porter.example>: no such person", "550 5.1.1 @ no such person" },
		{ "rea@porter.example rea@porter.example", "@ @" },
		{ "451 wait\r\n", "451 wait" },
		{ "@", "@" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		struct letter letter;
		struct work *w;

		empty(NULL);
		a_mail();
		assert_true(taken(&letter, noon, &w));
		outbox_failed(w, &letter, table[i].said, false);
		assert_string_equal(text_of(w, SQL("SELECT answer FROM outbox")), table[i].kept);
		assert_moment(at(text_of(w, SQL("SELECT next_at FROM outbox"))), "2026-11-24 12:01:00");
		keep(w);
	}
}

static void stopped_while_it_is_tried(void **state)
{
	struct letter letter;
	struct work *w, *desk;
	int64_t lead;

	(void)state;
	a_mail();
	desk = work_at(inside, noon);
	lead = a_person(desk, "lead", ROLE_DUTY_LEAD);
	keep(desk);
	assert_true(taken(&letter, noon, &w));
	keep(w);
	desk = work_at(inside, noon);
	act_as(desk, lead, ROLE_DUTY_LEAD);
	assert_int_equal(outbox_stop(desk, letter.id), OUTBOX_DONE);
	assert_int_equal(outbox_try_now(desk, letter.id), OUTBOX_TOO_LATE);
	assert_int_equal(outbox_stop(desk, 999999999), OUTBOX_UNKNOWN);
	keep(desk);
	/* It had left: that is what is true. */
	w = work_at(jobs, noon);
	letter.kind = "received";
	outbox_sent(w, &letter, "250 yes");
	assert_string_equal(state_of(w), "sent 1");
	keep(w);
	desk = work_at(inside, noon);
	act_as(desk, lead, ROLE_DUTY_LEAD);
	assert_int_equal(outbox_start_again(desk, letter.id), OUTBOX_TOO_LATE);
	assert_int_equal(outbox_stop(desk, letter.id), OUTBOX_TOO_LATE);
	drop(desk);
}

static void what_waits_is_counted(void **state)
{
	struct outbox_counts counts;
	struct letter letter;
	struct work *w;

	(void)state;
	w = work_at(jobs, noon);
	outbox_count(w, &counts);
	assert_int_equal(counts.waiting + counts.given_up + counts.oldest_seconds, 0);
	drop(w);
	for (int i = 0; i < 3; i++)
		a_mail();
	assert_true(taken(&letter, noon, &w));
	outbox_failed(w, &letter, "550 no", true);
	keep(w);
	w = work_at(jobs, noon + HOUR);
	outbox_count(w, &counts);
	assert_int_equal(counts.waiting, 2);
	assert_int_equal(counts.given_up, 1);
	assert_int_equal(counts.oldest_seconds, HOUR);
	drop(w);
}

/* Recipient and reference of the only row, as somebody with these roles has it. */
static const char *seen_by(uint32_t roles)
{
	static char seen[200];
	struct work *w = work_at(inside, noon);
	struct db_rows *rows;
	const char *recipient, *reference;

	act_as(w, 1, roles);
	rows = outbox_page(w, "waiting", 0);
	assert_true(db_next(rows));
	recipient = db_get_text(rows, "recipient");
	reference = db_get_text(rows, "reference");
	snprintf(seen, sizeof seen, "%s %s", recipient == NULL ? "-" : recipient,
	    reference == NULL ? "-" : "reference");
	drop(w);
	return seen;
}

static void an_administrator_sees_no_case(void **state)
{
	struct work *w;

	(void)state;
	a_mail();
	assert_string_equal(seen_by(ROLE_ADMINISTRATOR), "- -");
	assert_string_equal(seen_by(ROLE_DUTY_LEAD), "rea@porter.example reference");
	assert_string_equal(seen_by(ROLE_DUTY_LEAD | ROLE_ADMINISTRATOR), "rea@porter.example reference");
	empty(NULL);
	w = work_at(inside, noon);
	a_person(w, "newcomer", ROLE_ANALYST);
	outbox_link(w, "newcomer@cirt.example", noon + HOUR);
	keep(w);
	assert_string_equal(seen_by(ROLE_ADMINISTRATOR), "newcomer@cirt.example -");
	assert_string_equal(seen_by(ROLE_DUTY_LEAD), "- -");
}

/* The same whenever it is made, and another for each mail and each installation's
 * key; nothing of it is in the row. */
static void a_token_is_made_of_the_message_id(void **state)
{
	struct work *w = work_at(inside, noon);
	const char *id = outbox_link(w, "nobody@cirt.example", noon + HOUR);
	const char *other = outbox_link(w, "nobody@cirt.example", noon + HOUR);

	(void)state;
	assert_string_not_equal(id, other);
	assert_string_equal(outbox_token(w->memory, id), outbox_token(w->memory, id));
	assert_string_not_equal(outbox_token(w->memory, id), outbox_token(w->memory, other));
	assert_int_equal(strlen(outbox_token(w->memory, id)), 43);
	assert_null(strstr(id, outbox_token(w->memory, id)));
	assert_int_equal(db_number(w->db, SQL("SELECT COUNT(*) FROM outbox")), 0);
	drop(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(a_mail_is_taken_once, empty),
		cmocka_unit_test_setup(of_many_each_is_taken_by_one, empty),
		cmocka_unit_test_setup(waiting_gets_longer, empty),
		cmocka_unit_test_setup(what_the_server_says_is_kept_without_addresses, empty),
		cmocka_unit_test_setup(stopped_while_it_is_tried, empty),
		cmocka_unit_test_setup(what_waits_is_counted, empty),
		cmocka_unit_test_setup(an_administrator_sees_no_case, empty),
		cmocka_unit_test_setup(a_token_is_made_of_the_message_id, empty),
	};

	return cmocka_run_group_tests(tests, open_database, close_database);
}
