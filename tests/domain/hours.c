/* Open hours: when the team is there, and when so many hours of it are over. */
#include "stand.h"

#include "domain/hours.h"

/* Eight to six, Fridays to four. */
#define WEEK { .spans = { { 1, 480, 1080 }, { 2, 480, 1080 }, { 3, 480, 1080 }, \
	{ 4, 480, 1080 }, { 5, 480, 960 } }, .span_count = 5, \
	.holidays = { 20261225, 20270101 }, .holiday_count = 2 }
/* Sunday to Thursday, with a pause at noon. */
#define PAUSE { .spans = { { 1, 480, 720 }, { 1, 840, 1020 }, { 2, 480, 720 }, { 2, 840, 1020 }, \
	{ 3, 480, 720 }, { 3, 840, 1020 }, { 4, 480, 720 }, { 4, 840, 1020 }, \
	{ 7, 480, 720 }, { 7, 840, 1020 } }, .span_count = 10 }
/* Through the nights that begin on working days. */
#define NIGHTS { .spans = { { 1, 1200, 1440 }, { 2, 0, 360 }, { 2, 1200, 1440 }, { 3, 0, 360 }, \
	{ 3, 1200, 1440 }, { 4, 0, 360 }, { 4, 1200, 1440 }, { 5, 0, 360 } }, .span_count = 8 }
/* Always, said day by day, but on one holiday. */
#define ALL_DAYS { .spans = { { 1, 0, 1440 }, { 2, 0, 1440 }, { 3, 0, 1440 }, { 4, 0, 1440 }, \
	{ 5, 0, 1440 }, { 6, 0, 1440 }, { 7, 0, 1440 } }, .span_count = 7, \
	.holidays = { 20260501 }, .holiday_count = 1 }

static const struct hours week = WEEK, pause_at_noon = PAUSE, nights = NIGHTS, all_days = ALL_DAYS;
static const struct hours always = { .span_count = 0 };

static void the_door_is_open_or_not(void **state)
{
	static const struct {
		const char *zone, *moment;
		const struct hours *hours;
		bool open;
	} table[] = {
		/* Nairobi is three hours ahead. Tuesday. */
		{ "Africa/Nairobi",   "2026-11-24 04:59:59", &week, false },
		{ "Africa/Nairobi",   "2026-11-24 05:00:00", &week, true },
		{ "Africa/Nairobi",   "2026-11-24 14:59:59", &week, true },
		{ "Africa/Nairobi",   "2026-11-24 15:00:00", &week, false },
		{ "Africa/Nairobi",   "2026-11-27 12:59:59", &week, true },   /* Friday */
		{ "Africa/Nairobi",   "2026-11-27 13:00:00", &week, false },
		{ "Africa/Nairobi",   "2026-11-28 09:00:00", &week, false },  /* Saturday */
		{ "Africa/Nairobi",   "2026-11-29 09:00:00", &week, false },
		{ "Africa/Nairobi",   "2026-12-25 09:00:00", &week, false },  /* a Friday, and a holiday */
		{ "Africa/Nairobi",   "2026-12-24 09:00:00", &week, true },
		/* It is a holiday there while it is not in UTC. */
		{ "Pacific/Auckland", "2026-12-31 21:00:00", &week, false },
		{ "Pacific/Auckland", "2026-12-30 21:00:00", &week, true },
		{ "Africa/Nairobi",   "2026-11-24 09:59:59", &pause_at_noon, false },
		{ "Africa/Nairobi",   "2026-11-24 08:59:59", &pause_at_noon, true },
		{ "Africa/Nairobi",   "2026-11-29 06:00:00", &pause_at_noon, true },   /* Sunday */
		{ "Africa/Nairobi",   "2026-11-27 06:00:00", &pause_at_noon, false },  /* Friday */
		/* Midnight is within the night. */
		{ "Africa/Nairobi",   "2026-11-24 20:59:59", &nights, true },
		{ "Africa/Nairobi",   "2026-11-24 21:00:00", &nights, true },
		{ "Africa/Nairobi",   "2026-11-25 03:00:00", &nights, false },
		{ "Africa/Nairobi",   "2026-11-22 21:00:00", &nights, false }, /* Monday begins, no night before it */
		{ "Africa/Nairobi",   "2026-11-29 02:00:00", &always, true },
		/* The same clock on both sides of a change. */
		{ "Europe/Paris",     "2026-10-23 06:00:00", &week, true },
		{ "Europe/Paris",     "2026-10-26 06:00:00", &week, false },
		{ "Europe/Paris",     "2026-10-26 07:00:00", &week, true },
		{ "Asia/Kathmandu",   "2026-11-24 02:14:59", &week, false },
		{ "Asia/Kathmandu",   "2026-11-24 02:15:00", &week, true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		assert_true(zone_choose(table[i].zone));
		if (hours_open(table[i].hours, at(table[i].moment)) != table[i].open)
			fail_msg("%s in %s: %s", table[i].moment, table[i].zone,
			    table[i].open ? "closed" : "open");
	}
}

static void open_time_is_counted(void **state)
{
	static const struct {
		const char *zone, *from;
		const struct hours *hours;
		int64_t seconds;
		const char *until;
	} table[] = {
		/* Within a day, over a night, a weekend, a holiday. */
		{ "Africa/Nairobi", "2026-11-24 05:00:00", &week,  4 * HOUR, "2026-11-24 09:00:00" },
		{ "Africa/Nairobi", "2026-11-24 12:00:00", &week,  8 * HOUR, "2026-11-25 10:00:00" },
		{ "Africa/Nairobi", "2026-11-24 12:00:07", &week,  8 * HOUR, "2026-11-25 10:00:07" },
		{ "Africa/Nairobi", "2026-11-24 22:00:00", &week,  8 * HOUR, "2026-11-25 13:00:00" },
		{ "Africa/Nairobi", "2026-11-25 04:00:00", &week,  8 * HOUR, "2026-11-25 13:00:00" },
		{ "Africa/Nairobi", "2026-11-27 12:00:00", &week,  8 * HOUR, "2026-11-30 12:00:00" },
		{ "Africa/Nairobi", "2026-11-28 12:00:00", &week,  8 * HOUR, "2026-11-30 13:00:00" },
		{ "Africa/Nairobi", "2026-12-24 12:00:00", &week,  8 * HOUR, "2026-12-28 10:00:00" },
		{ "Africa/Nairobi", "2026-12-25 12:00:00", &week,  8 * HOUR, "2026-12-28 13:00:00" },
		{ "Africa/Nairobi", "2026-12-31 14:30:00", &week,  1 * HOUR, "2027-01-04 05:30:00" },
		/* To the very end of a day is still that day; a second more is not. */
		{ "Africa/Nairobi", "2026-11-24 05:00:00", &week, 10 * HOUR, "2026-11-24 15:00:00" },
		{ "Africa/Nairobi", "2026-11-24 05:00:00", &week, 10 * HOUR + 1, "2026-11-25 05:00:01" },
		{ "Africa/Nairobi", "2026-11-24 15:00:00", &week,  1,        "2026-11-25 05:00:01" },
		/* Three days of work. */
		{ "Africa/Nairobi", "2026-11-26 05:00:00", &week, 24 * HOUR, "2026-11-30 11:00:00" },
		{ "Africa/Nairobi", "2026-11-24 08:30:00", &pause_at_noon, HOUR, "2026-11-24 11:30:00" },
		{ "Africa/Nairobi", "2026-11-24 20:00:00", &nights, 4 * HOUR, "2026-11-25 00:00:00" },
		{ "Africa/Nairobi", "2026-11-27 01:00:00", &nights, 4 * HOUR, "2026-11-30 19:00:00" },
		{ "Africa/Nairobi", "2026-11-28 12:00:00", &always, 8 * HOUR, "2026-11-28 20:00:00" },
		{ "Africa/Nairobi", "2026-04-30 12:00:00", &all_days, 24 * HOUR, "2026-05-02 12:00:00" },
		/* Friday to Monday while clocks go back, and forward. */
		{ "Europe/Paris",   "2026-10-23 13:00:00", &week,  2 * HOUR, "2026-10-26 08:00:00" },
		{ "Europe/Paris",   "2026-03-27 14:00:00", &week,  2 * HOUR, "2026-03-30 07:00:00" },
		/* Open through the change itself: that day has 25 or 23 hours. */
		{ "Europe/Paris",   "2026-10-24 22:00:00", &all_days, 25 * HOUR, "2026-10-25 23:00:00" },
		{ "Europe/Paris",   "2026-03-28 23:00:00", &all_days, 23 * HOUR, "2026-03-29 22:00:00" },
		/* Midnight itself is skipped in Cairo. */
		{ "Africa/Cairo",   "2026-04-23 20:00:00", &all_days, 4 * HOUR, "2026-04-24 00:00:00" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		assert_true(zone_choose(table[i].zone));
		assert_moment(hours_after(table[i].hours, at(table[i].from), table[i].seconds),
		    table[i].until);
	}
}

/* The slow way: minute by minute through the door. */
static moment by_minutes(const struct hours *hours, moment from, int64_t minutes)
{
	for (moment m = from; ; m += MINUTE)
		if (hours_open(hours, m) && --minutes == 0)
			return m + MINUTE;
}

/* The days around every change of clocks of 2026, in zones that change them in
 * every way there is, from each hour. */
static void counting_agrees_with_the_door(void **state)
{
	static const char *const zones[] = { "Europe/Paris", "America/New_York",
		"Australia/Lord_Howe", "Africa/Cairo", "Asia/Kathmandu", "America/Santiago" };
	static const struct hours *const all[] = { &week, &pause_at_noon, &nights, &all_days };
	static const char *const changes[] = { "2026-03-08", "2026-03-29", "2026-04-05",
		"2026-04-24", "2026-09-06", "2026-10-04", "2026-10-25", "2026-10-29", "2026-11-01" };

	(void)state;
	for (size_t zone = 0; zone < COUNT(zones); zone++) {
		assert_true(zone_choose(zones[zone]));
		for (size_t i = 0; i < COUNT(changes); i++) {
			char text[40];
			moment middle;

			snprintf(text, sizeof text, "%s 00:00:00", changes[i]);
			middle = at(text);
			for (moment from = middle - 2 * DAY; from < middle + DAY; from += 7 * HOUR)
				for (size_t h = 0; h < COUNT(all); h++)
					if (hours_after(all[h], from, 11 * HOUR)
					    != by_minutes(all[h], from, 11 * 60))
						fail_msg("%s, hours %zu, from %lld", zones[zone], h,
						    (long long)from);
		}
	}
}

/* A team that is never there does not hang the program. */
static void hours_that_never_come_end_somewhere(void **state)
{
	static struct hours never = { .spans = { { 5, 480, 481 } }, .span_count = 1 };

	(void)state;
	assert_true(zone_choose("Africa/Nairobi"));
	assert_int_equal(hours_after(&never, noon, 1000 * HOUR),
	    noon + (int64_t)HOURS_AHEAD_DAYS * DAY);
}

static void hours_are_read_from_the_database(void **state)
{
	struct work *w = work_at(db, noon);
	struct hours hours;

	(void)state;
	db_exec(db, SQL("INSERT INTO hours (weekday, opens, closes) VALUES"
	    " (2, '14:00:00', '24:00:00'), (2, '08:30:00', '12:00:00'), (7, '00:00:00', '06:00:00')"));
	db_exec(db, SQL("INSERT INTO holiday (day, name) VALUES ('2026-11-03', 'past'),"
	    " ('2026-11-24', 'today'), ('2027-02-03', 'later')"));
	hours_load(w, &hours);
	assert_int_equal(hours.span_count, 3);
	assert_int_equal(hours.spans[0].weekday, 2);
	assert_int_equal(hours.spans[0].opens, 510);
	assert_int_equal(hours.spans[0].closes, 720);
	assert_int_equal(hours.spans[1].opens, 840);
	assert_int_equal(hours.spans[1].closes, 1440);
	assert_int_equal(hours.spans[2].weekday, 7);
	/* Clocks that are looked at today began some time ago. */
	assert_int_equal(hours.holidays[hours.holiday_count - 3], 20261103);
	assert_int_equal(hours.holidays[hours.holiday_count - 2], 20261124);
	assert_int_equal(hours.holidays[hours.holiday_count - 1], 20270203);
	drop(w);
}

/* What the page says and what the clocks count is one thing, read in one go. */
static void a_team_is_read_with_its_hours(void **state)
{
	struct work *w = work_at(db, noon);
	struct team *team;

	(void)state;
	db_exec(db, SQL("INSERT INTO team (id, code, name, short_name, country, zone, email, phone,"
	    " emergency_phone, address, privacy_contact, complaint_body, retention_months) VALUES"
	    " (1, 'TEST', 'A Team', 'AT', 'Velmora', 'Asia/Kathmandu', 'a@b.example', '1', '2', 'x',"
	    "  'y', 'z', 24)"));
	db_exec(db, SQL("INSERT INTO hours (weekday, opens, closes) VALUES (2, '08:00:00', '18:00:00')"));
	db_exec(db, SQL("INSERT INTO hotline (position, name, phone, category) VALUES"
	    " (2, 'Second', '22', NULL), (1, 'First', '11', 'money')"));
	db_exec(db, SQL("INSERT INTO team_text (language, name, value) VALUES"
	    " ('en', 'about', 'We help.'), ('fr', 'about', 'Nous aidons.')"));
	team = team_load(w, w->memory);
	assert_non_null(team);
	assert_string_equal(team->code, "TEST");
	assert_false(team->demo);
	assert_int_equal(team->hours.span_count, 1);
	assert_string_equal(team->hotlines[0].phone, "11");
	assert_string_equal(team->hotlines[0].category, "money");
	assert_null(team->hotlines[1].category);
	assert_string_equal(team_text(team, "fr", "about"), "Nous aidons.");
	assert_string_equal(team_text(team, "ar", "about"), "We help.");
	assert_null(team_text(team, "en", "nothing"));
	/* The zone is chosen with it: 08:00 there is 02:15. */
	assert_true(hours_open(&team->hours, at("2026-11-24 02:15:00")));
	drop(w);
	w = work_at(db, noon);
	assert_null(team_load(w, w->memory));
	drop(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_door_is_open_or_not),
		cmocka_unit_test(open_time_is_counted),
		cmocka_unit_test(counting_agrees_with_the_door),
		cmocka_unit_test(hours_that_never_come_end_somewhere),
		cmocka_unit_test(hours_are_read_from_the_database),
		cmocka_unit_test(a_team_is_read_with_its_hours),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("hours", tests, open_db, close_db);
}
