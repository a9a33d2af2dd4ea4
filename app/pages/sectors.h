/* What organisations do: the sectors by which reports are told apart and warnings sent. */
#ifndef BELFRY_PAGES_SECTORS_H
#define BELFRY_PAGES_SECTORS_H

#include "web/form.h"

/* NIS2, Annexes I and II, with government and other; ends with a NULL value. */
extern const struct choice sectors[];

/* "Energy, Health" of "energy,health"; NULL: it concerns everybody. */
const char *sectors_said(struct request *, const char *value);

#endif
