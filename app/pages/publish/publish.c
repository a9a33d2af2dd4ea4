/* What the team publishes: where each of it is written. */
#include "domain/profile.h"
#include "site.h"
#include "web/language.h"
#include "web/view.h"

static const struct entry {
	const char *path, *title, *hint;
} entries[] = {
	{ "/desk/publish/advisories", N_("Advisories"),
	  N_("What is dangerous at the moment, whom it concerns, and what to do.") },
	{ "/desk/publish/profile", N_("Profile"),
	  N_("Who the team is, whom it serves, how it works: the document that other teams look"
	     " for (RFC 2350).") },
	{ "/desk/publish/services", N_("Services"),
	  N_("What the team offers, for whom and since when, after the catalogue of FIRST.") },
	{ "/desk/publish/partners", N_("Partners"), N_("Teams and bodies that the team works with.") },
	{ "/desk/publish/events", N_("Events"),
	  N_("Open houses and the like: people are invited by mail, and answer.") },
	{ "/desk/publish/keys", N_("Keys"),
	  N_("The OpenPGP keys with which people write to the team in secret, and with which what"
	     " it publishes is signed.") },
};

int page_publish(struct request *r)
{
	for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
		const char *under = memory_printf(r->memory, "entries.%zu", i);

		view_text(r, memory_printf(r->memory, "%s.path", under), entries[i].path);
		view_text(r, memory_printf(r->memory, "%s.title", under), entries[i].title);
		view_text(r, memory_printf(r->memory, "%s.hint", under), entries[i].hint);
	}
	return show(r, "publish/publish.cs");
}
