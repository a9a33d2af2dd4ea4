/* Writing and reading JSON by jansson: the few steps that every format of ours takes. */
#ifndef BELFRY_FORMATS_JSON_H
#define BELFRY_FORMATS_JSON_H

#include <jansson.h>
#include <stddef.h>

/* Our texts are UTF-8, so that none is refused but for want of memory: that is a bug(). */
void json_say(json_t *object, const char *name, const char *value);
/* A new one under that name; one more of a list. */
json_t *json_object_in(json_t *object, const char *name);
json_t *json_array_in(json_t *object, const char *name);
json_t *json_next_in(json_t *array);
/* All of it as text with a last line end; the root is given up. `flags`: jansson's, beside
 * the indentation. */
const char *json_written(const void *memory, json_t *root, size_t flags);

/* NULL: it is not there, or something else. */
const char *json_text_at(json_t *object, const char *name);
json_t *json_list_at(json_t *object, const char *name);

#endif
