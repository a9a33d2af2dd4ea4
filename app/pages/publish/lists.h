/* What the desk's pages about lists share. */
#ifndef BELFRY_PAGES_PUBLISH_LISTS_H
#define BELFRY_PAGES_PUBLISH_LISTS_H

#include "domain/list.h"
#include "web/form.h"

/* Labels of what may go to a list: all but TLP:RED, which goes to people by name. */
extern const struct choice list_labels[];

/* To the page of a list; PART is "" or "/edit". */
const char *list_path(struct request *, int64_t id, const char *part);

/* How many, as people read it: "1000+" where it was counted no further. */
const char *count_said(struct request *, int64_t count, int64_t most);

/* Under `list`: id, version, name, tlp, open, advisories, made_at, ended_at. */
void list_pour(struct request *, const struct list *);

/* history.N: at, name, said. What is not in `sayings` (action, sentence; ends with NULL)
 * is not worth a line. */
struct saying { const char *action, *sentence; };
void list_history_pour(struct request *, int64_t id);
void events_pour(struct request *, const struct saying *, const char *object, int64_t id);

#endif
