/* What the two long pages do alike. */
#include "pages/long_form.h"

#include "base/memory.h"
#include "base/text.h"
#include "domain/public_key.h"
#include "pages/files.h"
#include "pages/reporting.h"
#include "web/language.h"
#include "web/view.h"

void long_form_show(struct request *r, const struct field *fields, const struct draft *draft)
{
	form_show(r, fields);
	fill_form(r, fields, draft);
	files_pour(r, "form.files", draft->digest);
	files_complain(r);
	if (r->method == GET && text_is(query_text(r, "again"), "1"))
		view_text(r, "notice", t("This page was open for more than a day. What you typed"
		    " is here again: look through it and send it."));
}

bool is_for_later(const struct request *r)
{
	return field_value(&r->body, "save") != NULL;
}

static void keep(struct request *r, const struct field *fields, struct draft *draft)
{
	keep_answers(r, fields, draft);
	remember_draft(r, draft);
}

int keep_for_later(struct request *r, const struct field *fields, const char *path,
	int (*page)(struct request *))
{
	struct draft draft;

	if (!form_accept_unfinished(r, fields) || !files_good(r))
		return show_again(r, page);
	if ((!my_draft(r, &draft) || draft.reference != NULL) && !begin_draft(r, &draft))
		return refuse(r, 429);
	keep(r, fields, &draft);
	tell(r, N_("Saved. Open this page again in this browser within 24 hours to go on."));
	return redirect(r, path);
}

int begin_anew_with(struct request *r, const struct field *fields, const char *path)
{
	struct draft draft;

	form_accept_unfinished(r, fields);
	if (!begin_draft(r, &draft))
		return refuse(r, 429);
	keep(r, fields, &draft);
	return redirect(r, memory_printf(r->work->memory, "%s?again=1", path));
}

void complain_of_key(struct request *r)
{
	const char *key = form_text(r, "openpgp");

	if (key == NULL)
		return;
	switch (key_shape_of(key)) {
	case KEY_FINGERPRINT:
	case KEY_BLOCK:
		return;
	case KEY_PRIVATE:
		form_complain(r, "openpgp", N_("This is a secret key. Take it out, show it to nobody,"
		    " and send your public key"));
		return;
	case KEY_NONE:
		form_complain(r, "openpgp", N_("Enter the fingerprint, which has 40 or 64 digits, or the"
		    " whole public key with its first and last line"));
		return;
	}
}

static bool has_own_place(const char *field)
{
	static const char *const places[] = { "description", "rsit", "tlp", "name", "email", "phone",
		"org_name", NULL };

	for (size_t i = 0; places[i] != NULL; i++)
		if (text_is(field, places[i]))
			return true;
	return false;
}

struct report long_form_report(struct request *r, const struct field *fields)
{
	struct answer *answers = memory_array(r->work->memory, struct answer, DRAFT_ANSWERS);
	struct report report = {
		.language = form_text(r, "language") != NULL ? form_text(r, "language") : r->language,
		.description = form_text(r, "description"),
		.name = form_text(r, "name"), .email = form_text(r, "email"),
		.phone = form_text(r, "phone"), .organisation = form_text(r, "org_name"),
		.answers = answers,
	};

	for (; fields->name != NULL; fields++)
		if (!has_own_place(fields->name) && form_text(r, fields->name) != NULL)
			answers[report.answer_count++] = (struct answer){
				fields->name, form_text(r, fields->name) };
	return report;
}
