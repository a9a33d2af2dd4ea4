/* Two people on one ticket at the same moment: one wins, the other is told. */
#include "stand.h"

#include "domain/handling.h"

enum { ROUNDS = 12, RIVALS = 6 };

static int64_t people[RIVALS];

/* What the rivals of a round know. */
struct race {
	char reference[40], other[40], third[40];
	int64_t version;
	enum handling (*act)(struct work *, const struct race *, int number);
};

static int open_database(void **state)
{
	struct work *w;

	if (read_settings(state) != 0)
		return -1;
	db = connect_as("belfry_inside");
	w = work_at(db, noon - DAY);
	for (int i = 0; i < RIVALS; i++)
		people[i] = a_person(w, memory_printf(w, "rival%d", i), ROLE_ANALYST);
	keep(w);
	return 0;
}

static struct race a_race(enum handling (*act)(struct work *, const struct race *, int), bool held)
{
	struct work *w = work_at(db, noon);
	struct race race = { .version = 1, .act = act };
	struct report report = a_report(w);

	report.held = held;
	snprintf(race.reference, sizeof race.reference, "%s", opened(w, &report).reference);
	snprintf(race.other, sizeof race.other, "%s", a_ticket(w).reference);
	snprintf(race.third, sizeof race.third, "%s", a_ticket(w).reference);
	keep(w);
	return race;
}

/* As in a request: who it is has been read before, which fixes what plain
 * reads of this work see. */
static bool wins(struct work *w, int number, void *data)
{
	const struct race *race = data;

	db_number(w->db, SQL("SELECT COUNT(*) FROM session"));
	act_as(w, people[number], ROLE_ANALYST);
	return race->act(w, race, number) == HANDLED;
}

static int64_t number_now(struct sql sql, const char *reference)
{
	struct work *w = work_at(db, noon);
	int64_t number = db_number(db, sql, db_text(reference));

	keep(w);
	return number;
}

static enum handling take(struct work *w, const struct race *race, int number)
{
	(void)number;
	return ticket_take(w, race->reference, race->version);
}

static enum handling close_it(struct work *w, const struct race *race, int number)
{
	(void)number;
	return ticket_move(w, race->reference, race->version, "closed");
}

static enum handling reply(struct work *w, const struct race *race, int number)
{
	return ticket_reply(w, race->reference, race->version, number % 2 ? "one" : "other");
}

static enum handling accept_it(struct work *w, const struct race *race, int number)
{
	(void)number;
	return ticket_accept(w, &a_team, race->reference, race->version);
}

/* Everybody something else. */
static enum handling anything(struct work *w, const struct race *race, int number)
{
	switch (number) {
	case 0:  return ticket_take(w, race->reference, race->version);
	case 1:  return ticket_move(w, race->reference, race->version, "solved");
	case 2:  return ticket_spam(w, race->reference, race->version, true);
	case 3:  return ticket_duplicate(w, race->reference, race->version, race->other);
	case 4:  return ticket_prioritise(w, &a_team, race->reference, race->version, "urgent");
	default: return ticket_rename(w, race->reference, race->version, "renamed");
	}
}

static void one_winner(enum handling (*act)(struct work *, const struct race *, int), bool held)
{
	for (int round = 0; round < ROUNDS; round++) {
		struct race race = a_race(act, held);

		assert_int_equal(count_true(RIVALS, "belfry_inside", wins, &race), 1);
		assert_int_equal(number_now(SQL("SELECT version FROM ticket WHERE reference = ?"),
		    race.reference), 2);
	}
}

static void one_takes_it(void **state)
{
	(void)state;
	one_winner(take, false);
	assert_int_equal(number_now(SQL("SELECT COUNT(*) FROM event JOIN ticket"
	    " ON ticket.id = event.object_id AND event.object = 'ticket'"
	    " WHERE event.action = 'owner' AND ticket.owner_id = event.to_value"
	    "   AND ticket.owner_id = event.account_id AND ? = ''"), ""), ROUNDS);
}

static void one_closes_it(void **state)
{
	(void)state;
	one_winner(close_it, false);
}

static void one_answers_it(void **state)
{
	(void)state;
	one_winner(reply, false);
	assert_int_equal(number_now(SQL("SELECT COUNT(*) FROM message WHERE direction = 'to_reporter'"
	    " AND ? = ''"), ""), ROUNDS);
}

static void one_accepts_it(void **state)
{
	(void)state;
	one_winner(accept_it, true);
}

static void one_of_many_different_acts(void **state)
{
	(void)state;
	one_winner(anything, false);
}

/* Notes overwrite nothing: all of them are kept. */
static enum handling note(struct work *w, const struct race *race, int number)
{
	(void)number;
	return ticket_note(w, race->reference, "noted");
}

static void every_note_is_kept(void **state)
{
	struct race race = a_race(note, false);

	(void)state;
	assert_int_equal(count_true(RIVALS, "belfry_inside", wins, &race), RIVALS);
	assert_int_equal(number_now(SQL("SELECT COUNT(*) FROM message JOIN ticket"
	    " ON ticket.id = message.ticket_id WHERE reference = ? AND direction = 'note'"),
	    race.reference), RIVALS);
	assert_int_equal(number_now(SQL("SELECT version FROM ticket WHERE reference = ?"),
	    race.reference), 1 + RIVALS);
}

/* This one a duplicate of that one, and that one of this one: one of the two. */
static enum handling point_at_each_other(struct work *w, const struct race *race, int number)
{
	return number % 2 == 0 ? ticket_duplicate(w, race->reference, 1, race->other)
	    : ticket_duplicate(w, race->other, 1, race->reference);
}

/* The first of the second, the second of the third. */
static enum handling make_a_chain(struct work *w, const struct race *race, int number)
{
	return number % 2 == 0 ? ticket_duplicate(w, race->reference, 1, race->other)
	    : ticket_duplicate(w, race->other, 1, race->third);
}

static void duplicates_make_no_circle_and_no_chain(void **state)
{
	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct race circle = a_race(point_at_each_other, false);
		struct race chain = a_race(make_a_chain, false);

		assert_int_equal(count_true(2, "belfry_inside", wins, &circle), 1);
		assert_int_equal(count_true(2, "belfry_inside", wins, &chain), 1);
	}
	assert_int_equal(number_now(SQL("SELECT COUNT(*) FROM ticket JOIN ticket AS other"
	    " ON other.id = ticket.duplicate_of_id WHERE other.duplicate_of_id IS NOT NULL"
	    " AND ? = ''"), ""), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_takes_it),
		cmocka_unit_test(one_closes_it),
		cmocka_unit_test(one_answers_it),
		cmocka_unit_test(one_accepts_it),
		cmocka_unit_test(one_of_many_different_acts),
		cmocka_unit_test(every_note_is_kept),
		cmocka_unit_test(duplicates_make_no_circle_and_no_chain),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("races", tests, open_database, close_db);
}
