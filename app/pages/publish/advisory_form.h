/* The forms in which advisories are written. */
#ifndef BELFRY_PAGES_PUBLISH_ADVISORY_FORM_H
#define BELFRY_PAGES_PUBLISH_ADVISORY_FORM_H

#include "domain/advisory.h"
#include "web/form.h"

/* What a form about an advisory carries: the version it was made of. */
#define ADVISORY_VERSION \
	{ "version", NUMBER, true, N_("Version"), .min = 1, .max = INT32_MAX, .hidden = true, \
	    .missing = N_("Open the advisory again and send the form from there") }

/* How severe it is, where one also says that nobody rated it. */
#define ADVISORY_UNRATED "none"
extern const struct choice advisory_severities_asked[];

/* All of a new one; all but the language of one that there is; one text of it. */
const struct field *advisory_new_form(struct request *);
const struct field *advisory_edit_form(struct request *);
const struct field *advisory_text_form(void);

/* What was accepted, after what only we can know was looked at. False: the form says
 * what is wrong. */
bool advisory_read_text(struct request *, struct advisory_text *);
bool advisory_read_content(struct request *, struct advisory_content *, int *score);

/* What there is, into a form of that kind. */
void advisory_show_text(struct request *, const struct advisory_text *);
void advisory_show_content(struct request *, const struct advisory_content *);

#endif
