/* What the desk and the public page say of services in the same words. */
#ifndef BELFRY_PAGES_SERVICES_H
#define BELFRY_PAGES_SERVICES_H

#include "web/form.h"

extern const struct choice service_states[], service_audiences[], service_hours[];

/* "5 January 2026" of "2026-01-05"; NULL of NULL. */
const char *service_day_said(struct request *, const char *day);
/* A day as somebody typed it, in the form of the database. NULL: it is none. */
const char *service_day_typed(struct request *, const char *typed);

#endif
