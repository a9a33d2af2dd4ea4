/* Attachments: files that somebody sent, kept in the database in parts of a
 * mebibyte, with a digest and the types they were said and found to be.
 *
 * Until it is sent, a file is held under the digest of a secret, its holder: a
 * draft's digest, or one of the holders below. The public door reaches files by
 * that digest, or by reference and secret of a ticket, and in no other way. */
#ifndef BELFRY_DOMAIN_ATTACHMENT_H
#define BELFRY_DOMAIN_ATTACHMENT_H

#include "base/text.h"
#include "base/work.h"
#include "domain/follow.h"

enum attachment_limit {
	ATTACHMENT_PART  = 1024 * 1024,  /* bytes of a row */
	ATTACHMENT_HOURS = 24,           /* unsent; a draft's files stay as long as the draft */
	ATTACHMENTS_HELD = 20,           /* of one holder, whatever the settings say */
};

struct attachment {
	int64_t id;
	int64_t message_id;        /* 0: not sent yet */
	int64_t size;
	const char *direction;     /* of its message; NULL: not sent yet */
	const char *name;          /* safe (base/file_name.h) */
	const char *declared;      /* the type its sender's browser said; "" */
	const char *sniffed;       /* what it looks like; "unknown" */
	const char *sha256;
};

/* In the order they came. */
struct attachments {
	struct attachment *list;
	size_t count;
	int64_t bytes;             /* together */
};

/* Holders beside the digest of a draft: whoever has the secret of a ticket, and
 * the work's actor at the desk, for a reply ("reply") or a note ("note"). */
const char *holder_of_follow(struct work *, const char *secret_digest);
const char *holder_at_desk(struct work *, int64_t ticket_id, const char *box);

/* Storing a file: begin, add, end; a work of its own, so that all of it is
 * there when that work is kept, and nothing otherwise. `name` as it came. */
struct storing;
struct storing *attachment_begin(struct work *, const char *holder, const char *name,
	const char *declared);
void attachment_add(struct storing *, const void *bytes, size_t size);
int64_t attachment_size(const struct storing *);
void attachment_end(struct storing *);

/* What is held and not sent yet. */
void attachments_held(struct work *, const char *holder, struct attachments *);
/* Takes one of them away. */
void attachment_remove(struct work *, const char *holder, int64_t id);
/* Bytes of all files that are not sent yet, of everybody; each counts for 64 kB
 * at least. */
int64_t attachments_unsent(struct work *);

/* Sending: from here on they belong to a message of a ticket. Each writes its
 * event. With a report: that of the form the draft became; `opened_at` is the
 * moment the ticket shows. */
void attachments_send_with_report(struct work *, const char *draft, int64_t ticket_id,
	moment opened_at);
void attachments_send_with_follow(struct work *, const struct follow *, int64_t message_id);
void attachments_send_from_desk(struct work *, const char *holder, int64_t ticket_id,
	int64_t message_id);

/* All files of a ticket, for staff; the caller has asked may_ticket. */
void attachments_of_ticket(struct work *, int64_t ticket_id, struct attachments *);
/* One of them; false: that ticket has no such file. */
bool attachment_of_ticket(struct work *, int64_t ticket_id, int64_t id, struct attachment *);
/* A part of it, from 0; false after the last. Lives in the work's memory. */
bool attachment_part(struct work *, int64_t id, int64_t number, struct bytes *);

/* For the reporter: all files of the conversation, and parts of those that the
 * team sent; never those of a note. */
void attachments_of_follow(struct work *, const struct follow *, struct attachments *);
bool attachment_part_of_follow(struct work *, const char *reference, const char *secret,
	int64_t id, int64_t number, struct bytes *);

/* A name for an address that tells no number: sixteen letters and digits. */
const char *attachment_handle(struct work *, int64_t id);

/* The sweep: unsent files whose time is over. True: there may be more. */
enum { ATTACHMENTS_SWEPT = 50 };
bool attachments_forget(struct work *);

#endif
