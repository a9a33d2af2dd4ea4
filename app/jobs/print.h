/* Drawing documents for paper (domain/printed.h). */
#ifndef BELFRY_JOBS_PRINT_H
#define BELFRY_JOBS_PRINT_H

#include "base/settings.h"
#include "base/work.h"
#include "domain/printed.h"
#include "web/request.h"

void print_open(const struct settings *);
/* False: the settings name no program that draws. */
bool print_is_possible(void);

/* A request that nobody made, in that language, for a template of templates/documents. */
void print_begin(struct work *, struct request *, const char *language);
/* Draws it as PDF and keeps it. At most so many pages; PRINTED_LONG where they are
 * more, and then nothing is kept yet and no failure noted. */
enum print_result { PRINT_KEPT, PRINT_FAILED, PRINT_LONG };
enum print_result print_draw(struct request *, const char *template,
	const struct printed_name *, const char *source, moment made_at, int64_t pages_most);

/* Jobs: one document each, because drawing takes a second or two and mail should not
 * wait for ten of them. */
bool print_profile(struct work *);
bool print_flyer(struct work *);

#endif
