/* Headers and parts of a mail. */
#include "mail/compose.h"

#include <string.h>

#include "base/text.h"
#include "mail/encode.h"

/* Quoted-printable never has these two signs together (RFC 2045, section 6.7). */
#define BOUNDARY "=_belfry"

/* Made by us; looked at all the same, for it stands between brackets. */
static bool is_message_id(const char *id)
{
	return strlen(id) < 250 && id[strspn(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "0123456789.-_@")] == '\0' && strchr(id, '@') != NULL;
}

static void add_part(struct buffer *b, const char *type, const char *body)
{
	buffer_printf(b, "Content-Type: %s; charset=utf-8\r\n"
	    "Content-Transfer-Encoding: quoted-printable\r\n\r\n", type);
	mail_body(b, body);
}

static void add_parts(struct buffer *b, const struct mail *mail)
{
	buffer_add(b, "Content-Type: multipart/alternative; boundary=\"" BOUNDARY "\"\r\n\r\n"
	    "--" BOUNDARY "\r\n");
	add_part(b, "text/plain", mail->text);
	buffer_add(b, "\r\n--" BOUNDARY "\r\n");
	add_part(b, "text/html", mail->markup);
	buffer_add(b, "\r\n--" BOUNDARY "--\r\n");
}

/* Addresses of ours, a long one on a line of its own; what does not fit into a header is
 * left out. */
enum { LINE_CHARACTERS = 70 };

static void add_address(struct buffer *b, const char *header, const char *address)
{
	if (address != NULL && strlen(address) < 900 && strpbrk(address, " <>\r\n") == NULL)
		buffer_printf(b, "%s:%s <%s>\r\n", header,
		    strlen(header) + strlen(address) > LINE_CHARACTERS ? "\r\n" : "", address);
}

static void add_list(struct buffer *b, const struct mail_list *list)
{
	add_address(b, "List-Id", list->id);
	add_address(b, "List-Unsubscribe", list->unsubscribe);
	buffer_add(b, "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
	add_address(b, "List-Archive", list->archive);
}

const char *mail_compose(const void *memory, const struct mail *mail, size_t *size, const char **why)
{
	struct buffer b;

	if (!mail_is_address(mail->to) || !mail_is_address(mail->from)) {
		*why = mail_is_address(mail->from) ? "the recipient's address cannot stand in a mail"
		    : "the sender's address cannot stand in a mail";
		return NULL;
	}
	if (!is_message_id(mail->message_id)) {
		*why = "the Message-ID cannot stand in a mail";
		return NULL;
	}
	buffer_open(&b, memory, MAIL_BYTES);
	buffer_printf(&b, "Date: %s\r\n", mail_date(memory, mail->date));
	mail_mailbox_header(&b, "From", mail->from_name, mail->from);
	mail_mailbox_header(&b, "To", NULL, mail->to);
	buffer_printf(&b, "Message-ID: <%s>\r\n", mail->message_id);
	mail_header(&b, "Subject", mail->subject);
	mail_header(&b, "Auto-Submitted", mail->reply ? "auto-replied" : "auto-generated");
	mail_header(&b, "Content-Language", mail->language);
	if (mail->list != NULL)
		add_list(&b, mail->list);
	buffer_add(&b, "MIME-Version: 1.0\r\n");
	if (mail->markup != NULL)
		add_parts(&b, mail);
	else
		add_part(&b, "text/plain", mail->text);
	if (b.full) {
		*why = "the mail is too long";
		return NULL;
	}
	*size = b.size;
	return buffer_text(&b);
}
