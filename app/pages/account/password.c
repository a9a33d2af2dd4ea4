/* Asking for a new password. Whoever asks reads the same, whether there is such
 * an account or not; the administrator sees who asked and makes the link. */
#include "base/mailbox.h"
#include "domain/account.h"
#include "domain/attempt.h"
#include "pages/account/entry.h"
#include "site.h"
#include "web/form.h"
#include "web/language.h"

static const struct field asking_form[] = {
	{ "email", EMAIL, .required = true, .label = N_("E-mail address"),
	  .missing = N_("Enter the address of your account"), .autocomplete = "username" },
	{ NULL }
};

int page_password(struct request *r)
{
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
	if (attempt_allowed(r->work, ATTEMPT_RESET, mailbox_key(r->memory, email)))
		account_ask_password(r->work, email);
	return show(r, "account/password_sent.cs");
}
