/* What the two versions of CVSS share: for app/formats/cvss*.c only. */
#ifndef BELFRY_FORMATS_CVSS_INSIDE_H
#define BELFRY_FORMATS_CVSS_INSIDE_H

#include <stdbool.h>
#include <stddef.h>

enum { CVSS_METRICS = 40 };

/* A metric and what it may be: "X|Clear|Green"; the first letters differ. */
struct cvss_metric {
	const char *name;
	const char *values;
	bool base;
};

struct cvss_chosen {
	const struct cvss_metric *metrics;      /* ends with a NULL name */
	char values[CVSS_METRICS];              /* first letters; 'X': not defined */
};

extern const struct cvss_metric cvss_3_metrics[], cvss_4_metrics[];

/* The first letter of what was chosen; asking for a name that there is not is a
 * mistake. */
char cvss_value(const struct cvss_chosen *, const char *name);
/* The same of a metric that another one modifies: MAV over AV. */
char cvss_modified(const struct cvss_chosen *, const char *name);

/* In tenths. */
int cvss_3_base(const struct cvss_chosen *);
int cvss_3_score(const struct cvss_chosen *);
int cvss_4_score(const struct cvss_chosen *);

#endif
