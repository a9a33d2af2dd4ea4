/* The block of a form that takes files (kind FILES, drawn by parts/forms.cs),
 * and lists of files under messages. */
#ifndef BELFRY_PAGES_FILES_H
#define BELFRY_PAGES_FILES_H

#include "domain/attachment.h"
#include "web/form.h"

/* The field, for a form's table. The page's route names a holder (app/site.c),
 * and the page calls the functions below. */
#define FILES_QUESTION(label, hint) { "files", FILES, false, label, hint }

/* Before form_accept: does what the buttons of the block ask, for the holder of
 * the route. After "Upload" and "Remove" the form is shown again as it was typed
 * (r->switching, as when the language changes): true. */
bool files_pressed(struct request *);
/* Everything that came is stored. Where it is not, the page asks again. */
bool files_good(const struct request *);

/* When the page is drawn: the limits and what is held, under the tree that the
 * template gives to the macro ("form.files"). `holder` NULL: nothing yet. */
void files_pour(struct request *, const char *tree, const char *holder);
/* After form_show: what was wrong with the files that came, at the field. */
void files_complain(struct request *);

/* The files of one message (of all that are not sent: 0) as TREE.N.id .handle
 * .handle .name .size .looks. Gives how many. */
size_t files_list(struct request *, const char *tree, const struct attachments *,
	int64_t message_id);

/* "1.2 MB", in the visitor's language. */
const char *size_said(const void *memory, int64_t bytes);

#endif
