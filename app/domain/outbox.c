/* Rows of the outbox: written, taken, ended, looked after. */
#include "domain/outbox.h"

#include <string.h>

#include "base/digest.h"
#include "base/mailbox.h"
#include "base/text.h"
#include "domain/delivery.h"
#include "domain/event.h"
#include "domain/may.h"

enum { FORGET_ROWS = 500, EXPIRE_ROWS = 100, ANSWER_CHARACTERS = 200, NOTICE_DAYS = 4 };


/* Writing --------------------------------------------------------------------- */

/* The right side of a Message-ID: the domain of the team's address. */
static const char *domain_of(const char *address)
{
	const char *at = strrchr(address, '@');

	if (at == NULL || at[1] == '\0' || strlen(at + 1) > 120
	    || at[1 + strspn(at + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")]
	        != '\0')
		return "belfry.invalid";
	return at + 1;
}

static const char *message_id_of(struct work *w, const char *team_email)
{
	return memory_printf(w->memory, "%s@%s", random_token(w->memory), domain_of(team_email));
}

const char *outbox_message_id(struct work *w)
{
	struct db_rows *team = db_query(w->db, SQL("SELECT email FROM team WHERE id = 1"));

	return message_id_of(w, db_next(team) ? db_get_text(team, "email") : "");
}

void outbox_received(struct work *w, const struct team *team, const char *reference,
	const char *secret_digest)
{
	db_exec(w->db, SQL("CALL outbox_received(?, ?, ?, ?)"), db_text(reference),
	    db_text(secret_digest), db_text(message_id_of(w, team->email)), db_moment(w->now));
}

void outbox_arrived(struct work *w, const struct team *team, const char *reference,
	const char *secret_digest)
{
	db_exec(w->db, SQL("CALL outbox_arrived(?, ?, ?)"), db_text(reference),
	    db_text(secret_digest), db_text(message_id_of(w, team->email)));
}

/* It was held when those on duty were told of it, and from here on is not. */
void outbox_accepted(struct work *w, int64_t ticket_id)
{
	db_exec(w->db, SQL("UPDATE outbox SET held = FALSE WHERE ticket_id = ?"), db_int(ticket_id));
	db_exec(w->db, SQL("CALL outbox_received_of(?, ?, ?)"), db_int(ticket_id),
	    db_text(outbox_message_id(w)), db_moment(w->now));
}

void outbox_answered(struct work *w, int64_t ticket_id)
{
	db_exec(w->db, SQL("CALL outbox_answered(?, ?, ?)"), db_int(ticket_id),
	    db_text(outbox_message_id(w)), db_moment(w->now));
}

const char *outbox_link(struct work *w, const char *email, moment ends_at)
{
	const char *message_id = memory_printf(w->memory, "k.%s", outbox_message_id(w));

	db_exec(w->db, SQL(
	    "INSERT INTO outbox (kind, account_id, recipient, language, message_id, made_at, ends_at,"
	    "   next_at)"
	    " SELECT IF(account.password IS NULL, 'invite', 'password'), account.id, account.email,"
	    "        person.language, ?, ?, ?, ?"
	    "   FROM account JOIN person ON person.id = account.person_id"
	    "  WHERE account.email_key = ? AND account.disabled_at IS NULL"
	    "    AND (SELECT COUNT(*) FROM outbox AS other WHERE other.recipient = account.email"
	    "         AND other.kind IN ('invite', 'password') AND other.made_at > ?) < ?"),
	    db_text(message_id), db_moment(w->now), db_moment(ends_at), db_moment(w->now),
	    db_text(mailbox_key(w->memory, email)), db_moment(w->now - HOUR),
	    db_int(OUTBOX_LINKS_AN_HOUR));
	return message_id;
}

const char *outbox_token(const void *memory, const char *message_id)
{
	unsigned char digest[DIGEST_SIZE];

	keyed_digest("token of a mailed link", message_id, digest);
	return base64url_of(memory, digest, sizeof digest);
}

void outbox_notice(struct work *w, int64_t account_id, enum account_notice notice)
{
	static const char *const kinds[] = {
		[NOTICE_PASSWORD] = "told_password", [NOTICE_FACTOR] = "told_factor",
		[NOTICE_ROLES] = "told_roles", [NOTICE_HALF_IN] = "told_half_in",
	};
	const moment since = notice == NOTICE_HALF_IN ? w->now - DAY : w->now;

	db_exec(w->db, SQL(
	    "INSERT INTO outbox (kind, account_id, recipient, language, message_id, made_at, ends_at,"
	    "   next_at)"
	    " SELECT ?, account.id, account.email, person.language, ?, ?, ?, ?"
	    "   FROM account JOIN person ON person.id = account.person_id"
	    "  WHERE account.id = ? AND account.password IS NOT NULL AND account.disabled_at IS NULL"
	    "    AND NOT EXISTS (SELECT 1 FROM outbox AS other WHERE other.recipient = account.email"
	    "                    AND other.kind = ? AND other.made_at > ?)"),
	    db_text(kinds[notice]), db_text(outbox_message_id(w)), db_moment(w->now),
	    db_moment(w->now + NOTICE_DAYS * DAY), db_moment(w->now), db_int(account_id),
	    db_text(kinds[notice]), db_moment(since));
}

void outbox_publishing(struct work *w)
{
	db_exec(w->db, SQL("CALL outbox_publishing(?, ?, ?, ?)"), db_text(outbox_message_id(w)),
	    db_moment(w->now), db_moment(w->now + NOTICE_DAYS * DAY), db_moment(w->now - OUTBOX_PUBLISHING_DAYS * DAY));
}

/* Letters that were not tried yet, and that nobody needs any more. */
static void stop_letters(struct work *w, int64_t occasion_id)
{
	db_exec(w->db, SQL(
	    "UPDATE outbox JOIN occasion_guest ON occasion_guest.id = outbox.guest_id"
	    "   SET outbox.state = 'stopped', outbox.ended_at = ?"
	    " WHERE occasion_guest.occasion_id = ? AND outbox.state = 'waiting' AND outbox.tries = 0"
	    "   AND outbox.kind <> 'guest_called_off'"),
	    db_moment(w->now), db_int(occasion_id));
}

int64_t outbox_guests(struct work *w, int64_t occasion_id, enum guest_letter which, moment ends_at)
{
	static const char *const kinds[] = {
		[GUEST_INVITED] = "guest_invited", [GUEST_REMINDED] = "guest_reminded",
		[GUEST_CHANGED] = "guest_changed", [GUEST_CALLED_OFF] = "guest_called_off",
	};
	const int64_t made = db_exec(w->db, SQL(
	    "INSERT INTO outbox (kind, guest_id, recipient, language, message_id, made_at, ends_at,"
	    "   next_at, bulk)"
	    " SELECT ?, guest.id, guest.email, guest.language, CONCAT('g', guest.id, '.', ?), ?, ?, ?,"
	    "        TRUE"
	    "   FROM occasion_guest AS guest"
	    "  WHERE guest.occasion_id = ? AND COALESCE(guest.answer, 'silent') <> 'no'"
	    "    AND (guest.answer IS NULL OR ? <> 'guest_reminded')"
	    "    AND IF(? = 'guest_invited', guest.invited_at = ? AND NOT EXISTS (SELECT 1 FROM outbox"
	    "             AS other WHERE other.guest_id = guest.id),"
	    "         NOT EXISTS (SELECT 1 FROM outbox AS other WHERE other.guest_id = guest.id"
	    "             AND other.kind = 'guest_invited' AND other.tries = 0))"),
	    db_text(kinds[which]), db_text(outbox_message_id(w)), db_moment(w->now), db_moment(ends_at),
	    db_moment(w->now), db_int(occasion_id), db_text(kinds[which]), db_text(kinds[which]),
	    db_moment(w->now));

	if (which == GUEST_CALLED_OFF)
		stop_letters(w, occasion_id);
	return made;
}


/* Sending --------------------------------------------------------------------- */

int64_t outbox_wait(int64_t tries)
{
	static const int minutes[] = { 1, 1, 5, 15, 30, 60, 120, 240 };
	const size_t last = sizeof minutes / sizeof minutes[0] - 1;

	return MINUTE * minutes[tries < 0 ? 0 : (size_t)tries > last ? last : (size_t)tries];
}

/* One that is due, of the mail to lists (1) or of all other (0). */
static int64_t due_of(struct work *w, int bulk)
{
	return db_number(w->db, SQL(
	    "SELECT id FROM outbox FORCE INDEX (outbox_due)"
	    " WHERE state = 'waiting' AND bulk = ? AND next_at <= ? AND ends_at > ?"
	    "   AND (claimed_until IS NULL OR claimed_until <= ?)"
	    " ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED"),
	    db_int(bulk), db_moment(w->now), db_moment(w->now), db_moment(w->now));
}

bool outbox_take(struct work *w, int64_t seconds, struct letter *letter)
{
	int64_t id = due_of(w, 0);
	struct db_rows *row;

	if (id == 0)
		id = due_of(w, 1);
	if (id == 0)
		return false;
	db_exec(w->db, SQL(
	    "UPDATE outbox SET tries = tries + 1, tried_at = ?, claimed_until = ? WHERE id = ?"),
	    db_moment(w->now), db_moment(w->now + seconds), db_int(id));
	row = db_query(w->db, SQL("CALL outbox_letter(?)"), db_int(id));
	if (!db_next(row))
		return false;
	*letter = (struct letter){
		.id = id,
		.ticket_id = db_get_int(row, "ticket_id"),
		.subscription_id = db_get_int(row, "subscription_id"),
		.kind = db_get_text(row, "kind"),
		.recipient = db_get_text(row, "recipient"),
		.language = db_get_text(row, "language"),
		.message_id = db_get_text(row, "message_id"),
		.made_at = db_get_moment(row, "made_at"),
		.ends_at = db_get_moment(row, "ends_at"),
		.tries = db_get_int(row, "tries"),
		.reference = db_get_text(row, "reference"),
		.tlp = db_get_text(row, "tlp"),
		.category = db_get_text(row, "category"),
		.priority = db_get_text(row, "priority"),
		.due_at = db_get_moment(row, "due_at"),
		.held = db_get_bool(row, "held"),
		.request = text_is(db_get_text(row, "ticket_kind"), "request"),
	};
	return db_keep(w->db);
}

/* What a mail server says names the address it was given; pages that show its
 * words are read by people who do not know whose report it was. */
static const char *without_addresses(struct work *w, const char *answer)
{
	char *text = memory_text(w->memory, text_one_line(w->memory, answer));
	char *to = text;

	for (const char *word = text; *word != '\0'; ) {
		const size_t size = strcspn(word, " ");

		if (memchr(word, '@', size) != NULL) {
			*to++ = '@';
		} else {
			memmove(to, word, size);
			to += size;
		}
		word += size;
		if (*word != '\0')
			*to++ = *word++;
	}
	*to = '\0';
	return text_cut(w->memory, text, ANSWER_CHARACTERS - 1);
}

/* A reporter who was told, or could not be told, is part of the ticket's story.
 * Notices to the team are not: their moment would say when an anonymous report
 * came. */
static void write_story(struct work *w, const struct letter *letter, const char *action)
{
	if (letter->ticket_id != 0 && !text_is(letter->kind, "arrived"))
		event_write(w, "ticket", letter->ticket_id, action, NULL, letter->kind);
	if (letter->subscription_id != 0)
		delivery_ended(w, letter->id, letter->subscription_id,
		    text_is(action, "mailed") ? "sent" : "failed");
}

/* The try that was taken is the one that ends: a slower one changes nothing. */
void outbox_sent(struct work *w, const struct letter *letter, const char *answer)
{
	if (db_exec(w->db, SQL(
	    "UPDATE outbox SET state = 'sent', ended_at = ?, claimed_until = NULL, answer = ?"
	    " WHERE id = ? AND tries = ? AND state IN ('waiting', 'stopped')"),
	    db_moment(w->now), db_text(without_addresses(w, answer)), db_int(letter->id),
	    db_int(letter->tries)) == 1)
		write_story(w, letter, "mailed");
}

void outbox_failed(struct work *w, const struct letter *letter, const char *answer, bool forever)
{
	const moment next = w->now + outbox_wait(letter->tries);
	const bool ends = forever || next >= letter->ends_at;

	if (db_exec(w->db, SQL(
	    "UPDATE outbox SET claimed_until = NULL, answer = ?, next_at = ?,"
	    "       state = IF(?, 'given_up', state), ended_at = IF(?, ?, NULL)"
	    " WHERE id = ? AND tries = ? AND state = 'waiting'"),
	    db_text(without_addresses(w, answer)), db_moment(next), db_int(ends), db_int(ends),
	    db_moment(w->now), db_int(letter->id), db_int(letter->tries)) == 1 && ends)
		write_story(w, letter, "not_mailed");
}

void outbox_try_unsigned(struct work *w)
{
	db_exec(w->db, SQL(
	    "UPDATE outbox SET next_at = ?"
	    " WHERE state = 'waiting' AND bulk IN (0, 1) AND next_at > ? AND answer = ?"),
	    db_moment(w->now), db_moment(w->now), db_text(OUTBOX_UNSIGNED));
}

bool outbox_expire(struct work *w)
{
	struct db_rows *rows = db_query(w->db, SQL(
	    "SELECT id, kind, ticket_id, subscription_id FROM outbox"
	    " WHERE state = 'waiting' AND bulk IN (0, 1) AND next_at <= ? AND ends_at <= ?"
	    "   AND (claimed_until IS NULL OR claimed_until <= ?)"
	    " LIMIT ? FOR UPDATE SKIP LOCKED"),
	    db_moment(w->now), db_moment(w->now), db_moment(w->now), db_int(EXPIRE_ROWS));

	while (db_next(rows)) {
		const struct letter letter = {
			.id = db_get_int(rows, "id"),
			.kind = db_get_text(rows, "kind"),
			.ticket_id = db_get_int(rows, "ticket_id"),
			.subscription_id = db_get_int(rows, "subscription_id"),
		};

		db_exec(w->db, SQL(
		    "UPDATE outbox SET state = 'given_up', ended_at = ?, claimed_until = NULL"
		    " WHERE id = ?"), db_moment(w->now), db_int(letter.id));
		write_story(w, &letter, "not_mailed");
	}
	return db_row_count(rows) == EXPIRE_ROWS;
}

bool outbox_forget(struct work *w, int64_t days)
{
	return db_exec(w->db, SQL(
	    "DELETE FROM outbox WHERE ended_at < ? AND (kind <> 'publishing' OR made_at < ?) LIMIT ?"),
	    db_moment(w->now - days * DAY), db_moment(w->now - OUTBOX_PUBLISHING_DAYS * DAY),
	    db_int(FORGET_ROWS)) == FORGET_ROWS;
}


/* Looking after it -------------------------------------------------------------- */

void outbox_count(struct work *w, struct outbox_counts *counts)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM outbox WHERE state = 'waiting' LIMIT 1000)"
	    "          AS a) AS waiting,"
	    "       (SELECT COUNT(*) FROM (SELECT 1 FROM outbox WHERE state = 'given_up' LIMIT 1000)"
	    "          AS b) AS given_up,"
	    "       (SELECT made_at FROM outbox FORCE INDEX (outbox_by_state)"
	    "         WHERE state = 'waiting' ORDER BY id LIMIT 1) AS oldest"));
	moment oldest;

	*counts = (struct outbox_counts){ 0 };
	if (!db_next(row))
		return;
	counts->waiting = db_get_int(row, "waiting");
	counts->given_up = db_get_int(row, "given_up");
	oldest = db_get_moment(row, "oldest");
	counts->oldest_seconds = oldest != 0 && oldest < w->now ? w->now - oldest : 0;
}

bool outbox_has_state(const char *state)
{
	return text_is(state, "waiting") || text_is(state, "sent") || text_is(state, "given_up")
	    || text_is(state, "stopped");
}

struct db_rows *outbox_page(struct work *w, const char *state, int64_t before)
{
	const bool cases = may_see_mail(w, MAIL_ABOUT_TICKETS), accounts = may_see_mail(w, MAIL_ABOUT_ACCOUNTS),
		lists = may_see_mail(w, MAIL_ABOUT_LISTS);

	return db_query(w->db, SQL(
	    "SELECT outbox.id, outbox.kind, outbox.ticket_id,"
	    "       IF(CASE WHEN outbox.ticket_id IS NOT NULL OR outbox.guest_id IS NOT NULL THEN ?"
	    "               WHEN outbox.kind IN ('subscription', 'bulletin', 'collected') THEN ?"
	    "               ELSE ? END, outbox.recipient, NULL) AS recipient,"
	    "       IF(?, ticket.reference, NULL) AS reference, outbox.made_at, outbox.tries,"
	    "       outbox.tried_at, outbox.next_at, outbox.ended_at, outbox.answer,"
	    "       outbox.claimed_until > ? AS claimed, outbox.ends_at > ? AS in_time"
	    "  FROM (SELECT id FROM outbox FORCE INDEX (outbox_by_state)"
	    "         WHERE state = ? AND id < ? ORDER BY id DESC LIMIT ?) AS page"
	    "  JOIN outbox ON outbox.id = page.id"
	    "  LEFT JOIN ticket ON ticket.id = outbox.ticket_id"
	    " ORDER BY outbox.id DESC"),
	    db_int(cases), db_int(lists), db_int(accounts), db_int(cases), db_moment(w->now), db_moment(w->now),
	    db_text(state), db_int(before != 0 ? before : INT64_MAX), db_int(OUTBOX_PAGE + 1));
}

static const char *state_held(struct work *w, int64_t id)
{
	struct db_rows *row = db_query(w->db, SQL("SELECT state FROM outbox WHERE id = ? FOR UPDATE"),
	    db_int(id));

	return db_next(row) ? db_get_text(row, "state") : NULL;
}

/* While somebody is trying it already, now is now. */
enum outbox_act outbox_try_now(struct work *w, int64_t id)
{
	const char *state = state_held(w, id);

	if (state == NULL)
		return OUTBOX_UNKNOWN;
	if (!text_is(state, "waiting"))
		return OUTBOX_TOO_LATE;
	db_exec(w->db, SQL("UPDATE outbox SET next_at = ? WHERE id = ?"), db_moment(w->now), db_int(id));
	return OUTBOX_DONE;
}

enum outbox_act outbox_stop(struct work *w, int64_t id)
{
	const char *state = state_held(w, id);

	if (state == NULL)
		return OUTBOX_UNKNOWN;
	if (!text_is(state, "waiting"))
		return text_is(state, "stopped") ? OUTBOX_DONE : OUTBOX_TOO_LATE;
	db_exec(w->db, SQL("UPDATE outbox SET state = 'stopped', ended_at = ? WHERE id = ?"),
	    db_moment(w->now), db_int(id));
	event_write(w, "mail", id, "stopped", NULL, NULL);
	return OUTBOX_DONE;
}

/* A link lives as long as it was made for; everything else gets its days anew. */
enum outbox_act outbox_start_again(struct work *w, int64_t id)
{
	const char *state = state_held(w, id);

	if (state == NULL)
		return OUTBOX_UNKNOWN;
	if (text_is(state, "waiting"))
		return OUTBOX_DONE;
	if (text_is(state, "sent") || db_exec(w->db, SQL(
	    "UPDATE outbox SET state = 'waiting', next_at = ?, ended_at = NULL,"
	    "       ends_at = IF(ticket_id IS NULL, ends_at, ?)"
	    " WHERE id = ? AND (ticket_id IS NOT NULL OR ends_at > ?)"),
	    db_moment(w->now), db_moment(w->now + 2 * DAY), db_int(id), db_moment(w->now)) != 1)
		return OUTBOX_TOO_LATE;
	event_write(w, "mail", id, "started_again", NULL, NULL);
	return OUTBOX_DONE;
}
