/* A mail as it goes over the line (RFC 5322, MIME). */
#ifndef BELFRY_MAIL_COMPOSE_H
#define BELFRY_MAIL_COMPOSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/moment.h"

enum { MAIL_BYTES = 256 * 1024 };

/* A list that a mail belongs to (RFC 2919, 2369, 8058). */
struct mail_list {
	const char *id;               /* "list-1.cirt.example" */
	const char *unsubscribe;      /* address that ends it at one POST */
	const char *archive;          /* address; NULL: not everybody's */
};

struct mail {
	const char *from_name;        /* may be NULL */
	const char *from, *to;        /* addresses */
	const char *message_id;       /* without brackets */
	moment date;
	const char *subject;
	const char *language;         /* "ar" */
	const char *text;             /* lines end with \n */
	const char *markup;           /* the same as HTML; NULL: text is enough */
	const struct mail_list *list; /* NULL: none */
	bool reply;                   /* answers something of the recipient's by itself (RFC 3834) */
};

/* The whole of it; NULL and why when an address is none, or it is too long. */
const char *mail_compose(const void *memory, const struct mail *, size_t *size, const char **why);

#endif
