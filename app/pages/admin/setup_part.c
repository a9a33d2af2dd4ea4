/* A part of the team on its page, and what becomes of a change. */
#include "pages/admin/setup_part.h"

#include <string.h>

#include "team_cache.h"
#include "web/language.h"
#include "web/view.h"

const struct team *setup_team_now(struct request *r)
{
	const struct team *team = team_load(r->work, r->work->memory);
	static const struct team nothing = {
		.code = "", .name = "", .short_name = "", .country = "", .zone = "",
		.email = "", .phone = "", .emergency_phone = "", .address = "",
		.privacy_contact = "", .complaint_body = "",
	};

	return team != NULL ? team : &nothing;
}

const char *setup_phone(struct request *r, const char *typed)
{
	const char *phone = text_ascii_digits(r->work->memory, text_bare(r->work->memory, typed));
	size_t digits = 0;

	for (const char *c = phone; *c != '\0'; c++)
		digits += *c >= '0' && *c <= '9';
	return digits >= 2 && strlen(phone) <= SETUP_PHONE
	    && strspn(phone, "0123456789 +().-") == strlen(phone)
	    && strchr(phone + 1, '+') == NULL ? phone : NULL;
}

/* `stale`: somebody was faster. What was typed stays, and beside it stands what is
 * there now. */
static int show_part(struct request *r, const struct setup_part *part, bool stale)
{
	const struct team *team = setup_team_now(r);
	size_t theirs = 0;

	form_show(r, part->form);
	for (const struct field *field = part->form; field->name != NULL; field++) {
		const char *value = field->hidden ? NULL : part->value(r, team, field->name);
		const char *under;

		if (field->hidden)
			continue;
		form_set(r, field->name, value);
		if (!stale || text_is_empty(value))
			continue;
		under = memory_printf(r->work->memory, "theirs.%zu", theirs++);
		view_text(r, memory_printf(r->work->memory, "%s.label", under), field->label);
		view_text(r, memory_printf(r->work->memory, "%s.value", under), value);
	}
	view_text(r, "part.title", part->title);
	view_text(r, "part.hint", part->hint);
	view_text(r, "part.name", part->name);
	view_text(r, "part.path", memory_printf(r->work->memory, "/admin/setup/%s", part->path));
	view_number(r, "part.version", form_version(r, setup_version(r->work, part->name), stale));
	view_flag(r, "stale", stale);
	if (stale) {
		form_keep(r);
		return show_status(r, 409, "admin/setup_part.cs");
	}
	return show(r, "admin/setup_part.cs");
}

int setup_show(struct request *r, const struct setup_part *part)
{
	return show_part(r, part, false);
}

int setup_saved(struct request *r, const char *path)
{
	team_changes();
	tell(r, N_("Saved."));
	return redirect(r, path);
}

int setup_after(struct request *r, const struct setup_part *part, enum setup_change change)
{
	switch (change) {
	case SETUP_SAVED:      return setup_saved(r, "/admin/setup");
	case SETUP_STALE:      return show_part(r, part, true);
	case SETUP_CODE_FIXED:
	case SETUP_UNKNOWN:
	case SETUP_FULL:       break;
	}
	return not_found(r);
}
