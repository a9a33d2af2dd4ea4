/* The team and what it says of itself. */
#include "domain/team.h"

#include <string.h>

#include "base/log.h"
#include "base/text.h"

enum { TEAM_TEXTS = 200 };

static void load_hotlines(struct work *w, struct team *team)
{
	struct db_rows *rows = db_query(w->db, SQL(
	    "SELECT id, name, phone, note, category FROM hotline ORDER BY position, id LIMIT 20"));

	team->hotlines = memory_array(team, struct hotline, TEAM_HOTLINES);
	while (db_next(rows))
		team->hotlines[team->hotline_count++] = (struct hotline){
			db_get_int(rows, "id"),
			memory_text(team, db_get_text(rows, "name")),
			memory_text(team, db_get_text(rows, "phone")),
			memory_text(team, db_get_text(rows, "note")),
			memory_text(team, db_get_text(rows, "category")),
		};
}

static void load_texts(struct work *w, struct team *team)
{
	struct db_rows *rows = db_query(w->db, SQL(
	    "SELECT language, name, value FROM team_text ORDER BY language, name LIMIT 200"));

	team->texts = memory_array(team, struct team_text, TEAM_TEXTS);
	while (db_next(rows))
		team->texts[team->text_count++] = (struct team_text){
			memory_text(team, db_get_text(rows, "language")),
			memory_text(team, db_get_text(rows, "name")),
			memory_text(team, db_get_text(rows, "value")),
		};
}

struct team *team_load(struct work *w, void *memory)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT code, name, short_name, country, zone, email, phone, emergency_phone,"
	    "       address, privacy_contact, complaint_body, retention_months, demo, languages,"
	    "       opened_at, version"
	    "  FROM team WHERE id = 1"));
	struct team *team;

	if (!db_next(row))
		return NULL;
	team = memory_new(memory, struct team);
	team->code = memory_text(team, db_get_text(row, "code"));
	team->name = memory_text(team, db_get_text(row, "name"));
	team->short_name = memory_text(team, db_get_text(row, "short_name"));
	team->country = memory_text(team, db_get_text(row, "country"));
	team->zone = memory_text(team, db_get_text(row, "zone"));
	team->email = memory_text(team, db_get_text(row, "email"));
	team->phone = memory_text(team, db_get_text(row, "phone"));
	team->emergency_phone = memory_text(team, db_get_text(row, "emergency_phone"));
	team->address = memory_text(team, db_get_text(row, "address"));
	team->privacy_contact = memory_text(team, db_get_text(row, "privacy_contact"));
	team->complaint_body = memory_text(team, db_get_text(row, "complaint_body"));
	team->languages = memory_text(team, db_get_text(row, "languages"));
	team->retention_months = db_get_int(row, "retention_months");
	team->opened_at = db_get_moment(row, "opened_at");
	team->version = db_get_int(row, "version");
	team->demo = db_get_bool(row, "demo");
	if (!zone_choose(team->zone) && !text_is_empty(team->zone))
		log_error("the team's zone '%s' is not known here; UTC is used", team->zone);
	load_hotlines(w, team);
	load_texts(w, team);
	hours_load(w, &team->hours);
	look_load(w, team, &team->look, &team->look_before);
	return team;
}

bool team_is_named(const struct team *team, const char *from)
{
	return team != NULL && !text_is_empty(team->short_name)
	    && !(text_is_empty(team->email) && text_is_empty(from));
}

int64_t team_version(struct work *w)
{
	return db_number(w->db, SQL("SELECT version FROM team WHERE id = 1"));
}

/* How much a text in `language` is wanted by who reads `asked`; 0: not at all. */
static int worth(const struct team *team, const char *language, const char *asked)
{
	const size_t first = strcspn(team->languages, ",");

	if (text_is(language, asked))
		return 3;
	if (first > 0 && strlen(language) == first && text_starts(team->languages, language))
		return 2;
	return text_is(language, "en");
}

const struct team_text *team_text_in(const struct team *team, const char *language,
	const char *name)
{
	const struct team_text *found = NULL;
	int best = 0;

	for (size_t i = 0; i < team->text_count; i++) {
		const int here = worth(team, team->texts[i].language, language);

		if (here <= best || !text_is(team->texts[i].name, name))
			continue;
		found = &team->texts[i];
		best = here;
	}
	return found;
}

const char *team_text(const struct team *team, const char *language, const char *name)
{
	const struct team_text *found = team_text_in(team, language, name);

	return found != NULL ? found->value : NULL;
}

void team_changed(struct work *w)
{
	db_exec(w->db, SQL("CALL team_changed()"));
}

void team_take_turn(struct work *w)
{
	db_query(w->db, SQL("SELECT id FROM team WHERE id = 1 FOR UPDATE"));
}
