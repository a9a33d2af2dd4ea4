/* Setting up the team: its parts are saved one by one, and the public pages are
 * opened when they have what they need. Every change is of a version, so that
 * two administrators do not overwrite each other, and writes an event. */
#ifndef BELFRY_DOMAIN_SETUP_H
#define BELFRY_DOMAIN_SETUP_H

#include "base/work.h"
#include "domain/team.h"

enum setup_limit {
	SETUP_CODE_LEAST = 2,
	SETUP_CODE_MOST  = 12,
	SETUP_NAME       = 200,   /* characters, as the columns have them */
	SETUP_SHORT_NAME = 40,
	SETUP_COUNTRY    = 100,
	SETUP_ADDRESS    = 400,
	SETUP_NOTE       = 200,
	SETUP_TEXT       = 4000,
	SETUP_RETENTION  = 240,   /* months */
};

/* What becomes of a change. */
enum setup_change {
	SETUP_SAVED,
	SETUP_STALE,           /* somebody saved this part since the form was shown */
	SETUP_CODE_FIXED,      /* tickets carry the code */
	SETUP_UNKNOWN,         /* no such hotline */
	SETUP_FULL,            /* as many hotlines as there may be */
};

/* Of a part ("team", "contact", "hours", "hotlines", "privacy", "languages", "looks",
 * "texts-fr"): how often it was saved. 0: never. */
int64_t setup_version(struct work *, const char *part);

/* Around every change of a part: one at a time. False: the form was made of an older
 * version. After it, whoever remembers the team reads it anew. */
bool setup_part_begin(struct work *, const char *part, int64_t version);
void setup_part_finish(struct work *, const char *part);

/* Two to twelve letters and digits, a letter first. */
bool setup_code_is_good(const char *code);
/* References with the present code are out there. */
bool setup_code_is_fixed(struct work *);

enum setup_change setup_team(struct work *, int64_t version, const char *code,
	const char *name, const char *short_name, const char *country, const char *zone);
enum setup_change setup_contact(struct work *, int64_t version, const char *phone,
	const char *email, const char *emergency_phone, const char *address);
enum setup_change setup_privacy(struct work *, int64_t version, const char *contact,
	const char *complaint_body, int64_t retention_months);

/* Those that pages are offered in, the first one first: "fr,ar". */
enum setup_change setup_languages(struct work *, int64_t version, const char *codes);

/* What the team says in a language; a text that is NULL is taken away. */
struct setup_text { const char *name, *value; };
enum setup_change setup_texts(struct work *, int64_t version, const char *language,
	const struct setup_text *, size_t count);

/* Day by day, in the order of days and hours; none: open day and night. */
struct setup_day { int year, month, day; const char *name; };
enum setup_change setup_hours(struct work *, int64_t version, const struct span *, size_t spans,
	const struct setup_day *, size_t days);
/* number (20261225), name: holidays that still count, in order. */
struct db_rows *setup_holidays(struct work *);

/* Hotlines, in the order in which pages show them. */
enum setup_change setup_hotline_add(struct work *, const struct hotline *);
enum setup_change setup_hotline_change(struct work *, int64_t version, const struct hotline *);
enum setup_change setup_hotline_remove(struct work *, int64_t id);
/* Past its neighbour: -1 up, 1 down; nothing happens at the ends. */
enum setup_change setup_hotline_move(struct work *, int64_t id, int by);

/* What the public pages wait for. */
enum setup_missing {
	MISSING_TEAM    = 1 << 0,
	MISSING_CONTACT = 1 << 1,
	MISSING_HOURS   = 1 << 2,
	MISSING_PRIVACY = 1 << 3,
	MISSING_TEXTS   = 1 << 4,
};
/* Of the team as it stands (NULL: nothing yet). The texts of the first language
 * are needed, those of the others are not. */
unsigned setup_missing(struct work *, const struct team *, const char *first_language);

/* False: something is missing. Opening what is open changes nothing. */
bool setup_open(struct work *, const char *first_language);
void setup_close(struct work *);

#endif
