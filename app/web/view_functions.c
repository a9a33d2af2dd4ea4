/* What templates can call. */
#include "web/view_inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "web/language.h"

static NEOERR *translate(const char *sentence, char **said)
{
	*said = strdup(sentence != NULL && *sentence != '\0' ? t(sentence) : "");
	return STATUS_OK;
}

static NEOERR *raw(const char *markup, char **same)
{
	*same = strdup(markup != NULL ? markup : "");
	return STATUS_OK;
}

/* An address of ours, with the language of the page. What is not a path of
 * ours becomes "#": a foreign scheme, a host, a backslash. */
static NEOERR *href(const char *path, char **address)
{
	const char *prefix = "";
	char *text = NULL;

	if (path == NULL || path[0] != '/' || path[1] == '/' || strchr(path, '\\') != NULL) {
		*address = strdup("#");
		return STATUS_OK;
	}
	if (view_rendering() != NULL && view_rendering()->prefixed)
		prefix = view_rendering()->language;
	if (asprintf(&text, "%s%s%s", *prefix != '\0' ? "/" : "", prefix,
	    *prefix != '\0' && path[1] == '\0' ? "" : path) < 0)
		bug("no memory for an address");
	*address = text;
	return STATUS_OK;
}

/* What is dialled of a number as people read it: spaces have no place in an address
 * (RFC 3966). */
static NEOERR *tel(const char *text, char **dialled)
{
	const char *from = text != NULL ? text : "";
	char *to = *dialled = calloc(1, strlen(from) + 1);

	if (to == NULL)
		bug("no memory for a number");
	for (; *from != '\0'; from++)
		if ((*from >= '0' && *from <= '9') || (*from == '+' && to == *dialled))
			*to++ = *from;
	return STATUS_OK;
}

static NEOERR *url_part(const char *text, char **encoded)
{
	return nerr_pass(neos_url_escape(text != NULL ? text : "", encoded, NULL));
}

static void answer_text(CSARG *result, char *text)
{
	result->op_type = CS_TYPE_STRING;
	result->s = text;
	result->alloc = 1;
}

static NEOERR *one_or_many(CSPARSE *cs, CS_FUNCTION *function, CSARG *args, CSARG *result)
{
	char *one = NULL, *many = NULL, number[24];
	long n = 0;
	NEOERR *error = cs_arg_parse(cs, args, "ssi", &one, &many, &n);
	void *memory;

	(void)function;
	if (error != STATUS_OK)
		return nerr_pass(error);
	memory = memory_root("one or many");
	snprintf(number, sizeof number, "%ld", n);
	answer_text(result, strdup(t_fill(memory,
	    tn(one != NULL ? one : "", many != NULL ? many : "", n), "n", number, NULL)));
	memory_end(memory);
	free(one);
	free(many);
	return STATUS_OK;
}

static NEOERR *fill(CSARG *result, char **texts, size_t holes)
{
	void *memory = memory_root("fill");
	const char *a[7] = { "", "", "", "", "", "", "" };

	for (size_t i = 0; i < 1 + 2 * holes; i++)
		if (texts[i] != NULL)
			a[i] = texts[i];
	/* All at once: a hole in a value is text. The holes that are not there have
	 * no name, which fits none. */
	answer_text(result, strdup(t_fill(memory, t(a[0]), a[1], a[2], a[3], a[4], a[5], a[6],
	    NULL)));
	memory_end(memory);
	for (size_t i = 0; i < 1 + 2 * holes; i++)
		free(texts[i]);
	return STATUS_OK;
}

static NEOERR *fill_one(CSPARSE *cs, CS_FUNCTION *function, CSARG *args, CSARG *result)
{
	char *a[3] = { NULL };
	NEOERR *error = cs_arg_parse(cs, args, "sss", &a[0], &a[1], &a[2]);

	(void)function;
	return error != STATUS_OK ? nerr_pass(error) : fill(result, a, 1);
}

static NEOERR *fill_two(CSPARSE *cs, CS_FUNCTION *function, CSARG *args, CSARG *result)
{
	char *a[5] = { NULL };
	NEOERR *error = cs_arg_parse(cs, args, "sssss", &a[0], &a[1], &a[2], &a[3], &a[4]);

	(void)function;
	return error != STATUS_OK ? nerr_pass(error) : fill(result, a, 2);
}

static NEOERR *fill_three(CSPARSE *cs, CS_FUNCTION *function, CSARG *args, CSARG *result)
{
	char *a[7] = { NULL };
	NEOERR *error = cs_arg_parse(cs, args, "sssssss", &a[0], &a[1], &a[2], &a[3], &a[4],
	    &a[5], &a[6]);

	(void)function;
	return error != STATUS_OK ? nerr_pass(error) : fill(result, a, 3);
}

NEOERR *view_register_functions(CSPARSE *cs)
{
	NEOERR *error;

	if ((error = cs_register_strfunc(cs, "t", translate)) != STATUS_OK
	    || (error = cs_register_strfunc(cs, "href", href)) != STATUS_OK
	    || (error = cs_register_strfunc(cs, "url_part", url_part)) != STATUS_OK
	    || (error = cs_register_strfunc(cs, "tel", tel)) != STATUS_OK
	    || (error = cs_register_esc_strfunc(cs, "raw", raw)) != STATUS_OK
	    || (error = cs_register_function(cs, "tn", 3, one_or_many)) != STATUS_OK
	    || (error = cs_register_function(cs, "t1", 3, fill_one)) != STATUS_OK
	    || (error = cs_register_function(cs, "t2", 5, fill_two)) != STATUS_OK
	    || (error = cs_register_function(cs, "t3", 7, fill_three)) != STATUS_OK)
		return nerr_pass(error);
	return STATUS_OK;
}
