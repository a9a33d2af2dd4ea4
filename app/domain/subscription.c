/* Subscriptions, by whoever reads the mailbox, and by a lead who invites. */
#include "domain/subscription.h"

#include <string.h>

#include "base/digest.h"
#include "base/mailbox.h"
#include "base/text.h"
#include "domain/event.h"
#include "domain/outbox.h"

enum { FORGET_ROWS = 500 };

struct db_rows *lists_open(struct work *w, const char *language, const char *first)
{
	return db_query(w->db, SQL("CALL lists_open(?, ?)"), db_text(language), db_text(first));
}

const char *subscription_token(const void *memory, const char *seed)
{
	unsigned char digest[DIGEST_SIZE];

	keyed_digest("token of a subscription", seed, digest);
	return base64url_of(memory, digest, sizeof digest);
}

static const char *digest_of(const void *memory, const char *token)
{
	return digest_hex(memory, token, strlen(token));
}

/* As a pattern of LIKE: the address with whatever stands after a plus in it; one mailbox
 * has no end of those. */
static const char *with_tags(const void *memory, const char *email)
{
	const char *at = strrchr(email, '@');
	const size_t size = at != NULL ? strcspn(email, "+@") : strlen(email);
	struct buffer pattern;

	buffer_open(&pattern, memory, 600);
	for (size_t i = 0; i < size; i++) {
		if (strchr("%_\\", email[i]) != NULL)
			buffer_add_bytes(&pattern, "\\", 1);
		buffer_add_bytes(&pattern, email + i, 1);
	}
	buffer_add(&pattern, "+%");
	for (const char *c = at; c != NULL && *c != '\0'; c++) {
		if (strchr("%_\\", *c) != NULL)
			buffer_add_bytes(&pattern, "\\", 1);
		buffer_add_bytes(&pattern, c, 1);
	}
	return buffer_text(&pattern);
}

void subscription_ask(struct work *w, int64_t list_id, const char *email,
	const struct wishes *wishes)
{
	const char *seed = random_token(w->memory);
	const char *digest = digest_of(w->memory, subscription_token(w->memory, seed));

	db_exec(w->db, SQL("CALL subscription_ask(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
	    db_int(list_id), db_text(email), db_text(mailbox_key(w->memory, email)),
	    db_text(wishes->language), db_text(wishes->kinds), db_text(wishes->severity),
	    db_text(wishes->sectors), db_text(wishes->pace), db_text(seed), db_text(digest),
	    db_text(outbox_message_id(w)), db_moment(w->now), db_int(SUBSCRIPTION_MAILS_A_DAY),
	    db_int(SUBSCRIPTION_ASKED_DAYS), db_text(with_tags(w->memory, email)));
}

/* One of that mailbox that ended, or was asked for and not confirmed, begins anew. */
static int64_t invited(struct work *w, int64_t list_id, const char *email, const char *language,
	const char *seed)
{
	const char *key = mailbox_key(w->memory, email);
	const char *digest = digest_of(w->memory, subscription_token(w->memory, seed));
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT id, state FROM subscription WHERE list_id = ? AND email_key = ? FOR UPDATE"),
	    db_int(list_id), db_text(key));
	int64_t id;

	if (!db_next(row))
		return db_insert(w->db, SQL(
		    "INSERT INTO subscription (list_id, email, email_key, language, state, seed, digest, asked_at,"
		    "   invited_by) VALUES (?, ?, ?, ?, 'asked', ?, ?, ?, ?)"),
		    db_int(list_id), db_text(email), db_text(key), db_text(language), db_text(seed),
		    db_text(digest), db_moment(w->now), db_id(w->actor.account_id));
	if (text_is(db_get_text(row, "state"), "confirmed") || text_is(db_get_text(row, "state"), "paused"))
		return 0;
	id = db_get_int(row, "id");
	db_exec(w->db, SQL(
	    "UPDATE subscription SET email = ?, language = ?, kinds = '', severity = NULL, sectors = '',"
	    "       pace = 'at_once', state = 'asked', seed = ?, digest = ?, asked_at = ?, confirmed_at = NULL,"
	    "       ended_at = NULL, invited_by = ?, bounces = 0, collects_at = NULL WHERE id = ?"),
	    db_text(email), db_text(language), db_text(seed), db_text(digest), db_moment(w->now),
	    db_id(w->actor.account_id), db_int(id));
	return id;
}

bool subscription_invite(struct work *w, int64_t list_id, const char *email, const char *language)
{
	int64_t id;

	if (db_number(w->db, SQL("SELECT id FROM list WHERE id = ? AND ended_at IS NULL FOR UPDATE"),
	    db_int(list_id)) == 0)
		return false;
	if (db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM outbox WHERE recipient = ? AND kind = 'subscription' AND made_at > ?"),
	    db_text(email), db_moment(w->now - DAY)) >= SUBSCRIPTION_MAILS_A_DAY)
		return false;
	id = invited(w, list_id, email, language, random_token(w->memory));
	if (id == 0)
		return false;
	db_exec(w->db, SQL(
	    "INSERT INTO outbox (kind, subscription_id, recipient, language, message_id, made_at, ends_at,"
	    "   next_at) VALUES ('subscription', ?, ?, ?, ?, ?, ?, ?)"),
	    db_int(id), db_text(email), db_text(language), db_text(outbox_message_id(w)),
	    db_moment(w->now), db_moment(w->now + SUBSCRIPTION_ASKED_DAYS * DAY), db_moment(w->now));
	event_write(w, "subscription", id, "invited", NULL, NULL);
	return true;
}

bool subscription_open(struct work *w, const char *token, struct subscription *subscription)
{
	const char *digest = digest_of(w->memory, token);
	struct db_rows *row = db_query(w->db, SQL("CALL subscription_open(?)"), db_text(digest));

	if (!db_next(row))
		return false;
	*subscription = (struct subscription){
		.id = db_get_int(row, "id"),
		.list_id = db_get_int(row, "list_id"),
		.digest = digest,
		.list = db_get_text(row, "list"),
		.tlp = db_get_text(row, "tlp"),
		.wording = db_get_text(row, "wording"),
		.email = db_get_text(row, "email"),
		.state = db_get_text(row, "state"),
		.wishes = {
			.language = db_get_text(row, "language"),
			.kinds = db_get_text(row, "kinds"),
			.sectors = db_get_text(row, "sectors"),
			.severity = db_get_text(row, "severity"),
			.pace = db_get_text(row, "pace"),
		},
	};
	return !text_is(subscription->state, "asked")
	    || db_get_moment(row, "asked_at") + SUBSCRIPTION_ASKED_DAYS * DAY > w->now;
}

void subscription_confirm(struct work *w, const struct subscription *subscription)
{
	db_exec(w->db, SQL("CALL subscription_confirm(?, ?)"), db_text(subscription->digest),
	    db_moment(w->now));
}

void subscription_change(struct work *w, const struct subscription *subscription,
	const struct wishes *wishes)
{
	db_exec(w->db, SQL("CALL subscription_change(?, ?, ?, ?, ?, ?, ?)"),
	    db_text(subscription->digest), db_text(wishes->language), db_text(wishes->kinds),
	    db_text(wishes->severity), db_text(wishes->sectors), db_text(wishes->pace),
	    db_moment(w->now));
}

void subscription_leave(struct work *w, const struct subscription *subscription)
{
	db_exec(w->db, SQL("CALL subscription_leave(?, ?)"), db_text(subscription->digest),
	    db_moment(w->now));
}

struct db_rows *subscription_archive(struct work *w, const struct subscription *subscription,
	const char *language)
{
	return db_query(w->db, SQL("CALL subscription_archive(?, ?, ?)"), db_text(subscription->digest),
	    db_text(language), db_int(SUBSCRIPTION_ARCHIVE));
}

/* Whoever once received something stays in the account of who received what, without an
 * address. */
bool subscriptions_forget(struct work *w)
{
	const moment unanswered = w->now - SUBSCRIPTION_ASKED_DAYS * DAY;
	const int64_t gone = db_exec(w->db, SQL(
	    "DELETE FROM subscription WHERE state = 'asked' AND asked_at < ? AND NOT EXISTS"
	    " (SELECT 1 FROM delivery WHERE subscription_id = subscription.id) LIMIT ?"),
	    db_moment(unanswered), db_int(FORGET_ROWS));
	const int64_t over = db_exec(w->db, SQL(
	    "UPDATE subscription SET state = 'left', ended_at = asked_at"
	    " WHERE state = 'asked' AND asked_at < ? LIMIT ?"),
	    db_moment(unanswered), db_int(FORGET_ROWS));
	const int64_t bare = db_exec(w->db, SQL(
	    "UPDATE subscription SET email = NULL, email_key = NULL"
	    " WHERE state IN ('left', 'removed') AND ended_at < ? AND email IS NOT NULL LIMIT ?"),
	    db_moment(w->now - SUBSCRIPTION_KEPT_DAYS * DAY), db_int(FORGET_ROWS));

	return gone == FORGET_ROWS || over == FORGET_ROWS || bare == FORGET_ROWS;
}
