/* Languages, on gettext.
 *
 * gettext follows the locale, and a machine need not have any but C.UTF-8. So
 * that one is forced, and the language is chosen by LANGUAGE, which gettext
 * honours under every locale but plain C. */
#include "web/language.h"

#include <libintl.h>
#include <limits.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
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

enum { KNOWN = sizeof known / sizeof known[0], CODE_BYTES = 8 };

static const struct language *const source = &known[0];
static const struct language *installed[KNOWN], *offered[KNOWN];
static size_t installed_count, offered_count;
static size_t sentences[KNOWN], sentences_most;
static const struct language *now = &known[0];

static const struct language *known_by_code(const char *code)
{
	for (size_t i = 0; i < KNOWN; i++)
		if (text_is(known[i].code, code))
			return &known[i];
	return NULL;
}

static bool is_among(const struct language *const *list, size_t count,
	const struct language *language)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] == language)
			return true;
	return false;
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

/* The head of a compiled catalogue says how many sentences follow (gettext manual,
 * "The Format of GNU MO Files"); the first of them is no sentence. 0: not to be read. */
static size_t count_sentences(const char *folder, const char *code)
{
	char path[PATH_MAX];
	uint32_t head[3] = { 0 };
	FILE *file;

	snprintf(path, sizeof path, "%s/%s/LC_MESSAGES/" DOMAIN ".mo", folder, code);
	file = fopen(path, "re");
	if (file == NULL)
		return 0;
	if (fread(head, sizeof head, 1, file) != 1 || head[0] != 0x950412de || head[2] == 0)
		head[2] = 1;
	fclose(file);
	return head[2] - 1;
}

static bool install(const char *folder, const char *code)
{
	const struct language *language = known_by_code(code);

	if (language == NULL) {
		log_error("there is no language '%s'", code);
		return false;
	}
	if (is_among(installed, installed_count, language)) {
		log_error("language '%s' is named twice", code);
		return false;
	}
	if (!has_catalogue(language)) {
		log_error("there is no catalogue for the language '%s'", code);
		return false;
	}
	installed[installed_count++] = language;
	sentences[language - known] = count_sentences(folder, code);
	if (sentences[language - known] > sentences_most)
		sentences_most = sentences[language - known];
	return true;
}

/* The next of "en,ar" in `code`; NULL behind the last one. */
static const char *next_code(const char *codes, char code[static CODE_BYTES])
{
	const size_t length = strcspn(codes, ",");

	snprintf(code, CODE_BYTES, "%.*s", (int)length, codes);
	codes += length;
	return *codes == ',' ? codes + 1 : NULL;
}

bool language_open(const char *catalogues_folder, const char *codes)
{
	char code[CODE_BYTES];

	if (setlocale(LC_ALL, "C.UTF-8") == NULL) {
		log_error("this machine has no locale C.UTF-8, which comes with the "
			"C library");
		return false;
	}
	bindtextdomain(DOMAIN, catalogues_folder);
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	textdomain(DOMAIN);
	installed_count = sentences_most = 0;
	while (codes != NULL) {
		codes = next_code(codes, code);
		if (!install(catalogues_folder, code))
			return false;
	}
	language_offer(NULL);
	choose(offered[0]);
	return true;
}

void language_offer(const char *codes)
{
	char code[CODE_BYTES];

	offered_count = 0;
	while (codes != NULL) {
		const struct language *language;

		codes = next_code(codes, code);
		language = known_by_code(code);
		if (language != NULL && is_among(installed, installed_count, language)
		    && !is_among(offered, offered_count, language))
			offered[offered_count++] = language;
	}
	for (size_t i = 0; offered_count == 0 && i < installed_count; i++)
		offered[i] = installed[i];
	if (offered_count == 0)
		offered_count = installed_count;
}

size_t language_installed(void)
{
	return installed_count;
}

const struct language *language_installed_at(size_t i)
{
	if (i >= installed_count)
		bug("there is no language %zu", i);
	return installed[i];
}

size_t language_sentences(const struct language *language)
{
	return language == source ? sentences_most : sentences[language - known];
}

size_t language_sentences_most(void)
{
	return sentences_most;
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

const char *language_path(const void *memory, const char *code, const char *path)
{
	const struct language *language = language_by_code(code);

	if (language == NULL || language == language_at(0))
		return path;
	return memory_printf(memory, "/%s%s", code, path[1] == '\0' ? "" : path);
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

const char *length_in_hours(const void *memory, int64_t minutes)
{
	const long hours = (long)(minutes / 60);

	if (minutes % 60 != 0)
		return length_brief(memory, minutes * MINUTE, 2);
	return t_fill(memory, tn("{n} hour", "{n} hours", hours), "n",
	    memory_printf(memory, "%ld", hours), NULL);
}
