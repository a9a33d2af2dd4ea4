/* Asking for a new password. Whoever asks reads the same, whether there is such
 * an account or not, and costs us the same. The link comes by mail; where no mail
 * is sent, the administrator sees who asked and makes it. */
#include "base/mailbox.h"
#include "base/settings.h"
#include "domain/account.h"
#include "domain/attempt.h"
#include "domain/credential_link.h"
#include "pages/account/entry.h"
#include "site.h"
#include "web/form.h"
#include "web/language.h"
#include "web/view.h"

static const struct field asking_form[] = {
	{ "email", EMAIL, .required = true, .label = N_("E-mail address"),
	  .missing = N_("Enter the address of your account"), .autocomplete = "username" },
	{ NULL }
};

static bool mails(const struct request *r)
{
	return !text_is_empty(r->settings->mail_host);
}

int page_password(struct request *r)
{
	view_flag(r, "mailed", mails(r));
	form_show(r, asking_form);
	return show(r, "account/password.cs");
}

int post_password(struct request *r)
{
	const char *email;

	if (!form_accept(r, asking_form))
		return show_again(r, page_password);
	email = form_text(r, "email");
	if (!attempt_allowed(r->work, ATTEMPT_RESET_BLOCK, attempt_block(r->memory, r->address)))
		return tried_too_often(r);
	if (attempt_allowed(r->work, ATTEMPT_RESET, mailbox_key(r->memory, email))) {
		account_ask_password(r->work, email);
		if (mails(r))
			link_mail(r->work, email);
	}
	view_flag(r, "mailed", mails(r));
	return show(r, "account/password_sent.cs");
}
