/* A mail as it goes over the line (RFC 5322, MIME). */
#ifndef BELFRY_MAIL_COMPOSE_H
#define BELFRY_MAIL_COMPOSE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/moment.h"

enum { MAIL_BYTES = 256 * 1024 };

struct mail {
	const char *from_name;        /* may be NULL */
	const char *from, *to;        /* addresses */
	const char *message_id;       /* without brackets */
	moment date;
	const char *subject;
	const char *language;         /* "ar" */
	const char *text;             /* lines end with \n */
	const char *markup;           /* the same as HTML; NULL: text is enough */
	bool reply;                   /* answers something of the recipient's by itself (RFC 3834) */
};

/* The whole of it; NULL and why when an address is none, or it is too long. */
const char *mail_compose(const void *memory, const struct mail *, size_t *size, const char **why);

#endif
