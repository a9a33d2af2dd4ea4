/* Filing a report, and the clock of its first answer. */
#include "domain/ticket.h"

#include "base/text.h"
#include "domain/event.h"
#include "domain/message.h"
#include "domain/outbox.h"
#include "domain/reference.h"

enum { REFERENCE_TRIES = 20 };

moment ticket_due(struct work *w, const struct team *team, const char *priority, moment from)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT answer_minutes, around_the_clock FROM priority WHERE name = ?"),
	    db_text(priority));
	int64_t seconds;

	if (!db_next(row))
		return from + DAY;
	seconds = db_get_int(row, "answer_minutes") * MINUTE;
	return db_get_bool(row, "around_the_clock")
	    ? from + seconds : hours_after(&team->hours, from, seconds);
}

/* How staff first see what the reporter chose. */
struct first_sight {
	const char *state, *rsit_class, *rsit_type, *priority;
};

static struct first_sight sight_of(struct work *w, const struct report *report)
{
	struct first_sight sight = { "new", NULL, NULL, "normal" };
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT state.name AS state, category.rsit_class, category.rsit_type, category.priority"
	    "  FROM state LEFT JOIN category ON category.name = ?"
	    " WHERE state.kind = ? AND state.first"),
	    db_text(report->category), db_text(report->kind));

	if (db_next(row)) {
		sight.state = db_get_text(row, "state");
		sight.rsit_class = db_get_text(row, "rsit_class");
		sight.rsit_type = db_get_text(row, "rsit_type");
		if (db_get_text(row, "priority") != NULL)
			sight.priority = db_get_text(row, "priority");
	}
	if (report->rsit_class != NULL) {
		sight.rsit_class = report->rsit_class;
		sight.rsit_type = report->rsit_type;
	}
	return sight;
}

static const char *answer_to(const struct report *report, const char *field)
{
	for (size_t i = 0; i < report->answer_count; i++)
		if (text_is(report->answers[i].field, field))
			return report->answers[i].value;
	return NULL;
}

/* Does anybody depend on it for their work, or is a weakness already used? Then
 * it does not wait its turn. */
static const char *priority_of(const struct report *report, const char *usual)
{
	if (text_is(answer_to(report, "service_impact"), "stopped"))
		return "urgent";
	return text_is(answer_to(report, "exploited"), "yes") ? "high" : usual;
}

static bool is_anonymous(const struct report *report)
{
	return text_is_empty(report->name) && text_is_empty(report->email)
	    && text_is_empty(report->phone);
}

/* Was this form sent before? Then the ticket is the one it became. */
static bool was_sent(struct work *w, const char *form_key, struct ticket *ticket)
{
	struct db_rows *row;

	if (form_key == NULL)
		return false;
	row = db_query(w->db, SQL("CALL ticket_of_form(?)"), db_text(form_key));
	if (!db_next(row))
		return false;
	ticket->id = db_get_int(row, "id");
	ticket->reference = db_get_text(row, "reference");
	ticket->due_at = db_get_moment(row, "due_at");
	return true;
}

/* Tries references until one is free. False: the form was sent before. */
static bool insert_ticket(struct work *w, const struct team *team, const struct report *report,
	const struct first_sight *sight, struct ticket *ticket)
{
	for (int i = 0; i < REFERENCE_TRIES && !db_failed(w->db); i++) {
		ticket->reference = reference_new(w->memory, team->code, w->now);
		if (db_try(w->db, SQL(
		    "INSERT INTO ticket (reference, kind, state, place, subject, category,"
		    "   rsit_class, rsit_type, priority, tlp, channel, language,"
		    "   opened_at, due_at, clock_at, changed_at, held, secret, form_key)"
		    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
		    db_text(ticket->reference), db_text(ticket->kind), db_text(ticket->state),
		    db_text(ticket->place),
		    db_text(text_cut(w->memory, text_one_line(w->memory, report->subject != NULL
		        ? report->subject : report->description), 120)),
		    db_text(report->category), db_text(sight->rsit_class), db_text(sight->rsit_type),
		    db_text(ticket->priority), db_text(ticket->tlp), db_text(report->channel),
		    db_text(report->language), db_moment(ticket->opened_at),
		    db_moment(ticket->due_at), db_moment(ticket->due_at),
		    db_moment(ticket->opened_at), db_int(report->held),
		    db_text(secret_digest(w->memory, report->secret)), db_text(report->form_key)))
			return true;
		if (was_sent(w, report->form_key, ticket))
			return false;
	}
	db_spoil(w->db, "no free reference");
	return true;
}

static void insert_contact(struct work *w, const struct report *report, int64_t ticket_id)
{
	if (is_anonymous(report) && text_is_empty(report->organisation))
		return;
	db_exec(w->db, SQL(
	    "INSERT INTO ticket_contact (ticket_id, name, email, phone, organisation)"
	    " VALUES (?, ?, ?, ?, ?)"),
	    db_int(ticket_id), db_text(report->name), db_text(report->email),
	    db_text(report->phone), db_text(report->organisation));
}

/* The database decides whether a mail is sent; of these it need not be asked. */
static bool wants_mail(const struct report *report)
{
	const char *how = answer_to(report, "contact_how");

	return !report->held && report->email != NULL && (how == NULL || text_is(how, "email"));
}

/* The reporter reads that it is here; those on duty that there is one, unless one
 * of the team has entered it. */
static void tell_by_mail(struct work *w, const struct team *team, const struct report *report,
	const struct ticket *ticket)
{
	const char *digest = secret_digest(w->memory, report->secret);

	if (wants_mail(report))
		outbox_received(w, team, ticket->reference, digest);
	if (w->actor.account_id == 0)
		outbox_arrived(w, team, ticket->reference, digest);
}

static void insert_answers(struct work *w, const struct report *report, int64_t ticket_id)
{
	enum { COLUMNS = 3 };
	struct db_value *values = memory_array(w->memory, struct db_value,
	    COLUMNS * report->answer_count + 1);

	for (size_t i = 0; i < report->answer_count; i++) {
		values[COLUMNS * i] = db_int(ticket_id);
		values[COLUMNS * i + 1] = db_text(report->answers[i].field);
		values[COLUMNS * i + 2] = db_text(report->answers[i].value);
	}
	db_exec_rows(w->db, SQL("INSERT INTO ticket_answer (ticket_id, field, value) VALUES (?, ?, ?)"),
	    values, COLUMNS, report->answer_count);
}

bool ticket_open(struct work *w, const struct team *team, const struct report *report,
	struct ticket *ticket)
{
	struct first_sight sight = sight_of(w, report);
	moment exact = w->now;

	*ticket = (struct ticket){ .kind = report->kind, .version = 1 };
	ticket->state = sight.state;
	ticket->place = report->held ? "held" : "open";
	ticket->priority = priority_of(report, sight.priority);
	ticket->tlp = report->tlp != NULL ? report->tlp : "amber";
	ticket->due_at = ticket_due(w, team, ticket->priority, exact);
	/* Nobody should find an anonymous reporter by the minute, nor by what is
	 * counted from it. */
	if (is_anonymous(report)) {
		w->now -= w->now % HOUR;
		ticket->due_at += (HOUR - ticket->due_at % HOUR) % HOUR;
	}
	ticket->opened_at = w->now;
	if (insert_ticket(w, team, report, &sight, ticket)) {
		ticket->id = db_new_id(w->db);
		insert_contact(w, report, ticket->id);
		insert_answers(w, report, ticket->id);
		message_add(w, ticket->id, "from_reporter", report->description);
		event_write(w, "ticket", ticket->id, "opened", NULL, ticket->state);
		if (report->held)
			event_write(w, "ticket", ticket->id, "held", NULL, NULL);
		w->now = exact;
		tell_by_mail(w, team, report, ticket);
		return true;
	}
	w->now = exact;
	return false;
}
