/* Handing mail to a server, by SMTP (libcurl). */
#ifndef BELFRY_MAIL_SMTP_H
#define BELFRY_MAIL_SMTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SMTP_CONNECT_SECONDS = 10 };

/* Which server, and how. */
struct smtp_server {
	const char *host;
	int64_t port;
	const char *security;          /* "start", "whole", "none" */
	const char *authorities;       /* "": the system's */
	const char *user;              /* "": without signing in */
	const char *password_file;
	int64_t seconds;               /* for one mail in all */
	const char *name;              /* what we call ourselves to it */
};

struct smtp;

/* What became of a mail. */
enum smtp_result {
	SMTP_SENT,
	SMTP_LATER,        /* refused for now, or lost on the way: another try may do */
	SMTP_NEVER,        /* refused for good: this mail, or its recipient */
	SMTP_AWAY,         /* the server itself is not to be had; no mail would go now */
};

/* Nothing is connected before the first mail; the connection then serves the
 * next ones too. */
struct smtp *smtp_open(const void *memory, const struct smtp_server *);
/* `sender` NULL: returned to nobody. `answer`: the server's last line, or why
 * there was none; lives as long as the smtp. */
enum smtp_result smtp_send(struct smtp *, const char *sender, const char *recipient,
	const char *mail, size_t size, const char **answer);
void smtp_close(struct smtp *);

#endif
