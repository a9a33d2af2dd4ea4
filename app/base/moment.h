/* Moments: seconds since 1970 in UTC. Days and hours of a wall clock are made
 * only at the edges, in the team's zone. */
#ifndef BELFRY_BASE_MOMENT_H
#define BELFRY_BASE_MOMENT_H

#include <stdbool.h>
#include <stdint.h>

typedef int64_t moment;

enum { MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR };

/* 9999-12-31 23:59:59: the last one that the database holds. Addresses may ask for any
 * number. */
static const moment MOMENT_LAST = 253402300799;

/* The clock of the machine, or BELFRY_NOW ("2026-11-21 10:00:00") where a test
 * has chosen one. Called once per piece of work. */
moment moment_now(void);

/* "2026-11-21 10:00:00": how the database writes it. */
const char *moment_text(const void *memory, moment);
/* "2026-11-21T10:00:00Z": how machines read it. */
const char *moment_iso(const void *memory, moment);
/* The first form of these numbers; the compiler's printf takes ten times as long,
 * and a list has hundreds. */
void moment_write(char text[20], int year, int month, int day, int hour, int minute, int second);
/* From either form; false when it is neither. */
bool moment_parse(const char *text, moment *);

/* A wall clock: what people in `zone` see. */
struct wall {
	int year, month, day;         /* 2026, 1..12, 1..31 */
	int hour, minute, second;
	int weekday;                  /* 1 Monday .. 7 Sunday (ISO 8601) */
	int offset;                   /* seconds east of UTC */
	char zone[8];                 /* "EAT", "+03" */
};

/* Chooses the zone of this process by its IANA name; false when unknown. */
bool zone_choose(const char *name);
bool zone_exists(const char *name);
void wall_of(moment, struct wall *);
/* The moment at which a clock of the chosen zone shows this. */
moment moment_of(const struct wall *);
bool day_exists(int year, int month, int day);

/* "2026-11-30 08:00" on a clock of the chosen zone, as people type it in a form; false
 * when it is something else. And back. */
bool moment_typed(const char *text, moment *);
const char *moment_to_type(const void *memory, moment);

#endif
