/* From a gateway to a request: what came, taken apart. */
#include "web/request.h"

#include <string.h>

#include "base/digest.h"
#include "base/log.h"
#include "base/settings.h"
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
	r->has_style = false;
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
