/* Staff at work: every act with every outcome it can have. */
#include "stand.h"

#include "domain/event.h"
#include "domain/handling.h"
#include "domain/message.h"
#include "domain/staff.h"

static struct db *db;
static int64_t ann, ben, out, admin;    /* accounts: analyst, lead, disabled analyst, administrator */

static int open_database(void **state)
{
	struct work *w;

	if (read_settings(state) != 0)
		return -1;
	db = connect_as("belfry_inside");
	w = work_at(db, noon - DAY);
	act_as(w, 0, ROLE_ADMINISTRATOR);
	ann = a_person(w, "ann", ROLE_ANALYST);
	ben = a_person(w, "ben", ROLE_DUTY_LEAD);
	out = a_person(w, "out", ROLE_ANALYST);
	admin = a_person(w, "admin", ROLE_ADMINISTRATOR);
	assert_int_equal(account_disable(w, out), ACCOUNT_CHANGED);
	keep(w);
	return 0;
}

static int close_database(void **state)
{
	(void)state;
	db_close(db);
	return 0;
}

static struct work *ann_at(moment now)
{
	struct work *w = work_at(db, now);

	act_as(w, ann, ROLE_ANALYST);
	return w;
}

static struct ticket_seen seen(struct work *w, const struct ticket *ticket)
{
	struct ticket_seen there;

	assert_true(ticket_see(w, ticket->reference, &there));
	return there;
}

/* The events of a ticket since it was opened: "owner:-:2 state:new:open". */
static const char *events_of(struct work *w, const struct ticket *ticket)
{
	return text_of(w, SQL("SELECT COALESCE(GROUP_CONCAT(action, ':', COALESCE(from_value, '-'),"
	    " ':', COALESCE(to_value, '-') ORDER BY id SEPARATOR ' '), 'none') FROM event"
	    " WHERE object = 'ticket' AND object_id = ? AND action <> 'opened'"),
	    db_int(ticket->id));
}


/* --- every act, and what all of them have in common */

struct act {
	const char *name;
	enum handling (*act)(struct work *, const char *reference, int64_t version);
	const char *events;
	const char *place;
	bool never_stale;
};

static enum handling act_take(struct work *w, const char *reference, int64_t version)
{
	return ticket_take(w, reference, version);
}

static enum handling act_assign(struct work *w, const char *reference, int64_t version)
{
	return ticket_assign(w, reference, version, ann);
}

static enum handling act_move(struct work *w, const char *reference, int64_t version)
{
	return ticket_move(w, reference, version, "waiting");
}

static enum handling act_close(struct work *w, const char *reference, int64_t version)
{
	return ticket_move(w, reference, version, "closed");
}

static enum handling act_prioritise(struct work *w, const char *reference, int64_t version)
{
	return ticket_prioritise(w, &a_team, reference, version, "low");
}

static enum handling act_classify(struct work *w, const char *reference, int64_t version)
{
	return ticket_classify(w, reference, version, "availability", "dos");
}

static enum handling act_label(struct work *w, const char *reference, int64_t version)
{
	return ticket_label(w, reference, version, "red");
}

static enum handling act_rename(struct work *w, const char *reference, int64_t version)
{
	return ticket_rename(w, reference, version, "Lighthouses");
}

static enum handling act_reply(struct work *w, const char *reference, int64_t version)
{
	return ticket_reply(w, reference, version, "Thank you.");
}

static enum handling act_note(struct work *w, const char *reference, int64_t version)
{
	(void)version;
	return ticket_note(w, reference, "Only us.");
}

static enum handling act_spam(struct work *w, const char *reference, int64_t version)
{
	return ticket_spam(w, reference, version, true);
}

static enum handling act_duplicate(struct work *w, const char *reference, int64_t version)
{
	struct ticket other = a_ticket(w);

	return ticket_duplicate(w, reference, version, other.reference);
}

static const struct act acts[] = {
	{ "take",      act_take,       "owner:-:ann state:new:open",                 "open" },
	{ "assign",    act_assign,     "owner:-:ann",                                "open" },
	{ "wait",      act_move,       "state:new:waiting",                          "open" },
	{ "close",     act_close,      "state:new:closed",                           "closed" },
	{ "priority",  act_prioritise, "priority:normal:low",                        "open" },
	{ "class",     act_classify,   "rsit:-:availability/dos",                    "open" },
	{ "tlp",       act_label,      "tlp:amber:red",                              "open" },
	{ "subject",   act_rename,     "subject:-:-",                                "open" },
	{ "reply",     act_reply,      "answered:-:- owner:-:ann state:new:open",    "open" },
	{ "note",      act_note,       "noted:-:-",                                  "open", true },
	{ "spam",      act_spam,       "spam:-:-",                                   "spam" },
	{ "duplicate", act_duplicate,  NULL,                                         "duplicate" },
};

/* The same with the number of her account. */
static const char *with_ann(struct work *w, const char *events)
{
	const char *name = strstr(events, "ann");

	return name == NULL ? events : memory_printf(w, "%.*s%lld%s", (int)(name - events), events,
	    (long long)ann, name + strlen("ann"));
}

/* A new version, read by the team, its event with who and when, its place. */
static void every_act_leaves_its_trace(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(acts); i++) {
		struct work *w = ann_at(noon);
		struct ticket ticket = a_ticket(w);
		struct ticket_seen there;

		w->now = noon + HOUR;
		if (acts[i].act(w, ticket.reference, 1) != HANDLED)
			fail_msg("%s was not handled", acts[i].name);
		there = seen(w, &ticket);
		if (there.version != 2)
			fail_msg("%s left version %lld", acts[i].name, (long long)there.version);
		assert_string_equal(there.place, acts[i].place);
		assert_string_equal(text_of(w, SQL("SELECT CONCAT(unread, changed_at) FROM ticket"
		    " WHERE id = ?"), db_int(ticket.id)), "02026-11-24 13:00:00");
		if (acts[i].events != NULL)
			assert_string_equal(events_of(w, &ticket), with_ann(w, acts[i].events));
		assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM event WHERE object = 'ticket'"
		    " AND object_id = ? AND action <> 'opened' AND (account_id <> ? OR account_id IS NULL"
		    " OR at <> '2026-11-24 13:00:00')"), db_int(ticket.id), db_int(ann)), 0);
		drop(w);
	}
}

/* A form that was made of an older version changes nothing. */
static void a_stale_form_changes_nothing(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(acts); i++) {
		struct work *w = ann_at(noon);
		struct ticket ticket = a_ticket(w);
		enum handling outcome;

		assert_int_equal(ticket_rename(w, ticket.reference, 1, "changed"), HANDLED);
		outcome = acts[i].act(w, ticket.reference, 1);
		if (outcome != (acts[i].never_stale ? HANDLED : HANDLING_STALE))
			fail_msg("%s with an old version: %d", acts[i].name, outcome);
		if (!acts[i].never_stale) {
			assert_int_equal(seen(w, &ticket).version, 2);
			assert_string_equal(events_of(w, &ticket), "subject:-:-");
			/* One of the future is as wrong. */
			assert_int_equal(acts[i].act(w, ticket.reference, 3), HANDLING_STALE);
			assert_int_equal(acts[i].act(w, ticket.reference, -1), HANDLING_STALE);
		}
		drop(w);
	}
}

static void an_unknown_ticket_is_nobodys(void **state)
{
	static const char *const references[] = { "TEST-2026-2222222", "", "%", "' OR 1=1 --" };

	(void)state;
	for (size_t i = 0; i < COUNT(acts); i++)
		for (size_t r = 0; r < COUNT(references); r++) {
			struct work *w = ann_at(noon);

			assert_int_equal(acts[i].act(w, references[r], 1), HANDLING_UNKNOWN);
			drop(w);
		}
}

/* For whom a ticket is not, it does not exist. */
static void who_is_not_of_the_team_finds_no_ticket(void **state)
{
	static const uint32_t others[] = { 0, ROLE_CONSTITUENT, ROLE_ADMINISTRATOR,
		ROLE_COUNTRY_MANAGER, ROLE_COUNTRY_SIGNER, ROLE_ITU_MANAGER, ROLE_EXPERT, ROLE_DONOR,
		~(uint32_t)ROLES_STAFF };
	static const uint32_t ours[] = { ROLE_ANALYST, ROLE_DUTY_LEAD, ROLE_TEAM_MANAGER,
		ROLE_ANALYST | ROLE_ADMINISTRATOR };

	(void)state;
	for (size_t i = 0; i < COUNT(acts); i++) {
		struct ticket_seen there;
		struct ticket ticket;
		struct work *w;

		for (size_t o = 0; o < COUNT(others); o++) {
			w = work_at(db, noon);
			ticket = a_ticket(w);
			act_as(w, admin, others[o]);
			assert_int_equal(acts[i].act(w, ticket.reference, 1), HANDLING_UNKNOWN);
			assert_false(ticket_see(w, ticket.reference, &there));
			assert_string_equal(events_of(w, &ticket), "none");
			drop(w);
		}
		/* Nobody at all, whatever roles are claimed. */
		w = work_at(db, noon);
		ticket = a_ticket(w);
		act_as(w, 0, ROLES_STAFF);
		assert_int_equal(acts[i].act(w, ticket.reference, 1), HANDLING_UNKNOWN);
		drop(w);
		for (size_t o = 0; o < COUNT(ours); o++) {
			w = work_at(db, noon);
			ticket = a_ticket(w);
			act_as(w, ann, ours[o]);
			assert_int_equal(acts[i].act(w, ticket.reference, 1), HANDLED);
			drop(w);
		}
	}
}

/* What is so already is not done again, and not told to anybody. */
static void what_is_so_already_is_not_written(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(acts); i++) {
		struct work *w = ann_at(noon);
		struct ticket ticket = a_ticket(w);
		const char *events;

		if (acts[i].act == act_reply || acts[i].act == act_note || acts[i].act == act_duplicate) {
			drop(w);
			continue;
		}
		assert_int_equal(acts[i].act(w, ticket.reference, 1), HANDLED);
		events = events_of(w, &ticket);
		if (acts[i].act(w, ticket.reference, 2) != HANDLED_ALREADY)
			fail_msg("%s was done twice", acts[i].name);
		assert_int_equal(seen(w, &ticket).version, 2);
		assert_string_equal(events_of(w, &ticket), events);
		drop(w);
	}
}


/* --- owners */

static void tickets_are_taken_given_and_released(void **state)
{
	struct work *w = ann_at(noon);
	struct ticket ticket = a_ticket(w);

	(void)state;
	assert_int_equal(ticket_release(w, ticket.reference, 1), HANDLED_ALREADY);
	assert_int_equal(ticket_take(w, ticket.reference, 1), HANDLED);
	assert_int_equal(seen(w, &ticket).owner_id, ann);
	assert_string_equal(seen(w, &ticket).owner_name, "ann");
	assert_int_equal(ticket_assign(w, ticket.reference, 2, ben), HANDLED);
	assert_int_equal(seen(w, &ticket).owner_id, ben);
	/* It can be taken from a colleague; both stand in the history. */
	assert_int_equal(ticket_take(w, ticket.reference, 3), HANDLED);
	assert_int_equal(ticket_release(w, ticket.reference, 4), HANDLED);
	assert_int_equal(seen(w, &ticket).owner_id, 0);
	assert_int_equal(ticket_assign(w, ticket.reference, 5, 0), HANDLED_ALREADY);
	assert_string_equal(events_of(w, &ticket), memory_printf(w,
	    "owner:-:%lld state:new:open owner:%lld:%lld owner:%lld:%lld owner:%lld:-",
	    (long long)ann, (long long)ann, (long long)ben, (long long)ben, (long long)ann,
	    (long long)ann));
	drop(w);
}

static void only_staff_can_own(void **state)
{
	struct work *w = ann_at(noon);
	struct ticket ticket = a_ticket(w);
	const int64_t nobodies[] = { out, admin, 999999, -1 };

	(void)state;
	for (size_t i = 0; i < COUNT(nobodies); i++)
		assert_int_equal(ticket_assign(w, ticket.reference, 1, nobodies[i]), HANDLING_REFUSED);
	assert_int_equal(seen(w, &ticket).version, 1);
	assert_string_equal(events_of(w, &ticket), "none");
	drop(w);
}

static void the_choice_of_owners_is_the_team(void **state)
{
	struct work *w = ann_at(noon);
	struct db_rows *staff = staff_all(w);
	bool has_ann = false, has_ben = false;

	(void)state;
	while (db_next(staff)) {
		int64_t id = db_get_int(staff, "id");

		assert_int_not_equal(id, out);
		assert_int_not_equal(id, admin);
		has_ann |= id == ann;
		has_ben |= id == ben;
		assert_true(staff_is(w, id));
	}
	assert_true(has_ann && has_ben);
	drop(w);
}


/* --- the lifecycle */

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
	assert_true(text_ends(events_of(w, &ticket), "replied:-:- priority:normal:urgent"));
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


/* --- words */

static void only_words_that_there_are(void **state)
{
	struct work *w = ann_at(noon);
	struct ticket ticket = a_ticket(w);
	struct ticket_seen there;

	(void)state;
	assert_int_equal(ticket_label(w, ticket.reference, 1, "amber+strict"), HANDLED);
	assert_int_equal(ticket_label(w, ticket.reference, 2, "purple"), HANDLING_REFUSED);
	assert_int_equal(ticket_classify(w, ticket.reference, 2, "fraud", "phishing"), HANDLED);
	assert_int_equal(ticket_classify(w, ticket.reference, 3, "fraud", "dos"), HANDLING_REFUSED);
	assert_int_equal(ticket_classify(w, ticket.reference, 3, "", ""), HANDLING_REFUSED);
	there = seen(w, &ticket);
	assert_string_equal(there.tlp, "amber+strict");
	assert_string_equal(there.rsit_class, "fraud");
	assert_string_equal(there.rsit_type, "phishing");
	assert_int_equal(there.version, 3);
	drop(w);
}

/* Free text stays out of the events. */
static void a_new_subject_is_not_in_the_history(void **state)
{
	struct work *w = ann_at(noon);
	struct ticket ticket = a_ticket(w);

	(void)state;
	assert_int_equal(ticket_rename(w, ticket.reference, 1, "Rea Porter's printers"), HANDLED);
	assert_string_equal(seen(w, &ticket).subject, "Rea Porter's printers");
	assert_int_equal(db_number(db, SQL("SELECT COUNT(*) FROM event WHERE"
	    " CONCAT_WS(' ', from_value, to_value) LIKE '%Porter%'")), 0);
	drop(w);
}


/* --- out of the way, and back */

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
	assert_string_equal(events_of(w, &ticket), "spam:-:- not_spam:-:-");
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
	assert_string_equal(events_of(w, &ticket), memory_printf(w,
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
	assert_string_equal(events_of(w, &ticket), "held:-:- accepted:-:-");
	assert_int_equal(ticket_accept(w, &a_team, "TEST-2026-2222222", 1), HANDLING_UNKNOWN);
	drop(w);
}


/* --- what a page reads */

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
		cmocka_unit_test(every_act_leaves_its_trace),
		cmocka_unit_test(a_stale_form_changes_nothing),
		cmocka_unit_test(an_unknown_ticket_is_nobodys),
		cmocka_unit_test(who_is_not_of_the_team_finds_no_ticket),
		cmocka_unit_test(what_is_so_already_is_not_written),
		cmocka_unit_test(tickets_are_taken_given_and_released),
		cmocka_unit_test(only_staff_can_own),
		cmocka_unit_test(the_choice_of_owners_is_the_team),
		cmocka_unit_test(moves_are_those_of_the_lifecycle),
		cmocka_unit_test(the_buttons_are_the_moves),
		cmocka_unit_test(closing_and_opening_again),
		cmocka_unit_test(priority_moves_the_clock_while_it_runs),
		cmocka_unit_test(an_answer_stops_the_clock),
		cmocka_unit_test(an_answer_takes_only_what_nobody_has),
		cmocka_unit_test(a_note_answers_nobody),
		cmocka_unit_test(only_words_that_there_are),
		cmocka_unit_test(a_new_subject_is_not_in_the_history),
		cmocka_unit_test(spam_goes_and_comes_back),
		cmocka_unit_test(a_duplicate_points_to_another_and_comes_back),
		cmocka_unit_test(one_place_at_a_time),
		cmocka_unit_test(a_held_report_counts_from_its_acceptance),
		cmocka_unit_test(the_history_says_it_in_words),
		cmocka_unit_test(the_page_reads_what_the_reporter_said),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("handling", tests, open_database, close_database);
}
