/* Drawing the profile. */
#include "pages/profile_drawn.h"

#include <string.h>

#include "base/digest.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/public_key.h"
#include "domain/team.h"
#include "domain/team_key.h"
#include "formats/plain.h"
#include "web/weekdays.h"
#include "web/language.h"

enum { SECTIONS_MOST = 80, INDENT = 3, MADE_BYTES = 64 * 1024 };

/* --- what is known */

static const char *name_of(const struct team *team)
{
	const char *name = team_text(team, language_now()->code, "name");

	return name != NULL ? name : team->name;
}

/* "UTC+03:00" */
static const char *offset_said(const void *memory, int offset)
{
	const int minutes = (offset < 0 ? -offset : offset) / 60;

	return memory_printf(memory, "UTC%s%02d:%02d", offset < 0 ? "\u2212" : "+", minutes / 60,
	    minutes % 60);
}

/* Where clocks are set twice a year, both. */
static const char *zone_said(struct request *r, const struct team *team)
{
	struct wall now, winter, summer;
	const char *first, *second;

	wall_of(r->work->now, &now);
	winter = (struct wall){ .year = now.year, .month = 1, .day = 15, .hour = 12 };
	summer = (struct wall){ .year = now.year, .month = 7, .day = 15, .hour = 12 };
	wall_of(moment_of(&winter), &winter);
	wall_of(moment_of(&summer), &summer);
	first = offset_said(r->memory, winter.offset);
	if (winter.offset == summer.offset)
		return memory_printf(r->memory, "%s (%s)", team->zone, first);
	second = offset_said(r->memory, summer.offset);
	return t_fill(r->memory, t("{zone} ({first} in January, {second} in July)"), "zone", team->zone,
	    "first", first, "second", second, NULL);
}

static const char *where(struct request *r, const char *path)
{
	return memory_printf(r->memory, "%s%s", r->settings->address,
	    language_path(r->memory, language_now()->code, path));
}

static const char *address_said(struct request *r, const struct team *team)
{
	return strstr(team->address, team->country) != NULL ? team->address
	    : memory_printf(r->memory, "%s\n%s", team->address, team->country);
}

static const char *phones_said(struct request *r, const struct team *team)
{
	if (text_is_empty(team->emergency_phone) || text_is(team->emergency_phone, team->phone))
		return team->phone;
	return memory_printf(r->memory, "%s\n%s", team->phone, t_fill(r->memory,
	    t("When somebody is in danger: {emergency}"), "emergency", team->emergency_phone, NULL));
}

static const char *hours_said(struct request *r, const struct team *team)
{
	struct buffer said;

	if (team->hours.span_count == 0)
		return t("The telephone is answered day and night.");
	buffer_open(&said, r->memory, MADE_BYTES);
	buffer_add(&said, t_fill(r->memory, t("Hours of operation ({zone}), holidays excepted:"),
	    "zone", team->zone, NULL));
	for (size_t i = 0; i < team->hours.span_count; i++) {
		const struct span *span = &team->hours.spans[i];

		buffer_printf(&said, "\n%s %02d:%02d–%02d:%02d", t(weekday_name(span->weekday)),
		    span->opens / 60, span->opens % 60, span->closes / 60, span->closes % 60);
	}
	return buffer_text(&said);
}

static const char *contact_said(struct request *r, const struct team *team)
{
	return memory_printf(r->memory, "%s\n%s\n\n%s\n%s\n%s\n\n%s",
	    t("The report form reaches us fastest, at any hour:"), where(r, "/report"),
	    t("By mail and telephone:"), team->email, team->phone, hours_said(r, team));
}

static const char *keys_said(struct request *r, struct db_rows *keys)
{
	struct buffer said;

	buffer_open(&said, r->memory, MADE_BYTES);
	db_rewind(keys);
	while (db_next(keys)) {
		const moment ends = db_get_moment(keys, "read_expires_at");

		buffer_printf(&said, "%s\n%s\n%s\n%s\n%s\n\n", db_get_text(keys, "owner"),
		    t_fill(r->memory, t("Kind of key: {kind}"), "kind", db_get_text(keys, "algorithm"), NULL),
		    t("Fingerprint:"),
		    fingerprint_said(r->memory, db_get_text(keys, "fingerprint")),
		    ends != 0 ? t_fill(r->memory, t("Good until {day}"), "day", day_said(r->memory, ends), NULL)
		    : t("Does not expire"));
	}
	if (said.size == 0)
		return NULL;
	buffer_printf(&said, "%s\n%s/openpgp-key.asc", t("The keys as a file:"), r->settings->address);
	return buffer_text(&said);
}

static const char *places_said(struct request *r, bool is_signed)
{
	const char *places = memory_printf(r->memory, "%s\n%s\n\n%s\n%s",
	    t("The current version, as a page:"), where(r, "/rfc2350"),
	    t("As plain text:"), where(r, "/rfc2350.txt"));

	return !is_signed ? places : memory_printf(r->memory, "%s\n\n%s\n%s", places,
	    t("As plain text, signed:"), where(r, "/rfc2350.txt.asc"));
}

static const char *version_said(struct request *r, int64_t number)
{
	const char *version = t_fill(r->memory, t("Version {number}, published on {day}."), "number",
	    memory_printf(r->memory, "%lld", (long long)number), "day",
	    day_said(r->memory, r->work->now), NULL);

	if (language_count() == 1)
		return version;
	return memory_printf(r->memory, "%s %s", version, t_fill(r->memory,
	    t("Where the languages differ, the text in this language holds: {language}."),
	    "language", language_at(0)->name, NULL));
}

static const char *signed_said(struct request *r)
{
	return t_fill(r->memory, t("The signed text is signed with a key of the team, whose fingerprint"
	    " stands in section 2.8. To check it: {command}"), "command",
	    "gpg --verify rfc2350.txt.asc", NULL);
}

/* Sections that the team has said elsewhere already. NULL: it is none, or not said. */
static const struct team_text *said_elsewhere(const struct team *team,
	const struct profile_part *part)
{
	static const struct { const char *number, *name; } texts[] = {
		{ "3.1", "mission" }, { "3.2", "constituency" }, { "3.3", "sponsor" }, { "3.4", "authority" },
	};

	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		if (text_is(part->number, texts[i].number))
			return team_text_in(team, language_now()->code, texts[i].name);
	return NULL;
}

const char *profile_made(struct request *r, const struct profile_known *known,
	const struct profile_part *part, int64_t number)
{
	const struct team *team = known->team;
	const struct team_text *elsewhere;
	const char *section = part->number;

	if (team == NULL || !part->made)
		return NULL;
	elsewhere = said_elsewhere(team, part);
	if (elsewhere != NULL)
		return elsewhere->value;
	return text_is(section, "1.1") ? version_said(r, number)
	    : text_is(section, "1.3") ? places_said(r, known->is_signed)
	    : text_is(section, "1.4") ? (known->is_signed ? signed_said(r) : NULL)
	    : text_is(section, "2.1") ? memory_printf(r->memory, "%s\n%s", name_of(team), team->short_name)
	    : text_is(section, "2.2") ? address_said(r, team)
	    : text_is(section, "2.3") ? zone_said(r, team)
	    : text_is(section, "2.4") ? phones_said(r, team)
	    : text_is(section, "2.7") ? team->email
	    : text_is(section, "2.8") ? keys_said(r, known->keys)
	    : text_is(section, "2.10") ? where(r, "/")
	    : text_is(section, "2.11") ? contact_said(r, team)
	    : text_is(section, "6") ? memory_printf(r->memory, "%s\n%s", t("Reports are best made with the"
	        " form on our site, in every language that it offers:"), where(r, "/report"))
	    : NULL;
}

const char *profile_proposal(struct request *r, const struct team *team,
	const struct profile_part *part)
{
	if (part->proposal == NULL || team == NULL)
		return NULL;
	return t_fill(r->memory, t(part->proposal), "team", team->short_name, "country", team->country,
	    NULL);
}


/* --- what was written */

struct written {
	const char *section, *language, *value;
};

struct drawing {
	struct request *r;
	const struct profile_known *known;
	struct profile_drawn *out;
	struct written *written;
	size_t written_count;
};

/* Drafts are nobody's but their writers'. */
static void read_written(struct drawing *d)
{
	struct db_rows *rows = d->known->texts;

	db_rewind(rows);
	d->written = memory_array(d->r->memory, struct written, db_row_count(rows) + 1);
	while (db_next(rows))
		if (!text_is(db_get_text(rows, "state"), "draft"))
			d->written[d->written_count++] = (struct written){
				db_get_text(rows, "section"), db_get_text(rows, "language"),
				db_get_text(rows, "value") };
}

static const struct written *find(const struct drawing *d, const char *section,
	const char *language)
{
	for (size_t i = 0; i < d->written_count; i++)
		if (text_is(d->written[i].section, section) && text_is(d->written[i].language, language))
			return &d->written[i];
	return NULL;
}

/* In that language, else in the one that prevails, else in English. */
static const struct written *best(const struct drawing *d, const char *section,
	const char *language)
{
	const struct written *found = find(d, section, language);

	if (found == NULL)
		found = find(d, section, d->out->prevails);
	return found != NULL || language_by_code("en") == NULL ? found : find(d, section, "en");
}


/* --- both together */

static void add(struct drawing *d, const char *language, const char *section, const char *title,
	const char *body, const char *said_in)
{
	d->out->sections[d->out->section_count++] = (struct profile_section){
		language, section, title, body, said_in };
}

static void add_part(struct drawing *d, const char *language, const struct profile_part *part)
{
	const char *made = profile_made(d->r, d->known, part, d->out->number), *title = t(part->title);
	const struct written *written = part->written ? best(d, part->number, language) : NULL;
	const struct team_text *elsewhere = said_elsewhere(d->known->team, part);

	if (text_is_empty(made))
		made = NULL;
	if (part->heading) {
		add(d, language, part->number, title, "", language);
		return;
	}
	if (made != NULL)
		add(d, language, part->number, title, made,
		    elsewhere != NULL ? elsewhere->language : language);
	if (written != NULL)
		add(d, language, part->number, made != NULL ? "" : title, written->value, written->language);
	/* Numbers and titles stay, whatever there is to say (RFC 2350, appendix D). */
	if (made == NULL && written == NULL)
		add(d, language, part->number, title, t("Not available."), language);
}

static const char *whole(struct drawing *d, size_t from)
{
	const bool rtl = language_now()->right_to_left;
	struct buffer text;

	buffer_open(&text, d->r->memory, PLAIN_TEXT_BYTES);
	plain_add(&text, t_fill(d->r->memory, t("Profile of {team} (RFC 2350)"), "team",
	    name_of(d->known->team), NULL), 0, rtl);
	plain_add(&text, "TLP:CLEAR", 0, false);
	for (size_t i = from; i < d->out->section_count; i++) {
		const struct profile_section *one = &d->out->sections[i];

		buffer_add(&text, "\n");
		if (one->title[0] != '\0')
			plain_add(&text, memory_printf(d->r->memory, "%s %s", one->section, one->title), 0, rtl);
		if (one->title[0] != '\0' && one->body[0] != '\0')
			buffer_add(&text, "\n");
		plain_add(&text, one->body, rtl ? 0 : INDENT, rtl);
	}
	return buffer_text(&text);
}

/* Of all that can change by somebody's hand: not of the day, nor of the number. */
static const char *digest_of(const struct drawing *d)
{
	struct digest *digest = digest_open(d->r->memory);
	const char *hex;

	for (size_t i = 0; i < d->out->section_count; i++) {
		const struct profile_section *one = &d->out->sections[i];

		if (text_is(one->section, "1.1"))
			continue;
		digest_add(digest, one->title, strlen(one->title) + 1);
		digest_add(digest, one->body, strlen(one->body) + 1);
	}
	hex = digest_so_far(d->r->memory, digest);
	digest_close(digest);
	return hex;
}

void profile_know(struct request *r, struct profile_known *known)
{
	*known = (struct profile_known){
		.team = team_load(r->work, r->work->memory),
		.texts = profile_texts(r->work),
		.keys = team_keys_good(r->work),
		.is_signed = team_signs(r->work, r->settings),
	};
	profile_version(r->work, 0, &known->latest);
}

void profile_draw(struct request *r, const struct profile_known *known, int64_t number,
	struct profile_drawn *out)
{
	struct drawing d = { .r = r, .known = known, .out = out };
	const struct language *before = language_now();

	*out = (struct profile_drawn){ .number = number, .prevails = language_at(0)->code, .digest = "" };
	if (known->team == NULL)
		return;
	out->sections = memory_array(r->memory, struct profile_section, SECTIONS_MOST * language_count());
	out->texts = memory_array(r->memory, struct profile_whole, language_count());
	read_written(&d);
	for (size_t i = 0; i < language_count(); i++) {
		const size_t from = out->section_count;

		language_choose(language_at(i)->code);
		for (const struct profile_part *part = profile_parts; part->number != NULL; part++)
			add_part(&d, language_at(i)->code, part);
		out->texts[out->text_count++] = (struct profile_whole){ language_at(i)->code, whole(&d, from) };
	}
	language_choose(before->code);
	out->digest = digest_of(&d);
}
