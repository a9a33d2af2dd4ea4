/* A mail to a list: what it brings, and how it is ended (RFC 8058). */
#include "jobs/bulletin.h"

#include <string.h>

#include "base/settings.h"
#include "base/text.h"
#include "domain/delivery.h"
#include "domain/team.h"
#include "mail/encode.h"
#include "web/language.h"
#include "web/view.h"

/* Words of the columns, as people read them. */
static const struct label {
	const char *name, *label;
} labels[] = {
	{ "alert", N_("Alert") }, { "advisory", N_("Advisory") }, { "note", N_("Note") },
	{ "vulnerability", N_("Vulnerability") }, { "awareness", N_("Awareness") },
	{ "critical", N_("Critical") }, { "high", N_("High") }, { "medium", N_("Medium") },
	{ "low", N_("Low") },
	{ NULL }
};

static const char *label_of(const char *name)
{
	for (const struct label *one = labels; one->name != NULL; one++)
		if (text_is(one->name, name))
			return t(one->label);
	return NULL;
}

/* Of the letter that is being written: a letter at a time. */
static const char *subject;

const char *letter_place(const struct request *r, const char *path)
{
	return memory_printf(r->memory, "%s%s%s%s", r->settings->address, r->prefixed ? "/" : "",
	    r->prefixed ? r->language : "", path);
}

/* What changed since it was first sent. */
static const char *titled(struct request *r, struct db_rows *item)
{
	const char *title = mail_line(r->memory, db_get_text(item, "title"));

	if (db_get_bool(item, "withdrawn"))
		return t_fill(r->memory, t("Withdrawn: {title}"), "title", title, NULL);
	if (db_get_int(item, "number") > 1)
		return t_fill(r->memory, t("Corrected: {title}"), "title", title, NULL);
	return title;
}

static void pour_item(struct request *r, struct place *row, struct db_rows *item)
{
	const char *reference = db_get_text(item, "reference"), *title = titled(r, item);
	const char *kind = label_of(db_get_text(item, "kind"));

	place_text(r, row, "title", title);
	place_text(r, row, "tlp", db_get_text(item, "tlp"));
	place_text(r, row, "kind", kind);
	place_text(r, row, "severity", label_of(db_get_text(item, "severity")));
	place_text(r, row, "why", db_get_text(item, "why"));
	place_text(r, row, "body", db_get_text(item, "body"));
	place_flag(r, row, "foreign", !text_is(db_get_text(item, "language"), r->language));
	if (reference != NULL)
		place_text(r, row, "address", letter_place(r, memory_printf(r->memory, "/advisories/%s",
		    reference)));
	if (subject == NULL)
		subject = memory_printf(r->memory, "[%s] %s: %s", db_get_text(item, "tlp"), kind, title);
}

static void pour_items(struct request *r, const struct letter *letter)
{
	struct db_rows *items = delivery_items(r->work, letter->id, r->language);
	struct place *rows = view_place(r, "items");

	for (size_t n = 0; db_next(items); n++)
		pour_item(r, place_row(r, rows, n), items);
	view_number(r, "letter.items", (int64_t)db_row_count(items));
}

/* Its domain is that of the sender. */
static const struct mail_list *headers(struct request *r, const struct delivery *of,
	const struct mail *mail)
{
	struct mail_list *list = memory_array(r->memory, struct mail_list, 1);
	const char *at = strrchr(mail->from, '@');

	*list = (struct mail_list){
		.id = memory_printf(r->memory, "list-%lld.%s", (long long)of->list_id,
		    at != NULL ? at + 1 : "belfry.invalid"),
		.unsubscribe = letter_place(r, memory_printf(r->memory, "/unsubscribe/%s", of->token)),
		.archive = of->open ? letter_place(r, "/advisories") : NULL,
	};
	return list;
}

bool bulletin_pour(struct request *r, const struct letter *letter, struct mail *mail)
{
	struct delivery of;

	subject = NULL;
	if (!delivery_of(r->work, letter->subscription_id, &of))
		return false;
	view_text(r, "letter.list", mail_line(r->memory, t(of.list)));
	view_text(r, "letter.wording", of.wording);
	view_text(r, "letter.list_tlp", of.tlp);
	view_flag(r, "letter.open", of.open);
	view_flag(r, "letter.invited", of.invited);
	view_flag(r, "letter.asked", text_is(of.state, "asked"));
	view_text(r, "letter.page", letter_place(r, memory_printf(r->memory, "/subscription/%s",
	    of.token)));
	view_text(r, "letter.unsubscribe", letter_place(r, memory_printf(r->memory, "/unsubscribe/%s",
	    of.token)));
	if (text_is(letter->kind, "subscription"))
		return true;
	pour_items(r, letter);
	mail->list = headers(r, &of, mail);
	return true;
}

const char *bulletin_subject(void)
{
	return subject != NULL ? subject : t("News");
}
