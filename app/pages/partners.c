/* The list of partners, as the desk and everybody see it. */
#include "pages/partners.h"

#include "base/text.h"
#include "domain/partner.h"
#include "pages/questions.h"
#include "pages/wordings.h"
#include "web/language.h"
#include "web/view.h"

const struct choice partner_kinds[] = {
	{ "team", N_("Incident response team") },
	{ "network", N_("Network of teams") },
	{ "authority", N_("Public authority") },
	{ "police", N_("Police and justice") },
	{ "academia", N_("University or research") },
	{ "company", N_("Company") },
	{ "other", N_("Other") },
	{ NULL }
};

void partners_pour(struct request *r)
{
	struct db_rows *rows = partners_all(r->work, r->language, first_language());
	struct place *partners = view_place(r, "partners");

	for (size_t n = 0; db_next(rows); n++) {
		struct place *place = place_row(r, partners, n);

		place_number(r, place, "id", db_get_int(rows, "id"));
		place_text(r, place, "name", db_get_text(rows, "name"));
		place_text(r, place, "kind", choice_label(partner_kinds, db_get_text(rows, "kind")));
		place_text(r, place, "wording", db_get_text(rows, "wording"));
		place_text(r, place, "href", db_get_text(rows, "url"));
	}
}
