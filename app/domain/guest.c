/* Rows of occasion_guest. */
#include "domain/guest.h"

#include "base/digest.h"
#include "base/mailbox.h"
#include "base/text.h"
#include "domain/event.h"
#include "domain/outbox.h"


/* The link ------------------------------------------------------------------------ */

const char *guest_token(const void *memory, const char *seed)
{
	unsigned char digest[DIGEST_SIZE];

	keyed_digest("token of a guest", seed, digest);
	return base64url_of(memory, digest, sizeof digest);
}

static const char *digest_of(struct work *w, const char *token)
{
	return keyed_digest_hex(w->memory, "guest", token);
}


/* Inviting ------------------------------------------------------------------------ */

static int64_t count_of(struct work *w, int64_t occasion_id)
{
	return db_number(w->db, SQL("SELECT COUNT(*) FROM occasion_guest WHERE occasion_id = ?"),
	    db_int(occasion_id));
}

static bool is_guest(struct work *w, int64_t occasion_id, const char *key)
{
	return db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM occasion_guest WHERE occasion_id = ? AND email_key = ?"),
	    db_int(occasion_id), db_text(key)) > 0;
}

static void add(struct work *w, int64_t occasion_id, const char *language, const char *email,
	const char *key)
{
	const char *seed = random_token(w->memory);
	const int64_t id = db_insert(w->db, SQL(
	    "INSERT INTO occasion_guest (occasion_id, email, email_key, language, seed, digest, invited_at)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?)"),
	    db_int(occasion_id), db_text(email), db_text(key), db_text(language), db_text(seed),
	    db_text(digest_of(w, guest_token(w->memory, seed))), db_moment(w->now));

	event_write(w, "guest", id, "invited", NULL, NULL);
}

enum invitation guests_invite(struct work *w, int64_t occasion_id, const char *language,
	const char *const *addresses, size_t count, struct invited *invited)
{
	const char **keys = memory_array(w->memory, const char *, count + 1);
	struct occasion o;
	size_t fresh = 0;

	*invited = (struct invited){ 0 };
	if (!occasion_hold(w, occasion_id, &o))
		return INVITED_UNKNOWN;
	if (!occasion_is_on(w, &o) || o.answer_until <= w->now)
		return INVITED_NOT_NOW;
	for (size_t i = 0; i < count; i++) {
		keys[i] = mailbox_key(w->memory, addresses[i]);
		if (is_guest(w, occasion_id, keys[i]))
			keys[i] = NULL;
		else
			fresh++;
	}
	if (count_of(w, occasion_id) + (int64_t)fresh > GUESTS)
		return INVITED_TOO_MANY;
	for (size_t i = 0; i < count; i++)
		if (keys[i] != NULL)
			add(w, occasion_id, language, addresses[i], keys[i]);
	*invited = (struct invited){ fresh, count - fresh };
	if (fresh == 0)
		return INVITED;
	outbox_guests(w, occasion_id, GUEST_INVITED, o.answer_until);
	event_write(w, "occasion", occasion_id, "invited", NULL,
	    memory_printf(w->memory, "%zu", fresh));
	return INVITED;
}


/* Looking after them --------------------------------------------------------------- */

struct db_rows *guests_page(struct work *w, int64_t occasion_id, const char *answer, int64_t before)
{
	return db_query(w->db, SQL(
	    "SELECT id, email, answer, people, remark, answered_at FROM occasion_guest"
	    " WHERE occasion_id = ? AND id < ?"
	    "   AND (? IS NULL OR COALESCE(answer, 'silent') = ?)"
	    " ORDER BY id DESC LIMIT ?"),
	    db_int(occasion_id), db_int(before != 0 ? before : INT64_MAX), db_text(answer),
	    db_text(answer), db_int(GUEST_ROWS + 1));
}

struct db_rows *guests_all(struct work *w, int64_t occasion_id)
{
	return db_query(w->db, SQL(
	    "SELECT email, language, invited_at, answer, people, remark, answered_at"
	    "  FROM occasion_guest WHERE occasion_id = ? ORDER BY id LIMIT ?"),
	    db_int(occasion_id), db_int(GUESTS));
}

int64_t guest_remove(struct work *w, int64_t id)
{
	const int64_t occasion_id = db_number(w->db, SQL(
	    "SELECT occasion_id FROM occasion_guest WHERE id = ?"), db_int(id));
	struct occasion o;

	if (occasion_id == 0 || !occasion_hold(w, occasion_id, &o)
	    || db_exec(w->db, SQL("DELETE FROM occasion_guest WHERE id = ?"), db_int(id)) != 1)
		return 0;
	event_write(w, "guest", id, "removed", NULL, NULL);
	event_write(w, "occasion", occasion_id, "guest_removed", NULL, NULL);
	return occasion_id;
}


/* With the link --------------------------------------------------------------------- */

bool guest_open(struct work *w, const char *token, const char *language, const char *first,
	struct guest *guest)
{
	struct db_rows *row = db_query(w->db, SQL("CALL guest_open(?, ?, ?)"),
	    db_text(digest_of(w, token)), db_text(language), db_text(first));

	if (!db_next(row))
		return false;
	*guest = (struct guest){
		.id = db_get_int(row, "id"), .answer = db_get_text(row, "answer"),
		.people = db_get_int(row, "people"), .remark = db_get_text(row, "remark"),
		.answered_at = db_get_moment(row, "answered_at"), .free = db_get_int(row, "free"),
		.text = { db_get_text(row, "language"), db_get_text(row, "title"),
			db_get_text(row, "words") },
		.occasion = {
			.id = db_get_int(row, "occasion_id"), .place = db_get_text(row, "place"),
			.starts_at = db_get_moment(row, "starts_at"), .ends_at = db_get_moment(row, "ends_at"),
			.answer_until = db_get_moment(row, "answer_until"),
			.places = db_get_int(row, "places"), .made_at = db_get_moment(row, "made_at"),
			.called_off_at = db_get_moment(row, "called_off_at"),
			.version = db_get_int(row, "version"),
		},
	};
	return true;
}

static enum guest_answer outcome_of(const char *word)
{
	static const struct { const char *word; enum guest_answer outcome; } outcomes[] = {
		{ "saved", GUEST_ANSWERED }, { "full", GUEST_FULL }, { "late", GUEST_LATE },
		{ "off", GUEST_OFF },
	};

	for (size_t i = 0; i < sizeof outcomes / sizeof outcomes[0]; i++)
		if (text_is(word, outcomes[i].word))
			return outcomes[i].outcome;
	return GUEST_UNKNOWN;
}

enum guest_answer guest_answers(struct work *w, const char *token, const char *answer,
	int64_t people, const char *remark, int64_t *free_places)
{
	struct db_rows *row = db_query(w->db, SQL("CALL guest_answer(?, ?, ?, ?, ?)"),
	    db_text(digest_of(w, token)), db_text(answer), db_int(people), db_text(remark),
	    db_moment(w->now));

	*free_places = 0;
	if (!db_next(row))
		return GUEST_UNKNOWN;
	*free_places = db_get_int(row, "free");
	return outcome_of(db_get_text(row, "outcome"));
}

bool guest_letter(struct work *w, int64_t outbox_id, struct invitation_letter *letter)
{
	struct db_rows *row = db_query(w->db, SQL("CALL outbox_guest(?)"), db_int(outbox_id));

	if (!db_next(row))
		return false;
	*letter = (struct invitation_letter){
		.seed = db_get_text(row, "seed"), .answer = db_get_text(row, "answer"),
		.place = db_get_text(row, "place"), .title = db_get_text(row, "title"),
		.words = db_get_text(row, "words"), .starts_at = db_get_moment(row, "starts_at"),
		.ends_at = db_get_moment(row, "ends_at"),
		.answer_until = db_get_moment(row, "answer_until"),
	};
	return true;
}
