/* Days as people write them: three boxes, months by name or number, any of
 * our digits, rough ones too, or words. */
#include "web/form_check.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "web/language.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100, NAME_CHARACTERS = 3 };

/* In the six languages; Arabic has three sets of names, and the Maghreb two
 * more spellings of the first. */
static const struct { int month; const char *name; } months[] = {
	{ 1, "january" }, { 1, "janvier" }, { 1, "enero" }, { 1, "январь" },
	{ 1, "января" }, { 1, "يناير" }, { 1, "كانون الثاني" }, { 1, "جانفي" },
	{ 1, "一月" },
	{ 2, "february" }, { 2, "février" }, { 2, "febrero" }, { 2, "февраль" },
	{ 2, "февраля" }, { 2, "فبراير" }, { 2, "شباط" }, { 2, "فيفري" },
	{ 2, "二月" },
	{ 3, "march" }, { 3, "mars" }, { 3, "marzo" }, { 3, "март" },
	{ 3, "марта" }, { 3, "مارس" }, { 3, "آذار" }, { 3, "三月" },
	{ 4, "april" }, { 4, "avril" }, { 4, "abril" }, { 4, "апрель" },
	{ 4, "апреля" }, { 4, "أبريل" }, { 4, "نيسان" }, { 4, "أفريل" },
	{ 4, "四月" },
	{ 5, "may" }, { 5, "mai" }, { 5, "mayo" }, { 5, "май" },
	{ 5, "мая" }, { 5, "مايو" }, { 5, "أيار" }, { 5, "ماي" }, { 5, "五月" },
	{ 6, "june" }, { 6, "juin" }, { 6, "junio" }, { 6, "июнь" },
	{ 6, "июня" }, { 6, "يونيو" }, { 6, "حزيران" }, { 6, "جوان" },
	{ 6, "六月" },
	{ 7, "july" }, { 7, "juillet" }, { 7, "julio" }, { 7, "июль" },
	{ 7, "июля" }, { 7, "يوليو" }, { 7, "تموز" }, { 7, "جويلية" },
	{ 7, "يوليوز" }, { 7, "七月" },
	{ 8, "august" }, { 8, "août" }, { 8, "agosto" }, { 8, "август" },
	{ 8, "августа" }, { 8, "أغسطس" }, { 8, "آب" }, { 8, "أوت" },
	{ 8, "غشت" }, { 8, "八月" },
	{ 9, "september" }, { 9, "septembre" }, { 9, "septiembre" },
	{ 9, "setiembre" }, { 9, "сентябрь" }, { 9, "сентября" },
	{ 9, "سبتمبر" }, { 9, "أيلول" }, { 9, "شتنبر" }, { 9, "九月" },
	{ 10, "october" }, { 10, "octobre" }, { 10, "octubre" },
	{ 10, "октябрь" }, { 10, "октября" }, { 10, "أكتوبر" },
	{ 10, "تشرين الأول" }, { 10, "十月" },
	{ 11, "november" }, { 11, "novembre" }, { 11, "noviembre" },
	{ 11, "ноябрь" }, { 11, "ноября" }, { 11, "نوفمبر" },
	{ 11, "تشرين الثاني" }, { 11, "نونبر" }, { 11, "十一月" },
	{ 12, "december" }, { 12, "décembre" }, { 12, "diciembre" },
	{ 12, "декабрь" }, { 12, "декабря" }, { 12, "ديسمبر" },
	{ 12, "كانون الأول" }, { 12, "دجنبر" }, { 12, "十二月" },
};

/* What may follow the number of a day, a month or a year. */
static const char *const endings[] = {
	"", ".", "st", "nd", "rd", "th", "er", "º", "°", "日", "号", "月", "年",
};

struct day {
	int year, month, day;       /* 0: not said */
	int hour, minute;
	bool timed;
};

static const char *cleaned(const void *memory, const char *typed)
{
	return typed ? text_ascii_digits(memory, text_one_line(memory,
		text_bare(memory, typed))) : "";
}

/* Up to four digits and an ending; -1 when it is something else. */
static int number_of(const void *memory, const char *text)
{
	size_t digits = strspn(text, "0123456789");
	int64_t number;

	if (digits > 4 || !text_number(memory_text_of(memory, text, digits),
			0, 9999, &number))
		return -1;
	text += digits;
	text += *text == ' ';
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
		if (text_is(text, endings[i]))
			return (int)number;
	return -1;
}

/* One spelling for names: no case, no accents, no hamza, no kashida, which
 * many leave out. */
static const char *folded(const void *memory, const char *name)
{
	enum { KASHIDA = 0x0640 };
	size_t size;
	uint8_t *fold = u8_casefold((const uint8_t *)name, strlen(name), NULL,
		UNINORM_NFD, NULL, &size);

	if (fold == NULL)
		bug("the name of a month that is not UTF-8");

	char *copy = memory_array(memory, char, size + 1);
	char *to = copy;
	ucs4_t c;

	for (size_t at = 0, bytes; at < size; at += bytes) {
		bytes = (size_t)u8_mbtouc(&c, fold + at, size - at);
		if (c == KASHIDA || uc_is_general_category(c, UC_CATEGORY_Mn))
			continue;
		memcpy(to, fold + at, bytes);
		to += bytes;
	}
	free(fold);
	return copy;
}

/* A name or its beginning, where only one month begins so; 0: none. */
static int month_by_name(const void *memory, const char *typed)
{
	const char *name = folded(memory, typed);
	bool may_be_short;
	int found = 0;

	if (text_ends(name, "."))
		name = memory_text_of(memory, name, strlen(name) - 1);
	may_be_short = text_length(name) >= NAME_CHARACTERS;
	for (size_t i = 0; i < sizeof(months) / sizeof(months[0]); i++) {
		const char *known = folded(memory, months[i].name);

		if (text_is(known, name))
			return months[i].month;
		if (!may_be_short || !text_starts(known, name))
			continue;
		if (found != 0 && found != months[i].month)
			may_be_short = false;
		found = months[i].month;
	}
	return may_be_short ? found : 0;
}

static bool read_month(const void *memory, const char *text, struct day *day)
{
	enum { LONGEST_NAME = 40 };
	int number = number_of(memory, text);

	if (number < 0 && text_length(text) <= LONGEST_NAME)
		number = month_by_name(memory, text);
	day->month = number;
	return number >= 1 && number <= 12;
}

static bool read_year(const void *memory, const char *text, struct day *day)
{
	size_t digits = strspn(text, "0123456789");
	int number = number_of(memory, text);

	day->year = number >= 0 && digits == 2 ? 2000 + number : number;
	return day->year >= FIRST_YEAR && day->year <= LAST_YEAR;
}

/* 14:30, 14.30, 14h30, 14h, 9：05. */
static bool read_time(const void *memory, const char *text, struct day *day)
{
	static const char *const between[] = { ":", ".", "h", "H", "：", "时" };
	size_t digits = strspn(text, "0123456789");
	int64_t hour, minute = 0;

	if (digits > 2 || !text_number(memory_text_of(memory, text, digits),
			0, 23, &hour))
		return false;
	text += digits;
	for (size_t i = 0; i < sizeof(between) / sizeof(between[0]); i++) {
		if (!text_starts(text, between[i]))
			continue;
		text += strlen(between[i]);
		if (strlen(text) != 2 && !(*text == '\0' && (i == 2 || i == 3)))
			return false;
		if (*text != '\0' && !text_number(text, 0, 59, &minute))
			return false;
		day->hour = (int)hour;
		day->minute = (int)minute;
		day->timed = true;
		return true;
	}
	return false;
}

static bool is_to_come(const struct day *day, moment now)
{
	const struct wall wall = {
		.year = day->year,
		.month = day->month ? day->month : 1,
		.day = day->day ? day->day : 1,
		.hour = day->hour, .minute = day->minute,
	};

	return moment_of(&wall) > now + DAY;
}

static const char *said_rightly(const void *memory, const struct day *day)
{
	if (day->month == 0)
		return memory_printf(memory, "%04d", day->year);
	if (day->day == 0)
		return memory_printf(memory, "%04d-%02d", day->year, day->month);
	if (!day->timed)
		return memory_printf(memory, "%04d-%02d-%02d",
			day->year, day->month, day->day);
	return memory_printf(memory, "%04d-%02d-%02d %02d:%02d",
		day->year, day->month, day->day, day->hour, day->minute);
}

static const char *read_day(const void *memory, const struct typed *typed,
	moment now, struct day *day)
{
	if (typed->year[0] == '\0' || (typed->month[0] == '\0' && typed->day[0] != '\0')
			|| (typed->day[0] == '\0' && typed->time[0] != '\0'))
		return t("Enter the day, the month and the year, or say it in your "
			"own words");
	if (!read_year(memory, typed->year, day))
		return t("Enter the year with four digits, like 2026");
	if (typed->month[0] != '\0' && !read_month(memory, typed->month, day))
		return t("Enter the month as a number or a name, like 11 or November");
	if (typed->day[0] != '\0')
		day->day = number_of(memory, typed->day);
	if (typed->day[0] != '\0' && !day_exists(day->year, day->month, day->day))
		return t("Enter a day that this month has, like 21");
	if (typed->time[0] != '\0' && !read_time(memory, typed->time, day))
		return t("Enter a time like 14:30");
	if (is_to_come(day, now))
		return t("Enter a day that is not in the future");
	return NULL;
}

/* "2026-11-21 14:30", or less of it from the left. */
static bool is_iso(const char *text)
{
	static const char like[] = "dddd-dd-dd dd:dd";
	size_t size = strlen(text);

	if (size != 4 && size != 7 && size != 10 && size != 16)
		return false;
	for (size_t i = 0; i < size; i++) {
		bool digit = text[i] >= '0' && text[i] <= '9';

		if (like[i] == 'd' ? !digit : text[i] != like[i])
			return false;
	}
	return true;
}

static const char *without_zero(const char *digits)
{
	return digits[0] == '0' && digits[1] != '\0' ? digits + 1 : digits;
}

void day_typed(const void *memory, const char *accepted, struct typed *typed)
{
	*typed = (struct typed){ .text = "", .day = "", .month = "", .year = "",
		.time = "" };
	if (accepted == NULL)
		return;
	if (!is_iso(accepted)) {
		typed->text = accepted;
		return;
	}

	size_t size = strlen(accepted);

	typed->year = memory_text_of(memory, accepted, 4);
	if (size >= 7)
		typed->month = without_zero(memory_text_of(memory, accepted + 5, 2));
	if (size >= 10)
		typed->day = without_zero(memory_text_of(memory, accepted + 8, 2));
	if (size == 16)
		typed->time = memory_text(memory, accepted + 11);
}

const char *check_day(const void *memory, const struct typed *typed, moment now,
	struct accepted *accepted)
{
	const char *words = typed->text ? text_normal(memory,
		text_one_line(memory, typed->text)) : "";
	struct typed parts = {
		.day = cleaned(memory, typed->day),
		.month = cleaned(memory, typed->month),
		.year = cleaned(memory, typed->year),
		.time = cleaned(memory, typed->time),
	};
	struct day day = { 0 };

	if (text_is_empty(parts.day) && text_is_empty(parts.month)
			&& text_is_empty(parts.year) && text_is_empty(parts.time)) {
		if (!is_iso(cleaned(memory, words))) {
			accepted->text = text_is_empty(words) ? NULL : words;
			return NULL;
		}
		day_typed(memory, cleaned(memory, words), &parts);
		words = "";
	}

	const char *wrong = read_day(memory, &parts, now, &day);

	if (wrong != NULL)
		return wrong;
	accepted->text = said_rightly(memory, &day);
	if (!text_is_empty(words))
		accepted->text = memory_printf(memory, "%s, %s", accepted->text, words);
	return NULL;
}
