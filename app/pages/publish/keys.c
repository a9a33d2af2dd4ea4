/* The team's OpenPGP keys. */
#include "domain/team_key.h"

#include "base/settings.h"
#include "base/text.h"
#include "domain/public_key.h"
#include "pages/profile_drawn.h"
#include "site.h"
#include "team_cache.h"
#include "web/form.h"
#include "web/language.h"
#include "web/view.h"

static const struct field key_form[] = {
	{ "public_key", LINES, .required = true, .label = N_("Public key"), .literal = true,
	  .hint = N_("As text, from -----BEGIN PGP PUBLIC KEY BLOCK----- to its end. To renew one that"
	      " expires, paste it again with its new date."),
	  .missing = N_("Paste the public key"), .max = TEAM_KEY_TEXT },
	{ NULL }
};

static const char *refusal_said(const char *refused)
{
	return text_is(refused, "several") ? N_("There is more than one key in it. Add them one by one.")
	    : text_is(refused, "revoked") ? N_("It was taken back by its owner (revoked).")
	    : N_("It cannot be read as an OpenPGP key.");
}

static void pour_key(struct request *r, struct place *row, struct db_rows *key)
{
	const char *state = db_get_text(key, "state");
	const moment ends = db_get_moment(key, "read_expires_at");

	place_number(r, row, "id", db_get_int(key, "id"));
	place_text(r, row, "state", state);
	place_moment(r, row, "added_at", db_get_moment(key, "added_at"));
	if (text_is(state, "refused"))
		place_text(r, row, "refused", refusal_said(db_get_text(key, "refused")));
	if (!text_is(state, "good"))
		return;
	place_text(r, row, "owner", db_get_text(key, "owner"));
	place_text(r, row, "algorithm", db_get_text(key, "algorithm"));
	place_text(r, row, "fingerprint", fingerprint_said(r->memory, db_get_text(key, "fingerprint")));
	place_text(r, row, "ends", ends != 0 ? day_said(r->memory, ends) : NULL);
	place_flag(r, row, "expired", ends != 0 && ends <= r->work->now);
	place_flag(r, row, "soon", ends > r->work->now
	    && ends < r->work->now + TEAM_KEY_SOON_DAYS * DAY);
}

int page_publish_keys(struct request *r)
{
	struct db_rows *keys = team_keys(r->work);
	struct place *place = view_place(r, "keys");

	for (size_t n = 0; db_next(keys); n++)
		pour_key(r, place_row(r, place, n), keys);
	view_flag(r, "signing", !text_is_empty(r->settings->signing_folder));
	form_show(r, key_form);
	return show(r, "publish/keys.cs");
}

int post_publish_key_add(struct request *r)
{
	if (!form_accept(r, key_form))
		return show_again(r, page_publish_keys);
	switch (key_shape_of(form_text(r, "public_key"))) {
	case KEY_BLOCK:
		break;
	case KEY_PRIVATE:
		form_complain(r, "public_key", N_("This is a secret key. Nobody but its owner may have it: take it"
		    " off the clipboard, and paste the public one"));
		return show_again(r, page_publish_keys);
	case KEY_NONE:
	case KEY_FINGERPRINT:
		form_complain(r, "public_key", N_("Paste the whole public key, with its first and last line"));
		return show_again(r, page_publish_keys);
	}
	if (!team_key_add(r->work, form_text(r, "public_key"))) {
		form_complain(r, "public_key", N_("There are ten keys already. Remove one first"));
		return show_again(r, page_publish_keys);
	}
	team_changes();
	tell(r, N_("Added. It is read within seconds."));
	return redirect(r, "/desk/publish/keys");
}

int post_publish_key_remove(struct request *r)
{
	if (!team_key_remove(r->work, path_number(r, "id")))
		return not_found(r);
	team_changes();
	tell(r, N_("Removed. Publish the profile anew, so that it no longer names the key."));
	return redirect(r, "/desk/publish/keys");
}
