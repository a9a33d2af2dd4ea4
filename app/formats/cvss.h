/* CVSS 3.1 and 4.0 (FIRST): a vector is read and scored. */
#ifndef BELFRY_FORMATS_CVSS_H
#define BELFRY_FORMATS_CVSS_H

#include <stdbool.h>

enum cvss_limit { CVSS_VECTOR_BYTES = 400 };

struct cvss {
	int version;             /* 31, 40 */
	const char *vector;      /* in the order of the standard, without what is not defined */
	int base;                /* of the base metrics alone, in tenths: 98 is 9.8 */
	int score;               /* of all that the vector says, in tenths */
};

/* What is wrong with a vector. */
enum cvss_wrong {
	CVSS_RIGHT,
	CVSS_NO_VECTOR,          /* begins with neither CVSS:3.1/ nor CVSS:4.0/ */
	CVSS_TOO_LONG,
	CVSS_UNKNOWN_METRIC,     /* `what`: "AV:N" as it was typed */
	CVSS_UNKNOWN_VALUE,
	CVSS_TWICE,
	CVSS_MISSING,            /* `what`: the base metric that is not there */
};

/* Any case and order of metrics is taken. Wrong: `what` names the piece. */
enum cvss_wrong cvss_read(const void *memory, const char *text, struct cvss *, const char **what);

/* "none", "low", "medium", "high", "critical": the standard's own scale. */
const char *cvss_severity(int score);

#endif
