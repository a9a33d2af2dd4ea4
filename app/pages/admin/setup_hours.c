/* The weekly calendar and the holidays, as people type them. */
#include "pages/admin/setup_part.h"

#include <string.h>

#include "site.h"
#include "web/language.h"

enum { DAYS = 7, SPANS_A_DAY = 6, LINE_BYTES = 400, HOLIDAY_NAME = 100, YEARS_AHEAD = 6 };

static const char *const days[DAYS] = {
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
};

static const struct choice kinds[] = {
	{ "always", N_("Day and night, every day") },
	{ "hours", N_("At these hours") },
	{ NULL }
};

static const struct field hours_form[] = {
	{ "answered", CHOICE, true, N_("When does somebody answer the phone?"),
	  .hint = N_("Deadlines count these hours too."),
	  .missing = N_("Choose when somebody answers the phone"), .choices = kinds },
	{ "monday", TEXT, .label = N_("Monday"),
	  .hint = N_("As in 08:00-18:00, or 08:00-12:00, 13:00-17:00. A day without hours is closed.") },
	{ "tuesday", TEXT, .label = N_("Tuesday") },
	{ "wednesday", TEXT, .label = N_("Wednesday") },
	{ "thursday", TEXT, .label = N_("Thursday") },
	{ "friday", TEXT, .label = N_("Friday") },
	{ "saturday", TEXT, .label = N_("Saturday") },
	{ "sunday", TEXT, .label = N_("Sunday") },
	{ "holidays", LINES, .label = N_("Holidays"),
	  .hint = N_("A line for each day on which nobody is there: year-month-day, then its name, as"
	      " in 2027-01-01 New Year."), .max = 20000 },
	SETUP_VERSION,
	{ NULL }
};


/* Times. */

static const char *after_any(const char *at, const char *const signs[])
{
	for (size_t i = 0; signs[i] != NULL; i++)
		if (text_starts(at, signs[i]))
			return at + strlen(signs[i]);
	return NULL;
}

static const char *after_spaces(const char *at)
{
	return at + strspn(at, " \t");
}

/* "8", "08:00", "8.30": minutes since midnight; NULL: no time of a day. */
static const char *read_time(const char *at, int *minute)
{
	size_t digits = strspn(at, "0123456789");
	int hour = 0, past = 0;

	if (digits < 1 || digits > 2)
		return NULL;
	for (size_t i = 0; i < digits; i++)
		hour = hour * 10 + (at[i] - '0');
	at += digits;
	if (*at == ':' || *at == '.') {
		if (strspn(at + 1, "0123456789") != 2)
			return NULL;
		past = (at[1] - '0') * 10 + (at[2] - '0');
		at += 3;
	}
	*minute = hour * 60 + past;
	return past < 60 && *minute <= 24 * 60 ? at : NULL;
}

/* "08:00-12:00, 13:00-17:00", in order and apart. False: it is something else. */
static bool read_day(struct request *r, const char *typed, int weekday, struct span *spans,
	size_t *count)
{
	static const char *const dashes[] = { "-", "–", "—", "−", NULL };
	static const char *const commas[] = { ",", ";", "،", "؛", NULL };
	const char *at = after_spaces(text_ascii_digits(r->work->memory,
	    text_bare(r->work->memory, typed)));
	int last = -1;

	for (size_t n = 0; *at != '\0'; n++) {
		struct span span = { .weekday = weekday };
		const char *comma;

		at = read_time(at, &span.opens);
		at = at != NULL ? after_any(after_spaces(at), dashes) : NULL;
		at = at != NULL ? read_time(after_spaces(at), &span.closes) : NULL;
		if (at == NULL || n == SPANS_A_DAY || span.opens <= last || span.closes <= span.opens)
			return false;
		last = span.closes;
		spans[(*count)++] = span;
		at = after_spaces(at);
		comma = after_any(at, commas);
		if (comma == NULL && *at != '\0')
			return false;
		at = comma != NULL ? after_spaces(comma) : at;
	}
	return true;
}

/* What the hint calls a day without hours, typed. */
static bool is_closed(const char *typed)
{
	return text_is_empty(typed) || text_is_word(typed, "closed") || text_is_word(typed, t("Closed"));
}

static const char *day_label(const char *name)
{
	const struct field *field = hours_form;

	while (!text_is(field->name, name))
		field++;
	return field->label;
}

static size_t read_week(struct request *r, struct span *spans)
{
	size_t count = 0;

	for (int day = 0; day < DAYS; day++) {
		const char *typed = form_text(r, days[day]);

		if (!is_closed(typed) && !read_day(r, typed, day + 1, spans, &count))
			form_complain(r, days[day], t_fill(r->work->memory, t("{day}: write hours as in"
			    " 08:00-12:00, 13:00-17:00, one after the other"), "day",
			    t(day_label(days[day])), NULL));
	}
	if (count == 0 && form_is_good(r))
		form_complain(r, "monday", N_("Enter the hours of one day at least, or choose day and"
		    " night"));
	return count;
}


/* Holidays. */

/* "2027-01-01 New Year". */
static bool read_holiday(struct request *r, const char *line, struct setup_day *day)
{
	const char *text = text_ascii_digits(r->work->memory, line);
	int64_t year, month, number;
	struct wall today;

	wall_of(r->work->now, &today);
	if (strlen(text) < 10 || text[4] != '-' || text[7] != '-'
	    || (text[10] != '\0' && text[10] != ' ')
	    || !text_number(memory_text_of(r->work->memory, text, 4), today.year - 1,
	        today.year + YEARS_AHEAD, &year)
	    || !text_number(memory_text_of(r->work->memory, text + 5, 2), 1, 12, &month)
	    || !text_number(memory_text_of(r->work->memory, text + 8, 2), 1, 31, &number)
	    || !day_exists((int)year, (int)month, (int)number))
		return false;
	/* Digits of other scripts are longer than ours: the name is what follows them. */
	text = strchr(line, ' ');
	*day = (struct setup_day){ (int)year, (int)month, (int)number,
		text != NULL ? text_trim(r->work->memory, text) : "" };
	return text_length(day->name) <= HOLIDAY_NAME;
}

static size_t read_holidays(struct request *r, struct setup_day *list)
{
	const char *typed = form_text(r, "holidays"), *end;
	size_t count = 0, number = 1;

	for (const char *line = typed; line != NULL; line = end != NULL ? end + 1 : NULL, number++) {
		const char *text;

		end = strchr(line, '\n');
		text = text_one_line(r->work->memory, memory_text_of(r->work->memory, line,
		    end != NULL ? (size_t)(end - line) : strlen(line)));
		if (*text == '\0')
			continue;
		if (count == HOURS_HOLIDAYS || !read_holiday(r, text, &list[count])) {
			form_complain(r, "holidays", t_fill(r->work->memory, t("Line {n}: write the day as in"
			    " 2027-01-01 New Year"), "n", memory_printf(r->work->memory, "%zu", number),
			    NULL));
			return 0;
		}
		count++;
	}
	return count;
}


/* The page. */

static const char *day_value(struct request *r, const struct hours *hours, int weekday)
{
	struct buffer said;

	buffer_open(&said, r->work->memory, LINE_BYTES);
	for (size_t i = 0; i < hours->span_count; i++) {
		const struct span *span = &hours->spans[i];

		if (span->weekday == weekday)
			buffer_printf(&said, "%s%02d:%02d-%02d:%02d", said.size > 0 ? ", " : "",
			    span->opens / 60, span->opens % 60, span->closes / 60, span->closes % 60);
	}
	return buffer_text(&said);
}

static const char *holidays_value(struct request *r)
{
	struct db_rows *rows = setup_holidays(r->work);
	struct buffer said;

	buffer_open(&said, r->work->memory, HOURS_HOLIDAYS * LINE_BYTES);
	while (db_next(rows)) {
		long long number = db_get_int(rows, "number");

		buffer_printf(&said, "%04lld-%02lld-%02lld %s\n", number / 10000, number / 100 % 100,
		    number % 100, db_get_text(rows, "name"));
	}
	return buffer_text(&said);
}

static const char *hours_value(struct request *r, const struct team *team, const char *field)
{
	if (text_is(field, "answered"))
		return team->hours.span_count > 0 ? "hours"
		    : setup_version(r->work, "hours") > 0 ? "always" : NULL;
	if (text_is(field, "holidays"))
		return holidays_value(r);
	for (int day = 0; day < DAYS; day++)
		if (text_is(field, days[day]))
			return day_value(r, &team->hours, day + 1);
	return NULL;
}

static const struct setup_part hours_part = {
	"hours", "hours", N_("Opening hours"), N_("In the time zone of the team."), hours_form, hours_value,
};

int page_setup_hours(struct request *r)
{
	return setup_show(r, &hours_part);
}

int post_setup_hours(struct request *r)
{
	struct span spans[DAYS * SPANS_A_DAY];
	struct setup_day holidays[HOURS_HOLIDAYS];
	size_t span_count = 0, day_count;

	if (!form_accept(r, hours_form))
		return show_again(r, page_setup_hours);
	setup_team_now(r);               /* its zone says what year it is */
	if (form_has(r, "answered", "hours"))
		span_count = read_week(r, spans);
	day_count = read_holidays(r, holidays);
	if (!form_is_good(r))
		return show_again(r, page_setup_hours);
	return setup_after(r, &hours_part, setup_hours(r->work, form_number(r, "version"), spans,
	    span_count, holidays, day_count));
}
