/* Looking for mistakes in the profile. */
#include "pages/profile_lint.h"

#include <string.h>

#include "base/text.h"
#include "domain/country.h"
#include "domain/team_key.h"
#include "pages/profile_compare.h"
#include "web/language.h"

struct country_names {
	const char *language;
	struct db_rows *rows;
};

struct lint {
	struct request *r;
	const struct profile_known *known;
	const char *prevails;
	const char *ours;                     /* code of our country; NULL: it is called otherwise */
	struct country_names *names;          /* of each language that the team offers */
	const struct profile_drawn *drawn;
	struct finding *found;
	size_t count;
};

static void find(struct lint *l, bool stops, const char *said, const char *path)
{
	/* What stops is never left out for want of room. */
	if (l->count < FINDINGS_MOST)
		l->count++;
	else if (!stops)
		return;
	l->found[l->count - 1] = (struct finding){ stops, said, path };
}

static const char *language_name(const char *code)
{
	const struct language *language = language_by_code(code);

	return language != NULL ? language->name : code;
}


/* Keys. */

static void look_at_key(struct lint *l, struct db_rows *key)
{
	static const char path[] = "/desk/publish/keys";
	const char *state = db_get_text(key, "state"), *owner = db_get_text(key, "owner");
	const moment ends = db_get_moment(key, "read_expires_at"), now = l->r->work->now;

	if (text_is(state, "arrived"))
		find(l, false, t("A key is still being read."), path);
	else if (text_is(state, "refused"))
		find(l, false, t("A key could not be read."), path);
	else if (db_get_moment(key, "read_made_at") > now + DAY)
		find(l, true, t_fill(l->r->memory, t("The key {owner} says that it was made in the future."),
		    "owner", owner, NULL), path);
	else if (ends != 0 && ends <= now)
		find(l, true, t_fill(l->r->memory, t("The key {owner} expired on {day}."), "owner", owner,
		    "day", day_said(l->r->memory, ends), NULL), path);
	else if (ends != 0 && ends < now + TEAM_KEY_SOON_DAYS * DAY)
		find(l, false, t_fill(l->r->memory, t("The key {owner} expires on {day}."), "owner", owner,
		    "day", day_said(l->r->memory, ends), NULL), path);
}

static void look_at_keys(struct lint *l)
{
	struct db_rows *keys = team_keys(l->r->work);

	if (!team_key_encrypts(l->r->work))
		find(l, false, t("There is no OpenPGP key with which people could write to you in secret by"
		    " mail."), "/desk/publish/keys");
	while (db_next(keys))
		look_at_key(l, keys);
}


/* Texts. */

struct text {
	const struct profile_part *part;
	const char *language, *value, *state;
	int64_t says, version;
};

/* "3.2 Constituency (Français)" */
static const char *place_said(struct lint *l, const struct profile_part *part,
	const char *language)
{
	return t_fill(l->r->memory, t("{number} {title} ({language})"), "number", part->number,
	    "title", t(part->title), "language", language_name(language), NULL);
}

static void find_at(struct lint *l, bool stops, const char *sentence,
	const struct profile_part *part, const char *language)
{
	find(l, stops, t_fill(l->r->memory, sentence, "section", place_said(l, part, language), NULL),
	    profile_part_path(l->r->memory, part, language));
}

/* "3.4 Authority" at the beginning of a line: numbers are given, not written. */
static bool is_numbered(const char *value)
{
	for (const char *line = value; line != NULL; line = strchr(line, '\n')) {
		line += *line == '\n';
		const size_t digits = strspn(line, "0123456789");

		if (digits > 0 && digits < 3 && line[digits] == '.' && line[digits + 1] >= '0'
		    && line[digits + 1] <= '9')
			return true;
	}
	return false;
}

/* 2027-01-31, later than today. */
static bool names_future(struct lint *l, const char *value)
{
	for (const char *at = strpbrk(value, "0123456789"); at != NULL;
	    at = strpbrk(at, "0123456789")) {
		const size_t digits = strspn(at, "0123456789");
		moment day;

		if (digits == 4 && strlen(at) >= 10 && moment_parse(memory_printf(l->r->memory,
		    "%.10s 00:00:00", at), &day) && day > l->r->work->now + DAY)
			return true;
		at += digits;
	}
	return false;
}

/* The share of letters outside ASCII, in hundredths: scripts other than the Latin
 * one have most of them there. */
static int foreign_share(const char *value)
{
	int letters = 0, foreign = 0;

	for (; *value != '\0'; value++) {
		const unsigned char c = (unsigned char)*value;

		letters += c >= 0xc0 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
		foreign += c >= 0xc0;
	}
	return letters > 0 ? 100 * foreign / letters : 100;
}

static bool has_own_script(const char *language)
{
	return text_is(language, "ar") || text_is(language, "ru") || text_is(language, "zh");
}

static bool seems_untranslated(const struct text *text, const struct text *source)
{
	if (strlen(text->value) < 20)
		return false;
	return (has_own_script(text->language) && foreign_share(text->value) < 30)
	    || (!has_own_script(text->language) && foreign_share(text->value) > 60)
	    || (source != text && text_is(text->value, source->value));
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* A name stands there as a word of its own; where words have no spaces between
 * them, anywhere. */
static bool stands_in(const char *value, const char *name)
{
	const size_t size = strlen(name);

	for (const char *at = strstr(value, name); at != NULL; at = strstr(at + size, name)) {
		if ((unsigned char)*name >= 0xe0
		    || ((at == value || !is_letter(at[-1])) && !is_letter(at[size])))
			return true;
	}
	return false;
}

static void read_names(struct lint *l)
{
	l->ours = country_called(l->r->work, l->known->team->country);
	l->names = memory_array(l->r->memory, struct country_names, language_count());
	for (size_t i = 0; i < language_count(); i++)
		l->names[i] = (struct country_names){ language_at(i)->code,
			countries_in(l->r->work, language_at(i)->code) };
}

static struct db_rows *names_in(struct lint *l, const char *language)
{
	for (size_t i = 0; i < language_count(); i++)
		if (text_is(l->names[i].language, language)) {
			db_rewind(l->names[i].rows);
			return l->names[i].rows;
		}
	return NULL;
}

/* Texts are copied from other teams, and their names stay in. */
static void look_for_countries(struct lint *l, const struct text *text)
{
	struct db_rows *names = names_in(l, text->language);

	while (names != NULL && db_next(names)) {
		const char *name = db_get_text(names, "name");

		if (text_is(db_get_text(names, "code"), l->ours) || text_is(name, l->known->team->country)
		    || !stands_in(text->value, name))
			continue;
		find(l, false, t_fill(l->r->memory, t("{section} names another country: {country}."),
		    "section", place_said(l, text->part, text->language), "country", name, NULL),
		    profile_part_path(l->r->memory, text->part, text->language));
		return;
	}
}

static void look_at_text(struct lint *l, const struct text *text, const struct text *source)
{
	const bool is_source = text_is(text->language, l->prevails);
	/* English stands in for a text that the prevailing language does not have. */
	const bool stands_in_for_it = text_is(text->language, "en")
	    && (source->value == NULL || text_is(source->state, "draft"));

	if (text_is(text->state, "draft"))
		find_at(l, false, t("{section} is a draft and is left out."), text->part, text->language);
	else if ((is_source || stands_in_for_it) && !text_is(text->state, "reviewed"))
		find_at(l, true, t("{section} was not read by a second person."), text->part, text->language);
	if (!is_source && source->value != NULL && text->says != 0 && text->says < source->version)
		find_at(l, false, t("{section} translates an older text."), text->part, text->language);
	if (seems_untranslated(text, source))
		find_at(l, false, t("{section} seems to be in another language."), text->part, text->language);
	if (is_numbered(text->value))
		find_at(l, false, t("{section} has numbers of sections in it; they are put there by"
		    " Belfry."), text->part, text->language);
	if (names_future(l, text->value))
		find_at(l, false, t("{section} names a day that has not come yet."), text->part,
		    text->language);
	look_for_countries(l, text);
}

static const struct text *text_in(const struct text *texts, size_t count,
	const struct profile_part *part, const char *language)
{
	static const struct text nothing;

	for (size_t i = 0; i < count; i++)
		if (texts[i].part == part && text_is(texts[i].language, language))
			return &texts[i];
	return &nothing;
}

/* In the language that prevails, section by section; for another one in one line. */
static void look_for_missing(struct lint *l, const struct text *texts, size_t count)
{
	for (const struct profile_part *part = profile_parts; part->number != NULL; part++)
		if (part->written && part->wanted && profile_made(l->r, l->known, part, 1) == NULL
		    && text_in(texts, count, part, l->prevails)->value == NULL)
			find_at(l, false, t("{section} says nothing yet."), part, l->prevails);
	for (size_t i = 1; i < language_count(); i++) {
		long missing = 0;

		for (size_t j = 0; j < count; j++)
			missing += text_is(texts[j].language, l->prevails)
			    && text_in(texts, count, texts[j].part, language_at(i)->code)->value == NULL;
		if (missing > 0)
			find(l, false, t_fill(l->r->memory, tn("{language}: {n} section is not translated yet.",
			    "{language}: {n} sections are not translated yet.", missing), "language",
			    language_at(i)->name, "n", memory_printf(l->r->memory, "%ld", missing), NULL), NULL);
	}
}

static size_t read_texts(struct lint *l, struct text **texts)
{
	struct db_rows *rows = l->known->texts;
	size_t count = 0;

	db_rewind(rows);
	*texts = memory_array(l->r->memory, struct text, db_row_count(rows) + 1);
	while (db_next(rows)) {
		const struct profile_part *part = profile_part(db_get_text(rows, "section"));
		const char *language = db_get_text(rows, "language");

		if (part == NULL || !part->written || language_by_code(language) == NULL)
			continue;
		(*texts)[count++] = (struct text){ part, language_by_code(language)->code,
			db_get_text(rows, "value"), db_get_text(rows, "state"), db_get_int(rows, "says"),
			db_get_int(rows, "version") };
	}
	return count;
}

static void look_at_texts(struct lint *l)
{
	struct text *texts;
	const size_t count = read_texts(l, &texts);

	read_names(l);
	for (size_t i = 0; i < count; i++)
		look_at_text(l, &texts[i], text_in(texts, count, texts[i].part, l->prevails));
	look_for_missing(l, texts, count);
}


/* The sections of the language that prevails, which are drawn first. */
static size_t drawn_in_it(const struct lint *l)
{
	size_t count = 0;

	while (count < l->drawn->section_count
	    && text_is(l->drawn->sections[count].language, l->prevails))
		count++;
	return count;
}

/* A telephone number that was changed since, or a key: what is public is not current. */
static void look_at_changes(struct lint *l, const struct profile_version *latest)
{
	struct profile_section *published;
	const size_t count = profile_published(l->r, latest, l->prevails, &published);
	struct profile_difference *found = memory_array(l->r->memory, struct profile_difference,
	    PROFILE_DIFFERENCES);
	const size_t differences = profile_compare(l->r, published, count, l->drawn->sections,
	    drawn_in_it(l), found);
	struct buffer numbers;

	buffer_open(&numbers, l->r->memory, 1000);
	for (size_t i = 0; i < differences; i++)
		/* The first one has the version and the day. */
		if (!text_is(found[i].number, "1.1"))
			buffer_printf(&numbers, "%s%s", numbers.size > 0 ? ", " : "", found[i].number);
	if (numbers.size > 0)
		find(l, false, t_fill(l->r->memory, t("Version {number} is not current any more: {sections}."
		    " Publish a new one."), "number", memory_printf(l->r->memory, "%lld",
		    (long long)latest->number), "sections", buffer_text(&numbers), NULL), NULL);
}

static void look_at_the_latest(struct lint *l)
{
	const struct profile_version *latest = &l->known->latest;

	if (latest->number == 0)
		return;
	look_at_changes(l, latest);
	if (profile_is_old(l->r->work))
		find(l, false, t_fill(l->r->memory, t("The last version is from {day}. Look through all of it,"
		    " and publish it anew even if nothing changes."), "day",
		    day_said(l->r->memory, latest->published_at), NULL), NULL);
}

size_t profile_lint(struct request *r, const struct profile_known *known,
	const struct profile_drawn *drawn, struct finding *found)
{
	struct lint l = { .r = r, .known = known, .prevails = drawn->prevails, .drawn = drawn,
		.found = found };
	size_t stopping = 0;

	if (known->team == NULL)
		return 0;
	look_at_keys(&l);
	look_at_texts(&l);
	look_at_the_latest(&l);
	for (size_t i = 0; i < l.count; i++) {
		struct finding one = found[i];

		if (!one.stops)
			continue;
		memmove(&found[stopping + 1], &found[stopping], (i - stopping) * sizeof one);
		found[stopping++] = one;
	}
	return l.count;
}
