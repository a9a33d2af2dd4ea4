/* The view: data for a template, and the template. The only place that knows
 * ClearSilver. Names of data are ours, always; values may be anybody's.
 *
 * A failure here spoils the view once, is logged, and the page becomes a 500. */
#ifndef BELFRY_WEB_VIEW_H
#define BELFRY_WEB_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/db.h"
#include "web/request.h"

/* Reads and keeps every template when first used; `reload` forgets them. */
void view_open(const char *templates_folder);
void view_reload(void);

/* A fresh tree for a request. */
struct view *view_new(const void *memory);

/* What many requests show alike is poured once, into a tree that lies behind
 * those of the requests: true while it is of another edition, and then all that
 * is poured goes there, until view_common_poured. One tree a language. */
bool view_common_is_old(struct request *, uint64_t edition);
void view_common_poured(struct request *);

void view_text(struct request *, const char *name, const char *value);
void view_number(struct request *, const char *name, int64_t value);
void view_flag(struct request *, const char *name, bool value);
/* NAME is the ISO form for machines, NAME.text what people read. 0: absent. */
void view_moment(struct request *, const char *name, moment value);

/* A place in the tree, for what has many values: a value is put there without
 * looking its name up from the root. The n-th under it, and one by name. */
struct place;
struct place *view_place(struct request *, const char *name);
struct place *place_row(struct request *, struct place *, size_t n);
struct place *place_under(struct request *, struct place *, const char *name);
void place_text(struct request *, struct place *, const char *name, const char *value);
void place_number(struct request *, struct place *, const char *name, int64_t value);
void place_flag(struct request *, struct place *, const char *name, bool value);
void place_moment(struct request *, struct place *, const char *name, moment value);

/* All rows as NAME.0.column ...; columns called *_at become moments. At most
 * 11 columns: more make each row twice as dear. */
void view_rows(struct request *, const char *name, struct db_rows *);

/* Renders; NULL when it failed. For pages use show(). */
const char *view_render(struct request *, const char *template, size_t *size);

#endif
