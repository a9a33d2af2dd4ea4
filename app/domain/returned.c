/* Returned mail: whose it is, kept, read. */
#include "domain/returned.h"

#include <string.h>

#include "base/digest.h"
#include "base/text.h"
#include "domain/delivery.h"

enum { SEAL_DIGITS = 24, FORGET_ROWS = 200 };

/* Nobody makes one for a mail that they did not get. */
static const char *seal_of(const void *memory, int64_t outbox_id, const char *message_id)
{
	return memory_text_of(memory, keyed_digest_hex(memory, "returned mail",
	    memory_printf(memory, "%lld %s", (long long)outbox_id, message_id)), SEAL_DIGITS);
}

const char *returned_address(const void *memory, const char *base, int64_t outbox_id,
	const char *message_id)
{
	const char *at = strrchr(base, '@');

	if (at == NULL)
		return base;
	return memory_printf(memory, "%.*s+%lld.%s%s", (int)(at - base), base, (long long)outbox_id,
	    seal_of(memory, outbox_id, message_id), at);
}

/* The number in it, and what seals it; the host may be written in other letters. */
static bool take_apart(const void *memory, const char *base, const char *address, int64_t *id,
	const char **seal)
{
	const char *at = strrchr(base, '@');
	const size_t size = at != NULL ? (size_t)(at - base) : 0;
	const char *own, *dot, *end;

	if (size == 0 || strncasecmp(address, base, size) != 0 || address[size] != '+')
		return false;
	own = address + size + 1;
	end = strrchr(own, '@');
	dot = strchr(own, '.');
	if (end == NULL || dot == NULL || dot > end || strcasecmp(end, at) != 0)
		return false;
	*seal = memory_text_of(memory, dot + 1, (size_t)(end - dot - 1));
	return text_number(memory_text_of(memory, own, (size_t)(dot - own)), 1, INT64_MAX, id);
}

int64_t returned_mail(struct work *w, const char *base, const char *address)
{
	struct db_rows *row;
	const char *seal;
	int64_t id;

	if (text_is_empty(base) || !take_apart(w->memory, base, address, &id, &seal))
		return 0;
	row = db_query(w->db, SQL(
	    "SELECT message_id FROM outbox WHERE id = ? AND subscription_id IS NOT NULL"), db_int(id));
	return db_next(row) && text_same_secret(seal, seal_of(w->memory, id, db_get_text(row, "message_id")))
	    ? id : 0;
}

bool returned_keep(struct work *w, int64_t outbox_id, const void *bytes, size_t size)
{
	if (db_number(w->db, SQL("SELECT COUNT(*) FROM returned WHERE came_at > ?"),
	    db_moment(w->now - DAY)) >= RETURNED_A_DAY)
		return false;
	if (db_number(w->db, SQL("SELECT COUNT(*) FROM returned WHERE outbox_id = ?"),
	    db_int(outbox_id)) >= RETURNED_OF_ONE)
		return true;
	db_exec(w->db, SQL("INSERT INTO returned (outbox_id, came_at, bytes) VALUES (?, ?, ?)"),
	    db_int(outbox_id), db_moment(w->now), db_bytes(bytes, size));
	return true;
}

bool returned_next(struct work *w, struct returned *returned)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT returned.id, returned.outbox_id, returned.bytes, outbox.subscription_id"
	    "  FROM returned LEFT JOIN outbox ON outbox.id = returned.outbox_id"
	    " WHERE returned.read_at IS NULL ORDER BY returned.id LIMIT 1 FOR UPDATE"));

	if (!db_next(row))
		return false;
	*returned = (struct returned){ .id = db_get_int(row, "id"),
		.outbox_id = db_get_int(row, "outbox_id"),
		.subscription_id = db_get_int(row, "subscription_id") };
	returned->bytes = db_get_bytes(row, "bytes", &returned->size);
	return true;
}

/* However often a server says it, one mail counts once. */
void returned_read(struct work *w, const struct returned *returned, bool for_good)
{
	const bool first = db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM returned WHERE outbox_id = ? AND counted"),
	    db_int(returned->outbox_id)) == 0;
	const bool counts = for_good && first && returned->subscription_id != 0;

	db_exec(w->db, SQL("UPDATE returned SET read_at = ?, counted = ?, bytes = '' WHERE id = ?"),
	    db_moment(w->now), db_int(counts), db_int(returned->id));
	if (counts)
		delivery_ended(w, returned->outbox_id, returned->subscription_id, "returned");
}

bool returned_forget(struct work *w)
{
	return db_exec(w->db, SQL("DELETE FROM returned WHERE came_at < ? LIMIT ?"),
	    db_moment(w->now - RETURNED_DAYS * DAY), db_int(FORGET_ROWS)) == FORGET_ROWS;
}
