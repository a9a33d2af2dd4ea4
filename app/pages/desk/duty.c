/* Who is on duty: whoever is gets a mail when a report arrives. */
#include "domain/duty.h"

#include "base/settings.h"
#include "site.h"
#include "web/form.h"
#include "web/language.h"
#include "web/view.h"

static const struct field address_form[] = {
	{ "email", EMAIL, .required = true, .label = N_("An address that several of you read"),
	  .hint = N_("For example a mailbox of the duty telephone."),
	  .missing = N_("Enter an address") },
	{ NULL }
};

int page_duty(struct request *r)
{
	view_rows(r, "duty", duty_all(r->work));
	view_flag(r, "mine", duty_is(r->work, r->work->actor.account_id));
	view_flag(r, "mail.off", text_is_empty(r->settings->mail_host));
	form_show(r, address_form);
	return show(r, "desk/duty.cs");
}

int post_duty_begin(struct request *r)
{
	duty_begin(r->work);
	tell(r, N_("You are on duty: a mail tells you of every new report."));
	return redirect(r, "/desk/duty");
}

int post_duty_end(struct request *r)
{
	duty_end(r->work);
	tell(r, N_("You are no longer on duty."));
	return redirect(r, "/desk/duty");
}

int post_duty_add(struct request *r)
{
	if (!form_accept(r, address_form))
		return show_again(r, page_duty);
	if (!duty_add(r->work, form_text(r, "email"))) {
		form_complain(r, "email", N_("This address is there already, or there are too many."));
		return show_again(r, page_duty);
	}
	tell(r, N_("Saved. This address gets a mail with every new report."));
	return redirect(r, "/desk/duty");
}

int post_duty_remove(struct request *r)
{
	if (!duty_remove(r->work, path_number(r, "id")))
		return not_found(r);
	tell(r, N_("Removed."));
	return redirect(r, "/desk/duty");
}
