/* JSON. */
#include "formats/json.h"

#include "base/log.h"
#include "base/memory.h"

void json_say(json_t *object, const char *name, const char *value)
{
	if (json_object_set_new(object, name, json_string(value)) != 0)
		bug("a text for JSON is not UTF-8");
}

json_t *json_object_in(json_t *object, const char *name)
{
	json_t *inner = json_object();

	json_object_set_new(object, name, inner);
	return inner;
}

json_t *json_array_in(json_t *object, const char *name)
{
	json_t *array = json_array();

	json_object_set_new(object, name, array);
	return array;
}

json_t *json_next_in(json_t *array)
{
	json_t *object = json_object();

	json_array_append_new(array, object);
	return object;
}

const char *json_written(const void *memory, json_t *root, size_t flags)
{
	const size_t how = JSON_INDENT(2) | flags, size = json_dumpb(root, NULL, 0, how);
	char *text = memory_array(memory, char, size + 2);

	if (size == 0 || json_dumpb(root, text, size, how) != size)
		bug("JSON that cannot be written");
	text[size] = '\n';
	json_decref(root);
	return text;
}

const char *json_text_at(json_t *object, const char *name)
{
	return json_string_value(json_object_get(object, name));
}

json_t *json_list_at(json_t *object, const char *name)
{
	json_t *list = json_object_get(object, name);

	return json_is_array(list) ? list : NULL;
}
