/* Inviting people to an event: a list of addresses, as it was pasted. */
#include <string.h>

#include "base/mailbox.h"
#include "base/text.h"
#include "domain/guest.h"
#include "pages/publish/events.h"
#include "site.h"
#include "web/form_check.h"
#include "web/language.h"
#include "web/view.h"

enum { LIST_CHARACTERS = GUESTS_AT_ONCE * 150, WRONG_SHOWN = 3, WRONG_CHARACTERS = 60 };

static const struct field address_field = { "address", EMAIL, .label = N_("Mail address") };

const struct field *invite_form(struct request *r)
{
	struct choice *languages = memory_array(r->work->memory, struct choice, language_count() + 1);
	struct field *form = memory_array(r->work->memory, struct field, 3);

	for (size_t i = 0; i < language_count(); i++)
		languages[i] = (struct choice){ language_at(i)->code, language_at(i)->name };
	form[0] = (struct field){
		"addresses", LINES, true, N_("Mail addresses"),
		.hint = N_("One on a line, at most 200. Who is invited already is not written to again."),
		.missing = N_("Enter an address"), .max = LIST_CHARACTERS, .literal = true,
	};
	form[1] = (struct field){ "language", CHOICE, true, N_("Language of their letters"),
		.choices = languages, .missing = N_("Choose a language") };
	return form;
}

/* The list as it is read: what is right, and the first ones that are not. */
struct list {
	const char *addresses[GUESTS_AT_ONCE];
	const char *keys[GUESTS_AT_ONCE];
	size_t count, twice, wrong;
	bool full;
	struct buffer complaints;
};

static void complain(struct request *r, struct list *list, int line, const char *what)
{
	if (list->wrong++ >= WRONG_SHOWN)
		return;
	buffer_printf(&list->complaints, "%s%s", list->wrong > 1 ? " " : "",
	    t_fill(r->work->memory, t(N_("Line {line}: “{what}” is no mail address.")),
	    "line", memory_printf(r->work->memory, "%d", line),
	    "what", text_cut(r->work->memory, what, WRONG_CHARACTERS), NULL));
}

static void take_address(struct request *r, struct list *list, int line, const char *typed)
{
	const struct typed came = { .text = typed };
	struct accepted accepted = { 0 };
	const char *key;

	if (check_typed(r->work->memory, &address_field, &came, r->work->now, &accepted) != NULL
	    || accepted.text == NULL) {
		complain(r, list, line, typed);
		return;
	}
	key = mailbox_key(r->work->memory, accepted.text);
	for (size_t i = 0; i < list->count; i++)
		if (text_is(list->keys[i], key)) {
			list->twice++;
			return;
		}
	if (list->count == GUESTS_AT_ONCE) {
		list->full = true;
		return;
	}
	list->addresses[list->count] = accepted.text;
	list->keys[list->count++] = key;
}

/* "Anna Berg <anna@example.org>", as mail programs copy it, or the address alone. */
static const char *without_name(const void *memory, const char *piece)
{
	const char *open = strrchr(piece, '<'), *close = open != NULL ? strchr(open, '>') : NULL;

	return close == NULL || close[1] != '\0' ? piece
	    : memory_text_of(memory, open + 1, (size_t)(close - open - 1));
}

/* Some programs put commas or semicolons between addresses; a comma may stand in a
 * name too. */
static void take_line(struct request *r, struct list *list, int number, const char *line)
{
	const char *between = strchr(line, '<') != NULL ? ";" : ",;";

	while (*line != '\0') {
		const size_t size = strcspn(line, between);
		const char *piece = text_trim(r->work->memory, text_bare(r->work->memory,
		    memory_text_of(r->work->memory, line, size)));

		if (*piece != '\0')
			take_address(r, list, number, without_name(r->work->memory, piece));
		line += size + (line[size] != '\0');
	}
}

static bool read_list(struct request *r, struct list *list)
{
	const char *text = form_text(r, "addresses");

	*list = (struct list){ 0 };
	buffer_open(&list->complaints, r->work->memory, 4000);
	for (int number = 1; *text != '\0'; number++) {
		const size_t size = strcspn(text, "\n");

		take_line(r, list, number, memory_text_of(r->work->memory, text, size));
		text += size + (text[size] != '\0');
	}
	if (list->wrong > 0)
		form_complain(r, "addresses", buffer_text(&list->complaints));
	else if (list->full)
		form_complain(r, "addresses", N_("That is more than 200 addresses. Invite them in two or"
		    " more lists"));
	else if (list->count == 0)
		form_complain(r, "addresses", N_("Enter an address"));
	return form_is_good(r);
}

int post_publish_event_invite(struct request *r)
{
	const int64_t id = path_number(r, "id");
	struct list *list = memory_new(r->work->memory, struct list);
	struct invited invited;

	if (!form_accept(r, invite_form(r)) || !read_list(r, list))
		return show_again(r, page_publish_event);
	switch (guests_invite(r->work, id, form_text(r, "language"), list->addresses, list->count,
	    &invited)) {
	case INVITED:
		return redirect(r, memory_printf(r->work->memory,
		    "/desk/publish/events/%lld?fresh=%zu&known=%zu&twice=%zu", (long long)id,
		    invited.fresh, invited.before, list->twice));
	case INVITED_TOO_MANY:
		form_complain(r, "addresses", N_("With these there would be more than 500 guests, which is"
		    " as many as one event can have. Nobody was invited"));
		return show_again(r, page_publish_event);
	case INVITED_NOT_NOW:
		return after_occasion(r, OCCASION_NOT_NOW, NULL);
	case INVITED_UNKNOWN:
		break;
	}
	return not_found(r);
}

int post_publish_guest_remove(struct request *r)
{
	const int64_t id = guest_remove(r->work, path_number(r, "id"));

	if (id == 0)
		return not_found(r);
	return to_occasion(r, id, N_("Removed. The link in the letter opens nothing any more."));
}
