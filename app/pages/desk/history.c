/* Messages and events, merged by time and said in words. */
#include "pages/desk/history.h"

#include "base/text.h"
#include "domain/attachment.h"
#include "domain/event.h"
#include "domain/message.h"
#include "pages/files.h"
#include "web/language.h"
#include "web/view.h"

/* Actions that say all by themselves. What the messages say is not said twice:
 * 'replied', 'noted' and 'written' are not here. */
static const struct saying {
	const char *action, *sentence;
} sayings[] = {
	{ "opened", N_("The report arrived") },
	{ "subject", N_("The subject was changed") },
	{ "answered", N_("First answer") },
	{ "held", N_("Held: it came while far more reports than usual were arriving") },
	{ "accepted", N_("Taken into the queue") },
	{ "spam", N_("Marked as spam") },
	{ "not_spam", N_("No longer spam") },
	{ "not_duplicate", N_("No longer a duplicate") },
	{ "not_mailed", N_("The reporter could not be told by mail") },
	{ NULL }
};

/* What was mailed, by its kind. */
static const struct saying mails[] = {
	{ "received", N_("The reporter was told by mail that the report arrived") },
	{ "answered", N_("The reporter was told by mail that there is an answer") },
	{ NULL }
};

/* Actions with a value, which fills the hole. */
static const struct saying changes[] = {
	{ "state", N_("State: {value}") },
	{ "priority", N_("Priority: {value}") },
	{ "tlp", N_("Sharing: {value}") },
	{ "rsit", N_("Class: {value}") },
	{ "owner", N_("Owner: {value}") },
	{ "duplicate", N_("Marked as a duplicate of {value}") },
	{ NULL }
};

static const char *sentence_of(const struct saying *list, const char *action)
{
	for (; list->action != NULL; list++)
		if (text_is(list->action, action))
			return list->sentence;
	return NULL;
}

/* One event in a sentence; NULL: not worth a line. */
static const char *event_said(struct request *r, struct db_rows *event)
{
	const char *action = db_get_text(event, "action"), *value = db_get_text(event, "to_label");
	const char *change = sentence_of(changes, action), *saying = sentence_of(sayings, action);

	if (text_is(action, "owner") && value == NULL)
		return t("Nobody owns it now");
	if (text_is(action, "mailed"))
		saying = sentence_of(mails, db_get_text(event, "to_value"));
	if (change != NULL)
		return t_fill(r->work->memory, t(change), "value", value != NULL ? t(value) : "?", NULL);
	return saying != NULL ? t(saying) : NULL;
}

static void pour_event(struct request *r, struct db_rows *event, struct place *entry)
{
	place_text(r, entry, "kind", "event");
	place_text(r, entry, "author", db_get_text(event, "name"));
	place_text(r, entry, "said", event_said(r, event));
	place_moment(r, entry, "at", db_get_moment(event, "happened_at"));
}

static void pour_message(struct request *r, struct db_rows *message, const char *reporter,
	struct place *entry)
{
	const char *author = db_get_text(message, "author");

	place_text(r, entry, "kind", "message");
	place_text(r, entry, "direction", db_get_text(message, "direction"));
	if (text_is(db_get_text(message, "direction"), "from_reporter")) {
		place_text(r, entry, "by", author);
		author = reporter != NULL ? reporter : t("The reporter");
	}
	place_text(r, entry, "author", author);
	place_text(r, entry, "body", db_get_text(message, "body"));
	place_moment(r, entry, "at", db_get_moment(message, "written_at"));
}

/* Steps to the next event that is worth a line. */
static bool next_told(struct request *r, struct db_rows *events)
{
	while (db_next(events))
		if (event_said(r, events) != NULL)
			return true;
	return false;
}

void history_pour(struct request *r, int64_t ticket_id, const char *kind, const char *reporter)
{
	struct db_rows *messages = messages_of(r->work, ticket_id);
	struct db_rows *events = ticket_events(r->work, ticket_id, kind);
	bool message = db_next(messages), event = next_told(r, events);
	struct place *entries = view_place(r, "entries");
	struct attachments files;
	int64_t seen = 0;

	attachments_of_ticket(r->work, ticket_id, &files);
	for (size_t n = 0; message || event; n++) {
		struct place *entry = place_row(r, entries, n);

		if (message && (!event || db_get_moment(messages, "written_at")
		    <= db_get_moment(events, "happened_at"))) {
			pour_message(r, messages, reporter, entry);
			files_list(r, memory_printf(r->work->memory, "entries.%zu.files", n), &files,
			    db_get_int(messages, "id"));
			message = db_next(messages);
		} else {
			pour_event(r, events, entry);
			event = next_told(r, events);
		}
	}
	db_rewind(events);
	while (db_next(events))
		seen = db_get_int(events, "id");
	view_number(r, "ticket.seen", seen);
}

void history_pour_theirs(struct request *r, int64_t ticket_id, const char *kind, int64_t seen)
{
	struct db_rows *events = ticket_events(r->work, ticket_id, kind);
	struct place *theirs = view_place(r, "theirs");
	size_t n = 0;

	while (db_next(events)) {
		struct place *entry;

		if (db_get_int(events, "id") <= seen)
			continue;
		entry = place_row(r, theirs, n++);
		pour_event(r, events, entry);
		if (event_said(r, events) == NULL)
			place_text(r, entry, "said", text_is(db_get_text(events, "action"), "file")
			    ? t("added a file") : t("wrote something"));
		if (db_get_text(events, "name") == NULL)
			place_text(r, entry, "author", t("The reporter"));
	}
}
