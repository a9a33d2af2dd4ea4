/* Languages, on gettext.
 *
 * gettext follows the locale, and a machine need not have any but C.UTF-8. So
 * that one is forced, and the language is chosen by LANGUAGE, which gettext
 * honours under every locale but plain C. */
#include "web/language.h"

#include <libintl.h>
#include <locale.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"

/* gettext keeps what it found until this changes. */
extern int _nl_msg_cat_cntr;

#define DOMAIN "belfry"

enum { FILLED_BYTES = 1024 * 1024 };

/* The languages of the United Nations. English, the source, is the first. */
static const struct language known[] = {
	{ "en", "English",  false },
	{ "ar", "العربية",  true  },
	{ "es", "Español",  false },
	{ "fr", "Français", false },
	{ "ru", "Русский",  false },
	{ "zh", "中文",      false },
};

enum { KNOWN = sizeof known / sizeof known[0] };

static const struct language *const source = &known[0];
static const struct language *offered[KNOWN];
static size_t offered_count;
static const struct language *now = &known[0];

static const struct language *known_by_code(const char *code)
{
	for (size_t i = 0; i < KNOWN; i++)
		if (text_is(known[i].code, code))
			return &known[i];
	return NULL;
}

static void choose(const struct language *language)
{
	now = language;
	setenv("LANGUAGE", language->code, 1);
	_nl_msg_cat_cntr++;
}

/* The head of a catalogue is the translation of nothing. Asking for it also
 * reads the catalogue, so that nothing is opened once requests come. */
static bool has_catalogue(const struct language *language)
{
	choose(language);
	return language == source || *gettext("") != '\0';
}

static bool offer(const char *code)
{
	const struct language *language = known_by_code(code);

	if (language == NULL) {
		log_error("there is no language '%s'", code);
		return false;
	}
	if (language_by_code(code) != NULL) {
		log_error("language '%s' is named twice", code);
		return false;
	}
	if (!has_catalogue(language)) {
		log_error("there is no catalogue for the language '%s'", code);
		return false;
	}
	offered[offered_count++] = language;
	return true;
}

static bool offer_all(const char *codes)
{
	char code[8];

	for (;;) {
		const size_t length = strcspn(codes, ",");

		if (length >= sizeof code) {
			log_error("there is no language '%s'", codes);
			return false;
		}
		memcpy(code, codes, length);
		code[length] = '\0';
		if (!offer(code))
			return false;
		if (codes[length] == '\0')
			return true;
		codes += length + 1;
	}
}

bool language_open(const char *catalogues_folder, const char *codes)
{
	if (setlocale(LC_ALL, "C.UTF-8") == NULL) {
		log_error("this machine has no locale C.UTF-8, which comes with the "
			"C library");
		return false;
	}
	bindtextdomain(DOMAIN, catalogues_folder);
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	textdomain(DOMAIN);
	offered_count = 0;
	if (!offer_all(codes))
		return false;
	choose(offered[0]);
	return true;
}

size_t language_count(void)
{
	return offered_count;
}

const struct language *language_at(size_t i)
{
	if (i >= offered_count)
		bug("there is no language %zu", i);
	return offered[i];
}

const struct language *language_by_code(const char *code)
{
	for (size_t i = 0; i < offered_count; i++)
		if (text_is(offered[i]->code, code))
			return offered[i];
	return NULL;
}

void language_choose(const char *code)
{
	const struct language *language = language_by_code(code);

	if (language == NULL)
		bug("language '%s' is not offered", code);
	if (language != now)
		choose(language);
}

const struct language *language_now(void)
{
	return now;
}

/* Nothing would be the head of the catalogue. */
const char *t(const char *sentence)
{
	if (now == source || *sentence == '\0')
		return sentence;
	return gettext(sentence);
}

const char *tn(const char *one, const char *many, long n)
{
	if (now == source)
		return n == 1 ? one : many;
	return ngettext(one, many, n < 0 ? -(unsigned long)n : (unsigned long)n);
}

/* The value of the hole `name` among the pairs; NULL where none has it. */
static const char *value_of(const char *name, size_t length, va_list pairs)
{
	const char *found = NULL;
	va_list rest;

	va_copy(rest, pairs);
	for (const char *hole; found == NULL && (hole = va_arg(rest, const char *)) != NULL; ) {
		const char *value = va_arg(rest, const char *);

		if (strlen(hole) == length && memcmp(hole, name, length) == 0)
			found = value == NULL ? "" : value;
	}
	va_end(rest);
	return found;
}

/* One pass, so that braces in a value are only text. */
static const char *fill(const void *memory, const char *sentence, va_list pairs)
{
	struct buffer filled;

	buffer_open(&filled, memory, FILLED_BYTES);
	while (*sentence != '\0') {
		const size_t before = strcspn(sentence, "{");
		const char *hole = sentence + before;
		const char *end = strchr(hole, '}');
		const char *value = NULL;

		buffer_add_bytes(&filled, sentence, before);
		if (*hole == '\0')
			break;
		if (end != NULL)
			value = value_of(hole + 1, (size_t)(end - hole) - 1, pairs);
		if (value != NULL) {
			buffer_add(&filled, value);
			sentence = end + 1;
		} else {
			buffer_add(&filled, "{");
			sentence = hole + 1;
		}
	}
	return buffer_text(&filled);
}

const char *t_fill(const void *memory, const char *sentence, ...)
{
	va_list pairs;
	const char *filled;

	va_start(pairs, sentence);
	filled = fill(memory, sentence, pairs);
	va_end(pairs);
	return filled;
}

static const char *month_said(int month)
{
	static const char *const months[] = {
		N_("January"), N_("February"), N_("March"), N_("April"),
		N_("May"), N_("June"), N_("July"), N_("August"),
		N_("September"), N_("October"), N_("November"), N_("December"),
	};

	return t(months[month - 1]);
}

/* The first of a month has a sentence of its own, because it has a name of its
 * own in some languages ("1er novembre"). */
const char *day_said(const void *memory, moment m)
{
	struct wall wall;

	wall_of(m, &wall);
	return t_fill(memory, wall.day == 1
			? t("1 {month} {year}")
			: t("{day} {month} {year}"),
		"day", memory_printf(memory, "%d", wall.day),
		"month", month_said(wall.month),
		"year", memory_printf(memory, "%d", wall.year), NULL);
}

const char *moment_said(const void *memory, moment m)
{
	struct wall wall;

	wall_of(m, &wall);
	return t_fill(memory, t("{date}, {time} {zone}"),
		"date", day_said(memory, m),
		"time", memory_printf(memory, "%02d:%02d", wall.hour, wall.minute),
		"zone", wall.zone, NULL);
}

/* One unit of a length, short: for tables, where the column says what it is. */
static const char *brief_said(const void *memory, const char *pattern, int64_t count)
{
	return t_fill(memory, t(pattern), "n", memory_printf(memory, "%lld", (long long)count), NULL);
}

const char *length_brief(const void *memory, int64_t seconds, int units)
{
	const int64_t length = seconds < 0 ? -seconds : seconds;
	const int64_t days = length / DAY, hours = length % DAY / HOUR, minutes = length % HOUR / MINUTE;
	const char *first, *second = NULL;

	if (days > 0) {
		first = brief_said(memory, N_("{n} d"), days);
		second = hours > 0 ? brief_said(memory, N_("{n} h"), hours) : NULL;
	} else if (hours > 0) {
		first = brief_said(memory, N_("{n} h"), hours);
		second = minutes > 0 ? brief_said(memory, N_("{n} min"), minutes) : NULL;
	} else {
		first = brief_said(memory, N_("{n} min"), minutes);
	}
	return units > 1 && second != NULL ? memory_printf(memory, "%s %s", first, second) : first;
}
