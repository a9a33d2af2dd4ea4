/* The chain of seals: adding to it, and following it. */
#include "domain/seal.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/log.h"
#include "base/text.h"

enum { MISSING_BYTES = 60 * 1024 };

static const char nothing_before[] =
	"0000000000000000000000000000000000000000000000000000000000000000";

int64_t event_newest(struct work *w)
{
	return db_number(w->db, SQL("SELECT COALESCE(MAX(id), 0) FROM event"));
}

static struct seal seal_of(struct db_rows *rows)
{
	return (struct seal){
		.number = db_get_int(rows, "number"),
		.first = db_get_int(rows, "first_event"), .last = db_get_int(rows, "last_event"),
		.events = db_get_int(rows, "events"), .missing = db_get_text(rows, "missing"),
		.late = db_get_bool(rows, "late"), .sealed_at = db_get_text(rows, "sealed_at"),
		.digest = db_get_text(rows, "digest"),
	};
}

struct seal seal_newest(struct work *w)
{
	struct db_rows *rows = db_query(w->db, SQL(
	    "SELECT number, first_event, last_event, events, missing, late, sealed_at, digest"
	    "  FROM seal ORDER BY number DESC LIMIT 1"));

	return db_next(rows) ? seal_of(rows) : (struct seal){ .digest = nothing_before };
}

/* All events between two ids; late ones are under seals of their own. */
static struct db_rows *events_between(struct work *w, int64_t first, int64_t last, bool with_late)
{
	return db_query(w->db, SQL(
	    "SELECT id, at, account_id, object, object_id, action, from_value, to_value FROM event"
	    " WHERE id BETWEEN ? AND ?"
	    "   AND (? OR NOT EXISTS (SELECT 1 FROM seal WHERE late AND first_event = event.id))"
	    " ORDER BY id LIMIT ?"),
	    db_int(first), db_int(last), db_int(with_late), db_int(SEAL_EVENTS + 1));
}


/* What is digested ------------------------------------------------------------------ */

static void digest_text(struct digest *digest, const char *text)
{
	digest_add(digest, text, strlen(text));
}

/* Values with their length in front: no two rows read alike. */
static void digest_row(struct work *w, struct digest *digest, const struct db_rows *row)
{
	for (size_t i = 0; i < db_column_count(row); i++) {
		const char *value = db_column_text(row, i);

		digest_text(digest, value == NULL ? "- " : memory_printf(w->memory, "%zu:%s ", strlen(value), value));
	}
	digest_text(digest, "\n");
}

/* `events` are those under the seal; they are read again from the first. */
static const char *digest_of(struct work *w, const struct seal *seal, struct db_rows *events,
	const char *before)
{
	struct digest *digest = digest_open(w->memory);
	const char *hex;

	digest_text(digest, memory_printf(w->memory, "belfry seal 1\n%lld %lld %lld %lld %d %s %s\n%s\n",
	    (long long)seal->number, (long long)seal->first, (long long)seal->last, (long long)seal->events,
	    seal->late, seal->missing, seal->sealed_at, before));
	db_rewind(events);
	while (db_next(events))
		digest_row(w, digest, events);
	hex = digest_so_far(w->memory, digest);
	digest_close(digest);
	return hex;
}


/* Sealing --------------------------------------------------------------------------- */

static void add_range(struct buffer *list, int64_t from, int64_t to)
{
	if (from > to)
		return;
	buffer_printf(list, from == to ? "%s%lld" : "%s%lld-%lld", list->size > 0 ? "," : "",
	    (long long)from, (long long)to);
}

/* Which ids between the two no event has. */
static const char *missing_among(struct work *w, struct db_rows *events, int64_t first, int64_t last)
{
	struct buffer list;

	buffer_open(&list, w->memory, MISSING_BYTES);
	db_rewind(events);
	for (; db_next(events); first = db_get_int(events, "id") + 1)
		add_range(&list, first, db_get_int(events, "id") - 1);
	add_range(&list, first, last);
	if (list.full)
		bug("a list of gaps does not fit");
	return buffer_text(&list);
}

/* `before` was read before anything else: where another sealer has been here
 * since, the number is taken and nothing is done. */
static bool append(struct work *w, const struct seal *before, struct seal *seal, struct db_rows *events)
{
	seal->number = before->number + 1;
	seal->sealed_at = moment_text(w->memory, w->now);
	seal->digest = digest_of(w, seal, events, before->digest);
	return db_try(w->db, SQL(
	    "INSERT INTO seal (number, first_event, last_event, events, missing, late, sealed_at, digest)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
	    db_int(seal->number), db_int(seal->first), db_int(seal->last), db_int(seal->events),
	    db_text(seal->missing), db_int(seal->late), db_moment(w->now), db_text(seal->digest))
	    && !db_failed(w->db);
}

bool seal_next(struct work *w, int64_t until, struct seal *seal)
{
	const struct seal before = seal_newest(w);
	const int64_t first = 1 + db_number(w->db, SQL(
	    "SELECT last_event FROM seal WHERE NOT late ORDER BY number DESC LIMIT 1"));
	struct db_rows *events = db_query(w->db, SQL(
	    "SELECT id, at, account_id, object, object_id, action, from_value, to_value FROM event"
	    " WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?"),
	    db_int(first), db_int(until), db_int(SEAL_EVENTS));
	int64_t last = until;

	if (db_row_count(events) == 0)
		return false;
	if (db_row_count(events) == SEAL_EVENTS)
		while (db_next(events))
			last = db_get_int(events, "id");
	*seal = (struct seal){
		.first = first, .last = last, .events = (int64_t)db_row_count(events),
		.missing = missing_among(w, events, first, last),
	};
	return append(w, &before, seal, events);
}

/* Steps through "7,11-13". False at its end. */
static bool next_range(const char **list, int64_t *from, int64_t *to)
{
	char *end;

	if (**list == '\0')
		return false;
	*from = *to = strtoll(*list, &end, 10);
	if (*end == '-')
		*to = strtoll(end + 1, &end, 10);
	*list = end + (*end == ',');
	return *end == ',' || *end == '\0';
}

/* An event in a gap of this seal that is under no seal; 0: none. */
static int64_t unsealed_in(struct work *w, const struct seal *seal)
{
	const char *list = seal->missing;
	int64_t from, to, found = 0;

	while (found == 0 && next_range(&list, &from, &to))
		found = db_number(w->db, SQL(
		    "SELECT id FROM event WHERE id BETWEEN ? AND ?"
		    "   AND NOT EXISTS (SELECT 1 FROM seal WHERE late AND first_event = event.id)"
		    " ORDER BY id LIMIT 1"), db_int(from), db_int(to));
	return found;
}

bool seal_late(struct work *w, struct seal *seal)
{
	const struct seal before = seal_newest(w);
	struct db_rows *rows = db_query(w->db, SQL(
	    "SELECT number, first_event, last_event, events, missing, late, sealed_at, digest"
	    "  FROM (SELECT number, first_event, last_event, events, missing, late, sealed_at, digest"
	    "          FROM seal ORDER BY number DESC LIMIT ?) AS newest"
	    " WHERE missing <> '' AND NOT late"
	    "   AND events <> (SELECT COUNT(*) FROM event WHERE id BETWEEN first_event AND last_event)"),
	    db_int(SEALS_WATCHED));

	while (db_next(rows)) {
		const struct seal around = seal_of(rows);
		const int64_t id = unsealed_in(w, &around);

		if (id == 0)
			continue;
		*seal = (struct seal){ .first = id, .last = id, .events = 1, .missing = "", .late = true };
		return append(w, &before, seal, events_between(w, id, id, true));
	}
	return false;
}


/* Following it ------------------------------------------------------------------------ */

enum { SEALS_AT_ONCE = 50, TOLD = 10 };

void seal_chain_begin(struct seal_chain *chain, void (*tell)(const char *what))
{
	*chain = (struct seal_chain){ .tell = tell };
	memcpy(chain->digest, nothing_before, sizeof chain->digest);
}

static void wrong(struct seal_chain *chain, const char *what)
{
	chain->wrong++;
	chain->tell(what);
}

/* The first id from here on that is in no gap. */
static int64_t behind_gaps(const char *list, int64_t id)
{
	int64_t from, to;

	while (next_range(&list, &from, &to))
		if (id >= from && id <= to)
			id = to + 1;
	return id;
}

static void tell_gone(struct work *w, struct seal_chain *chain, const struct seal *seal,
	int64_t from, int64_t to, int *told)
{
	for (int64_t id = behind_gaps(seal->missing, from); id <= to && *told < TOLD;
	    id = behind_gaps(seal->missing, id + 1), ++*told)
		wrong(chain, memory_printf(w->memory, "event %lld, under seal %lld, is gone",
		    (long long)id, (long long)seal->number));
}

/* Its digest is not what it should be: what can be said about why. */
static void explain(struct work *w, struct seal_chain *chain, const struct seal *seal,
	struct db_rows *events)
{
	int64_t next = seal->first;
	int told = 0;

	db_rewind(events);
	while (db_next(events) && told < TOLD) {
		const int64_t id = db_get_int(events, "id");

		tell_gone(w, chain, seal, next, id - 1, &told);
		if (behind_gaps(seal->missing, id) != id) {
			wrong(chain, memory_printf(w->memory, "event %lld was put in after seal %lld was made",
			    (long long)id, (long long)seal->number));
			told++;
		}
		next = id + 1;
	}
	tell_gone(w, chain, seal, next, seal->last, &told);
	if (told == 0)
		wrong(chain, memory_printf(w->memory, "seal %lld does not fit: it was changed, or one of the"
		    " events %lld to %lld, or the seal before it", (long long)seal->number,
		    (long long)seal->first, (long long)seal->last));
}

static void follow_one(struct work *w, struct seal_chain *chain, const struct seal *seal)
{
	struct db_rows *events = events_between(w, seal->first, seal->last, seal->late);

	if (seal->number != chain->number + 1)
		wrong(chain, memory_printf(w->memory, "between seal %lld and seal %lld others are gone",
		    (long long)chain->number, (long long)seal->number));
	if (!seal->late && seal->first != chain->run + 1)
		wrong(chain, memory_printf(w->memory, "seal %lld begins at event %lld, not %lld",
		    (long long)seal->number, (long long)seal->first, (long long)(chain->run + 1)));
	if (!text_is(digest_of(w, seal, events, chain->digest), seal->digest))
		explain(w, chain, seal, events);
	chain->seals++;
	chain->events += seal->events;
	chain->late += seal->late;
	chain->number = seal->number;
	chain->run = seal->late ? chain->run : seal->last;
	snprintf(chain->digest, sizeof chain->digest, "%s", seal->digest);
}

bool seal_chain_follow(struct work *w, struct seal_chain *chain)
{
	struct db_rows *rows = db_query(w->db, SQL(
	    "SELECT number, first_event, last_event, events, missing, late, sealed_at, digest"
	    "  FROM seal WHERE number > ? ORDER BY number LIMIT ?"),
	    db_int(chain->number), db_int(SEALS_AT_ONCE));

	while (db_next(rows)) {
		const struct seal seal = seal_of(rows);

		follow_one(w, chain, &seal);
	}
	return db_row_count(rows) > 0;
}

int64_t seal_chain_behind(struct work *w, const struct seal_chain *chain, moment *since)
{
	struct db_rows *rows = db_query(w->db, SQL(
	    "SELECT COUNT(*) AS events, MIN(at) AS since FROM event WHERE id > ?"), db_int(chain->run));

	if (!db_next(rows))
		return 0;
	*since = db_get_moment(rows, "since");
	return db_get_int(rows, "events");
}

const char *seal_digest(struct work *w, int64_t number)
{
	struct db_rows *rows = db_query(w->db, SQL("SELECT digest FROM seal WHERE number = ?"), db_int(number));

	return db_next(rows) ? db_get_text(rows, "digest") : NULL;
}
