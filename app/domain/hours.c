/* Counting open time. */
#include "domain/hours.h"


/* Holidays of the last two months too: a clock that is set anew today began
 * when the ticket was opened. */
void hours_load(struct work *w, struct hours *hours)
{
	struct db_rows *spans = db_query(w->db, SQL(
	    "SELECT weekday, TIME_TO_SEC(opens) DIV 60 AS opens, TIME_TO_SEC(closes) DIV 60 AS closes"
	    "  FROM hours ORDER BY weekday, opens LIMIT 42"));
	struct db_rows *days = db_query(w->db, SQL(
	    "SELECT YEAR(day) * 10000 + MONTH(day) * 100 + DAYOFMONTH(day) AS number"
	    "  FROM holiday WHERE day >= DATE(?) - INTERVAL 60 DAY ORDER BY day LIMIT 200"),
	    db_moment(w->now));

	*hours = (struct hours){ 0 };
	while (db_next(spans))
		hours->spans[hours->span_count++] = (struct span){
			.weekday = (int)db_get_int(spans, "weekday"),
			.opens = (int)db_get_int(spans, "opens"),
			.closes = (int)db_get_int(spans, "closes"),
		};
	while (db_next(days))
		hours->holidays[hours->holiday_count++] = (int)db_get_int(days, "number");
}

static bool is_holiday(const struct hours *hours, const struct wall *wall)
{
	int number = wall->year * 10000 + wall->month * 100 + wall->day;

	for (size_t i = 0; i < hours->holiday_count; i++)
		if (hours->holidays[i] == number)
			return true;
	return false;
}

bool hours_open(const struct hours *hours, moment m)
{
	struct wall wall;
	int minute;

	if (hours->span_count == 0)
		return true;
	wall_of(m, &wall);
	if (is_holiday(hours, &wall))
		return false;
	minute = wall.hour * 60 + wall.minute;
	for (size_t i = 0; i < hours->span_count; i++)
		if (hours->spans[i].weekday == wall.weekday
		    && minute >= hours->spans[i].opens && minute < hours->spans[i].closes)
			return true;
	return false;
}

/* The moment at which a clock shows that minute of the day of `wall`. */
static moment at_minute(const struct wall *wall, int minute)
{
	struct wall clock = *wall;

	clock.hour = minute / 60;
	clock.minute = minute % 60;
	clock.second = 0;
	return moment_of(&clock);
}

moment hours_after(const struct hours *hours, moment from, int64_t seconds)
{
	if (hours->span_count == 0)
		return from + seconds;
	for (int ahead = 0; ahead < HOURS_AHEAD_DAYS; ahead++) {
		struct wall day;

		wall_of(from, &day);
		/* Noon keeps the step from falling over a change of the clock. */
		wall_of(at_minute(&day, 12 * 60) + (int64_t)ahead * DAY, &day);
		if (is_holiday(hours, &day))
			continue;
		for (size_t i = 0; i < hours->span_count; i++) {
			const struct span *span = &hours->spans[i];
			moment begin, end;

			if (span->weekday != day.weekday)
				continue;
			begin = at_minute(&day, span->opens);
			end = at_minute(&day, span->closes);
			if (begin < from)
				begin = from;
			if (begin >= end)
				continue;
			if (end - begin >= seconds)
				return begin + seconds;
			seconds -= end - begin;
		}
	}
	return from + (int64_t)HOURS_AHEAD_DAYS * DAY;
}
