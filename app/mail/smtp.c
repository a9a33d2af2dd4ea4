/* libcurl's SMTP. */
#include "mail/smtp.h"

#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"

enum { ANSWER_BYTES = 500, PASSWORD_BYTES = 200 };

struct smtp {
	const struct smtp_server *server;
	CURL *curl;
	char answer[ANSWER_BYTES];     /* the last line, or the refusal */
	int refusal;                   /* 4 or 5; 0: none */
	bool about_the_mail;           /* from the recipient on */
	const char *mail;
	size_t left;
};

static size_t read_mail(char *to, size_t size, size_t count, void *data)
{
	struct smtp *smtp = data;
	const size_t room = size * count, some = smtp->left < room ? smtp->left : room;

	memcpy(to, smtp->mail, some);
	smtp->mail += some;
	smtp->left -= some;
	return some;
}

/* Each line of the server. What it says after a refusal (goodbye) is not worth
 * keeping. */
static size_t keep_line(char *line, size_t size, size_t count, void *data)
{
	struct smtp *smtp = data;
	const size_t bytes = size * count;
	const int length = (int)(bytes < ANSWER_BYTES ? bytes : ANSWER_BYTES - 1);

	if (smtp->refusal == 0 && bytes > 3) {
		snprintf(smtp->answer, sizeof smtp->answer, "%.*s", length, line);
		if (line[0] == '4' || line[0] == '5')
			smtp->refusal = line[0] - '0';
	}
	return bytes;
}

/* Before the recipient is named, whatever is refused is refused to all mail. */
static int watch(CURL *curl, curl_infotype type, char *line, size_t size, void *data)
{
	struct smtp *smtp = data;

	(void)curl;
	if (type == CURLINFO_HEADER_OUT && size > 4 && memcmp(line, "RCPT", 4) == 0)
		smtp->about_the_mail = true;
	return 0;
}

static void set_security(CURL *curl, const struct smtp_server *server)
{
	if (!text_is(server->security, "none"))
		curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
	curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	if (*server->authorities != '\0') {
		curl_easy_setopt(curl, CURLOPT_CAINFO, server->authorities);
		curl_easy_setopt(curl, CURLOPT_CAPATH, NULL);
	}
}

/* Read anew for each connection, so that a new password needs no restart. */
static void set_user(CURL *curl, const struct smtp_server *server)
{
	char line[PASSWORD_BYTES] = "";
	FILE *file;

	if (*server->user == '\0')
		return;
	file = fopen(server->password_file, "re");
	if (file == NULL || fgets(line, sizeof line, file) == NULL)
		log_error("cannot read the mail server's password in '%s'", server->password_file);
	if (file != NULL)
		fclose(file);
	line[strcspn(line, "\r\n")] = '\0';
	curl_easy_setopt(curl, CURLOPT_USERNAME, server->user);
	curl_easy_setopt(curl, CURLOPT_PASSWORD, line);
	explicit_bzero(line, sizeof line);
}

struct smtp *smtp_open(const void *memory, const struct smtp_server *server)
{
	struct smtp *smtp = memory_new(memory, struct smtp);
	const char *scheme = text_is(server->security, "whole") ? "smtps" : "smtp";
	const char *bracket = strchr(server->host, ':') != NULL ? "[]" : "";

	smtp->server = server;
	smtp->curl = curl_easy_init();
	if (smtp->curl == NULL)
		bug("libcurl does not begin");
	curl_easy_setopt(smtp->curl, CURLOPT_URL, memory_printf(smtp, "%s://%.1s%s%s:%lld/%s", scheme,
	    bracket, server->host, *bracket != '\0' ? bracket + 1 : "", (long long)server->port,
	    server->name));
	curl_easy_setopt(smtp->curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(smtp->curl, CURLOPT_PROXY, "");
	curl_easy_setopt(smtp->curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(smtp->curl, CURLOPT_CONNECTTIMEOUT, (long)SMTP_CONNECT_SECONDS);
	curl_easy_setopt(smtp->curl, CURLOPT_TIMEOUT, (long)server->seconds);
	/* Also how long a goodbye is waited for. */
	curl_easy_setopt(smtp->curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, (long)server->seconds);
	curl_easy_setopt(smtp->curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(smtp->curl, CURLOPT_READFUNCTION, read_mail);
	curl_easy_setopt(smtp->curl, CURLOPT_READDATA, smtp);
	curl_easy_setopt(smtp->curl, CURLOPT_HEADERFUNCTION, keep_line);
	curl_easy_setopt(smtp->curl, CURLOPT_HEADERDATA, smtp);
	curl_easy_setopt(smtp->curl, CURLOPT_DEBUGFUNCTION, watch);
	curl_easy_setopt(smtp->curl, CURLOPT_DEBUGDATA, smtp);
	curl_easy_setopt(smtp->curl, CURLOPT_VERBOSE, 1L);
	set_security(smtp->curl, server);
	set_user(smtp->curl, server);
	return smtp;
}

static enum smtp_result result_of(const struct smtp *smtp, CURLcode code)
{
	if (code == CURLE_OK)
		return SMTP_SENT;
	if (!smtp->about_the_mail || smtp->refusal == 0)
		return SMTP_AWAY;
	return smtp->refusal == 5 ? SMTP_NEVER : SMTP_LATER;
}

enum smtp_result smtp_send(struct smtp *smtp, const char *sender, const char *recipient,
	const char *mail, size_t size, const char **answer)
{
	struct curl_slist *recipients = curl_slist_append(NULL, recipient);
	enum smtp_result result;
	CURLcode code;

	if (recipients == NULL)
		bug("no memory for a recipient");
	smtp->mail = mail;
	smtp->left = size;
	smtp->answer[0] = '\0';
	smtp->refusal = 0;
	smtp->about_the_mail = false;
	curl_easy_setopt(smtp->curl, CURLOPT_MAIL_FROM, sender);
	curl_easy_setopt(smtp->curl, CURLOPT_MAIL_RCPT, recipients);
	code = curl_easy_perform(smtp->curl);
	curl_slist_free_all(recipients);
	result = result_of(smtp, code);
	if (result != SMTP_SENT && smtp->refusal == 0)
		snprintf(smtp->answer, sizeof smtp->answer, "%s", curl_easy_strerror(code));
	*answer = smtp->answer;
	return result;
}

void smtp_close(struct smtp *smtp)
{
	curl_easy_cleanup(smtp->curl);
	memory_end(smtp);
}
