/* From a gateway to a request, and from an answer back to it. */
#include "web/request.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/log.h"
#include "base/settings.h"
#include "web/form.h"
#include "web/gateway.h"
#include "web/language.h"
#include "web/view.h"

static const char *variable(const struct request *r, struct gateway *gateway, const char *name)
{
	const char *value = gateway->variable(gateway, name);

	return value != NULL && *value != '\0' ? memory_text(r->memory, value) : NULL;
}

static enum method method_of(const char *name, bool *head)
{
	*head = text_is(name, "HEAD");
	if (*head || text_is(name, "GET"))
		return GET;
	return text_is(name, "POST") ? POST : 0;
}

/* Takes "/ar" off the front of a path, where it is a language of ours. */
static void take_language(struct request *r)
{
	const char *code;

	r->language = language_at(0)->code;
	if (strlen(r->path) < 3 || (r->path[3] != '/' && r->path[3] != '\0'))
		return;
	code = memory_text_of(r->memory, r->path + 1, 2);
	if (language_by_code(code) == NULL)
		return;
	r->language = language_by_code(code)->code;
	r->prefixed = true;
	r->path = r->path[3] == '\0' ? "/" : r->path + 3;
}

static void refuse_for(struct request *r, enum parse_result result)
{
	if (r->refused == PARSE_OK)
		r->refused = result;
}

/* A number that a visitor can read to us on the phone. */
static const char *number_for(const void *memory)
{
	static unsigned long count;
	static char process[5];
	static const char letters[] = "23456789bcdfghjkmnpqrstvwxz";

	if (process[0] == '\0')
		for (int i = 0; i < 4; i++)
			process[i] = letters[random_below(sizeof letters - 1)];
	return memory_printf(memory, "%s-%06lu", process, ++count);
}

void request_read(struct request *r, const void *memory, struct gateway *gateway,
	const struct settings *settings, enum door door)
{
	const char *uri, *query, *cookies;
	size_t path_size;

	*r = (struct request){ .memory = memory, .settings = settings, .door = door };
	r->number = number_for(memory);
	uri = variable(r, gateway, "REQUEST_URI");
	if (uri == NULL)
		uri = "/";
	path_size = strcspn(uri, "?");
	query = uri[path_size] == '?' ? uri + path_size + 1 : "";
	r->method = method_of(variable(r, gateway, "REQUEST_METHOD"), &r->head);
	r->host = variable(r, gateway, "HTTP_HOST");
	r->address = variable(r, gateway, "REMOTE_ADDR");
	r->forwarded = variable(r, gateway, "HTTP_X_FORWARDED_FOR") != NULL
	    || variable(r, gateway, "HTTP_FORWARDED") != NULL
	    || variable(r, gateway, "HTTP_X_REAL_IP") != NULL;
	r->origin = variable(r, gateway, "HTTP_ORIGIN");
	r->fetch_site = variable(r, gateway, "HTTP_SEC_FETCH_SITE");
	r->agent = variable(r, gateway, "HTTP_USER_AGENT");
	r->range = variable(r, gateway, "HTTP_RANGE");
	r->if_range = variable(r, gateway, "HTTP_IF_RANGE");
	r->if_none_match = variable(r, gateway, "HTTP_IF_NONE_MATCH");
	r->secure = text_is(variable(r, gateway, "HTTPS"), "on");
	refuse_for(r, parse_path(memory, uri, path_size, &r->path));
	if (r->refused != PARSE_OK)
		r->path = "/";
	refuse_for(r, parse_query(memory, query, strlen(query), &r->query));
	cookies = variable(r, gateway, "HTTP_COOKIE");
	if (cookies != NULL)
		refuse_for(r, parse_cookies(memory, cookies, &r->cookies));
	take_language(r);
}

static size_t pull_body(void *source, void *bytes, size_t size)
{
	struct gateway *gateway = source;

	return gateway->read(gateway, bytes, size);
}

void request_read_body(struct request *r, struct gateway *gateway, parse_file_sink *sink,
	void *sink_data)
{
	const char *length_text = variable(r, gateway, "CONTENT_LENGTH");
	const char *type = variable(r, gateway, "CONTENT_TYPE");
	int64_t length = 0;

	if (length_text != NULL && !text_number(length_text, 0, INT64_MAX, &length))
		refuse_for(r, PARSE_MALFORMED);
	else if (length > (sink != NULL ? REQUEST_FILES_BYTES : REQUEST_BODY_BYTES))
		refuse_for(r, PARSE_TOO_LONG);
	else if (length > 0 || type != NULL)
		refuse_for(r, parse_body(r->memory, type != NULL ? type : "", length, pull_body,
		    gateway, sink, sink_data, &r->body));
}

void request_begin_again(struct request *r)
{
	r->form = NULL;
	r->view = view_new(r->work->memory);
	r->status = 0;
	r->content_type = NULL;
	r->header_count = 0;
	r->answer = NULL;
	r->answer_size = 0;
	r->stream = NULL;
	r->sandboxed = false;
}

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
	buffer_add(&head, r->sandboxed ? file_policy : page_policy);
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

const char *path_word(const struct request *r, const char *name)
{
	for (size_t i = 0; i < REQUEST_PARAMETERS && r->parameter_names[i] != NULL; i++)
		if (strcmp(r->parameter_names[i], name) == 0)
			return r->parameters[i];
	bug("the route '%s' has no part '%s'", r->path, name);
}

int64_t path_number(const struct request *r, const char *name)
{
	int64_t number = 0;

	if (!text_number(path_word(r, name), 0, INT64_MAX, &number))
		return 0;
	return number;
}

const char *query_text(const struct request *r, const char *name)
{
	return field_value(&r->query, name);
}

int64_t query_number(const struct request *r, const char *name, int64_t otherwise)
{
	const char *text = query_text(r, name);
	int64_t number = otherwise;

	if (text == NULL || !text_number(text, 0, INT64_MAX, &number))
		return otherwise;
	return number;
}

const char *cookie(const struct request *r, const char *name)
{
	return field_value(&r->cookies, name);
}

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
