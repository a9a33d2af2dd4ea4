/* What the team publishes: where each of it is written. */
#include "domain/list.h"
#include "domain/mailing.h"
#include "domain/printed.h"

#include "base/text.h"
#include "site.h"
#include "web/language.h"
#include "web/view.h"

enum { COUNTED = 1000 };

static const char *drafts(struct request *r)
{
	const int64_t count = mailings_in(r->work, "draft");

	return count == 0 ? NULL : t_fill(r->memory, tn("{n} draft waits to be sent",
	    "{n} drafts wait to be sent", (long)count), "n",
	    memory_printf(r->memory, "%lld", (long long)count), NULL);
}

static const char *subscribers(struct request *r)
{
	const int64_t count = lists_confirmed(r->work, COUNTED);

	return t_fill(r->memory, tn("{n} subscriber", "{n} subscribers", (long)count), "n",
	    memory_printf(r->memory, "%lld%s", (long long)count, count >= COUNTED ? "+" : ""), NULL);
}

static const struct entry {
	const char *path, *title, *hint;
	const char *(*more)(struct request *);   /* what waits there; NULL: nothing is counted */
} entries[] = {
	{ "/desk/publish/advisories", N_("Advisories"),
	  N_("What is dangerous at the moment, whom it concerns, and what to do.") },
	{ "/desk/publish/mailings", N_("Warnings by mail"),
	  N_("What goes to a list, and who received it."), drafts },
	{ "/desk/publish/lists", N_("Lists"),
	  N_("Who is warned by mail: everybody who subscribed, or those whom a lead invited."),
	  subscribers },
	{ "/desk/publish/profile", N_("Profile"),
	  N_("Who the team is, whom it serves, how it works: the document that other teams look"
	     " for (RFC 2350).") },
	{ "/desk/publish/services", N_("Services"),
	  N_("What the team offers, for whom and since when, after the catalogue of FIRST.") },
	{ "/desk/publish/partners", N_("Partners"), N_("Teams and bodies that the team works with.") },
	{ "/desk/publish/announcement", N_("Announcement"),
	  N_("That the team begins its work, said by whoever stands behind it.") },
	{ "/desk/publish/events", N_("Events"),
	  N_("Open houses and the like: people are invited by mail, and answer.") },
	{ "/desk/publish/flyer", N_("Flyer"),
	  N_("One page to print and hand out: how to report, and who the team is.") },
	{ "/desk/publish/keys", N_("Keys"),
	  N_("The OpenPGP keys with which people write to the team in secret, and with which what"
	     " it publishes is signed.") },
};

static const char *title_of(const char *kind)
{
	return text_is(kind, "flyer") ? N_("Flyer") : N_("Profile");
}

/* PDFs that could not be drawn. */
static void pour_waiting(struct request *r)
{
	struct db_rows *rows = printed_waiting(r->work);
	struct place *waiting = view_place(r, "waiting");

	for (size_t n = 0; db_next(rows); n++) {
		struct place *row = place_row(r, waiting, n);
		const struct language *language = language_by_code(db_get_text(rows, "language"));

		place_text(r, row, "title", title_of(db_get_text(rows, "kind")));
		place_text(r, row, "kind", db_get_text(rows, "kind"));
		place_number(r, row, "number", db_get_int(rows, "number"));
		place_text(r, row, "language", language != NULL ? language->name
		    : db_get_text(rows, "language"));
		place_text(r, row, "failed", db_get_text(rows, "failed"));
		place_moment(r, row, "next_at", db_get_moment(rows, "next_at"));
	}
}

int page_publish(struct request *r)
{
	pour_waiting(r);
	for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
		const char *under = memory_printf(r->memory, "entries.%zu", i);

		view_text(r, memory_printf(r->memory, "%s.path", under), entries[i].path);
		view_text(r, memory_printf(r->memory, "%s.title", under), entries[i].title);
		view_text(r, memory_printf(r->memory, "%s.hint", under), entries[i].hint);
		if (entries[i].more != NULL)
			view_text(r, memory_printf(r->memory, "%s.more", under), entries[i].more(r));
	}
	return show(r, "publish/publish.cs");
}
