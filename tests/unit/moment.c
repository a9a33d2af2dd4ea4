/* Moments, days and wall clocks: base/moment.h. */
#include "case.h"

#include <time.h>

#include "base/moment.h"

static moment parsed(const char *text)
{
	moment m;

	assert_true(moment_parse(text, &m));
	return m;
}

static void moments_are_written_and_read(void **memory)
{
	static const struct { moment at; const char *text, *iso; } known[] = {
		{ 0,            "1970-01-01 00:00:00", "1970-01-01T00:00:00Z" },
		{ 1795255200,   "2026-11-21 10:00:00", "2026-11-21T10:00:00Z" },
		{ 951782399,    "2000-02-28 23:59:59", "2000-02-28T23:59:59Z" },
		{ 951868799,    "2000-02-29 23:59:59", "2000-02-29T23:59:59Z" },
		{ 4102444800,   "2100-01-01 00:00:00", "2100-01-01T00:00:00Z" },
		{ 253402300799, "9999-12-31 23:59:59", "9999-12-31T23:59:59Z" },
		{ -1,           "1969-12-31 23:59:59", "1969-12-31T23:59:59Z" },
		{ -61125753600, "0033-01-01 00:00:00", "0033-01-01T00:00:00Z" },
	};

	for (size_t i = 0; i < COUNT(known); i++) {
		assert_string_equal(moment_text(*memory, known[i].at), known[i].text);
		assert_string_equal(moment_iso(*memory, known[i].at), known[i].iso);
		assert_int_equal(parsed(known[i].text), known[i].at);
		assert_int_equal(parsed(known[i].iso), known[i].at);
	}
}

static void what_is_no_moment_is_refused(void **memory)
{
	static const char *const wrong[] = {
		"", "now", "2026-11-21", "2026-11-21 10:00", "2026-11-21T10:00:00",
		"2026-11-21 10:00:00Z", "2026-11-21T10:00:00+00:00",
		"2026-11-31 10:00:00", "2026-02-29 10:00:00", "2026-13-01 10:00:00",
		"2026-00-01 10:00:00", "2026-01-00 10:00:00", "0000-00-00 00:00:00",
		"2026-11-21 24:00:00", "2026-11-21 10:60:00", "2026-11-21 10:00:60",
		"2026-11-21 -1:00:00", "2026/11/21 10:00:00", " 026-11-21 10:00:00",
		"2026-11-21 10:00:0x", "12026-11-21 10:00:00", "2026-11-21  0:00:00",
	};
	moment m = 42;

	(void)memory;
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(moment_parse(wrong[i], &m));
	assert_false(moment_parse(NULL, &m));
	assert_int_equal(m, 42);
}

static void days_exist_or_not(void **memory)
{
	static const struct { int year, month, day; bool exists; } days[] = {
		{ 2026,  1, 31, true  }, { 2026,  4, 30, true }, { 2026, 4, 31, false },
		{ 2026,  2, 28, true  }, { 2026,  2, 29, false },
		{ 2024,  2, 29, true  }, { 2024,  2, 30, false },
		{ 1900,  2, 29, false }, { 2000,  2, 29, true },
		{ 2026, 12, 31, true  }, { 2026, 13,  1, false }, { 2026, 0, 1, false },
		{ 2026,  1,  0, false }, { 2026,  1, -1, false }, { 0, 1, 1, false },
		{ 10000, 1,  1, false },
	};

	(void)memory;
	for (size_t i = 0; i < COUNT(days); i++)
		assert_int_equal(day_exists(days[i].year, days[i].month, days[i].day),
			days[i].exists);
}

static void the_clock_can_be_chosen(void **memory)
{
	(void)memory;
	setenv("BELFRY_NOW", "2026-11-21 10:00:00", 1);
	assert_int_equal(moment_now(), 1795255200);
	unsetenv("BELFRY_NOW");
	assert_true(moment_now() >= time(NULL) - 1);
}

static void zones_have_to_exist(void **memory)
{
	static const char *const wrong[] = {
		"", "Nowhere", "Africa", "Africa/", "/Africa/Nairobi", "Africa//Nairobi",
		"../zoneinfo/Africa/Nairobi", "Africa/../Africa/Nairobi", "zone.tab",
		"EAT-3", ":UTC", "Africa/Nairobi\n", "tzdata.zi",
	};

	(void)memory;
	assert_true(zone_choose("Africa/Nairobi"));
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(zone_choose(wrong[i]));
	assert_false(zone_choose(NULL));

	struct wall wall;
	wall_of(parsed("2026-11-21 10:05:06"), &wall);
	assert_string_equal(wall.zone, "EAT");
}

static void walls_show_the_zone(void **memory)
{
	static const struct {
		const char *zone, *utc;
		struct wall wall;
	} shown[] = {
		{ "Africa/Nairobi", "2026-11-21 22:05:06",
		  { 2026, 11, 22, 1, 5, 6, 7, 3 * HOUR, "EAT" } },
		{ "UTC", "2026-11-21 22:05:06",
		  { 2026, 11, 21, 22, 5, 6, 6, 0, "UTC" } },
		{ "Asia/Kathmandu", "2026-11-23 00:00:00",
		  { 2026, 11, 23, 5, 45, 0, 1, 5 * HOUR + 45 * MINUTE, "+0545" } },
		{ "Europe/Paris", "2026-07-14 10:00:00",
		  { 2026, 7, 14, 12, 0, 0, 2, 2 * HOUR, "CEST" } },
		{ "Pacific/Apia", "2026-12-31 12:00:00",
		  { 2027, 1, 1, 1, 0, 0, 5, 13 * HOUR, "+13" } },
	};

	(void)memory;
	for (size_t i = 0; i < COUNT(shown); i++) {
		struct wall wall;

		assert_true(zone_choose(shown[i].zone));
		wall_of(parsed(shown[i].utc), &wall);
		assert_memory_equal(&wall, &shown[i].wall, sizeof wall);
		assert_int_equal(moment_of(&wall), parsed(shown[i].utc));
	}
}

/* 2026 in Paris: the hour from 2 to 3 on 29 March does not exist, on 25 October
 * it comes twice. */
static void clock_changes(void **memory)
{
	static const struct { struct wall wall; const char *utc; } changes[] = {
		{ { 2026,  3, 29, 1, 59, 59 }, "2026-03-29 00:59:59" },
		{ { 2026,  3, 29, 2, 30,  0 }, "2026-03-29 01:30:00" },
		{ { 2026,  3, 29, 3,  0,  0 }, "2026-03-29 01:00:00" },
		{ { 2026, 10, 25, 1, 59, 59 }, "2026-10-24 23:59:59" },
		{ { 2026, 10, 25, 2, 30,  0 }, "2026-10-25 00:30:00" },
		{ { 2026, 10, 25, 2, 30,  0, .offset = 2 * HOUR }, "2026-10-25 00:30:00" },
		{ { 2026, 10, 25, 2, 30,  0, .offset = 1 * HOUR }, "2026-10-25 01:30:00" },
		{ { 2026, 10, 25, 3,  0,  0 }, "2026-10-25 02:00:00" },
		{ { 2026,  3, 28, 12, 0,  0 }, "2026-03-28 11:00:00" },
		{ { 2026,  3, 29, 12, 0,  0 }, "2026-03-29 10:00:00" },
		{ { 2026,  3, 30, 12, 0,  0 }, "2026-03-30 10:00:00" },
	};

	(void)memory;
	assert_true(zone_choose("Europe/Paris"));
	for (size_t i = 0; i < COUNT(changes); i++)
		assert_int_equal(moment_of(&changes[i].wall), parsed(changes[i].utc));
}

/* Every half hour of a year comes back as itself, in zones that change clocks
 * in every way there is. */
static void walls_and_moments_are_inverse(void **memory)
{
	static const char *const names[] = {
		"Europe/Paris", "America/New_York", "Australia/Lord_Howe",
		"Africa/Casablanca", "America/Santiago", "Asia/Kolkata",
	};

	(void)memory;
	for (size_t i = 0; i < COUNT(names); i++) {
		assert_true(zone_choose(names[i]));
		for (moment m = parsed("2026-01-01 00:15:00");
		     m < parsed("2027-01-01 00:00:00"); m += 30 * MINUTE) {
			struct wall wall;

			wall_of(m, &wall);
			assert_int_equal(moment_of(&wall), m);
		}
	}
}

/* Somebody types 31 June into a rule of ours: a day later is 1 July. */
static void days_past_the_end_count_on(void **memory)
{
	(void)memory;
	assert_true(zone_choose("Africa/Nairobi"));
	assert_int_equal(moment_of(&(struct wall){ 2026, 6, 31, 12, 0, 0 }),
		parsed("2026-07-01 09:00:00"));
	assert_int_equal(moment_of(&(struct wall){ 2026, 12, 32, 0, 0, 0 }),
		parsed("2026-12-31 21:00:00"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(moments_are_written_and_read),
		cmocka_unit_test(what_is_no_moment_is_refused),
		cmocka_unit_test(days_exist_or_not),
		cmocka_unit_test(the_clock_can_be_chosen),
		cmocka_unit_test(zones_have_to_exist),
		cmocka_unit_test(walls_show_the_zone),
		cmocka_unit_test(clock_changes),
		cmocka_unit_test(walls_and_moments_are_inverse),
		cmocka_unit_test(days_past_the_end_count_on),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("moment", tests, open_memory, close_memory);
}
