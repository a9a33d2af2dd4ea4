/* Words that staff choose from. */
#ifndef BELFRY_DOMAIN_TAXONOMY_H
#define BELFRY_DOMAIN_TAXONOMY_H

#include "base/work.h"

/* name, label: in the order of use. */
struct db_rows *priorities_all(struct work *);
/* With what is promised: name, label, answer_minutes, around_the_clock. */
struct db_rows *priorities_promised(struct work *);
struct db_rows *tlps_all(struct work *);
/* class, class_label, name, label: types under their classes. */
struct db_rows *rsit_all(struct work *);

#endif
