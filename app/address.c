/* Hosts, paths and their one right form. */
#include "address.h"

#include <string.h>
#include <strings.h>

#include "base/settings.h"
#include "base/text.h"
#include "web/encode.h"
#include "web/language.h"

/* Nothing, or ":8080". */
static bool is_port(const char *text)
{
	return *text == '\0' || (*text == ':' && text[1] != '\0' && strlen(text) <= 6
	    && strspn(text + 1, "0123456789") == strlen(text + 1));
}

bool address_host_is_ours(const struct request *r)
{
	const char *hosts = r->settings->hosts, *host = r->host;
	size_t size;

	if (host == NULL)
		return false;
	size = strcspn(host, ":");
	while (*hosts != '\0') {
		size_t one = strcspn(hosts, ", ");

		if (one == size && strncasecmp(hosts, host, size) == 0)
			return is_port(host + size);
		hosts += one;
		hosts += strspn(hosts, ", ");
	}
	return false;
}

/* A path, which was decoded when it came, as an address. */
static const char *encoded_path(const void *memory, const char *path)
{
	struct buffer address;

	buffer_open(&address, memory, 4 * PARSE_PATH_BYTES);
	while (*path != '\0') {
		size_t size = strcspn(path, "/");

		buffer_add(&address, encode_part(memory, memory_text_of(memory, path, size)));
		path += size;
		if (*path != '\0') {
			buffer_add(&address, "/");
			path++;
		}
	}
	return buffer_text(&address);
}

const char *address_with_query(const struct request *r, const char *path)
{
	return r->query.count == 0 ? path : memory_printf(r->memory, "%s?%s", path,
	    encode_fields(r->memory, &r->query));
}

const char *address_better(struct request *r)
{
	size_t size = strlen(r->path);
	bool is_first = r->prefixed && r->language == language_at(0)->code;
	/* What is well known is known as it is: with the slash of a folder. */
	bool is_folder = size > 1 && r->path[size - 1] == '/'
	    && !text_starts(r->path, "/.well-known/");
	const char *prefix = "";

	if (r->method != GET || (!is_first && !is_folder))
		return NULL;
	if (r->prefixed && !is_first)
		prefix = memory_printf(r->memory, "/%s", r->language);
	return memory_printf(r->memory, "%s%s", prefix, encoded_path(r->memory,
	    memory_text_of(r->memory, r->path, size - is_folder)));
}
