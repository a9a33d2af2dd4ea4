/* What the team offers, and with whom it works. */
#include "site.h"

#include "base/text.h"
#include "domain/service.h"
#include "pages/choices.h"
#include "pages/partners.h"
#include "pages/questions.h"
#include "pages/services.h"
#include "pages/wordings.h"
#include "web/view.h"

/* Under the services that run: what belongs to each. */
static void pour_functions(struct request *r, struct db_rows *rows, int64_t service_id,
	struct place *service)
{
	struct place *functions = place_under(r, service, "functions");
	size_t n = 0;

	db_rewind(rows);
	while (db_next(rows))
		if (db_get_int(rows, "service_id") == service_id)
			place_text(r, place_row(r, functions, n++), "label", db_get_text(rows, "label"));
}

int page_services(struct request *r)
{
	struct db_rows *rows = services_published(r->work, r->language, first_language());
	struct db_rows *functions = service_functions(r->work);
	struct place *running = view_place(r, "running"), *planned = view_place(r, "planned");
	size_t running_count = 0, planned_count = 0;

	same_for_everybody(r);
	while (db_next(rows)) {
		bool runs = text_is(db_get_text(rows, "state"), "running");
		struct place *place = runs ? place_row(r, running, running_count++)
		    : place_row(r, planned, planned_count++);

		place_number(r, place, "id", db_get_int(rows, "id"));
		place_text(r, place, "label", db_get_text(rows, "label"));
		place_text(r, place, "description", db_get_text(rows, "description"));
		place_text(r, place, "wording", db_get_text(rows, "wording"));
		place_text(r, place, "audience", choice_label(service_audiences,
		    db_get_text(rows, "audience")));
		place_text(r, place, "hours", choice_label(service_hours, db_get_text(rows, "hours")));
		place_text(r, place, "since_on", db_get_text(rows, "since_on"));
		place_text(r, place, "since", service_day_said(r, db_get_text(rows, "since_on")));
		if (runs)
			pour_functions(r, functions, db_get_int(rows, "id"), place);
	}
	return show(r, "public/services.cs");
}

int page_partners(struct request *r)
{
	same_for_everybody(r);
	partners_pour(r, "/partners");
	return show(r, "public/partners.cs");
}
