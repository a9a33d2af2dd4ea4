/* Mail out: one row of the outbox, one mail, at most one try at a time.
 *
 * That a try begins is committed before anything is sent, and what became of it
 * afterwards. Whoever is killed between the server's "250" and that commit has
 * sent a mail which the database does not know of: it is sent again when the
 * claim is over, under the same Message-ID and Date, by which programs that read
 * mail see that it is one. Losing it instead would be worse. */
#include "jobs/deliver.h"

#include <string.h>

#include "base/log.h"
#include "base/mailbox.h"
#include "base/text.h"
#include "domain/delivery.h"
#include "domain/returned.h"
#include "domain/subscription.h"
#include "domain/team.h"
#include "jobs/letter.h"
#include "mail/compose.h"
#include "mail/smtp.h"
#include "web/language.h"
#include "web/view.h"

static const struct settings *settings;
static struct smtp_server server;
static struct smtp *connection;      /* while there is something to send */

/* The host of our own address, as a greeting; a number stands in brackets. */
static const char *own_name(const void *memory, const char *address)
{
	const char *host = strstr(address, "://");
	const char *name = host != NULL ? host + 3 : "localhost";

	if (*name == '[')
		return "localhost";
	name = memory_text_of(memory, name, strcspn(name, ":/"));
	return name[strspn(name, "0123456789.")] == '\0' ? memory_printf(memory, "[%s]", name) : name;
}

bool deliver_open(const struct settings *given)
{
	if (!language_open(given->languages_folder, given->languages)) {
		log_error("a language of '%s' is unknown", given->languages);
		return false;
	}
	view_open(given->templates_folder);
	settings = given;
	server = (struct smtp_server){
		.host = given->mail_host, .port = given->mail_port, .security = given->mail_tls,
		.authorities = given->mail_authorities, .user = given->mail_user,
		.password_file = given->mail_password_file, .seconds = given->mail_seconds,
		.name = own_name(NULL, given->address),
	};
	if (text_is_empty(given->mail_host))
		log_note("no mail is sent: 'mail_host' is not set; what there is to send waits");
	return true;
}

void deliver_close(void)
{
	if (connection != NULL)
		smtp_close(connection);
	connection = NULL;
}

static const char *sender_of(struct work *w)
{
	const struct team *team;

	if (!text_is_empty(settings->mail_from))
		return settings->mail_from;
	team = team_load(w, w->memory);
	return team != NULL ? team->email : "";
}

/* Where it returns when nobody takes it: mail to lists to an address that says which
 * mail it was. */
static const char *returns_to(struct work *w, const struct letter *letter, const char *from)
{
	if (letter->subscription_id == 0 || text_is_empty(settings->returns_address))
		return from;
	return returned_address(w->memory, settings->returns_address, letter->id, letter->message_id);
}

/* An answer that a machine gives returns to nobody: two machines that answer
 * each other never end (RFC 3834). */
static enum smtp_result try_letter(struct work *w, const struct letter *letter, const char **answer)
{
	struct mail mail = {
		.from = sender_of(w), .to = mailbox_ascii(w->memory, letter->recipient),
		.message_id = letter->message_id, .date = letter->made_at,
		.reply = text_is(letter->kind, "received"),
	};
	const char *whole;
	size_t size;

	*answer = "the subscription has ended";
	if (letter->subscription_id != 0 && !delivery_of(w, letter->subscription_id, &(struct delivery){ 0 }))
		return SMTP_NEVER;
	*answer = OUTBOX_UNSIGNED;
	if (!team_is_named(team_load(w, w->memory), settings->mail_from))
		return SMTP_LATER;
	*answer = "the mail could not be written; the log says why";
	if (!letter_write(w, settings, letter, &mail))
		return SMTP_LATER;
	whole = mail_compose(w->memory, &mail, &size, answer);
	if (whole == NULL)
		return SMTP_NEVER;
	if (connection == NULL)
		connection = smtp_open(NULL, &server);
	return smtp_send(connection, mail.reply ? NULL : returns_to(w, letter, mail.from), mail.to, whole, size, answer);
}

bool deliver_mail(struct work *w)
{
	struct letter letter;
	const char *answer;

	if (text_is_empty(settings->mail_host))
		return false;
	if (!outbox_take(w, 2 * settings->mail_seconds + MINUTE, &letter)) {
		deliver_close();
		return false;
	}
	switch (try_letter(w, &letter, &answer)) {
	case SMTP_SENT:
		outbox_sent(w, &letter, answer);
		return true;
	case SMTP_LATER:
		outbox_failed(w, &letter, answer, false);
		break;
	case SMTP_NEVER:
		outbox_failed(w, &letter, answer, true);
		break;
	case SMTP_AWAY:
		outbox_failed(w, &letter, answer, false);
		log_error("mail %lld: the mail server: %s", (long long)letter.id, answer);
		deliver_close();
		return false;
	}
	log_note("mail %lld, try %lld, was refused", (long long)letter.id, (long long)letter.tries);
	return true;
}

bool expire_mail(struct work *w)
{
	return outbox_expire(w);
}

bool forget_mail(struct work *w)
{
	return outbox_forget(w, settings->mail_kept_days);
}

/* Their share of a minute; the rest of the time all other mail has. */
bool give_out_mail(struct work *w)
{
	const int64_t most = settings->list_mails_a_minute * GIVE_OUT_SECONDS / MINUTE;

	if (text_is_empty(settings->mail_host) || team_load(w, w->memory) == NULL)
		return false;
	delivery_give_out(w, most > 0 ? most : 1);
	return false;
}

bool announce_advisories(struct work *w)
{
	return delivery_announce(w);
}

bool forget_subscriptions(struct work *w)
{
	return subscriptions_forget(w);
}
