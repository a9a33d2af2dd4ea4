/* Words of a table with what they are called. */
#ifndef BELFRY_PAGES_CHOICES_H
#define BELFRY_PAGES_CHOICES_H

#include "web/form.h"

/* The label of a choice; NULL when there is no such choice. */
const char *choice_label(const struct choice *, const char *value);
/* The value, from the table; NULL when it is none of them. */
const char *choice_known(const struct choice *, const char *value);

#endif
