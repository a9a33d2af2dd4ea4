/* The team that this installation serves. */
#ifndef BELFRY_DOMAIN_TEAM_H
#define BELFRY_DOMAIN_TEAM_H

#include "base/work.h"
#include "domain/hours.h"
#include "domain/look.h"
#include "domain/published.h"

enum team_limit {
	TEAM_HOTLINES = 20,
};

/* Another number that a frightened person may need. */
struct hotline {
	int64_t id;
	const char *name, *phone, *note;
	const char *category;          /* shown first with this kind of report; NULL: with all */
};

struct team {
	const char *code;              /* begins every reference */
	const char *name, *short_name, *country, *zone;
	const char *email, *phone, *emergency_phone, *address;
	const char *privacy_contact, *complaint_body;
	int64_t retention_months;
	bool demo;
	const char *languages;         /* those offered, the first one first: "fr,ar"; empty: all */
	moment opened_at;              /* of the public pages; 0: they are closed */
	int64_t version;               /* rises with every change of any of this */
	struct look look, look_before;
	struct hours hours;
	struct hotline *hotlines;
	size_t hotline_count;
	struct team_text { const char *language, *name, *value; } *texts;
	size_t text_count;
	moment announced_at;           /* since when its announcement is out; 0: it is not */
	const char *announced_by;
	struct headlines headlines;    /* only in what the pages remember of it */
};

/* Everything public about the team, under `memory`; also chooses its zone for
 * this process. NULL when there is no team yet. */
struct team *team_load(struct work *, void *memory);

/* Mail can leave in its name: there is one, with a short name and an address that mail
 * comes from, which is `from` where that is not empty. */
bool team_is_named(const struct team *, const char *from);

/* The version of what is there now; 0: no team. */
int64_t team_version(struct work *);

/* What the team says of itself ("about") in that language, else in its first one,
 * else in English, else NULL. */
const char *team_text(const struct team *, const char *language, const char *name);
/* The same, with the language that it is in. */
const struct team_text *team_text_in(const struct team *, const char *language, const char *name);

/* Says that pages which are kept show the team, or what goes with it, anew: every process
 * looks again when its version rises. */
void team_changed(struct work *);
/* One change of what the team is or has at a time: whoever comes second waits. */
void team_take_turn(struct work *);

#endif
