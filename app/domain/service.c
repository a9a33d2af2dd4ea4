/* What the team has decided about its services. */
#include "domain/service.h"

#include "base/text.h"
#include "domain/event.h"
#include "domain/team.h"

bool service_by_id(struct work *w, int64_t id, struct service *service)
{
	struct db_rows *row = db_query(w->db, SQL(
	    "SELECT service.label, service.description, service_area.label AS area_label,"
	    "       COALESCE(service_offer.state, 'none') AS state, service_offer.audience,"
	    "       service_offer.hours, service_offer.since_on, service_offer.version"
	    "  FROM service JOIN service_area ON service_area.id = service.area_id"
	    "  LEFT JOIN service_offer ON service_offer.service_id = service.id"
	    " WHERE service.id = ?"), db_int(id));

	if (!db_next(row))
		return false;
	*service = (struct service){
		.id = id,
		.label = db_get_text(row, "label"),
		.description = db_get_text(row, "description"),
		.area_label = db_get_text(row, "area_label"),
		.state = db_get_text(row, "state"),
		.audience = db_get_text(row, "audience"),
		.hours = db_get_text(row, "hours"),
		.since_on = db_get_text(row, "since_on"),
		.version = db_get_int(row, "version"),
	};
	return true;
}

struct db_rows *service_wordings(struct work *w, int64_t id)
{
	return db_query(w->db, SQL(
	    "SELECT language, value FROM service_text WHERE service_id = ?"), db_int(id));
}

struct db_rows *services_all(struct work *w)
{
	return db_query(w->db, SQL(
	    "SELECT service.id, service.area_id, service_area.label AS area_label,"
	    "       service_area.description AS area_description, service.label, service.description,"
	    "       COALESCE(service_offer.state, 'none') AS state, service_offer.audience,"
	    "       service_offer.hours, service_offer.since_on"
	    "  FROM service JOIN service_area ON service_area.id = service.area_id"
	    "  LEFT JOIN service_offer ON service_offer.service_id = service.id"
	    " ORDER BY service.id"));
}

struct db_rows *services_published(struct work *w, const char *language, const char *first)
{
	return db_query(w->db, SQL("CALL services_published(?, ?)"), db_text(language), db_text(first));
}

struct db_rows *service_functions(struct work *w)
{
	return db_query(w->db, SQL(
	    "SELECT service_id, label FROM service_function ORDER BY service_id, position"));
}

static void save_wordings(struct work *w, int64_t id, const struct wording *wordings, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (text_is_empty(wordings[i].value))
			db_exec(w->db, SQL("DELETE FROM service_text WHERE service_id = ? AND language = ?"),
			    db_int(id), db_text(wordings[i].language));
		else
			db_exec(w->db, SQL(
			    "INSERT INTO service_text (service_id, language, value) VALUES (?, ?, ?)"
			    " ON DUPLICATE KEY UPDATE value = VALUES(value)"),
			    db_int(id), db_text(wordings[i].language), db_text(wordings[i].value));
	}
}

static const char *number_text(struct work *w, int64_t number)
{
	return memory_printf(w->memory, "%lld", (long long)number);
}

enum service_change service_save(struct work *w, const struct service *service,
	const struct wording *wordings, size_t count)
{
	struct service before;

	team_take_turn(w);
	if (!service_by_id(w, service->id, &before) || before.version != service->version)
		return SERVICE_STALE;
	db_exec(w->db, SQL(
	    "INSERT INTO service_offer (service_id, state, audience, hours, since_on)"
	    " VALUES (?, ?, ?, ?, ?)"
	    " ON DUPLICATE KEY UPDATE state = VALUES(state), audience = VALUES(audience),"
	    "       hours = VALUES(hours), since_on = VALUES(since_on), version = version + 1"),
	    db_int(service->id), db_text(service->state), db_text(service->audience),
	    db_text(service->hours), db_text(service->since_on));
	save_wordings(w, service->id, wordings, count);
	if (!text_is(before.state, service->state))
		event_write(w, "service", service->id, "state", before.state, service->state);
	event_write(w, "service", service->id, "saved", number_text(w, before.version),
	    number_text(w, before.version + 1));
	return SERVICE_SAVED;
}
