/* What others know of weaknesses, as files: which are exploited (the catalogue KEV of
 * CISA, as JSON) and how likely that is of each (EPSS of FIRST, a table). */
#ifndef BELFRY_FORMATS_THREATS_H
#define BELFRY_FORMATS_THREATS_H

#include <stdbool.h>
#include <stddef.h>

enum threats_limit {
	KEV_BYTES      = 32 * 1024 * 1024,
	KEV_ENTRIES    = 100000,
	THREATS_RELEASE = 60,            /* bytes of a version's name */
	THREATS_WRONG  = 3,              /* places that are named */
	EPSS_WHOLE     = 100000,         /* 1.0 in the numbers below */
};

/* Of which day, and its own name for that. */
struct threats_head {
	char day[11];                    /* "2026-11-20" */
	char release[THREATS_RELEASE + 1];
};

struct kev_entry {
	const char *cve;
	const char *since;               /* the day it was added */
};

struct kev {
	struct threats_head head;
	struct kev_entry *entries;
	size_t count;
	size_t wrong;                    /* entries that could not be read */
	size_t wrong_at[THREATS_WRONG];  /* the first of them, counted from 1 */
};

/* False: it is no such catalogue, and `why` says why. */
bool kev_read(const void *memory, const char *text, size_t size, struct kev *, const char **why);

/* The first line of the table: "#model_version:v2025.03.14,score_date:2026-11-20T00:00:00Z". */
bool epss_head(const char *line, struct threats_head *);
/* The names of its columns. */
bool epss_is_columns(const char *line);

struct epss_entry {
	char cve[25];
	int score, percentile;           /* parts of EPSS_WHOLE */
};

/* "CVE-2026-12345,0.94321,0.99876" */
bool epss_read(const char *line, struct epss_entry *);

#endif
