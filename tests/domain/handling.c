/* Staff at work: what all acts have in common, whose a ticket is, and its words. */
#include "desk.h"

#include "domain/staff.h"

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
			assert_string_equal(what_happened_to(w, &ticket), with_ann(w, acts[i].events));
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
			assert_string_equal(what_happened_to(w, &ticket), "subject:-:-");
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
			assert_string_equal(what_happened_to(w, &ticket), "none");
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
		events = what_happened_to(w, &ticket);
		if (acts[i].act(w, ticket.reference, 2) != HANDLED_ALREADY)
			fail_msg("%s was done twice", acts[i].name);
		assert_int_equal(seen(w, &ticket).version, 2);
		assert_string_equal(what_happened_to(w, &ticket), events);
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
	assert_string_equal(what_happened_to(w, &ticket), memory_printf(w,
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
	assert_string_equal(what_happened_to(w, &ticket), "none");
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
		cmocka_unit_test(only_words_that_there_are),
		cmocka_unit_test(a_new_subject_is_not_in_the_history),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("handling", tests, open_desk, close_db);
}
