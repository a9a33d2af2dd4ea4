/* What the desk's pages about mailings share. */
#ifndef BELFRY_PAGES_PUBLISH_MAILINGS_H
#define BELFRY_PAGES_PUBLISH_MAILINGS_H

#include "domain/mailing.h"
#include "web/form.h"
#include "web/view.h"
#include "pages/sectors.h"

/* What a form about a mailing carries: the version it was made of. */
#define MAILING_VERSION \
	{ "version", NUMBER, true, N_("Version"), .min = 1, .max = INT32_MAX, .hidden = true, \
	    .missing = N_("Open the mailing again and send the form from there") }

/* To the page of a mailing; PART is "" or "/edit". */
const char *mailing_path(struct request *, int64_t id, const char *part);
/* What the page does with an outcome: says `done` on the mailing's page, or what is in the
 * way. */
int mailing_after(struct request *, enum mailing_change, const char *done);

/* "Being written", "Being sent"... */
const char *mailing_state_label(const char *state);
/* How far it is, under this place: given, kept, waiting, sent, failed, returned as people
 * read them; busy while letters leave; part, in hundredths, of a bar. `goal`: to how many
 * it goes, where somebody counted them. */
void mailing_progress_pour(struct request *, struct place *, const struct mailing_counts *,
	int64_t given, int64_t goal, bool sending, int64_t most);

#endif
