/* Same work, ten rows or a hundred thousand: the rows that each page's queries
 * look at, counted by the server. With BELFRY_FULL=1, a million. */
#include "stand.h"

#include "domain/attachment.h"
#include "domain/event.h"
#include "domain/follow.h"
#include "domain/handling.h"
#include "domain/kept_form.h"
#include "domain/message.h"
#include "domain/outbox.h"
#include "domain/queue.h"
#include "domain/session.h"
#include "domain/staff.h"
#include "domain/ticket_seen.h"

enum {
	BACKLOG    = 1000,     /* open tickets: the work in hand of a very busy team */
	HELD       = 200,
	PAGE_READS = 600,      /* rows that a page may look at: 51 and what is joined to them */
	CHUNK      = 10000,
};

static int64_t tickets, ann;
static const char *reference, *secret;     /* of a ticket with a long story */

static void fill(void);

static int open_database(void **state)
{
	const char *full = getenv("BELFRY_FULL");

	if (read_settings(state) != 0)
		return -1;
	tickets = text_is(full, "1") ? 1000000 : 100000;
	db = connect_as("belfry_migrate");
	fill();
	return 0;
}

/* The first ids are open, some are held, the rest lies in the archive: mostly
 * closed, some spam, some duplicates. */
static void fill_chunk(int64_t from)
{
	db_exec(db, SQL("DELETE FROM number"));
	db_exec(db, SQL("INSERT INTO number SELECT ? + seq FROM seq_1_to_10000"), db_int(from));
	db_exec(db, SQL(
	    "INSERT INTO ticket (id, reference, kind, state, place, subject, category, priority, tlp,"
	    "   channel, language, owner_id, opened_at, due_at, clock_at, answered_at, changed_at,"
	    "   secret)"
	    " SELECT n, CONCAT('TEST-2020-', n), IF(n % 7 = 0, 'request', 'report'),"
	    "   IF(n <= ?, ELT(1 + n % 3, 'new', 'open', 'waiting'), IF(n % 2, 'closed', 'solved')),"
	    "   IF(n <= ?, 'open', IF(n <= ?, 'held', ELT(1 + n % 20, 'spam', 'duplicate', 'closed',"
	    "      'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed',"
	    "      'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed',"
	    "      'spam'))),"
	    "   CONCAT('Ticket ', n), 'malware',"
	    "   IF(n % 1000 = 7, 'urgent', ELT(1 + n % 3, 'high', 'normal', 'low')), 'amber', 'web', 'en',"
	    "   IF(n % 500 = 3, ?, NULL), '2020-01-01' + INTERVAL n MINUTE,"
	    "   '2020-01-02' + INTERVAL n MINUTE, IF(n <= ? AND n % 4, '2026-11-24' + INTERVAL n % 50 HOUR,"
	    "      '9999-12-31'), NULL, '2020-01-01', CONCAT(REPEAT('0', 58), LPAD(n % 1000000, 6, '0'))"
	    "  FROM number"),
	    db_int(BACKLOG), db_int(BACKLOG), db_int(BACKLOG + HELD), db_int(ann),
	    db_int(BACKLOG + HELD));
	db_exec(db, SQL("INSERT INTO ticket_contact (ticket_id, name)"
	    " SELECT n, CONCAT('Reporter ', n) FROM number"));
	db_exec(db, SQL("INSERT INTO message (ticket_id, direction, body, written_at)"
	    " SELECT n, 'from_reporter', 'It began on a Monday.', '2020-01-01' FROM number"));
	db_exec(db, SQL("INSERT INTO event (at, object, object_id, action, to_value)"
	    " SELECT '2020-01-01', 'ticket', n, 'opened', 'new' FROM number"));
	db_exec(db, SQL("INSERT INTO person (id, name) SELECT 1000 + n, CONCAT('Somebody ', n) FROM number"));
	db_exec(db, SQL("INSERT INTO account (id, person_id, email, email_key, created_at)"
	    " SELECT 1000 + n, 1000 + n, CONCAT(n, '@x.example'), CONCAT(n, '@x.example'), '2020-01-01'"
	    "  FROM number"));
	db_exec(db, SQL("INSERT INTO account_role (account_id, role)"
	    " SELECT 1000 + n, 'constituent' FROM number"));
	db_exec(db, SQL("INSERT INTO session (digest, account_id, account_version, agent, created_at,"
	    "   seen_at, idle_seconds, ends_at)"
	    " SELECT SHA2(n, 256), 1000 + n % 1000, 1, 'x', '2026-11-24', '2026-11-24', 7200,"
	    "   '2026-11-20' + INTERVAL n MINUTE FROM number"));
	/* The newest thousand wait, and some were given up; the rest was sent. */
	db_exec(db, SQL("INSERT INTO outbox (kind, ticket_id, recipient, language, message_id, made_at,"
	    "   ends_at, next_at, state, ended_at)"
	    " SELECT 'received', n, CONCAT(n % 5000, '@x.example'), 'en', CONCAT('r.', n), '2026-11-24',"
	    "   '2026-11-26', '2026-11-24' + INTERVAL n SECOND,"
	    "   IF(n % 10000 > 9990, 'given_up', IF(n > ?, 'waiting', 'sent')), '2026-11-24' FROM number"),
	    db_int(tickets - 1000));
	db_exec(db, SQL("INSERT INTO attachment (ticket_id, message_id, name, declared, size, sha256,"
	    "   stored_at) SELECT n, n, 'log.txt', 'text/plain', 1, SHA2(n, 256), '2020-01-01' FROM number"));
	db_exec(db, SQL("INSERT INTO draft (digest, begun_at, ends_at)"
	    " SELECT SHA2(n, 256), '2026-11-24', '2026-11-24' + INTERVAL n SECOND FROM number"));
	assert_true(db_keep(db));
}

static void fill(void)
{
	struct work *w = work_at(db, noon);
	struct report report;
	struct ticket ticket;

	ann = a_person(w, "ann", ROLE_ANALYST);
	db_exec(db, SQL("SET SESSION foreign_key_checks = 0, unique_checks = 0"));
	db_exec(db, SQL("CREATE TEMPORARY TABLE number (n INT NOT NULL PRIMARY KEY)"));
	for (int64_t from = 0; from < tickets; from += CHUNK)
		fill_chunk(from);
	db_exec(db, SQL("SET SESSION foreign_key_checks = 1, unique_checks = 1"));
	keep(w);
	w = work_at(db, noon);
	report = a_report(w);
	ticket = opened(w, &report);
	for (int i = 0; i < 40; i++) {
		act_as(w, ann, ROLE_ANALYST);
		ticket_note(w, ticket.reference, "a note");
	}
	reference = memory_text(NULL, ticket.reference);
	secret = memory_text(NULL, secret_digest(w, report.secret));
	keep(w);
	w = work_at(db, noon);
	db_query(db, SQL("ANALYZE TABLE ticket, ticket_contact, message, event, account, account_role,"
	    " person, session, draft, outbox, attachment"));
	keep(w);
}

/* Rows that this connection has looked at and written since it came. */
static int64_t reads_so_far(void)
{
	return db_number(db, SQL("SELECT SUM(VARIABLE_VALUE) FROM information_schema.SESSION_STATUS"
	    " WHERE VARIABLE_NAME IN ('HANDLER_READ_FIRST', 'HANDLER_READ_KEY', 'HANDLER_READ_LAST',"
	    "   'HANDLER_READ_NEXT', 'HANDLER_READ_PREV', 'HANDLER_READ_RND', 'HANDLER_READ_RND_NEXT',"
	    "   'HANDLER_READ_RND_DELETED')"));
}

static int64_t counting_costs;

static void begin_count(struct work *w, int64_t *before)
{
	(void)w;
	if (counting_costs == 0) {
		int64_t first = reads_so_far();

		counting_costs = reads_so_far() - first;
	}
	*before = reads_so_far();
}

static void end_count(const char *what, int64_t before, int64_t most)
{
	int64_t reads = reads_so_far() - before - counting_costs;

	if (reads > most)
		fail_msg("%s looks at %lld rows, more than %lld", what, (long long)reads, (long long)most);
	print_message("# %-60s %6lld\n", what, (long long)reads);
}

static const char *name_of(struct work *w, const struct queue *queue)
{
	return memory_printf(w, "%s%s%s%s%s%s%s%s%s", queue->place,
	    queue->kind ? " " : "", queue->kind ? queue->kind : "",
	    queue->state ? " " : "", queue->state ? queue->state : "",
	    queue->priority ? " " : "", queue->priority ? queue->priority : "",
	    queue->owner_id == OWNER_NOBODY ? " nobody's" : queue->owner_id != 0 ? " somebody's" : "",
	    queue->id == 0 ? "" : queue->backwards ? ", back from deep" : ", deep");
}

/* The first page, one from the middle, and back from there. No list looks at more
 * tickets than it shows; a filter of the work in hand is decided in the index. */
static void check_list(struct work *w, struct queue queue, bool by_clock)
{
	struct queue_page page;
	int64_t before;

	for (int turn = 0; turn < 3; turn++) {
		if (turn > 0) {
			queue.id = by_clock ? BACKLOG / 2 : tickets / 2;
			queue.at = noon + 6 * HOUR;
			queue.backwards = turn == 2;
		}
		begin_count(w, &before);
		queue_page(w, &queue, &page);
		end_count(name_of(w, &queue), before, PAGE_READS);
		assert_false(db_failed(db));
	}
}

static void a_page_of_the_queue_costs_the_same(void **state)
{
	static const char *const kinds[] = { NULL, "request", "investigation" };
	static const char *const states[] = { NULL, "waiting", "elsewhere" };
	static const char *const priorities[] = { NULL, "low", "urgent" };
	const int64_t owners[] = { OWNER_ANYBODY, OWNER_NOBODY, ann, 999999 };
	struct work *w = work_at(db, noon);

	(void)state;
	for (size_t k = 0; k < COUNT(kinds); k++)
		for (size_t s = 0; s < COUNT(states); s++)
			for (size_t o = 0; o < COUNT(owners); o++)
				for (size_t p = 0; p < COUNT(priorities); p++) {
					check_list(w, (struct queue){ "open", kinds[k], states[s], priorities[p],
						owners[o] }, true);
				}
	check_list(w, (struct queue){ "held" }, true);
	drop(w);
}

static void a_page_of_the_archive_costs_the_same(void **state)
{
	static const char *const places[] = { "closed", "duplicate", "spam" };
	const struct queue lists[] = {
		{ NULL }, { NULL, .owner_id = ann }, { NULL, .owner_id = OWNER_NOBODY },
		{ NULL, .owner_id = 999999 }, { NULL, .priority = "low" }, { NULL, .priority = "urgent" },
		{ NULL, .kind = "report", .state = "solved" },
		{ NULL, .kind = "investigation", .state = "closed" },
	};
	struct work *w = work_at(db, noon);

	(void)state;
	for (size_t p = 0; p < COUNT(places); p++)
		for (size_t i = 0; i < COUNT(lists); i++) {
			struct queue queue = lists[i];

			queue.place = places[p];
			check_list(w, queue, false);
		}
	drop(w);
}

/* Everything that the address may ask for, after narrowing. */
static void no_filter_gets_around_the_narrowing(void **state)
{
	struct work *w = work_at(db, noon);

	(void)state;
	for (int bits = 0; bits < 16; bits++) {
		struct queue queue = { "closed", bits & 1 ? "investigation" : NULL,
			bits & 2 ? "waiting" : NULL, bits & 4 ? "urgent" : NULL, bits & 8 ? ann : 0 };

		queue_narrow(&queue);
		check_list(w, queue, false);
	}
	drop(w);
}

static void the_counts_end_somewhere(void **state)
{
	struct work *w = work_at(db, noon);
	struct queue_counts counts;
	int64_t before;

	(void)state;
	act_as(w, ann, ROLE_ANALYST);
	begin_count(w, &before);
	queue_count(w, &counts);
	end_count("the counts of the queue", before, 5 * QUEUE_COUNTS + 100);
	assert_int_equal(counts.open, QUEUE_COUNTS);
	drop(w);
}

static void what_else_a_page_asks_costs_the_same(void **state)
{
	struct work *w = work_at(db, noon);
	struct ticket_seen ticket;
	struct follow follow;
	struct session session;
	struct account account;
	int64_t before;

	(void)state;
	act_as(w, ann, ROLE_ANALYST);
	begin_count(w, &before);
	assert_true(ticket_see(w, reference, &ticket));
	end_count("a ticket", before, 30);
	begin_count(w, &before);
	messages_of(w, ticket.id);
	end_count("its 41 messages", before, 41 * 15);
	begin_count(w, &before);
	ticket_events(w, ticket.id, "report");
	end_count("its 41 events", before, 41 * 15);
	begin_count(w, &before);
	ticket_answers(w, ticket.id);
	end_count("its answers", before, 10);
	begin_count(w, &before);
	staff_all(w);
	end_count("the team", before, 200);
	begin_count(w, &before);
	assert_int_equal(ticket_reply(w, reference, ticket.version, "reply"), HANDLED);
	end_count("a reply", before, 60);
	begin_count(w, &before);
	assert_int_equal(ticket_duplicate(w, reference, ticket.version + 1, "TEST-2020-5"), HANDLED);
	end_count("a duplicate", before, 60);
	begin_count(w, &before);
	a_ticket(w);
	end_count("a new report", before, 60);
	begin_count(w, &before);
	assert_true(follow_open(w, reference, secret, &follow));
	end_count("following up", before, 20);
	begin_count(w, &before);
	assert_false(follow_open(w, reference, "0", &follow));
	end_count("following up with a wrong secret", before, 20);
	begin_count(w, &before);
	follow_messages(w, &follow);
	follow_steps(w, &follow);
	end_count("what the reporter reads", before, 41 * 15);
	begin_count(w, &before);
	session_open(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopq", &session);
	end_count("whose session it is", before, 30);
	begin_count(w, &before);
	sessions_of(w, 1007, "x");
	end_count("somebody's sessions", before, 1500);
	begin_count(w, &before);
	account_by_email(w, "777@x.example", &account);
	end_count("an account by its address", before, 30);
	begin_count(w, &before);
	db_row_count(accounts_after(w, tickets / 2));
	end_count("a page of accounts", before, PAGE_READS);
	begin_count(w, &before);
	sessions_forget(w);
	end_count("sweeping sessions", before, 2 * 5000 + 100);
	drop(w);
}

static void a_page_of_the_mail_costs_the_same(void **state)
{
	static const char *const states[] = { "waiting", "sent", "given_up", "stopped" };
	struct work *w = work_at(db, noon);
	struct outbox_counts counts;
	struct attachments files;
	int64_t before;

	(void)state;
	for (size_t i = 0; i < COUNT(states); i++)
		for (int deep = 0; deep < 2; deep++) {
			begin_count(w, &before);
			outbox_page(w, states[i], deep ? tickets / 2 : INT64_MAX);
			end_count(memory_printf(w, "mail that is %s%s", states[i], deep ? ", deep" : ""),
			    before, PAGE_READS);
		}
	begin_count(w, &before);
	outbox_count(w, &counts);
	end_count("the counts of the mail", before, 4 * 1000 + 100);
	begin_count(w, &before);
	attachments_of_ticket(w, tickets / 2, &files);
	end_count("the files of a ticket", before, 20);
	assert_int_equal(files.count, 1);
	drop(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_of_the_queue_costs_the_same),
		cmocka_unit_test(a_page_of_the_archive_costs_the_same),
		cmocka_unit_test(no_filter_gets_around_the_narrowing),
		cmocka_unit_test(the_counts_end_somewhere),
		cmocka_unit_test(what_else_a_page_asks_costs_the_same),
		cmocka_unit_test(a_page_of_the_mail_costs_the_same),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("size", tests, open_database, close_db);
}
