/* What to do right now, by what happened: three short steps. */
#ifndef BELFRY_PAGES_ADVICE_H
#define BELFRY_PAGES_ADVICE_H

#include "web/request.h"

/* Pours `sent.advice.N`; an unknown category gets the general ones. */
void advice_pour(struct request *, const char *category);

#endif
