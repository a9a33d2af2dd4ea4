/* That the team has begun its work, and what was released with it. */
#include "site.h"

#include "base/text.h"
#include "domain/announcement.h"
#include "team_cache.h"
#include "web/language.h"
#include "web/view.h"

int page_announcement(struct request *r)
{
	const struct team *team = team_now(r->work);
	struct announcement_text text;
	const struct language *spoken;

	if (team == NULL || team->announced_at == 0
	    || !announcement_shown(r->work, r->language, language_at(0)->code, &text))
		return not_found(r);
	same_for_everybody(r);
	spoken = language_by_code(text.language);
	view_text(r, "announcement.title", text.title);
	view_text(r, "announcement.body", text.body);
	view_text(r, "announcement.lang", text.language);
	view_text(r, "announcement.language", spoken != NULL ? spoken->name : text.language);
	view_flag(r, "announcement.elsewhere", !text_is(text.language, r->language));
	view_text(r, "announcement.sponsor", team->announced_by);
	view_text(r, "announcement.day", day_said(r->memory, team->announced_at));
	return show(r, "public/announcement.cs");
}
