/* One's own subscription, by the link that a mail brought. Looking at it changes nothing:
 * programs that look at links in mails confirm nothing and end nothing. */
#include "site.h"

#include "base/text.h"
#include "domain/subscription.h"
#include "pages/subscribing.h"
#include "web/language.h"
#include "web/view.h"

static const struct field no_fields[] = { { NULL } };

/* A link that is none any more is said so, not as an address that never was. */
static int show_none(struct request *r)
{
	return show_status(r, 404, "public/subscription_none.cs");
}

static const char *path_of(struct request *r, const char *rest)
{
	return memory_printf(r->work->memory, "/subscription/%s%s", path_word(r, "token"), rest);
}

static bool is_over(const struct subscription *subscription)
{
	return text_is(subscription->state, "left") || text_is(subscription->state, "removed");
}

static void pour(struct request *r, const struct subscription *subscription)
{
	view_text(r, "subscription.list", subscription->list);
	view_text(r, "subscription.tlp", subscription->tlp);
	view_text(r, "subscription.wording", subscription->wording);
	view_text(r, "subscription.email", subscription->email);
	view_text(r, "subscription.state", subscription->state);
	view_text(r, "subscription.path", path_of(r, ""));
	view_text(r, "subscription.end", memory_printf(r->work->memory, "/unsubscribe/%s",
	    path_word(r, "token")));
}

int page_subscription(struct request *r)
{
	struct subscription subscription;

	if (!subscription_open(r->work, path_word(r, "token"), &subscription))
		return show_none(r);
	pour(r, &subscription);
	if (is_over(&subscription))
		return show(r, "public/subscription_over.cs");
	if (text_is(subscription.state, "asked"))
		return show(r, "public/subscription_asked.cs");
	form_show(r, wishes_form(r, no_fields));
	wishes_show(r, &subscription.wishes);
	wishes_pour(r);
	view_rows(r, "archive", subscription_archive(r->work, &subscription, r->language));
	return show(r, "public/subscription.cs");
}

int post_subscription(struct request *r)
{
	struct subscription subscription;
	struct wishes wishes;

	if (!subscription_open(r->work, path_word(r, "token"), &subscription))
		return show_none(r);
	if (is_over(&subscription) || text_is(subscription.state, "asked"))
		return redirect(r, path_of(r, ""));
	if (!form_accept(r, wishes_form(r, no_fields)))
		return show_again(r, page_subscription);
	wishes = wishes_told(r);
	subscription_change(r->work, &subscription, &wishes);
	tell(r, N_("Saved."));
	return redirect(r, path_of(r, ""));
}

int post_subscription_confirm(struct request *r)
{
	struct subscription subscription;

	if (!subscription_open(r->work, path_word(r, "token"), &subscription))
		return show_none(r);
	if (!is_over(&subscription)) {
		subscription_confirm(r->work, &subscription);
		tell(r, N_("Confirmed. From now on we write to you."));
	}
	return redirect(r, path_of(r, ""));
}

int page_unsubscribe(struct request *r)
{
	struct subscription subscription;

	if (!subscription_open(r->work, path_word(r, "token"), &subscription))
		return show_none(r);
	pour(r, &subscription);
	return show(r, is_over(&subscription) ? "public/subscription_over.cs" : "public/unsubscribe.cs");
}

/* Sent by the button of that page, or by a mail program, which shows nobody what we
 * answer (RFC 8058). Once more is no mistake. */
int post_unsubscribe(struct request *r)
{
	struct subscription subscription;

	if (!subscription_open(r->work, path_word(r, "token"), &subscription))
		return show_none(r);
	if (!is_over(&subscription))
		subscription_leave(r->work, &subscription);
	pour(r, &subscription);
	return show(r, "public/subscription_over.cs");
}
