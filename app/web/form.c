/* Forms between the body and the view: what came for the fields of a table,
 * what was accepted, and what the page shows of it. */
#include "web/form.h"

#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "web/form_check.h"
#include "web/language.h"
#include "web/view.h"

enum { CHOSEN_BYTES = 4096 };

/* One field with all that is known of it. */
struct entry {
	const struct field *field;
	struct typed typed;
	struct accepted accepted;
	const char *wrong;         /* NULL: nothing is */
};

struct form {
	const struct field *table;
	struct entry *entries;
	size_t count;
	bool sent;                 /* came from the visitor: what was typed stays */
	bool again;                /* is to be shown again */
	struct form *before;       /* a page may show more than one */
};

/* What every form may send besides its fields. */
static const char *const known[] = {
	"token", "continue", "send", "save", "language", "language_switch",
	"add_files", "remove_file",
};

/* Tables may be made anew for each page; their names tell them apart. */
static bool is_of(const struct form *form, const struct field *table)
{
	for (size_t i = 0; i < form->count; i++)
		if (!text_is(form->table[i].name, table[i].name))
			return false;
	return table[form->count].name == NULL;
}

static struct form *form_open(struct request *r, const struct field *table)
{
	struct form *form = memory_new(r->work->memory, struct form);

	form->table = table;
	while (table[form->count].name != NULL)
		form->count++;
	form->entries = memory_array(form, struct entry, form->count);
	for (size_t i = 0; i < form->count; i++) {
		form->entries[i].field = &table[i];
		if ((table[i].kind == CHOICE || table[i].kind == CHOICES)
				&& table[i].choices == NULL)
			bug("the field '%s' offers nothing to choose", table[i].name);
	}
	form->before = r->form;
	r->form = form;
	return form;
}

static struct entry *find(const struct request *r, const char *name,
	struct form **its_form)
{
	for (struct form *form = r->form; form != NULL; form = form->before)
		for (size_t i = 0; i < form->count; i++)
			if (text_is(form->entries[i].field->name, name)) {
				*its_form = form;
				return &form->entries[i];
			}
	bug("the form has no field '%s'", name);
}

static const struct entry *entry_of(const struct request *r, const char *name)
{
	struct form *form;

	return find(r, name, &form);
}

static bool is_in_list(const char *list, const char *word)
{
	size_t size = strlen(word);

	for (const char *at = list; at != NULL && *at != '\0'; ) {
		size_t length = strcspn(at, ",");

		if (length == size && memcmp(at, word, size) == 0)
			return true;
		at += length + (at[length] == ',');
	}
	return false;
}


/* What came. */

static const char *part(const struct request *r, const struct field *field,
	const char *what)
{
	return field_value(&r->body, memory_printf(r->work->memory, "%s-%s",
		field->name, what));
}

static const struct choice *choice_of(const struct field *field, const char *value)
{
	for (const struct choice *choice = field->choices; choice->value; choice++)
		if (text_is(choice->value, value))
			return choice;
	return NULL;
}

static bool came(const struct request *r, const char *name, const char *value)
{
	for (size_t i = 0; i < r->body.count; i++)
		if (text_is(r->body.list[i].name, name)
				&& text_is(r->body.list[i].value, value))
			return true;
	return false;
}

/* A checkbox each: repeated fields, told in the order of the table. */
static void take_choices(const struct request *r, const struct field *field,
	struct typed *typed)
{
	struct buffer chosen;

	buffer_open(&chosen, r->work->memory, CHOSEN_BYTES);
	for (const struct choice *choice = field->choices; choice->value; choice++)
		if (came(r, field->name, choice->value))
			buffer_printf(&chosen, "%s%s", chosen.size ? "," : "", choice->value);
	typed->text = buffer_text(&chosen);
	for (size_t i = 0; i < r->body.count; i++)
		if (text_is(r->body.list[i].name, field->name)
				&& r->body.list[i].value[0] != '\0'
				&& choice_of(field, r->body.list[i].value) == NULL)
			typed->stray = true;
}

static void take(const struct request *r, const struct field *field,
	struct typed *typed)
{
	typed->text = field_value(&r->body, field->name);
	if (field->kind == CHOICES)
		take_choices(r, field, typed);
	if (field->kind != DAY_OR_TEXT)
		return;
	if (text_is_empty(typed->text))
		typed->text = part(r, field, "words");
	typed->day = part(r, field, "day");
	typed->month = part(r, field, "month");
	typed->year = part(r, field, "year");
	typed->time = part(r, field, "time");
}

static bool is_part(const char *rest)
{
	return text_is(rest, "-day") || text_is(rest, "-month") || text_is(rest, "-year")
		|| text_is(rest, "-time") || text_is(rest, "-words");
}

static bool is_expected(const struct form *form, const char *name)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (text_is(name, known[i]))
			return true;
	for (size_t i = 0; i < form->count; i++) {
		const struct field *field = form->entries[i].field;

		if (!text_starts(name, field->name))
			continue;

		const char *rest = name + strlen(field->name);

		if (*rest == '\0' || (field->kind == DAY_OR_TEXT && is_part(rest)))
			return true;
	}
	return false;
}

static void note_unknown(const struct request *r, const struct form *form)
{
	size_t unknown = 0;

	for (size_t i = 0; i < r->body.count; i++)
		unknown += !is_expected(form, r->body.list[i].name);
	if (unknown > 0)
		log_note("unknown fields in a form: %zu", unknown);
}


/* What is shown. */

static const char *kind_said(enum field_kind kind)
{
	switch (kind) {
	case TEXT:        return "text";
	case LINES:       return "lines";
	case CHOICE:      return "choice";
	case CHOICES:     return "choices";
	case EMAIL:       return "email";
	case PHONE:       return "phone";
	case NUMBER:      return "number";
	case AMOUNT:      return "amount";
	case DAY_OR_TEXT: return "day_or_text";
	case CODE:        return "code";
	case SECRET:      return "secret";
	case ID:          return "id";
	case FILES:       return "files";
	}
	bug("a field of no kind");
}

/* Of letters, digits and hyphens: a value may have other signs ("amber+strict"). */
static const char *choice_id(const void *memory, const char *field, const char *value)
{
	char *id = memory_printf(memory, "%s-%s", field, value);

	for (char *c = id + strlen(field); *c != '\0'; c++)
		if (strchr("+.,:/", *c) != NULL)
			*c = '-';
	return id;
}

static void pour_choices(struct request *r, const struct entry *entry, struct place *place)
{
	const struct field *field = entry->field;
	struct place *choices = place_under(r, place, "choices");

	for (size_t i = 0; field->choices[i].value != NULL; i++) {
		const struct choice *choice = &field->choices[i];
		struct place *row = place_row(r, choices, i);

		/* A link to the field leads to its first control. */
		place_text(r, row, "id", i == 0 ? field->name
		    : choice_id(r->work->memory, field->name, choice->value));
		place_text(r, row, "value", choice->value);
		place_text(r, row, "label", choice->label);
		place_text(r, row, "hint", choice->hint);
		place_text(r, row, "group", choice->group);
		place_flag(r, row, "chosen", field->kind == CHOICES
			? is_in_list(entry->typed.text, choice->value)
			: text_is(entry->typed.text, choice->value));
	}
}

static void pour_value(struct request *r, const struct entry *entry, struct place *place)
{
	const struct field *field = entry->field;
	const struct typed *typed = &entry->typed;

	if (field->kind != SECRET)
		place_text(r, place, "value", typed->text);
	if (field->kind == CHOICE || field->kind == CHOICES)
		pour_choices(r, entry, place);
	if (field->kind != DAY_OR_TEXT)
		return;
	place_text(r, place, "words", typed->text);
	place_text(r, place, "day", typed->day);
	place_text(r, place, "month", typed->month);
	place_text(r, place, "year", typed->year);
	place_text(r, place, "time", typed->time);
}

static struct place *place_of(struct request *r, const struct field *field)
{
	return place_under(r, view_place(r, "form"), field->name);
}

static void pour_entry(struct request *r, const struct entry *entry)
{
	const struct field *field = entry->field;
	struct place *place = place_of(r, field);

	place_text(r, place, "name", field->name);
	place_text(r, place, "kind", field->hidden ? "hidden" : kind_said(field->kind));
	place_text(r, place, "label", field->label);
	place_text(r, place, "hint", field->hint);
	place_text(r, place, "autocomplete", field->autocomplete);
	place_flag(r, place, "required", field->required);
	place_flag(r, place, "literal", field->literal);
	pour_value(r, entry, place);
	place_text(r, place, "error", entry->wrong);
}

/* The summary at the top of the page, in the order of the fields. */
static void pour_errors(struct request *r)
{
	size_t n = 0;

	for (const struct form *form = r->form; form != NULL; form = form->before)
		for (size_t i = 0; i < form->count; i++) {
			const struct entry *entry = &form->entries[i];

			if (entry->wrong == NULL)
				continue;
			/* What nobody sees, nobody can be led to. */
			if (!entry->field->hidden)
				view_text(r, memory_printf(r->work->memory,
					"form_errors.%zu.name", n), entry->field->name);
			view_text(r, memory_printf(r->work->memory,
				"form_errors.%zu.message", n++), entry->wrong);
		}
	view_flag(r, "form_state.good", form_is_good(r));
}

static void pour_form(struct request *r, const struct form *form)
{
	for (size_t i = 0; i < form->count; i++)
		pour_entry(r, &form->entries[i]);
	pour_errors(r);
}


/* The door. */

static bool accept(struct request *r, const struct field *table, bool finished)
{
	r->form = NULL;

	struct form *form = form_open(r, table);

	form->sent = true;
	for (size_t i = 0; i < form->count; i++) {
		struct entry *entry = &form->entries[i];
		struct field asked = *entry->field;

		asked.required = asked.required && finished;
		take(r, entry->field, &entry->typed);
		if (!r->switching)
			entry->wrong = check_typed(r->work->memory, &asked,
				&entry->typed, r->work->now, &entry->accepted);
	}
	note_unknown(r, form);
	if (form_is_good(r) && !r->switching)
		return true;
	pour_form(r, form);
	return false;
}

bool form_accept(struct request *r, const struct field *table)
{
	return accept(r, table, true);
}

bool form_accept_unfinished(struct request *r, const struct field *table)
{
	return accept(r, table, false);
}

/* The form that was just sent keeps what was typed; it is the same page that
 * shows it the first time and after a mistake. */
void form_show(struct request *r, const struct field *table)
{
	for (const struct form *form = r->form; form != NULL; form = form->before)
		if (is_of(form, table)) {
			pour_form(r, form);
			return;
		}
	pour_form(r, form_open(r, table));
}

void form_set(struct request *r, const char *name, const char *value)
{
	struct form *form;
	struct entry *entry = find(r, name, &form);

	if (form->sent)
		return;
	value = memory_text(r->work->memory, value);
	if (entry->field->kind == DAY_OR_TEXT)
		day_typed(r->work->memory, value, &entry->typed);
	else
		entry->typed.text = value;
	pour_value(r, entry, place_of(r, entry->field));
}

void form_set_choices(struct request *r, const char *name,
	const char *comma_separated)
{
	form_set(r, name, comma_separated);
}

const char *form_text(const struct request *r, const char *name)
{
	return entry_of(r, name)->accepted.text;
}

int64_t form_number(const struct request *r, const char *name)
{
	return entry_of(r, name)->accepted.number;
}

int64_t form_version(const struct request *r, int64_t there, bool stale)
{
	struct form *form;
	const struct entry *entry = find(r, "version", &form);

	return form->sent && !stale ? entry->accepted.number : there;
}

bool form_has(const struct request *r, const char *name, const char *choice)
{
	const struct entry *entry = entry_of(r, name);

	if (choice_of(entry->field, choice) == NULL)
		bug("the field '%s' has no choice '%s'", name, choice);
	return is_in_list(entry->accepted.text, choice);
}

void form_complain(struct request *r, const char *name, const char *sentence)
{
	struct form *form;
	struct entry *entry = find(r, name, &form);

	entry->wrong = t(sentence);
	pour_form(r, form);
}

bool form_is_good(const struct request *r)
{
	for (const struct form *form = r->form; form != NULL; form = form->before) {
		if (form->again)
			return false;
		for (size_t i = 0; i < form->count; i++)
			if (form->entries[i].wrong != NULL)
				return false;
	}
	return true;
}

void form_keep(struct request *r)
{
	if (r->form != NULL)
		pour_form(r, r->form);
}

int show_again(struct request *r, int (*page)(struct request *))
{
	static const struct field no_field[] = { { .name = NULL } };

	if (r->form == NULL)
		form_open(r, no_field);
	r->form->again = !r->switching;
	return page(r);
}
