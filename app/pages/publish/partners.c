/* Partners of the team: the list that everybody reads, and one of them. */
#include "domain/partner.h"

#include <string.h>

#include "base/text.h"
#include "pages/choices.h"
#include "pages/partners.h"
#include "pages/questions.h"
#include "pages/wordings.h"
#include "site.h"
#include "web/language.h"
#include "web/view.h"

static const struct field own_fields[] = {
	{ "name", TEXT, true, N_("Name"), .missing = N_("Enter the name"), .max = PARTNER_NAME },
	{ "kind", CHOICE, true, N_("What it is"), .missing = N_("Choose what it is"),
	  .choices = partner_kinds },
	{ "url", TEXT, .label = N_("Address of its web site"),
	  .hint = N_("In full, as in https://cert.example."), .max = PARTNER_URL, .literal = true },
	{ NULL }
};

static const struct field *partner_form(struct request *r)
{
	return wordings_form(r, own_fields, N_("What for, in {language}"),
	    N_("One sentence: what you do together."));
}

int page_publish_partners(struct request *r)
{
	partners_pour(r, "/desk/publish/partners");
	form_show(r, partner_form(r));
	return show(r, "publish/partners.cs");
}

/* "https://cert.example/about": a scheme of the web, a host, no space or sign that
 * an address does not have. */
static bool is_web_address(const char *text)
{
	const char *host = text_starts(text, "https://") ? text + strlen("https://")
	    : text_starts(text, "http://") ? text + strlen("http://") : "";
	size_t size = strcspn(host, "/?#");

	return size >= 3 && memchr(host, '.', size) != NULL && memchr(host, '@', size) == NULL
	    && host[0] != '.' && host[strspn(host, "!#$%&'()*+,-./0123456789:;=?@"
	        "ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz~")] == '\0';
}

static bool read_partner(struct request *r, struct partner *partner)
{
	*partner = (struct partner){ .name = form_text(r, "name"), .kind = form_text(r, "kind"),
		.url = form_text(r, "url"), .version = form_number(r, "version") };
	if (partner->url != NULL && !is_web_address(partner->url))
		form_complain(r, "url", N_("Enter the address in full, as in https://cert.example"));
	return form_is_good(r);
}

/* `stale`: somebody was faster. */
static int show_partner(struct request *r, bool stale)
{
	struct partner partner;

	if (!partner_by_id(r->work, path_number(r, "id"), &partner))
		return not_found(r);
	form_show(r, partner_form(r));
	form_set(r, "name", partner.name);
	form_set(r, "kind", partner.kind);
	form_set(r, "url", partner.url);
	wordings_show(r, partner_wordings(r->work, partner.id));
	view_number(r, "partner.id", partner.id);
	view_text(r, "partner.name", partner.name);
	view_number(r, "part.version", form_version(r, partner.version, stale));
	view_flag(r, "stale", stale);
	if (!stale)
		return show(r, "publish/partner.cs");
	view_text(r, "theirs.0.label", own_fields[0].label);
	view_text(r, "theirs.0.value", partner.name);
	view_text(r, "theirs.1.label", own_fields[1].label);
	view_text(r, "theirs.1.value", t(choice_label(partner_kinds, partner.kind)));
	if (partner.url != NULL) {
		view_text(r, "theirs.2.label", own_fields[2].label);
		view_text(r, "theirs.2.value", partner.url);
	}
	wordings_pour(r, partner_wordings(r->work, partner.id), 3);
	form_keep(r);
	return show_status(r, 409, "publish/partner.cs");
}

int page_publish_partner(struct request *r)
{
	return show_partner(r, false);
}

static int after(struct request *r, enum partner_change change)
{
	switch (change) {
	case PARTNER_SAVED:
		tell(r, N_("Saved."));
		return redirect(r, "/desk/publish/partners");
	case PARTNER_STALE:
		return show_partner(r, true);
	case PARTNER_UNKNOWN:
		break;
	}
	return not_found(r);
}

int post_publish_partners(struct request *r)
{
	const struct wording *wordings;
	struct partner partner;
	size_t count;

	if (!form_accept(r, partner_form(r)) || !read_partner(r, &partner))
		return show_again(r, page_publish_partners);
	wordings = wordings_told(r, &count);
	return after(r, partner_add(r->work, &partner, wordings, count));
}

int post_publish_partner(struct request *r)
{
	const struct wording *wordings;
	struct partner partner;
	size_t count;

	if (!form_accept(r, partner_form(r)) || !read_partner(r, &partner))
		return show_again(r, page_publish_partner);
	partner.id = path_number(r, "id");
	wordings = wordings_told(r, &count);
	return after(r, partner_save(r->work, &partner, wordings, count));
}

int post_publish_partner_remove(struct request *r)
{
	return after(r, partner_remove(r->work, path_number(r, "id")));
}
