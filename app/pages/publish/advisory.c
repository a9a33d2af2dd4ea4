/* One advisory at the desk: how it stands, how it will look, and what is done with it. */
#include "pages/publish/advisory.h"

#include "base/text.h"
#include "domain/delivery.h"
#include "domain/mailing.h"
#include "pages/advisory.h"
#include "pages/threats.h"
#include "pages/choices.h"
#include "site.h"
#include "web/language.h"
#include "web/view.h"

const struct choice advisory_states[] = {
	{ "draft", N_("Being written") }, { "review", N_("In review") }, { "approved", N_("Approved") },
	{ "published", N_("Published") }, { "withdrawn", N_("Withdrawn") },
	{ "afterwards", N_("To be reviewed afterwards") },
	{ NULL }
};

const char *advisory_asked(struct request *r)
{
	return text_upper(r->work->memory, path_word(r, "reference"));
}

int to_advisory(struct request *r, const char *reference)
{
	return redirect(r, memory_printf(r->work->memory, "/desk/publish/advisories/%s", reference));
}


/* Its page ----------------------------------------------------------------------- */

static void pour_texts(struct request *r, const struct advisory *a)
{
	struct place *texts = view_place(r, "texts");
	size_t n = 0;

	for (size_t i = 0; i < language_count(); i++) {
		const struct language *language = language_at(i);
		const struct advisory_text *text = advisory_text_in(a, language->code);
		struct place *row = place_row(r, texts, n++);

		place_text(r, row, "lang", language->code);
		place_text(r, row, "language", language->name);
		place_flag(r, row, "first", text_is(language->code, a->content.language));
		if (text != NULL)
			place_text(r, row, "title", text->title);
	}
}

static void pour_reviews(struct request *r, const struct advisory *a)
{
	struct db_rows *row = advisory_reviews(r->work, a);
	struct place *reviews = view_place(r, "reviews");

	for (size_t i = 0; db_next(row); i++) {
		struct place *place = place_row(r, reviews, i);

		place_text(r, place, "verdict", db_get_text(row, "verdict"));
		place_text(r, place, "name", db_get_text(row, "name"));
		place_moment(r, place, "said_at", db_get_moment(row, "said_at"));
		place_text(r, place, "reason", db_get_text(row, "reason"));
		place_number(r, place, "number", db_get_int(row, "number"));
		place_flag(r, place, "lapsed", db_get_int(row, "number") == a->number + 1
		    && !db_get_bool(row, "current") && !text_is(db_get_text(row, "verdict"), "returned"));
		place_text(r, place, "looked_name", db_get_text(row, "looked_name"));
		place_moment(r, place, "looked_at", db_get_moment(row, "looked_at"));
		place_text(r, place, "looked_reason", db_get_text(row, "looked_reason"));
	}
}

static void pour_revisions(struct request *r, const struct advisory *a)
{
	struct db_rows *row = published_history(r->work, a->id);
	struct place *revisions = view_place(r, "revisions");

	for (size_t i = 0; db_next(row); i++) {
		struct place *place = place_row(r, revisions, i);

		place_number(r, place, "number", db_get_int(row, "number"));
		place_moment(r, place, "published_at", db_get_moment(row, "published_at"));
		place_flag(r, place, "withdrawn", db_get_bool(row, "withdrawn"));
		place_text(r, place, "reason", db_get_text(row, "reason"));
	}
}

/* What others know of its weaknesses. */
static void pour_threats(struct request *r, const struct advisory *a)
{
	struct place *weaknesses = view_place(r, "weaknesses");
	struct facts facts;

	facts_read_kept(r->work->memory, a->content.weaknesses, a->content.products, a->content.links,
	    &facts);
	for (size_t i = 0; i < facts.weakness_count; i++)
		place_text(r, place_row(r, weaknesses, i), "cve", facts.weaknesses[i].cve);
	threats_pour(r, weaknesses, &facts);
}

/* What this person can do with it now. */
/* Who needs more of it asks for the mailing afterwards. */
static const char *capped(struct request *r, int64_t count)
{
	return memory_printf(r->memory, "%lld%s", (long long)count, count >= MAILING_COUNTED ? "+" : "");
}

static void pour_acts(struct request *r, const struct advisory *a)
{
	static const struct { enum advisory_act act; const char *name; } names[] = {
		{ MAY_WRITE, "may.write" }, { MAY_SEND, "may.send" }, { MAY_APPROVE, "may.approve" },
		{ MAY_RETURN, "may.return" }, { MAY_OVERRIDE, "may.override" }, { MAY_PUBLISH, "may.publish" },
		{ MAY_CALL_OFF, "may.call_off" }, { MAY_CORRECT, "may.correct" }, { MAY_LEAVE, "may.leave" },
		{ MAY_ASK, "may.ask" }, { MAY_AGREE, "may.agree" }, { MAY_KEEP, "may.keep" },
		{ MAY_WITHDRAW_ALONE, "may.withdraw_alone" }, { MAY_LOOK_BACK, "may.look" },
	};
	const unsigned acts = advisory_acts(r->work, a);

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		view_flag(r, names[i].name, (acts & names[i].act) != 0);
	if ((acts & MAY_PUBLISH) != 0)
		view_text(r, "reaches", capped(r, delivery_of_advisory(r->work, a->id, MAILING_COUNTED)));
	view_flag(r, "unseen", advisory_is_unseen(r->work, a));
	view_flag(r, "own", text_is(a->state, "review") && advisory_is_writer(r->work, a));
	view_flag(r, "not_clear", !text_is(a->content.tlp, "clear"));
	view_flag(r, "waiting", a->waiting);
	view_flag(r, "out", a->number > 0 && !a->waiting && !a->withdrawn);
}

static void pour_state(struct request *r, const struct advisory *a)
{
	const struct advisory_text *text = advisory_text_in(a, a->content.language);

	view_text(r, "advisory.reference", a->reference);
	view_text(r, "advisory.title", text->title);
	view_text(r, "advisory.lang", text->language);
	view_text(r, "advisory.state", a->state);
	view_text(r, "advisory.state.label", choice_label(advisory_states, a->state));
	view_text(r, "advisory.kind", choice_label(advisory_kinds, a->content.kind));
	view_text(r, "advisory.severity", a->content.severity);
	view_text(r, "advisory.severity.label",
	    choice_label(advisory_severities, a->content.severity));
	view_text(r, "advisory.tlp", a->content.tlp);
	view_text(r, "advisory.correction", a->reason);
	view_text(r, "advisory.withdrawal", a->withdrawal);
	view_text(r, "advisory.asker", a->asker);
	view_number(r, "advisory.version", a->version);
	view_number(r, "advisory.number", a->number);
	view_moment(r, "advisory.published_at", a->published_at);
	view_moment(r, "advisory.changed_at", a->changed_at);
}

int advisory_show(struct request *r, int status)
{
	struct advisory a;

	if (!advisory_find(r->work, advisory_asked(r), &a))
		return not_found(r);
	for (size_t i = 0; advisory_act_forms[i] != NULL; i++)
		form_show(r, advisory_act_forms[i]);
	pour_state(r, &a);
	pour_texts(r, &a);
	view_rows(r, "writers", advisory_writers(r->work, &a));
	pour_reviews(r, &a);
	pour_revisions(r, &a);
	view_rows(r, "mailings", mailings_of_advisory(r->work, a.id));
	pour_threats(r, &a);
	pour_acts(r, &a);
	return status != 0 ? show_status(r, status, "publish/advisory.cs")
	    : show(r, "publish/advisory.cs");
}

int page_publish_advisory(struct request *r)
{
	return advisory_show(r, 0);
}

static const char *language_asked(struct request *r)
{
	const struct language *language = language_by_code(path_word(r, "language"));

	return language != NULL ? language->code : NULL;
}

/* As everybody would read it now. */
int page_publish_advisory_preview(struct request *r)
{
	struct published p;
	struct advisory a;

	if (language_asked(r) == NULL || !advisory_find(r->work, advisory_asked(r), &a))
		return not_found(r);
	advisory_as_published(r, &a, &p);
	advisory_pour(r, &p, language_asked(r));
	view_text(r, "advisory.tlp", a.content.tlp);
	view_text(r, "preview.reference", a.reference);
	return show(r, "publish/advisory_preview.cs");
}

/* As everybody could read it then. */
int page_publish_advisory_revision(struct request *r)
{
	struct published p;
	struct advisory a;

	if (!advisory_find(r->work, advisory_asked(r), &a)
	    || !published_revision(r->work, a.id, path_number(r, "id"), &p))
		return not_found(r);
	advisory_pour(r, &p, r->language);
	view_text(r, "preview.reference", a.reference);
	view_number(r, "preview.number", p.number);
	return show(r, "publish/advisory_preview.cs");
}
