/* The services of the team, after the catalogue of FIRST: what it has decided
 * about each of them. */
#ifndef BELFRY_DOMAIN_SERVICE_H
#define BELFRY_DOMAIN_SERVICE_H

#include <stddef.h>

#include "base/work.h"
#include "domain/wording.h"

struct service {
	int64_t id;                            /* 61 is 6.1 of the catalogue */
	const char *label, *description, *area_label;
	const char *state;                     /* 'none', 'planned', 'running', 'stopped' */
	const char *audience, *hours;          /* words of the columns; NULL: not said */
	const char *since_on;                  /* "2026-01-05"; NULL: not said */
	int64_t version;                       /* 0: never saved */
};

/* False: the catalogue has no such service. */
bool service_by_id(struct work *, int64_t id, struct service *);
/* language, value. */
struct db_rows *service_wordings(struct work *, int64_t id);

/* All of the catalogue in its order: id, area_id, area_label, area_description,
 * label, description, state, audience, hours, since_on. */
struct db_rows *services_all(struct work *);

/* For everybody, those that run before those that are planned: id, area_label,
 * label, description, state, audience, hours, since_on, wording (in that
 * language, else in the first one, else in English). */
struct db_rows *services_published(struct work *, const char *language, const char *first);
/* Of each service: service_id, label. */
struct db_rows *service_functions(struct work *);

/* What becomes of a change. */
enum service_change { SERVICE_SAVED, SERVICE_STALE };

/* By `service->id`; `service->version` is that of the form. */
enum service_change service_save(struct work *, const struct service *, const struct wording *,
	size_t count);

#endif
