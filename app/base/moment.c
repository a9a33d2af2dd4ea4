/* Moments and wall clocks. */
#include "base/moment.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/memory.h"

static const char zones[] = "/usr/share/zoneinfo/";

moment moment_now(void)
{
	const char *chosen = getenv("BELFRY_NOW");
	moment now;

	if (chosen == NULL || *chosen == '\0')
		return time(NULL);
	if (!moment_parse(chosen, &now))
		bug("BELFRY_NOW is '%s', not like '2026-11-21 10:00:00'", chosen);
	return now;
}

static struct tm utc_of(moment m)
{
	const time_t seconds = m;
	struct tm tm;

	if (gmtime_r(&seconds, &tm) == NULL || tm.tm_year > 9999 - 1900)
		bug("%lld is a moment outside of the calendar", (long long)m);
	return tm;
}

static char *write_two(char *at, int number, char behind)
{
	at[0] = (char)('0' + number / 10 % 10);
	at[1] = (char)('0' + number % 10);
	at[2] = behind;
	return at + 3;
}

void moment_write(char text[20], int year, int month, int day, int hour, int minute, int second)
{
	char *at = write_two(text, year / 100, '-') - 1;

	at = write_two(at, year, '-');
	at = write_two(at, month, '-');
	at = write_two(at, day, ' ');
	at = write_two(at, hour, ':');
	at = write_two(at, minute, ':');
	write_two(at, second, '\0');
}

static char *written(const void *memory, moment m)
{
	const struct tm tm = utc_of(m);
	char *text = memory_array(memory, char, sizeof "2026-11-21T10:00:00Z");

	moment_write(text, tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min,
		tm.tm_sec);
	return text;
}

const char *moment_text(const void *memory, moment m)
{
	return written(memory, m);
}

const char *moment_iso(const void *memory, moment m)
{
	char *text = written(memory, m);

	text[10] = 'T';
	text[19] = 'Z';
	return text;
}

/* `count` digits at `text`, -1 when they are something else. */
static int digits(const char *text, size_t count)
{
	int number = 0;

	for (size_t i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		number = number * 10 + (text[i] - '0');
	}
	return number;
}

bool day_exists(int year, int month, int day)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
		return false;
	return day <= lengths[month - 1] + (month == 2 && leap ? 1 : 0);
}

/* Seconds since 1970 on a clock that shows UTC. */
static moment moment_of_utc(const struct wall *wall)
{
	struct tm tm = {
		.tm_year = wall->year - 1900, .tm_mon = wall->month - 1,
		.tm_mday = wall->day, .tm_hour = wall->hour,
		.tm_min = wall->minute, .tm_sec = wall->second,
	};

	return timegm(&tm);
}

bool moment_parse(const char *text, moment *m)
{
	struct wall wall = { 0 };

	if (text == NULL)
		return false;
	const size_t length = strlen(text);
	const bool database = length == 19 && text[10] == ' ';
	const bool iso = length == 20 && text[10] == 'T' && text[19] == 'Z';

	if (!database && !iso)
		return false;
	if (text[4] != '-' || text[7] != '-' || text[13] != ':' || text[16] != ':')
		return false;
	wall.year = digits(text, 4);
	wall.month = digits(text + 5, 2);
	wall.day = digits(text + 8, 2);
	wall.hour = digits(text + 11, 2);
	wall.minute = digits(text + 14, 2);
	wall.second = digits(text + 17, 2);
	if (!day_exists(wall.year, wall.month, wall.day)
	    || wall.hour < 0 || wall.hour > 23
	    || wall.minute < 0 || wall.minute > 59
	    || wall.second < 0 || wall.second > 59)
		return false;
	*m = moment_of_utc(&wall);
	return true;
}

/* Letters, digits, + - _ in parts between single slashes. */
static bool is_zone_name(const char *name)
{
	const size_t length = strlen(name);

	if (length == 0 || length > 64 || name[0] == '/' || name[length - 1] == '/')
		return false;
	if (strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	                 "0123456789+-_/") != length)
		return false;
	return strstr(name, "//") == NULL;
}

/* glibc takes every name and says UTC where it has no such zone, so the file
 * is looked at first. */
static bool is_zone_file(const char *path)
{
	char magic[4];
	const int file = open(path, O_RDONLY | O_CLOEXEC);

	if (file < 0)
		return false;
	const bool right = read(file, magic, sizeof magic) == (ssize_t)sizeof magic
		&& memcmp(magic, "TZif", sizeof magic) == 0;
	close(file);
	return right;
}

enum { ZONE_PATH = sizeof zones + 64 + 1 };

/* ":/usr/share/zoneinfo/NAME", as TZ takes it; false: there is none. */
static bool zone_path(const char *name, char path[ZONE_PATH])
{
	const size_t prefix = sizeof zones - 1;

	if (name == NULL || !is_zone_name(name))
		return false;
	path[0] = ':';
	memcpy(path + 1, zones, prefix);
	memcpy(path + 1 + prefix, name, strlen(name) + 1);
	return is_zone_file(path + 1);
}

bool zone_exists(const char *name)
{
	char path[ZONE_PATH];

	return (name != NULL && strcmp(name, "UTC") == 0) || zone_path(name, path);
}

bool zone_choose(const char *name)
{
	char path[ZONE_PATH];

	if (name != NULL && strcmp(name, "UTC") == 0)
		setenv("TZ", "UTC0", 1);
	else if (zone_path(name, path))
		setenv("TZ", path, 1);
	else
		return false;
	tzset();
	return true;
}

void wall_of(moment m, struct wall *wall)
{
	const time_t seconds = m;
	struct tm tm;

	if (localtime_r(&seconds, &tm) == NULL)
		bug("%lld is a moment outside of the calendar", (long long)m);
	*wall = (struct wall){
		.year = tm.tm_year + 1900, .month = tm.tm_mon + 1, .day = tm.tm_mday,
		.hour = tm.tm_hour, .minute = tm.tm_min, .second = tm.tm_sec,
		.weekday = tm.tm_wday == 0 ? 7 : tm.tm_wday,
		.offset = (int)tm.tm_gmtoff,
	};
	if (tm.tm_zone != NULL)
		memcpy(wall->zone, tm.tm_zone, strnlen(tm.tm_zone, sizeof wall->zone - 1));
}

/* A day before and after, no clock change is between us and the offset that
 * held then. An hour that comes twice (the end of summer time) is the one with
 * the wall's own offset, else the first; an hour that is skipped counts on by
 * the offset that held before it. */
moment moment_of(const struct wall *wall)
{
	const moment shown = moment_of_utc(wall);
	struct wall before, after, there;

	wall_of(shown - DAY, &before);
	wall_of(shown + DAY, &after);
	if (before.offset == after.offset)
		return shown - before.offset;

	const moment first = shown - before.offset;
	const moment second = shown - after.offset;

	wall_of(second, &there);
	const bool second_holds = there.offset == after.offset;
	wall_of(first, &there);
	const bool first_holds = there.offset == before.offset;

	if (first_holds && second_holds)
		return wall->offset == after.offset ? second : first;
	return second_holds ? second : first;
}

bool moment_typed(const char *text, moment *m)
{
	struct wall wall = { 0 };

	if (text == NULL || strlen(text) != 16 || text[4] != '-' || text[7] != '-' || text[10] != ' '
	    || text[13] != ':')
		return false;
	wall.year = digits(text, 4);
	wall.month = digits(text + 5, 2);
	wall.day = digits(text + 8, 2);
	wall.hour = digits(text + 11, 2);
	wall.minute = digits(text + 14, 2);
	if (!day_exists(wall.year, wall.month, wall.day) || wall.hour < 0 || wall.hour > 23
	    || wall.minute < 0 || wall.minute > 59)
		return false;
	*m = moment_of(&wall);
	return true;
}

const char *moment_to_type(const void *memory, moment m)
{
	struct wall wall;
	char text[20];

	wall_of(m, &wall);
	moment_write(text, wall.year, wall.month, wall.day, wall.hour, wall.minute, 0);
	return memory_text_of(memory, text, 16);
}
