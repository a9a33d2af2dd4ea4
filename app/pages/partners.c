/* The list of partners, as the desk and everybody see it. */
#include "pages/partners.h"

#include "base/text.h"
#include "domain/partner.h"
#include "pages/choices.h"
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

void partners_pour(struct request *r, const char *path)
{
	struct db_rows *rows = partners(r->work, query_number(r, "after", 0), r->language,
	    first_language());
	struct place *list = view_place(r, "partners");
	int64_t last = 0;

	for (size_t n = 0; n < PARTNER_ROWS && db_next(rows); n++) {
		struct place *place = place_row(r, list, n);

		last = db_get_int(rows, "id");
		place_number(r, place, "id", last);
		place_text(r, place, "name", db_get_text(rows, "name"));
		place_text(r, place, "kind", choice_label(partner_kinds, db_get_text(rows, "kind")));
		place_text(r, place, "wording", db_get_text(rows, "wording"));
		place_text(r, place, "href", db_get_text(rows, "url"));
	}
	if (db_row_count(rows) > PARTNER_ROWS)
		view_text(r, "page.onward", memory_printf(r->memory, "%s?after=%lld", path, (long long)last));
}
