/* A document of numbered sections (the profile) for a template. */
#ifndef BELFRY_WEB_SECTIONS_H
#define BELFRY_WEB_SECTIONS_H

#include "base/db.h"
#include "web/request.h"

/* Where a line leads that is an address or a number; NULL: nowhere. */
typedef const char *section_href(struct request *, const char *line);

/* Rows of section, title, body, said_in (a language) as sections.N.number .title
 * .level (2 to 4, of a heading) .paragraphs.N.lang (where it is not that of the
 * request) .lines.N.text .ltr .href. A row without a title goes on with the section
 * before. `href`: NULL on paper. */
void sections_pour(struct request *, struct db_rows *, section_href *href);

#endif
