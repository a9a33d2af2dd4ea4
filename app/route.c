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

/* Does the path fit the pattern? Fills the request's parameters. `:id` is a
 * number; any other name a word. */
static bool path_fits(struct request *r, const char *pattern)
{
	const char *path = r->path;
	size_t count = 0;

	for (;;) {
		size_t pattern_size = strcspn(pattern, "/"), size = strcspn(path, "/");

		if (*pattern == ':') {
			bool good = strncmp(pattern, ":id", pattern_size) == 0
			    ? is_number(path, size) : is_word(path, size);

			if (!good || count == REQUEST_PARAMETERS)
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
		if (route->door != r->door || !path_fits(r, route->path))
			continue;
		if (route->method == r->method)
			return route;
		*other_method = true;
	}
	return NULL;
}
