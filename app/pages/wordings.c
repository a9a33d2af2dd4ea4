/* A field for each language. */
#include "pages/wordings.h"

#include "base/memory.h"
#include "base/text.h"
#include "web/language.h"
#include "web/view.h"

static const struct field version = {
	"version", NUMBER, .hidden = true, .max = 1000000000, .label = N_("Version"),
};

static const char *name_of(struct request *r, const char *language)
{
	return memory_printf(r->work->memory, "words_%s", language);
}

const struct field *wordings_form(struct request *r, const struct field *own, const char *label,
	const char *hint)
{
	struct field *form;
	size_t count = 0;

	while (own[count].name != NULL)
		count++;
	form = memory_array(r->work->memory, struct field, count + language_count() + 2);
	for (size_t i = 0; i < count; i++)
		form[i] = own[i];
	for (size_t i = 0; i < language_count(); i++)
		form[count++] = (struct field){
			.name = name_of(r, language_at(i)->code), .kind = LINES, .max = WORDING, .straight = true,
			.label = t_fill(r->work->memory, t(label), "language", language_at(i)->name, NULL),
			.hint = i == 0 ? hint : NULL,
		};
	form[count] = version;
	return form;
}

void wordings_show(struct request *r, struct db_rows *rows)
{
	while (db_next(rows))
		if (language_by_code(db_get_text(rows, "language")) != NULL)
			form_set(r, name_of(r, db_get_text(rows, "language")), db_get_text(rows, "value"));
}

const struct wording *wordings_told(struct request *r, size_t *count)
{
	struct wording *wordings = memory_array(r->work->memory, struct wording, language_count());

	*count = language_count();
	for (size_t i = 0; i < *count; i++)
		wordings[i] = (struct wording){ language_at(i)->code,
			form_text(r, name_of(r, language_at(i)->code)) };
	return wordings;
}

void wordings_pour(struct request *r, struct db_rows *rows, size_t n)
{
	for (; db_next(rows); n++) {
		const struct language *language = language_by_code(db_get_text(rows, "language"));
		const char *under = memory_printf(r->work->memory, "theirs.%zu", n);

		if (language == NULL)
			continue;
		view_text(r, memory_printf(r->work->memory, "%s.label", under), language->name);
		view_text(r, memory_printf(r->work->memory, "%s.value", under),
		    db_get_text(rows, "value"));
	}
}

const char *first_language(void)
{
	return language_at(0)->code;
}
