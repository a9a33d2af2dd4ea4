/* From what a page says to an answer: cookies, notices, how a page ends, and writing
 * it out. */
#include "web/request.h"

#include <string.h>

#include "base/digest.h"
#include "base/log.h"
#include "web/form.h"
#include "web/gateway.h"
#include "web/language.h"
#include "web/range.h"
#include "web/view.h"

void set_header(struct request *r, const char *name, const char *value)
{
	if (r->header_count == REQUEST_HEADERS)
		bug("more than %d headers", REQUEST_HEADERS);
	if (strpbrk(value, "\r\n") != NULL)
		bug("a line break in the header '%s'", name);
	r->headers[r->header_count].name = name;
	r->headers[r->header_count++].value = memory_text(r->memory, value);
}

void set_cookie(struct request *r, const char *name, const char *value, int64_t seconds)
{
	const char *age = "";

	if (seconds != 0)
		age = memory_printf(r->memory, "; Max-Age=%lld",
		    (long long)(seconds < 0 ? 0 : seconds));
	set_header(r, "Set-Cookie", memory_printf(r->memory, "%s=%s; Path=/; HttpOnly; SameSite=Lax%s%s",
	    name, value, r->secure ? "; Secure" : "", age));
}

/* What a query asks for is in no copy, or anybody could fill the place with them. */
static void allow_copy(struct request *r)
{
	if (r->method != GET || r->query.count > 0 || cookie(r, "belfry_notice") != NULL)
		return;
	set_header(r, "X-Accel-Expires", PAGE_COPY_SECONDS);
	set_header(r, "Cache-Control", "no-cache");
}

void same_for_everybody(struct request *r)
{
	allow_copy(r);
}

void same_for_newcomers(struct request *r)
{
	if (r->cookies.count == 0)
		allow_copy(r);
}

/* The notice of the page before, shown once. It is signed, so that nobody can
 * put words in our mouth by a link or a foreign cookie. */
static void show_notice(struct request *r)
{
	const char *notice = cookie(r, "belfry_notice");
	char *sentence;
	const char *dot;

	if (notice == NULL)
		return;
	set_cookie(r, "belfry_notice", "", -1);
	dot = strchr(notice, '.');
	if (dot == NULL || parse_percent(r->memory, dot + 1, strlen(dot + 1), false, &sentence) != PARSE_OK)
		return;
	if (text_same_secret(memory_text_of(r->memory, notice, (size_t)(dot - notice)),
	    keyed_digest_hex(r->memory, "notice", sentence)))
		view_text(r, "notice", t(sentence));
}

void tell(struct request *r, const char *sentence)
{
	struct buffer value;

	buffer_open(&value, r->memory, 2048);
	buffer_printf(&value, "%s.", keyed_digest_hex(r->memory, "notice", sentence));
	for (const unsigned char *c = (const unsigned char *)sentence; *c != '\0'; c++)
		if ((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9'))
			buffer_printf(&value, "%c", *c);
		else
			buffer_printf(&value, "%%%02X", *c);
	set_cookie(r, "belfry_notice", buffer_text(&value), 60);
}

int show_status(struct request *r, int status, const char *template)
{
	show_notice(r);
	if (r->frame != NULL)
		r->frame(r);
	r->content_type = "text/html; charset=utf-8";
	r->answer = view_render(r, template, &r->answer_size);
	if (r->answer == NULL) {
		db_spoil(r->work->db, "the page could not be drawn");
		return 500;
	}
	return status;
}

int show(struct request *r, const char *template)
{
	return show_status(r, r->form == NULL || form_is_good(r) ? 200 : 422, template);
}

int refuse(struct request *r, int status)
{
	view_number(r, "error.status", status);
	return show_status(r, status, "public/error.cs");
}

int not_found(struct request *r)
{
	return refuse(r, 404);
}

int forbidden(struct request *r)
{
	return refuse(r, 403);
}

/* To a path of ours. Nothing a visitor sent becomes the target but what the
 * caller has checked; a path that could leave us is a mistake. */
int redirect(struct request *r, const char *path)
{
	if (path[0] != '/' || path[1] == '/' || strpbrk(path, "\\\r\n") != NULL)
		bug("a redirect to '%s'", path);
	set_header(r, "Location", r->prefixed
	    ? memory_printf(r->memory, "/%s%s", r->language, text_is(path, "/") ? "" : path) : path);
	r->answer = "";
	r->answer_size = 0;
	return 303;
}

int send_text(struct request *r, const char *content_type, const char *text)
{
	r->content_type = content_type;
	r->answer = text;
	r->answer_size = strlen(text);
	return 200;
}

int send_published(struct request *r, const char *content_type, const void *bytes, size_t size)
{
	const char *tag = memory_printf(r->memory, "\"%.32s\"", digest_hex(r->memory, bytes, size));

	same_for_everybody(r);
	set_header(r, "ETag", tag);
	set_header(r, "Access-Control-Allow-Origin", "*");
	r->content_type = content_type;
	r->answer = "";
	r->answer_size = 0;
	if (tag_is_in(r->if_none_match, tag))
		return 304;
	r->answer = bytes;
	r->answer_size = size;
	return 200;
}


/* Writing it out ----------------------------------------------------------------- */

static const char *reason_of(int status)
{
	switch (status) {
	case 200: return "OK";
	case 206: return "Partial Content";
	case 301: return "Moved Permanently";
	case 303: return "See Other";
	case 304: return "Not Modified";
	case 400: return "Bad Request";
	case 403: return "Forbidden";
	case 404: return "Not Found";
	case 405: return "Method Not Allowed";
	case 409: return "Conflict";
	case 413: return "Content Too Large";
	case 415: return "Unsupported Media Type";
	case 416: return "Range Not Satisfiable";
	case 421: return "Misdirected Request";
	case 422: return "Unprocessable Content";
	case 429: return "Too Many Requests";
	case 500: return "Internal Server Error";
	case 503: return "Service Unavailable";
	default:  return "Answer";
	}
}

/* The policy of every page: everything from us, nothing inline, no frames. */
static const char page_policy[] =
	"Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self';"
	" img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'\r\n";
/* Of a file that somebody sent, should a browser ever show it: nothing at all. */
static const char file_policy[] =
	"Content-Security-Policy: sandbox; default-src 'none'; form-action 'none'; base-uri 'none';"
	" frame-ancestors 'none'\r\n";
/* The same, for a picture that was read and found harmless. */
static const char picture_policy[] =
	"Content-Security-Policy: sandbox; default-src 'none'; style-src 'unsafe-inline';"
	" form-action 'none'; base-uri 'none'; frame-ancestors 'none'\r\n";
static const char security_headers[] =
	"X-Content-Type-Options: nosniff\r\n"
	"Referrer-Policy: same-origin\r\n"
	"Cross-Origin-Opener-Policy: same-origin\r\n"
	"Cross-Origin-Resource-Policy: same-origin\r\n"
	"Permissions-Policy: camera=(), geolocation=(), microphone=()\r\n"
	"X-Frame-Options: DENY\r\n";

void request_answer(struct request *r, struct gateway *gateway)
{
	struct buffer head;

	buffer_open(&head, r->memory, 64 * 1024);
	buffer_printf(&head, "Status: %d %s\r\n", r->status, reason_of(r->status));
	if (r->content_type != NULL)
		buffer_printf(&head, "Content-Type: %s\r\n", r->content_type);
	buffer_add(&head, !r->sandboxed ? page_policy : r->has_style ? picture_policy : file_policy);
	buffer_add(&head, security_headers);
	if (r->secure)
		buffer_add(&head, "Strict-Transport-Security: max-age=31536000\r\n");
	for (size_t i = 0; i < r->header_count; i++)
		buffer_printf(&head, "%s: %s\r\n", r->headers[i].name, r->headers[i].value);
	if (r->stream == NULL)
		buffer_printf(&head, "Content-Length: %zu\r\n", r->answer_size);
	else if (r->stream_size >= 0)
		buffer_printf(&head, "Content-Length: %lld\r\n", (long long)r->stream_size);
	buffer_add(&head, "\r\n");
	if (!gateway->write(gateway, head.data, head.size) || r->head)
		return;
	if (r->stream != NULL) {
		if (!r->stream(r, gateway))
			log_note("a download broke off");
	} else if (r->answer_size > 0) {
		gateway->write(gateway, r->answer, r->answer_size);
	}
}
