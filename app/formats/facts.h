/* What an advisory is about, as people type it: a line for each weakness, product
 * and link. Read once, when it is typed; kept as lines. */
#ifndef BELFRY_FORMATS_FACTS_H
#define BELFRY_FORMATS_FACTS_H

#include <stdbool.h>
#include <stddef.h>

#include "formats/cvss.h"

enum facts_limit {
	FACTS_WEAKNESSES = 100,
	FACTS_PRODUCTS   = 300,
	FACTS_LINKS      = 50,
	FACTS_PART_BYTES = 400,      /* a vendor, a product, its versions, a label */
	FACTS_LINK_BYTES = 1000,
};

/* "CVE-2026-12345 CVSS:3.1/... CVSS:4.0/...": one of them at least. */
struct weakness {
	const char *cve;             /* NULL: has none */
	struct cvss three, four;     /* `vector` NULL: not scored */
};

enum product_status { AFFECTED, FIXED, INVESTIGATED, NOT_AFFECTED, PRODUCT_STATUSES };

/* "Vendor | Product", or "Vendor | Product | Versions". */
struct product {
	enum product_status status;
	const char *vendor, *name;
	const char *versions;        /* NULL: none were given */
};

/* "https://example.org/page What is there" */
struct link {
	const char *url;
	const char *label;           /* the address where none was typed */
};

struct facts {
	struct weakness *weaknesses;
	size_t weakness_count;
	struct product *products;
	size_t product_count;
	struct link *links;
	size_t link_count;
};

enum facts_wrong {
	FACTS_RIGHT,
	FACTS_TOO_MANY,
	FACTS_TOO_LONG,
	FACTS_NO_WEAKNESS,           /* neither a CVE id nor a vector; `what`: the word */
	FACTS_CVE_TWICE,
	FACTS_CVSS,                  /* `cvss` says what */
	FACTS_CVSS_TWICE,            /* two vectors of one version */
	FACTS_NO_PRODUCT,            /* not two or three parts */
	FACTS_PRODUCT_TWICE,         /* also with another status */
	FACTS_NO_LINK,               /* no address of the web */
	FACTS_LINK_TWICE,
};

struct facts_problem {
	int line;
	enum facts_wrong wrong;
	enum cvss_wrong cvss;
	const char *what;
};

/* "CVE-2026-12345", in capital letters. */
bool facts_is_cve(const char *);

/* Each adds what its lines say. False: `problem` says what is wrong. */
bool facts_read_weaknesses(const void *memory, const char *lines, struct facts *,
	struct facts_problem *);
bool facts_read_products(const void *memory, const char *lines, enum product_status, struct facts *,
	struct facts_problem *);
bool facts_read_links(const void *memory, const char *lines, struct facts *,
	struct facts_problem *);

/* The lines again, each as the standard writes it. */
const char *facts_weakness_lines(const void *memory, const struct facts *);
const char *facts_product_lines(const void *memory, const struct facts *, enum product_status);
const char *facts_link_lines(const void *memory, const struct facts *);

/* Products of every status as they are kept: "fixed | Vendor | Product | Versions". */
const char *facts_kept_products(const void *memory, const struct facts *);
/* What was kept, which was right when it was typed. */
void facts_read_kept(const void *memory, const char *weaknesses, const char *products,
	const char *links, struct facts *);

/* The highest score of all, in tenths; -1: nothing is scored. */
int facts_score(const struct facts *);

#endif
