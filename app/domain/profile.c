/* The texts of the profile, and its versions. */
#include "domain/profile.h"

#include <string.h>

#include "base/digest.h"
#include "base/text.h"
#include "domain/event.h"
#include "domain/team.h"

/* --- texts */

#define TEXTS \
	"SELECT section, profile_text.language, value, state, says, profile_text.version," \
	"       changed_at, account_id, author.name AS author, reviewer.name AS reviewer" \
	"  FROM profile_text" \
	"  LEFT JOIN account AS a ON a.id = account_id" \
	"  LEFT JOIN person AS author ON author.id = a.person_id" \
	"  LEFT JOIN account AS b ON b.id = reviewer_id" \
	"  LEFT JOIN person AS reviewer ON reviewer.id = b.person_id"

struct db_rows *profile_texts(struct work *w)
{
	return db_query(w->db, SQL(
	    TEXTS
	    " WHERE value <> ''"
	    " ORDER BY section, profile_text.language LIMIT 1000"));
}

bool profile_text(struct work *w, const char *section, const char *language,
	struct profile_text *text)
{
	struct db_rows *row = db_query(w->db, SQL(
	    TEXTS
	    " WHERE section = ? AND profile_text.language = ?"),
	    db_text(section), db_text(language));

	*text = (struct profile_text){ 0 };
	if (!db_next(row))
		return false;
	text->version = db_get_int(row, "version");
	if (text_is_empty(db_get_text(row, "value")))
		return false;
	text->value = db_get_text(row, "value");
	text->state = db_get_text(row, "state");
	text->author = db_get_text(row, "author");
	text->reviewer = db_get_text(row, "reviewer");
	text->says = db_get_int(row, "says");
	text->account_id = db_get_int(row, "account_id");
	text->changed_at = db_get_moment(row, "changed_at");
	return true;
}

/* The version of it that is there; whoever else changes it waits. 0: none. */
static int64_t hold(struct work *w, const char *section, const char *language)
{
	return db_number(w->db, SQL(
	    "SELECT version FROM profile_text WHERE section = ? AND language = ? FOR UPDATE"),
	    db_text(section), db_text(language));
}

static void note(struct work *w, const char *section, const char *language, const char *state)
{
	event_write(w, "profile", 1, memory_printf(w->memory, "text %s %s", section, language),
	    NULL, state);
}

/* Nobody else has written it meanwhile; a taken key says that somebody has. */
static bool write_first(struct work *w, const char *section, const char *language,
	const char *value, const char *state, int64_t says)
{
	return db_try(w->db, SQL(
	    "INSERT INTO profile_text (section, language, value, state, says, changed_at, account_id)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?)"),
	    db_text(section), db_text(language), db_text(value), db_text(state), db_int(says),
	    db_moment(w->now), db_id(w->actor.account_id));
}

/* A text that is taken away is empty: its version goes on, so that no form and no review
 * of what stood there fits what stands there later. */
enum profile_change profile_write(struct work *w, const char *section, const char *language,
	int64_t version, const char *value, bool ready, int64_t says)
{
	const bool is_gone = text_is_empty(value);
	const char *state = ready && !is_gone ? "translated" : "draft";
	const int64_t there = hold(w, section, language);

	if (there != version)
		return PROFILE_STALE;
	if (there == 0 && !write_first(w, section, language, is_gone ? "" : value, state, says))
		return PROFILE_STALE;
	if (there != 0)
		db_exec(w->db, SQL(
		    "UPDATE profile_text SET value = ?, state = ?, says = ?, version = version + 1,"
		    "       changed_at = ?, account_id = ?, reviewer_id = NULL"
		    " WHERE section = ? AND language = ?"),
		    db_text(is_gone ? "" : value), db_text(state), db_int(says), db_moment(w->now),
		    db_id(w->actor.account_id), db_text(section), db_text(language));
	note(w, section, language, is_gone ? "removed" : state);
	return PROFILE_SAVED;
}

enum profile_change profile_review(struct work *w, const char *section, const char *language,
	int64_t version)
{
	struct profile_text text;
	const int64_t there = hold(w, section, language);

	if (there == 0 || !profile_text(w, section, language, &text))
		return PROFILE_UNKNOWN;
	if (there != version)
		return PROFILE_STALE;
	if (text.account_id == w->actor.account_id)
		return PROFILE_OWN;
	db_exec(w->db, SQL(
	    "UPDATE profile_text SET state = 'reviewed', reviewer_id = ?, version = version + 1"
	    " WHERE section = ? AND language = ?"),
	    db_id(w->actor.account_id), db_text(section), db_text(language));
	/* What says the text that was read still says it. */
	if (text.says == 0)
		db_exec(w->db, SQL("UPDATE profile_text SET says = says + 1 WHERE section = ? AND says = ?"),
		    db_text(section), db_int(version));
	note(w, section, language, "reviewed");
	return PROFILE_SAVED;
}


/* --- publishing */

/* Binds the texts: none of them can be another one afterwards. */
static const char *digest_of(struct work *w, const struct profile_new *made)
{
	struct buffer all;

	buffer_open(&all, w->memory, 10000);
	for (size_t i = 0; i < made->text_count; i++)
		buffer_printf(&all, "%s %s\n", made->texts[i].language,
		    digest_hex(w->memory, made->texts[i].body, strlen(made->texts[i].body)));
	return digest_hex(w->memory, buffer_text(&all), all.size);
}

static void keep_sections(struct work *w, int64_t number, const struct profile_new *made)
{
	enum { COLUMNS = 7 };
	struct db_value *values = memory_array(w->memory, struct db_value,
	    made->section_count * COLUMNS);

	for (size_t i = 0; i < made->section_count; i++) {
		const struct profile_section *one = &made->sections[i];
		struct db_value *row = &values[i * COLUMNS];

		row[0] = db_int(number);
		row[1] = db_text(one->language);
		row[2] = db_int((int64_t)i);
		row[3] = db_text(one->section);
		row[4] = db_text(one->title);
		row[5] = db_text(one->body);
		row[6] = db_text(one->said_in);
	}
	db_exec_rows(w->db, SQL(
	    "INSERT INTO profile_version_section"
	    "       (number, language, position, section, title, body, said_in)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?)"), values, COLUMNS, made->section_count);
}

void profile_publish(struct work *w, int64_t number, const struct profile_new *made)
{
	db_exec(w->db, SQL(
	    "INSERT INTO profile_version (number, published_at, prevails, changes, sha256)"
	    " VALUES (?, ?, ?, ?, ?)"),
	    db_int(number), db_moment(w->now), db_text(made->prevails), db_text(made->changes),
	    db_text(digest_of(w, made)));
	db_exec(w->db, SQL(
	    "INSERT INTO profile_release (number, account_id, reason) VALUES (?, ?, ?)"),
	    db_int(number), db_id(w->actor.account_id), db_text(made->reason));
	keep_sections(w, number, made);
	for (size_t i = 0; i < made->text_count; i++)
		db_exec(w->db, SQL(
		    "INSERT INTO profile_version_text (number, language, body, sha256)"
		    " VALUES (?, ?, ?, ?)"),
		    db_int(number), db_text(made->texts[i].language), db_text(made->texts[i].body),
		    db_text(digest_hex(w->memory, made->texts[i].body, strlen(made->texts[i].body))));
	event_write(w, "profile", number, made->reason != NULL ? "published_anyway" : "published",
	    NULL, NULL);
	team_changed(w);
}


/* --- what was published */

bool profile_version(struct work *w, int64_t number, struct profile_version *version)
{
	struct db_rows *row = number != 0
	    ? db_query(w->db, SQL(
	      "SELECT number, published_at, prevails, changes, sha256 FROM profile_version"
	      " WHERE number = ?"), db_int(number))
	    : db_query(w->db, SQL(
	      "SELECT number, published_at, prevails, changes, sha256 FROM profile_version"
	      " ORDER BY number DESC LIMIT 1"));

	*version = (struct profile_version){ 0 };
	if (!db_next(row))
		return false;
	version->number = db_get_int(row, "number");
	version->published_at = db_get_moment(row, "published_at");
	version->prevails = db_get_text(row, "prevails");
	version->changes = db_get_text(row, "changes");
	version->sha256 = db_get_text(row, "sha256");
	return true;
}

bool profile_is_old(struct work *w)
{
	struct profile_version latest;

	return profile_version(w, 0, &latest)
	    && latest.published_at < w->now - (int64_t)PROFILE_REVIEW_DAYS * DAY;
}

struct db_rows *profile_versions(struct work *w)
{
	return db_query(w->db, SQL(
	    "SELECT number, published_at, changes FROM profile_version"
	    " ORDER BY number DESC LIMIT 50"));
}

/* The version may be from before that language was offered. */
static const char *language_had(struct work *w, const struct profile_version *version,
	const char *language)
{
	return db_number(w->db, SQL(
	    "SELECT COUNT(*) FROM profile_version_text WHERE number = ? AND language = ?"),
	    db_int(version->number), db_text(language)) != 0 ? language : version->prevails;
}

struct db_rows *profile_sections(struct work *w, const struct profile_version *version,
	const char *language)
{
	return db_query(w->db, SQL(
	    "SELECT section, title, body, said_in FROM profile_version_section"
	    " WHERE number = ? AND language = ? ORDER BY position LIMIT 100"),
	    db_int(version->number), db_text(language_had(w, version, language)));
}

const char *profile_plain(struct work *w, const struct profile_version *version,
	const char *language, bool sign)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT body, signed FROM profile_version_text WHERE number = ? AND language = ?"),
	    db_int(version->number), db_text(language_had(w, version, language)));

	return db_next(row) ? db_get_text(row, sign ? "signed" : "body") : NULL;
}

bool profile_unsigned(struct work *w, int64_t *number, const char **language, const char **body)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT number, language, body FROM profile_version_text WHERE signed IS NULL"
	    " ORDER BY number DESC, language LIMIT 1 FOR UPDATE"));

	if (!db_next(row))
		return false;
	*number = db_get_int(row, "number");
	*language = db_get_text(row, "language");
	*body = db_get_text(row, "body");
	return true;
}

void profile_signed(struct work *w, int64_t number, const char *language, const char *text)
{
	db_exec(w->db, SQL("CALL profile_signed(?, ?, ?, ?)"), db_int(number), db_text(language),
	    db_text(text), db_moment(w->now));
}
