/* From an address to its row of the site map. */
#include "route.h"

#include <string.h>

#include "base/memory.h"

static bool is_number(const char *text, size_t size)
{
	return size > 0 && size <= 18 && strspn(text, "0123456789") >= size;
}

static bool is_word(const char *text, size_t size)
{
	return size > 0 && size <= 100 && strspn(text, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") >= size;
}

/* A word with dots in it, but not at its beginning. */
static bool is_file_name(const char *text, size_t size)
{
	while (size > 0 && memchr(text, '.', size) != NULL) {
		size_t piece = strcspn(text, ".");

		if (!is_word(text, piece))
			return false;
		text += piece + 1;
		size -= piece + 1;
	}
	return is_word(text, size);
}

static bool is_parameter(const char *pattern, size_t pattern_size, const char *text, size_t size)
{
	if (strncmp(pattern, ":id", pattern_size) == 0)
		return is_number(text, size);
	return strncmp(pattern, ":document", pattern_size) == 0 ? is_file_name(text, size)
	    : is_word(text, size);
}

/* Does the path fit the pattern? Fills the request's parameters. `:id` is a
 * number, `:document` a file's name; any other a word. */
static bool path_fits(struct request *r, const char *pattern)
{
	const char *path = r->path;
	size_t count = 0;

	for (;;) {
		size_t pattern_size = strcspn(pattern, "/"), size = strcspn(path, "/");

		if (*pattern == ':') {
			if (!is_parameter(pattern, pattern_size, path, size) || count == REQUEST_PARAMETERS)
				return false;
			r->parameter_names[count] = memory_text_of(r->memory, pattern + 1, pattern_size - 1);
			r->parameters[count++] = memory_text_of(r->memory, path, size);
		} else if (pattern_size != size || strncmp(pattern, path, size) != 0) {
			return false;
		}
		pattern += pattern_size;
		path += size;
		if (*pattern == '\0' || *path == '\0')
			return *pattern == *path;
		pattern++;
		path++;
	}
}

const struct route *route_find(struct request *r, bool *other_method)
{
	*other_method = false;
	for (const struct route *route = site; route->path != NULL; route++) {
		memset(r->parameter_names, 0, sizeof r->parameter_names);
		if (route->door != r->door || !path_fits(r, route->path)
		    || (r->prefixed && (route->is & PLAIN) != 0))
			continue;
		if (route->method == r->method)
			return route;
		*other_method = true;
	}
	return NULL;
}
