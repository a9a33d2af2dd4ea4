/* The colour and the logo of a team. */
#include "domain/look.h"

#include "domain/event.h"
#include "domain/setup.h"

static void read_row(struct db_rows *row, const void *memory, struct look *look)
{
	if (text_is(db_get_text(row, "part"), "colour"))
		look->colour = memory_text(memory, db_get_text(row, "colour"));
	else
		look->logo = (struct logo){
			memory_text(memory, db_get_text(row, "type")),
			memory_text(memory, db_get_text(row, "digest")),
			db_get_int(row, "width"), db_get_int(row, "height"), { NULL, 0 },
		};
}

void look_load(struct work *w, const void *memory, struct look *now, struct look *before)
{
	struct db_rows *rows = db_query(w->db, SQL(
	    "SELECT part, place, colour, type, content_digest AS digest, width, height"
	    "  FROM team_look ORDER BY id LIMIT 4"));

	*now = *before = (struct look){ NULL };
	while (db_next(rows))
		read_row(rows, memory, text_is(db_get_text(rows, "place"), "now") ? now : before);
}

bool logo_by_digest(struct work *w, const char *digest, struct logo *logo)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT type, content_digest AS digest, width, height, content FROM team_look"
	    " WHERE part = 'logo' AND content_digest = ?"), db_text(digest));

	if (!db_next(row))
		return false;
	*logo = (struct logo){ db_get_text(row, "type"), db_get_text(row, "digest"),
		db_get_int(row, "width"), db_get_int(row, "height"), { NULL, 0 } };
	logo->content.data = db_get_bytes(row, "content", &logo->content.size);
	return true;
}

int64_t look_version(struct work *w)
{
	return setup_version(w, "looks");
}

/* What the row stands for, in a word that says nothing of anybody. */
static const char *value_now(struct work *w, const char *part)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT COALESCE(colour, content_digest) AS value FROM team_look"
	    " WHERE part = ? AND place = 'now'"), db_text(part));

	return db_next(row) ? db_get_text(row, "value") : NULL;
}

/* What is there now becomes what was there before. */
static void set_aside(struct work *w, const char *part)
{
	db_exec(w->db, SQL("DELETE FROM team_look WHERE part = ? AND place = 'before'"),
	    db_text(part));
	db_exec(w->db, SQL("UPDATE team_look SET place = 'before' WHERE part = ? AND place = 'now'"),
	    db_text(part));
}

static enum look_change saved(struct work *w, const char *part, const char *from)
{
	event_write(w, "team", 1, part, from, value_now(w, part));
	setup_part_finish(w, "looks");
	return LOOK_SAVED;
}

enum look_change look_colour(struct work *w, int64_t version, const char *colour)
{
	const char *from;

	if (!setup_part_begin(w, "looks", version))
		return LOOK_STALE;
	from = value_now(w, "colour");
	if (text_is(from, colour))
		return LOOK_NOTHING;
	set_aside(w, "colour");
	if (colour != NULL)
		db_exec(w->db, SQL(
		    "INSERT INTO team_look (part, place, colour) VALUES ('colour', 'now', ?)"),
		    db_text(colour));
	return saved(w, "colour", from);
}

enum look_change look_logo(struct work *w, int64_t version, const struct logo *logo)
{
	const char *from;

	if (!setup_part_begin(w, "looks", version))
		return LOOK_STALE;
	from = value_now(w, "logo");
	if (text_is(from, logo != NULL ? logo->digest : NULL))
		return LOOK_NOTHING;
	set_aside(w, "logo");
	if (logo != NULL)
		db_exec(w->db, SQL(
		    "INSERT INTO team_look (part, place, type, content_digest, width, height, content)"
		    " VALUES ('logo', 'now', ?, ?, ?, ?, ?)"),
		    db_text(logo->type), db_text(logo->digest), db_int(logo->width),
		    db_int(logo->height), db_bytes(logo->content.data, logo->content.size));
	return saved(w, "logo", from);
}

enum look_change look_back(struct work *w, int64_t version, const char *part)
{
	const char *from;

	if (!setup_part_begin(w, "looks", version))
		return LOOK_STALE;
	from = value_now(w, part);
	if (db_number(w->db, SQL("SELECT COUNT(*) FROM team_look WHERE part = ? AND place = 'before'"),
	    db_text(part)) == 0)
		return LOOK_NOTHING;
	db_exec(w->db, SQL(
	    "UPDATE team_look SET place = IF(place = 'now', 'before', 'now') WHERE part = ?"),
	    db_text(part));
	return saved(w, part, from);
}
