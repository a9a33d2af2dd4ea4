/* Looking a word up in its table. */
#include "pages/choices.h"

#include "base/text.h"

static const struct choice *find(const struct choice *choices, const char *value)
{
	for (; choices != NULL && choices->value != NULL; choices++)
		if (text_is(choices->value, value))
			return choices;
	return NULL;
}

const char *choice_label(const struct choice *choices, const char *value)
{
	const struct choice *found = find(choices, value);

	return found != NULL ? found->label : NULL;
}

const char *choice_known(const struct choice *choices, const char *value)
{
	const struct choice *found = find(choices, value);

	return found != NULL ? found->value : NULL;
}
