/* What somebody wants to read, as a form: asked for at the beginning, changed later. */
#ifndef BELFRY_PAGES_SUBSCRIBING_H
#define BELFRY_PAGES_SUBSCRIBING_H

#include "domain/subscription.h"
#include "web/form.h"

/* The questions: in `own` (ends with a NULL name) what comes before them. Fields that
 * narrow it down are `kinds`, `severity`, `sectors`. */
const struct field *wishes_form(struct request *, const struct field *own);
/* What is there already. */
void wishes_show(struct request *, const struct wishes *);
/* Whether the part that narrows it down is open: something in it was chosen. */
void wishes_pour(struct request *);
/* What was accepted. */
struct wishes wishes_told(struct request *);

#endif
