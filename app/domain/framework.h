/* The framework by which ITU and a country build a team, as reference data. */
#ifndef BELFRY_DOMAIN_FRAMEWORK_H
#define BELFRY_DOMAIN_FRAMEWORK_H

#include "base/work.h"

/* id, name, label, purpose. */
struct db_rows *framework_phases(struct work *);
/* Phase by phase, part by part, ITU's before the country's before both parties':
 * phase_id, part, party, label. */
struct db_rows *framework_items(struct work *);
/* The steps of the SEI: id, label, description, phase_id (the first of them),
 * last_phase_id. */
struct db_rows *framework_steps(struct work *);

#endif
