/* Asking to be written to: the answer is the same whoever asks, and the mail decides. */
#include "site.h"

#include "base/text.h"
#include "domain/subscription.h"
#include "pages/subscribing.h"
#include "web/budget.h"
#include "web/language.h"
#include "web/view.h"

enum { LISTS = 20 };

static const struct field address_field = {
	"email", EMAIL, true, N_("Your e-mail address"),
	N_("A mail goes there first, with a link that confirms it."),
	.missing = N_("Enter your e-mail address"), .autocomplete = "email",
};

/* The lists that anybody may ask for, as choices. */
static const struct choice *lists_offered(struct request *r, size_t *count)
{
	struct db_rows *rows = lists_open(r->work, r->language, language_at(0)->code);
	struct choice *choices = memory_array(r->work->memory, struct choice, LISTS + 1);

	for (*count = 0; *count < LISTS && db_next(rows); ++*count)
		choices[*count] = (struct choice){ memory_text(r->work->memory, db_get_text(rows, "id")),
			memory_text(r->work->memory, db_get_text(rows, "name")),
			memory_text(r->work->memory, db_get_text(rows, "wording")) };
	choices[*count] = (struct choice){ NULL };
	return choices;
}

/* Which list is a question only where there are several. */
static const struct field *asking_form(struct request *r, const struct choice *lists, size_t count)
{
	struct field own[] = {
		{ "list", CHOICE, true, N_("Which list"), .missing = N_("Choose a list"), .choices = lists },
		address_field, { NULL }
	};

	return wishes_form(r, count > 1 ? own : own + 1);
}

int page_subscribe(struct request *r)
{
	size_t count;
	const struct choice *lists = lists_offered(r, &count);

	view_flag(r, "none", count == 0);
	if (count == 0)
		return show(r, "public/subscribe.cs");
	form_show(r, asking_form(r, lists, count));
	wishes_show(r, &(struct wishes){ .language = r->language, .pace = "at_once" });
	wishes_pour(r);
	if (count == 1)
		view_text(r, "wording", lists[0].hint);
	return show(r, "public/subscribe.cs");
}

int post_subscribe(struct request *r)
{
	size_t count;
	const struct choice *lists = lists_offered(r, &count);
	struct wishes wishes;
	int64_t list;

	if (count == 0)
		return redirect(r, "/subscribe");
	if (!form_accept(r, asking_form(r, lists, count)))
		return show_again(r, page_subscribe);
	if (budget_spent(BUDGET_SUBSCRIPTIONS, 1, r->address, r->work->now)) {
		form_complain(r, "email", N_("Too many have been asked for from where you are. Try again in an"
		    " hour."));
		return show_again(r, page_subscribe);
	}
	wishes = wishes_told(r);
	if (text_number(count > 1 ? form_text(r, "list") : lists[0].value, 1, INT64_MAX, &list))
		subscription_ask(r->work, list, form_text(r, "email"), &wishes);
	return redirect(r, "/subscribe/asked");
}

int page_subscribe_asked(struct request *r)
{
	return show(r, "public/subscribe_asked.cs");
}
