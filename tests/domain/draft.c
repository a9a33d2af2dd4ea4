/* Drafts: kept for a day, for whoever has the key and for nobody else. */
#include "stand.h"

#include "domain/draft.h"

static struct db *door, *all;

static int open_database(void **state)
{
	if (read_settings(state) != 0)
		return -1;
	door = connect_as("belfry_public");
	all = connect_as("belfry_migrate");
	return 0;
}

static int close_database(void **state)
{
	(void)state;
	db_close(door);
	db_close(all);
	return 0;
}

static const char *open_value(struct work *w, const char *key, const char *field)
{
	struct draft draft;

	return draft_open(w, key, &draft) ? draft_value(&draft, field) : "no draft";
}

static void answers_are_kept_replaced_and_taken_back(void **state)
{
	static const char text[] = "'; -- <?cs %_ \\ \n🗼 الطابعات";
	struct work *w = work_at(door, noon);
	struct draft draft;

	(void)state;
	draft_begin(w, &draft);
	assert_int_equal(strlen(draft.key), 43);
	assert_int_equal(strlen(draft.digest), 64);
	assert_null(strstr(draft.digest, draft.key));
	draft_answer(w, &draft, "category", "malware");
	draft_answer(w, &draft, "description", text);
	draft_answer(w, &draft, "category", "message");
	draft_answer(w, &draft, "name", "Rea");
	draft_answer(w, &draft, "name", NULL);
	draft_answer(w, &draft, "phone", NULL);
	assert_string_equal(open_value(w, draft.key, "category"), "message");
	assert_string_equal(open_value(w, draft.key, "description"), text);
	assert_null(open_value(w, draft.key, "name"));
	assert_null(open_value(w, draft.key, "phone"));
	assert_true(draft_open(w, draft.key, &draft));
	assert_int_equal(draft.answer_count, 2);
	assert_null(draft.reference);
	drop(w);
}

static void another_key_opens_nothing(void **state)
{
	struct work *w = work_at(door, noon);
	struct draft mine, yours, found;
	static const char *const keys[] = { "", "%", "_", "' OR '1'='1", "a",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" };

	(void)state;
	draft_begin(w, &mine);
	draft_begin(w, &yours);
	draft_answer(w, &mine, "description", "mine");
	draft_answer(w, &yours, "description", "yours");
	assert_string_equal(open_value(w, mine.key, "description"), "mine");
	assert_string_equal(open_value(w, yours.key, "description"), "yours");
	for (size_t i = 0; i < COUNT(keys); i++)
		assert_false(draft_open(w, keys[i], &found));
	/* What the database knows of it is no key. */
	assert_false(draft_open(w, mine.digest, &found));
	assert_false(draft_open(w, memory_printf(w, "%s ", mine.key), &found));
	drop(w);
}

static void a_draft_lasts_a_day_after_the_last_answer(void **state)
{
	struct work *w = work_at(door, noon);
	struct draft draft, found;

	(void)state;
	draft_begin(w, &draft);
	w->now = noon + DAY - 1;
	assert_true(draft_open(w, draft.key, &found));
	assert_int_equal(found.ends_at, noon + DAY);
	w->now = noon + DAY;
	assert_false(draft_open(w, draft.key, &found));
	w->now = noon + 20 * HOUR;
	draft_answer(w, &draft, "category", "malware");
	w->now = noon + 44 * HOUR - 1;
	assert_true(draft_open(w, draft.key, &found));
	w->now = noon + 44 * HOUR;
	assert_false(draft_open(w, draft.key, &found));
	assert_false(draft_lock(w, draft.key, &found));
	drop(w);
}

static void a_sent_draft_forgets_its_answers(void **state)
{
	struct work *w = work_at(door, noon);
	struct draft draft, found;

	(void)state;
	draft_begin(w, &draft);
	draft_answer(w, &draft, "description", "said once");
	draft_sent(w, &draft, "TEST-2026-2222222");
	assert_true(draft_open(w, draft.key, &found));
	assert_string_equal(found.reference, "TEST-2026-2222222");
	assert_int_equal(found.answer_count, 0);
	assert_int_equal(found.sent_at, noon);
	assert_int_equal(found.ends_at, noon + HOUR);
	/* Nothing lengthens that hour, and nothing makes it another ticket. */
	w->now = noon + 30 * MINUTE;
	draft_answer(w, &draft, "category", "malware");
	draft_sent(w, &draft, "TEST-2026-3222223");
	assert_true(draft_open(w, draft.key, &found));
	assert_string_equal(found.reference, "TEST-2026-2222222");
	assert_int_equal(found.ends_at, noon + HOUR);
	w->now = noon + HOUR;
	assert_false(draft_open(w, draft.key, &found));
	drop(w);
}

/* As the page does it; true when this one made the ticket. */
static bool send(struct work *w, int number, void *key)
{
	struct draft draft;
	struct ticket ticket;
	struct report report = a_report(w);
	bool made;

	(void)number;
	if (!draft_lock(w, key, &draft) || draft.reference != NULL)
		return false;
	report.description = draft_value(&draft, "description");
	report.secret = secret_of_form(w, draft.key);
	report.form_key = draft.digest;
	made = ticket_open(w, &a_team, &report, &ticket);
	if (made)
		draft_sent(w, &draft, ticket.reference);
	return made;
}

/* Twelve presses of one button at the same moment. */
static void a_draft_becomes_one_ticket(void **state)
{
	struct work *w = work_at(door, noon);
	struct draft draft;
	char key[50];

	(void)state;
	draft_begin(w, &draft);
	draft_answer(w, &draft, "description", "once");
	snprintf(key, sizeof key, "%s", draft.key);
	keep(w);
	assert_int_equal(count_true(12, "belfry_public", send, key), 1);
	w = work_at(all, noon);
	assert_int_equal(db_number(all, SQL("SELECT COUNT(*) FROM ticket")), 1);
	assert_int_equal(db_number(all, SQL("SELECT COUNT(*) FROM message WHERE body = 'once'")), 1);
	assert_int_equal(db_number(all, SQL("SELECT COUNT(*) FROM draft JOIN ticket"
	    " ON ticket.reference = draft.reference")), 1);
	drop(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_are_kept_replaced_and_taken_back),
		cmocka_unit_test(another_key_opens_nothing),
		cmocka_unit_test(a_draft_lasts_a_day_after_the_last_answer),
		cmocka_unit_test(a_sent_draft_forgets_its_answers),
		cmocka_unit_test(a_draft_becomes_one_ticket),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("draft", tests, open_database, close_database);
}
