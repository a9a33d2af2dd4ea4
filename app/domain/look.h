/* What a team gives its pages: a colour, and a logo. Of each there is what is shown now
 * and what was shown before, so that a change can be taken back. */
#ifndef BELFRY_DOMAIN_LOOK_H
#define BELFRY_DOMAIN_LOOK_H

#include "base/text.h"
#include "base/work.h"

enum look_limit {
	LOGO_BYTES = 32 * 1024,    /* every visitor fetches it once */
	LOGO_LEAST = 16,           /* points on a side */
	LOGO_MOST  = 2000,
};

/* A picture that was read and found to be nothing else. */
struct logo {
	const char *type;          /* "svg", "png" */
	const char *digest;        /* of its bytes: part of its address */
	int64_t width, height;
	struct bytes content;      /* only where it was asked for */
};

struct look {
	const char *colour;        /* "#0f5c4d"; NULL: ours */
	struct logo logo;          /* .digest NULL: the bell */
};

/* What is shown now, and before; texts under `memory`. */
void look_load(struct work *, const void *memory, struct look *now, struct look *before);
/* By the digest in its address, the present one or the one before. */
bool logo_by_digest(struct work *, const char *digest, struct logo *);

/* What becomes of a change. */
enum look_change { LOOK_SAVED, LOOK_STALE, LOOK_NOTHING };

/* How often the looks were changed: forms carry it. */
int64_t look_version(struct work *);

/* NULL: ours again. LOOK_NOTHING: it is the present one. */
enum look_change look_colour(struct work *, int64_t version, const char *colour);
enum look_change look_logo(struct work *, int64_t version, const struct logo *);
/* What was there before is there again, and the other way round. `part` is "colour"
 * or "logo". LOOK_NOTHING: there was nothing before. */
enum look_change look_back(struct work *, int64_t version, const char *part);

#endif
