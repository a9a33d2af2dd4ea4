/* A specialist's report: an abuse desk, another team, a researcher. One page,
 * with indicators. */
#include "site.h"

#include <string.h>

#include "base/text.h"
#include "pages/files.h"
#include "pages/long_form.h"
#include "pages/long_questions.h"
#include "pages/reporting.h"
#include "web/language.h"
#include "web/view.h"

enum { INDICATOR_LINES = 500 };

static const char here[] = "/report/technical";

int page_report_technical(struct request *r)
{
	struct draft draft = { 0 };

	/* What was just typed is shown with or without a draft. */
	if (!my_draft(r, &draft) && r->form == NULL)
		return redirect(r, "/report/who?again=1");
	if (draft.reference != NULL)
		return redirect(r, "/report/sent");
	view_text(r, "step.back", "/report/who");
	long_form_show(r, technical_questions(r->work), &draft);
	return show(r, "public/report_technical.cs");
}

static size_t lines_of(const char *text)
{
	size_t lines = text != NULL;

	for (; text != NULL && (text = strchr(text, '\n')) != NULL; text++)
		lines++;
	return lines;
}

static void complain(struct request *r)
{
	complain_of_key(r);
	if (!began_before_noticed(r))
		form_complain(r, "started", N_("This day is after the day you noticed it. Change one of"
		    " the two"));
	if (lines_of(form_text(r, "indicators")) > INDICATOR_LINES)
		form_complain(r, "indicators", N_("Use 500 lines or fewer here, and add the others as a"
		    " file"));
}

/* "class/type", as the taxonomy has them. */
static void classify(struct request *r, struct report *report)
{
	const char *class = form_text(r, "rsit"), *type = class != NULL ? strchr(class, '/') : NULL;

	if (type == NULL)
		return;
	report->rsit_class = memory_text_of(r->work->memory, class, (size_t)(type - class));
	report->rsit_type = type + 1;
}

int post_report_technical(struct request *r)
{
	const struct field *fields = technical_questions(r->work);
	struct report report;
	struct draft draft;

	if (is_for_later(r))
		return keep_for_later(r, fields, here, page_report_technical);
	files_pressed(r);
	form_accept(r, fields);
	complain(r);
	if (r->switching || !form_is_good(r) || !files_good(r))
		return show_again(r, page_report_technical);
	if (!lock_draft(r, &draft))
		return begin_anew_with(r, fields, here);
	if (draft.reference != NULL)
		return redirect(r, "/report/sent");
	report = long_form_report(r, fields);
	report.kind = "report";
	report.category = "technical";
	report.tlp = text_is(form_text(r, "tlp"), "strict") ? "amber+strict" : form_text(r, "tlp");
	classify(r, &report);
	return send_report(r, &draft, &report);
}
