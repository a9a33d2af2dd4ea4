/* Parameters as browsers write them, which is not always what the standard says. */
#include "web/parameters.h"

#include <string.h>

#include "base/memory.h"
#include "web/parse_body.h"

static const char *after_spaces(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	return at;
}

static bool ends_value(const char *at, const char *end)
{
	at = after_spaces(at, end);
	return at == end || *at == ';';
}

/* Browsers write %22 for a quote in a file's name and leave backslashes as
 * they are, also one before the closing quote; older ones and some programs
 * write \" instead. */
static bool take_quoted(struct parameters *p)
{
	for (const char *at = p->at + 1; at < p->end; at++) {
		size_t left = (size_t)(p->end - at);

		if (*at == '"') {
			*p->room++ = '\0';
			p->at = at + 1;
			return ends_value(p->at, p->end);
		}
		if (left >= 2 && memcmp(at, "\\\"", 2) == 0
				&& !ends_value(at + 2, p->end)) {
			*p->room++ = '"';
			at += 1;
		} else if (left >= 3 && memcmp(at, "%22", 3) == 0) {
			*p->room++ = '"';
			at += 2;
		} else {
			*p->room++ = *at;
		}
	}
	return false;
}

static bool take_bare(struct parameters *p)
{
	const char *stop = memchr(p->at, ';', (size_t)(p->end - p->at));
	struct bytes bare = bytes_trimmed(p->at, stop ? stop : p->end);

	memcpy(p->room, bare.data, bare.size);
	p->room += bare.size;
	*p->room++ = '\0';
	p->at = stop ? stop : p->end;
	return bare.size > 0 && memchr(bare.data, '"', bare.size) == NULL;
}

static bool take_name(struct parameters *p)
{
	const char *equals = memchr(p->at, '=', (size_t)(p->end - p->at));

	if (equals == NULL || equals + 1 == p->end)
		return false;
	p->name = bytes_trimmed(p->at, equals);
	p->at = equals + 1;
	for (size_t i = 0; i < p->name.size; i++)
		if (strchr("; \t\"", p->name.data[i]) != NULL)
			return false;
	return p->name.size > 0;
}

void parameters_open(struct parameters *p, const void *memory,
	const char *at, const char *end)
{
	*p = (struct parameters){ .at = at, .end = end };
	p->room = memory_array(memory, char, (size_t)(end - at) + 1);
}

bool parameters_next(struct parameters *p)
{
	p->at = after_spaces(p->at, p->end);
	if (p->at == p->end)
		return false;
	p->broken = *p->at != ';';
	if (p->broken)
		return false;
	p->at = after_spaces(p->at + 1, p->end);
	if (p->at == p->end)
		return false;
	p->value = p->room;
	p->broken = !take_name(p)
		|| !(*p->at == '"' ? take_quoted(p) : take_bare(p));
	return !p->broken;
}
