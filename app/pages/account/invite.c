/* Choosing a password by a link: an invitation, or a way to a new password. */
#include "domain/credential_link.h"
#include "pages/account/entry.h"
#include "pages/account/new_password.h"
#include "site.h"
#include "web/form.h"
#include "web/language.h"
#include "web/view.h"

static const struct field choice_form[] = {
	{ "password", SECRET, .required = true, .label = N_("New password"),
	  .hint = N_("Twelve characters or more. Several words that only you put together are"
	      " good and easy to remember."),
	  .missing = N_("Enter a password"), .autocomplete = "new-password" },
	{ NULL }
};

static int say_dead(struct request *r)
{
	view_text(r, "error.reason", N_("This link was used, has been replaced by a newer one,"
	    " or is older than half an hour. Ask your administrator for a new one."));
	return refuse(r, 404);
}

static int show_choice(struct request *r, enum link_kind kind, const char *template)
{
	struct account account;

	if (!link_open(r->work, kind, path_word(r, "token"), &account))
		return say_dead(r);
	form_show(r, choice_form);
	view_text(r, "person.name", account.name);
	view_text(r, "person.email", account.email);
	return show(r, template);
}

static int choose(struct request *r, enum link_kind kind, int (*page)(struct request *))
{
	struct account account;
	enum password_choice choice;

	if (!form_accept(r, choice_form))
		return show_again(r, page);
	choice = link_use(r->work, kind, path_word(r, "token"), form_text(r, "password"), &account);
	switch (choice) {
	case CHOICE_DEAD:      return say_dead(r);
	case CHOICE_BUSY:      return busy_signing_in(r);
	case CHOICE_TOO_OFTEN: return tried_too_often(r);
	case CHOICE_SHORT: case CHOICE_LONG: case CHOICE_COMMON: case CHOICE_PERSONAL:
	case CHOICE_OLD_WRONG:
		form_complain(r, "password", new_password_said(choice));
		return show_again(r, page);
	case CHOICE_SAVED:     break;
	}
	tell(r, N_("Your password is saved."));
	return come_in(r, session_begin(r->work, &account, r->agent), NULL);
}

int page_invite(struct request *r)
{
	return show_choice(r, LINK_INVITE, "account/invite.cs");
}

int post_invite(struct request *r)
{
	return choose(r, LINK_INVITE, page_invite);
}

int page_password_new(struct request *r)
{
	return show_choice(r, LINK_PASSWORD, "account/password_new.cs");
}

int post_password_new(struct request *r)
{
	return choose(r, LINK_PASSWORD, page_password_new);
}
