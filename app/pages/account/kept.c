/* A form that came after its session had ended: offered again to its owner. */
#include "domain/kept_form.h"

#include <string.h>

#include "pages/account/entry.h"
#include "site.h"
#include "web/language.h"
#include "web/view.h"

/* Fields that people write, and what they are called to them. The others go
 * along without being shown. */
static const struct { const char *name, *label; } people_write[] = {
	{ "subject",     N_("Subject") },
	{ "body",        N_("Text") },
	{ "description", N_("What happened") },
	{ "name",        N_("Name") },
	{ "email",       N_("E-mail address") },
	{ "phone",       N_("Telephone") },
};

static const char *label_of(const char *name)
{
	for (size_t i = 0; i < sizeof people_write / sizeof people_write[0]; i++)
		if (text_is(people_write[i].name, name))
			return people_write[i].label;
	return NULL;
}

static void pour_shown(struct request *r, const char *label, const char *value, size_t number)
{
	view_text(r, memory_printf(r->memory, "kept.shown.%zu.label", number), label);
	view_text(r, memory_printf(r->memory, "kept.shown.%zu.value", number), value);
}

static void pour_fields(struct request *r, const struct field_values *fields)
{
	size_t number = 0, shown = 0;

	for (size_t i = 0; i < fields->count; i++) {
		const struct field_value *field = &fields->list[i];
		const char *label = label_of(field->name);

		/* The token was of the session that ended. */
		if (text_is(field->name, "token"))
			continue;
		view_text(r, memory_printf(r->memory, "kept.fields.%zu.name", number), field->name);
		view_text(r, memory_printf(r->memory, "kept.fields.%zu.value", number++),
		    field->value);
		if (label != NULL && *field->value != '\0')
			pour_shown(r, label, field->value, shown++);
	}
}

int page_login_kept(struct request *r)
{
	struct field_values fields = { 0 };
	struct kept_form form;
	struct session session;

	if (session_here(r, &session) != SESSION_LIVE || query_text(r, "form") == NULL
	    || !kept_form_open(r->work, query_text(r, "form"), session.actor.account_id, &form)
	    || parse_fields(r->memory, form.fields, strlen(form.fields), &fields) != PARSE_OK)
		return not_found(r);
	view_text(r, "kept.action", form.path);
	pour_fields(r, &fields);
	return show(r, "account/kept.cs");
}
