/* What the team offers: the catalogue, and a service of it. */
#include "domain/service.h"

#include "base/text.h"
#include "pages/choices.h"
#include "pages/questions.h"
#include "pages/services.h"
#include "pages/wordings.h"
#include "site.h"
#include "web/language.h"
#include "web/view.h"

static const struct field own_fields[] = {
	{ "state", CHOICE, true, N_("How it stands"), .missing = N_("Choose how it stands"),
	  .hint = N_("The public page shows what runs and what is planned."),
	  .choices = service_states },
	{ "audience", CHOICE, .label = N_("For whom"), .choices = service_audiences },
	{ "hours", CHOICE, .label = N_("When"), .choices = service_hours },
	{ "since_on", TEXT, .label = N_("Since, or from which day"),
	  .hint = N_("Year-month-day, as in 2026-01-05."), .max = 40, .literal = true },
	{ NULL }
};

static const struct field *service_form(struct request *r)
{
	return wordings_form(r, own_fields, N_("In your own words, in {language}"),
	    N_("One or two sentences for those who may need it."));
}

int page_publish_services(struct request *r)
{
	struct db_rows *rows = services_all(r->work);
	struct place *areas = view_place(r, "areas"), *services = NULL;
	int64_t area_id = 0, running = 0, planned = 0;
	size_t area_count = 0, n = 0;

	while (db_next(rows)) {
		const char *state = db_get_text(rows, "state");
		struct place *place;

		if (db_get_int(rows, "area_id") != area_id) {
			struct place *area = place_row(r, areas, area_count++);

			area_id = db_get_int(rows, "area_id");
			place_text(r, area, "label", db_get_text(rows, "area_label"));
			services = place_under(r, area, "services");
			n = 0;
		}
		place = place_row(r, services, n++);
		place_number(r, place, "id", db_get_int(rows, "id"));
		place_text(r, place, "label", db_get_text(rows, "label"));
		place_text(r, place, "description", db_get_text(rows, "description"));
		place_text(r, place, "state", state);
		place_text(r, place, "state_label", choice_label(service_states, state));
		place_text(r, place, "audience", choice_label(service_audiences,
		    db_get_text(rows, "audience")));
		place_text(r, place, "since_on", db_get_text(rows, "since_on"));
		place_text(r, place, "since", service_day_said(r, db_get_text(rows, "since_on")));
		running += text_is(state, "running");
		planned += text_is(state, "planned");
	}
	view_number(r, "running", running);
	view_number(r, "planned", planned);
	return show(r, "publish/services.cs");
}

/* What is there now, beside what was typed. */
static void pour_theirs(struct request *r, const struct service *service)
{
	const struct { const char *label, *value; } facts[] = {
		{ own_fields[0].label, choice_label(service_states, service->state) },
		{ own_fields[1].label, choice_label(service_audiences, service->audience) },
		{ own_fields[2].label, choice_label(service_hours, service->hours) },
		{ own_fields[3].label, service->since_on },
	};
	size_t n = 0;

	for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++) {
		const char *under = memory_printf(r->work->memory, "theirs.%zu", n);

		if (facts[i].value == NULL)
			continue;
		view_text(r, memory_printf(r->work->memory, "%s.label", under), facts[i].label);
		view_text(r, memory_printf(r->work->memory, "%s.value", under), t(facts[i].value));
		n++;
	}
	wordings_pour(r, service_wordings(r->work, service->id), n);
}

/* `stale`: somebody was faster. */
static int show_service(struct request *r, bool stale)
{
	struct service service;

	if (!service_by_id(r->work, path_number(r, "id"), &service))
		return not_found(r);
	form_show(r, service_form(r));
	form_set(r, "state", service.state);
	form_set(r, "audience", service.audience);
	form_set(r, "hours", service.hours);
	form_set(r, "since_on", service.since_on);
	wordings_show(r, service_wordings(r->work, service.id));
	view_number(r, "service.id", service.id);
	view_text(r, "service.label", service.label);
	view_text(r, "service.description", service.description);
	view_text(r, "service.area_label", service.area_label);
	view_number(r, "part.version", form_version(r, service.version, stale));
	view_flag(r, "stale", stale);
	if (!stale)
		return show(r, "publish/service.cs");
	pour_theirs(r, &service);
	form_keep(r);
	return show_status(r, 409, "publish/service.cs");
}

int page_publish_service(struct request *r)
{
	return show_service(r, false);
}

static bool read_service(struct request *r, struct service *service)
{
	const char *since = form_text(r, "since_on");

	*service = (struct service){ .id = path_number(r, "id"), .state = form_text(r, "state"),
		.audience = form_text(r, "audience"), .hours = form_text(r, "hours"),
		.version = form_number(r, "version") };
	if (since == NULL)
		return true;
	service->since_on = service_day_typed(r, since);
	if (service->since_on == NULL)
		form_complain(r, "since_on", N_("Enter the day as in 2026-01-05, or leave this empty"));
	return form_is_good(r);
}

int post_publish_service(struct request *r)
{
	const struct wording *wordings;
	struct service service;
	size_t count;

	if (!service_by_id(r->work, path_number(r, "id"), &service))
		return not_found(r);
	if (!form_accept(r, service_form(r)) || !read_service(r, &service))
		return show_again(r, page_publish_service);
	wordings = wordings_told(r, &count);
	switch (service_save(r->work, &service, wordings, count)) {
	case SERVICE_STALE:
		return show_service(r, true);
	case SERVICE_SAVED:
		tell(r, N_("Saved."));
		return redirect(r, "/desk/publish/services");
	}
	return not_found(r);
}
