/* Entries for calendars: iCalendar (RFC 5545), with one event. */
#ifndef BELFRY_FORMATS_ICS_H
#define BELFRY_FORMATS_ICS_H

#include <stdbool.h>

#include "base/moment.h"

enum ics_limit {
	ICS_LINE_BYTES = 75,           /* RFC 5545, 3.1: then a line is folded */
	ICS_BYTES      = 64 * 1024,
};

struct ics_event {
	const char *uid;               /* the same at each change, and in no other entry */
	int64_t sequence;              /* rises with each change (3.8.7.4) */
	moment made_at;                /* DTSTAMP */
	moment starts_at, ends_at;
	const char *language;          /* of the texts, as in "fr" */
	const char *summary, *place;
	const char *description;       /* NULL: none */
	const char *organiser, *email; /* who invites */
	bool called_off;
};

/* The file, in UTF-8, with lines that end in CRLF. */
const char *ics_event(const void *memory, const struct ics_event *);

#endif
