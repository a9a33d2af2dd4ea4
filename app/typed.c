/* What was typed goes back to its writer, or waits for them. */
#include "typed.h"

#include <string.h>

#include "base/text.h"
#include "domain/kept_form.h"
#include "web/encode.h"
#include "web/language.h"
#include "web/token.h"
#include "web/view.h"

enum { TYPED_BYTES = 2 * PARSE_TEXT_BYTES };      /* of a form offered again: all */

void typed_offer_again(struct request *r)
{
	size_t size = 0, n = 0;

	if (r->method != POST || r->body.count == 0)
		return;
	for (size_t i = 0; i < r->body.count; i++) {
		const struct field_value *field = &r->body.list[i];
		const char *under;

		if (text_is(field->name, "token") || strstr(field->name, "password") != NULL
		    || text_is(field->name, "code") || text_is(field->name, "secret"))
			continue;
		size += strlen(field->name) + strlen(field->value);
		if (size > TYPED_BYTES)
			return;
		under = memory_printf(r->work->memory, "kept.%zu", n++);
		view_text(r, memory_printf(r->work->memory, "%s.name", under), field->name);
		view_text(r, memory_printf(r->work->memory, "%s.value", under), field->value);
	}
	view_text(r, "error.action", r->path);
	view_flag(r, "error.retry", true);
}

void typed_keep(struct request *r, const struct session *session)
{
	const char *kept;

	if (r->method != POST || session->state != SESSION_EXPIRED || !origin_is_ours(r))
		return;
	kept = kept_form_put(r->work, session->actor.account_id, r->path,
	    encode_fields(r->work->memory, &r->body));
	if (kept == NULL)
		return;
	set_cookie(r, "belfry_kept", kept, KEPT_FORM_ENDS);
	tell(r, N_("You were signed out because nothing happened for a while."
	    " What you wrote is kept: sign in to send it."));
}
