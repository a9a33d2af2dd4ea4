/* What the tests of this folder stand on: the database of BELFRY_CONF, work at
 * a moment of ours that is rolled back, a team, and reports as they come. */
#ifndef BELFRY_TESTS_DOMAIN_STAND_H
#define BELFRY_TESTS_DOMAIN_STAND_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/digest.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/account.h"
#include "domain/may.h"
#include "domain/reference.h"
#include "domain/team.h"
#include "domain/ticket.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const moment noon = 1795521600;    /* Tuesday 2026-11-24 12:00:00 UTC, 15:00 in Nairobi */
static struct settings settings;

/* A team that is there from eight to six, Fridays to four. */
static const struct team a_team = {
	.code = "TEST", .name = "A Team", .short_name = "TEST", .zone = "Africa/Nairobi",
	.email = "team@example.org",
	.hours = {
		.spans = { { 1, 480, 1080 }, { 2, 480, 1080 }, { 3, 480, 1080 }, { 4, 480, 1080 },
			{ 5, 480, 960 } },
		.span_count = 5,
		.holidays = { 20261225, 20270101 },
		.holiday_count = 2,
	},
};

static inline int read_settings(void **state)
{
	const char *path = getenv("BELFRY_CONF"), *why = NULL;

	(void)state;
	if (path == NULL || !settings_read(path, &settings, &why)
	    || !digest_key_load(settings.key_file, &why)) {
		fprintf(stderr, "%s\n", path == NULL ? "run this by tests/private" : why);
		return -1;
	}
	assert_true(zone_choose(a_team.zone));
	return 0;
}

static inline struct db *connect_as(const char *user)
{
	char path[400], password[200] = "";
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", settings.database_passwords, user);
	file = fopen(path, "re");
	assert_non_null(file);
	assert_non_null(fgets(password, sizeof password, file));
	fclose(file);
	password[strcspn(password, "\n")] = '\0';
	return db_new(settings.database_socket, settings.database_name, user, password);
}

/* The connection of the cases, where one is enough: as somebody who sees
 * everything, unless a test opens it as somebody else. */
static struct db *db;

static inline int open_db(void **state)
{
	if (read_settings(state) != 0)
		return -1;
	db = connect_as("belfry_migrate");
	return 0;
}

static inline int close_db(void **state)
{
	(void)state;
	db_close(db);
	return 0;
}

static inline struct work *work_at(struct db *which, moment now)
{
	struct work *w;

	db_rollback(which);         /* a case that failed left its work open */
	w = work_begin(which, false);
	w->now = now;
	return w;
}

/* The end of a case: nothing went wrong, and nothing stays. */
static inline void drop(struct work *w)
{
	assert_false(db_failed(w->db));
	work_end(w, false);
}

static inline void keep(struct work *w)
{
	assert_false(db_failed(w->db));
	assert_true(work_end(w, true));
}

static inline moment at(const char *text)
{
	moment m = 0;

	if (!moment_parse(text, &m))
		fail_msg("'%s' is no moment", text);
	return m;
}

/* Says what differs: moments as numbers tell nothing. */
#define assert_moment(found, wanted) assert_moments(found, wanted, __FILE__, __LINE__)
static inline void assert_moments(moment found, const char *wanted, const char *file, int line)
{
	char text[40];
	void *memory = memory_root("moment");

	snprintf(text, sizeof text, "%s", found == 0 ? "none" : moment_text(memory, found));
	memory_end(memory);
	_assert_string_equal(text, wanted, file, line);
}

/* Somebody of the team, with an account of their own. */
static inline int64_t a_person(struct work *w, const char *name, uint32_t roles)
{
	struct account account;

	assert_true(account_add(w, name, memory_printf(w->memory, "%s@cirt.example", name), roles,
	    &account));
	return account.id;
}

static inline void act_as(struct work *w, int64_t account_id, uint32_t roles)
{
	w->actor = (struct actor){ .account_id = account_id, .roles = roles, .name = "somebody" };
}

/* The least that is a report. */
static inline struct report a_report(struct work *w)
{
	return (struct report){
		.kind = "report", .channel = "web", .language = "en",
		.description = "The printers print nothing but lighthouses.",
		.name = "Rea Porter", .email = "rea@porter.example",
		.secret = secret_of_form(w->memory, random_token(w->memory)),
		.form_key = keyed_digest_hex(w->memory, "test form", random_token(w->memory)),
	};
}

static inline struct ticket opened(struct work *w, const struct report *report)
{
	struct actor actor = w->actor;
	struct ticket ticket;

	w->actor = (struct actor){ 0 };
	assert_true(ticket_open(w, &a_team, report, &ticket));
	w->actor = actor;
	assert_false(db_failed(w->db));
	return ticket;
}

static inline struct ticket a_ticket(struct work *w)
{
	struct report report = a_report(w);

	return opened(w, &report);
}

/* One text, number or moment of the database. */
#define text_of(w, ...) first_text(db_query((w)->db, __VA_ARGS__))
static inline const char *first_text(struct db_rows *rows)
{
	return db_next(rows) ? db_column_text(rows, 0) : "no row";
}

/* `tell` in each of `count` processes, which begin at the same moment with
 * connections of their own and try again as a request would; `tell` gets the
 * number of its process. How often it was true. */
static inline int count_true(int count, const char *user,
	bool (*tell)(struct work *, int number, void *data), void *data)
{
	int start[2], ready[2], yes = 0;
	char word;

	assert_int_equal(pipe(start), 0);
	assert_int_equal(pipe(ready), 0);
	for (int i = 0; i < count; i++) {
		if (fork() != 0)
			continue;

		struct db *own = connect_as(user);
		struct work *w;
		bool told, held;

		close(start[1]);
		w = work_begin(own, true);
		db_number(own, SQL("SELECT 1"));
		work_end(w, false);
		if (write(ready[1], "r", 1) != 1)
			_exit(3);
		while (read(start[0], &word, 1) > 0)
			;
		for (int attempts = 0; ; attempts++) {
			w = work_at(own, noon);
			told = tell(w, i, data);
			if (!db_failed(own) || !db_worth_retrying(own) || attempts == 9)
				break;
			work_end(w, false);
		}
		held = work_end(w, true);
		db_close(own);
		_exit(held ? told : 2);
	}
	close(start[0]);
	for (int i = 0; i < count; i++)
		assert_int_equal(read(ready[0], &word, 1), 1);
	close(ready[0]);
	close(ready[1]);
	close(start[1]);
	for (int i = 0; i < count; i++) {
		int status;

		assert_true(wait(&status) > 0);
		assert_true(WIFEXITED(status));
		assert_in_range(WEXITSTATUS(status), 0, 1);
		yes += WEXITSTATUS(status);
	}
	return yes;
}

#endif
