/* Files in rows of a mebibyte. */
#include "domain/attachment.h"

#include <string.h>

#include "base/digest.h"
#include "base/file_name.h"
#include "base/sniffer.h"
#include "domain/event.h"

enum { DECLARED_BYTES = 100, HANDLE_LETTERS = 16 };

struct storing {
	struct work *w;
	const char *holder;
	int64_t id, size, number;
	struct digest *digest;
	unsigned char *part;           /* filled up to part_size */
	size_t part_size;
	const char *sniffed;           /* known with the first part */
};

const char *holder_of_follow(struct work *w, const char *secret_digest)
{
	return keyed_digest_hex(w->memory, "files of a follow-up", secret_digest);
}

const char *holder_at_desk(struct work *w, int64_t ticket_id, const char *box)
{
	return keyed_digest_hex(w->memory, "files at the desk", memory_printf(w->memory,
	    "%lld %lld %s", (long long)w->actor.account_id, (long long)ticket_id, box));
}

const char *attachment_handle(struct work *w, int64_t id)
{
	return memory_text_of(w->memory, keyed_digest_hex(w->memory, "file",
	    memory_printf(w->memory, "%lld", (long long)id)), HANDLE_LETTERS);
}


/* Storing ------------------------------------------------------------------------ */

static int storing_ends(struct storing *storing)
{
	digest_close(storing->digest);
	return 0;
}

/* A type as a browser says it, where it is one: the rest tells nobody anything. */
static const char *declared_type(struct work *w, const char *declared)
{
	const char *type = memory_text_of(w->memory, declared, strcspn(declared, "; \t"));

	for (const char *c = type; *c != '\0'; c++)
		if (*c <= ' ' || *c >= 127 || strchr("\"<>\\", *c) != NULL)
			return "";
	return strlen(type) <= DECLARED_BYTES && strchr(type, '/') != NULL ? type : "";
}

struct storing *attachment_begin(struct work *w, const char *holder, const char *name,
	const char *declared)
{
	struct storing *storing = memory_new(w->memory, struct storing);
	struct db_rows *row = db_query(w->db, SQL("CALL file_begin(?, ?, ?, ?, ?)"),
	    db_text(holder), db_text(file_name_safe(w->memory, name, strlen(name))),
	    db_text(declared_type(w, declared)), db_moment(w->now),
	    db_moment(w->now + ATTACHMENT_HOURS * HOUR));

	storing->w = w;
	storing->holder = memory_text(w->memory, holder);
	storing->id = db_next(row) ? db_get_int(row, "id") : 0;
	storing->digest = digest_open(storing);
	memory_when_ended(storing, storing_ends);
	storing->part = memory_room(w->memory, unsigned char, ATTACHMENT_PART);
	return storing;
}

static void store_part(struct storing *storing)
{
	struct work *w = storing->w;

	if (storing->sniffed == NULL)
		storing->sniffed = sniff(w->memory, storing->part, storing->part_size);
	if (storing->part_size == 0)
		return;
	db_exec(w->db, SQL("INSERT INTO attachment_part (attachment_id, number, bytes) VALUES (?, ?, ?)"),
	    db_int(storing->id), db_int(storing->number++),
	    db_bytes(storing->part, storing->part_size));
	storing->part_size = 0;
}

void attachment_add(struct storing *storing, const void *bytes, size_t size)
{
	const unsigned char *from = bytes;

	digest_add(storing->digest, bytes, size);
	storing->size += (int64_t)size;
	while (size > 0) {
		size_t room = ATTACHMENT_PART - storing->part_size;
		size_t piece = size < room ? size : room;

		memcpy(storing->part + storing->part_size, from, piece);
		storing->part_size += piece;
		from += piece;
		size -= piece;
		if (storing->part_size == ATTACHMENT_PART)
			store_part(storing);
	}
}

int64_t attachment_size(const struct storing *storing)
{
	return storing->size;
}

void attachment_end(struct storing *storing)
{
	struct work *w = storing->w;

	if (storing->part_size > 0 || storing->sniffed == NULL)
		store_part(storing);
	db_exec(w->db, SQL("CALL file_end(?, ?, ?, ?, ?)"), db_text(storing->holder),
	    db_int(storing->id), db_int(storing->size), db_text(digest_so_far(w->memory, storing->digest)),
	    db_text(storing->sniffed));
}


/* Held --------------------------------------------------------------------------- */

/* Of what was sent the newest rows come, from the newest on: oldest first here. */
static void take(struct work *w, struct db_rows *rows, bool sent, struct attachments *attachments)
{
	size_t count = db_row_count(rows), n = 0;

	*attachments = (struct attachments){ .count = count,
	    .list = memory_array(w->memory, struct attachment, count + 1) };
	for (; db_next(rows); n++) {
		attachments->list[sent ? count - 1 - n : n] = (struct attachment){
			.id = db_get_int(rows, "id"),
			.message_id = sent ? db_get_int(rows, "message_id") : 0,
			.direction = sent ? db_get_text(rows, "direction") : NULL,
			.size = db_get_int(rows, "size"),
			.name = db_get_text(rows, "name"),
			.declared = db_get_text(rows, "declared"),
			.sniffed = db_get_text(rows, "sniffed"),
			.sha256 = db_get_text(rows, "sha256"),
		};
		attachments->bytes += db_get_int(rows, "size");
	}
}

void attachments_held(struct work *w, const char *holder, struct attachments *attachments)
{
	take(w, db_query(w->db, SQL("CALL files_held(?)"), db_text(holder)), false, attachments);
}

void attachment_remove(struct work *w, const char *holder, int64_t id)
{
	db_exec(w->db, SQL("CALL file_remove(?, ?)"), db_text(holder), db_int(id));
}

int64_t attachments_unsent(struct work *w)
{
	return db_number(w->db, SQL("CALL files_unsent()"));
}


/* Sent --------------------------------------------------------------------------- */

static void write_events(struct work *w, int64_t ticket_id, const struct attachments *attachments)
{
	for (size_t i = 0; i < attachments->count; i++)
		event_write(w, "ticket", ticket_id, "file", NULL, attachments->list[i].sha256);
}

void attachments_send_with_report(struct work *w, const char *draft, int64_t ticket_id,
	moment opened_at)
{
	moment exact = w->now;
	struct attachments held;

	attachments_held(w, draft, &held);
	if (held.count == 0)
		return;
	db_exec(w->db, SQL("CALL files_sent_with_form(?)"), db_text(draft));
	/* An anonymous report shows no minute, here neither. */
	w->now = opened_at;
	write_events(w, ticket_id, &held);
	w->now = exact;
}

void attachments_send_with_follow(struct work *w, const struct follow *follow, int64_t message_id)
{
	const char *holder = holder_of_follow(w, follow->secret);
	struct attachments held;

	attachments_held(w, holder, &held);
	if (held.count == 0)
		return;
	db_exec(w->db, SQL("CALL files_sent_with_message(?, ?, ?, ?)"), db_text(holder),
	    db_text(follow->reference), db_text(follow->secret), db_int(message_id));
	write_events(w, follow->ticket_id, &held);
}

void attachments_send_from_desk(struct work *w, const char *holder, int64_t ticket_id,
	int64_t message_id)
{
	struct attachments held;

	attachments_held(w, holder, &held);
	if (held.count == 0)
		return;
	db_exec(w->db, SQL("CALL files_sent_from_desk(?, ?, ?, ?)"), db_text(holder),
	    db_int(ticket_id), db_int(message_id), db_id(w->actor.account_id));
	write_events(w, ticket_id, &held);
}

void attachments_of_ticket(struct work *w, int64_t ticket_id, struct attachments *attachments)
{
	take(w, db_query(w->db, SQL(
	    "SELECT attachment.id, attachment.message_id, message.direction, attachment.name,"
	    "       attachment.declared, attachment.sniffed, attachment.size, attachment.sha256"
	    "  FROM attachment JOIN message ON message.id = attachment.message_id"
	    " WHERE attachment.ticket_id = ? ORDER BY attachment.id DESC LIMIT 500"),
	    db_int(ticket_id)), true, attachments);
}

bool attachment_of_ticket(struct work *w, int64_t ticket_id, int64_t id,
	struct attachment *attachment)
{
	struct attachments one;

	take(w, db_query(w->db, SQL(
	    "SELECT attachment.id, attachment.message_id, message.direction, attachment.name,"
	    "       attachment.declared, attachment.sniffed, attachment.size, attachment.sha256"
	    "  FROM attachment JOIN message ON message.id = attachment.message_id"
	    " WHERE attachment.ticket_id = ? AND attachment.id = ?"),
	    db_int(ticket_id), db_int(id)), true, &one);
	if (one.count == 0)
		return false;
	*attachment = one.list[0];
	return true;
}

static bool bytes_of(struct db_rows *row, struct bytes *bytes)
{
	if (!db_next(row))
		return false;
	bytes->data = db_get_bytes(row, "bytes", &bytes->size);
	return true;
}

bool attachment_part(struct work *w, int64_t id, int64_t number, struct bytes *bytes)
{
	return bytes_of(db_query(w->db, SQL(
	    "SELECT bytes FROM attachment_part WHERE attachment_id = ? AND number = ?"),
	    db_int(id), db_int(number)), bytes);
}

void attachments_of_follow(struct work *w, const struct follow *follow,
	struct attachments *attachments)
{
	take(w, db_query(w->db, SQL("CALL follow_files(?, ?)"), db_text(follow->reference),
	    db_text(follow->secret)), true, attachments);
}

bool attachment_part_of_follow(struct work *w, const char *reference, const char *secret,
	int64_t id, int64_t number, struct bytes *bytes)
{
	return bytes_of(db_query(w->db, SQL("CALL follow_file_part(?, ?, ?, ?)"),
	    db_text(reference), db_text(secret), db_int(id), db_int(number)), bytes);
}

bool attachments_forget(struct work *w)
{
	return db_exec(w->db, SQL(
	    "DELETE FROM attachment WHERE ends_at < ?"
	    "   AND NOT EXISTS (SELECT 1 FROM draft"
	    "        WHERE draft.digest = attachment.holder AND draft.ends_at > ?)"
	    " LIMIT 50"),
	    db_moment(w->now), db_moment(w->now)) == ATTACHMENTS_SWEPT;
}
