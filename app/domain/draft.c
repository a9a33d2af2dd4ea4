/* Drafts, by way of procedures that know nothing without the digest. */
#include "domain/draft.h"

#include "base/digest.h"
#include "base/text.h"

static const char *digest_of(struct work *w, const char *key)
{
	return keyed_digest_hex(w->memory, "draft", key);
}

void draft_begin(struct work *w, struct draft *draft)
{
	*draft = (struct draft){ .key = random_token(w->memory) };
	draft->digest = digest_of(w, draft->key);
	draft->ends_at = w->now + DRAFT_HOURS * HOUR;
	db_exec(w->db, SQL("CALL draft_begin(?, ?, ?)"), db_text(draft->digest),
	    db_moment(w->now), db_moment(draft->ends_at));
}

/* The rows of a procedure: the draft, and with each an answer. */
static bool take(struct draft *draft, struct db_rows *rows)
{
	if (!db_next(rows))
		return false;
	draft->reference = db_get_text(rows, "reference");
	draft->sent_at = db_get_moment(rows, "sent_at");
	draft->ends_at = db_get_moment(rows, "ends_at");
	do {
		if (db_get_text(rows, "field") == NULL)
			continue;
		draft->answers[draft->answer_count].field = db_get_text(rows, "field");
		draft->answers[draft->answer_count++].value = db_get_text(rows, "value");
	} while (db_next(rows) && draft->answer_count < DRAFT_ANSWERS);
	return true;
}

bool draft_open(struct work *w, const char *key, struct draft *draft)
{
	*draft = (struct draft){ .key = key, .digest = digest_of(w, key) };
	return take(draft, db_query(w->db, SQL("CALL draft_open(?, ?)"),
	    db_text(draft->digest), db_moment(w->now)));
}

bool draft_lock(struct work *w, const char *key, struct draft *draft)
{
	*draft = (struct draft){ .key = key, .digest = digest_of(w, key) };
	return take(draft, db_query(w->db, SQL("CALL draft_lock(?, ?)"),
	    db_text(draft->digest), db_moment(w->now)));
}

void draft_answer(struct work *w, struct draft *draft, const char *field, const char *value)
{
	draft->ends_at = w->now + DRAFT_HOURS * HOUR;
	db_exec(w->db, SQL("CALL draft_answer(?, ?, ?, ?)"), db_text(draft->digest),
	    db_text(field), db_text(value), db_moment(draft->ends_at));
}

void draft_sent(struct work *w, struct draft *draft, const char *reference)
{
	draft->reference = reference;
	draft->sent_at = w->now;
	draft->ends_at = w->now + DRAFT_SENT_HOURS * HOUR;
	db_exec(w->db, SQL("CALL draft_sent(?, ?, ?, ?)"), db_text(draft->digest),
	    db_text(reference), db_moment(w->now), db_moment(draft->ends_at));
}

const char *draft_value(const struct draft *draft, const char *field)
{
	for (size_t i = 0; i < draft->answer_count; i++)
		if (text_is(draft->answers[i].field, field))
			return draft->answers[i].value;
	return NULL;
}
