/* Fields of every kind: the first byte chooses one, lines are what was typed
 * into its inputs. What is accepted once is accepted again, unchanged. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "web/form_check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct choice choices[] = { { "a", "A" }, { "b", "B" }, { NULL } };

static const struct field fields[] = {
	{ "text", TEXT, .label = "Text", .min = 2, .max = 20 },
	{ "lines", LINES, .label = "Lines" },
	{ "choice", CHOICE, .label = "Choice", .choices = choices },
	{ "email", EMAIL, .label = "E-mail" },
	{ "phone", PHONE, .label = "Phone" },
	{ "number", NUMBER, .label = "Number" },
	{ "amount", AMOUNT, .label = "Amount" },
	{ "code", CODE, .label = "Code" },
	{ "secret", SECRET, .label = "Secret", .min = 12 },
	{ "id", ID, .label = "Id" },
	{ "day", DAY_OR_TEXT, .label = "Day" },
};

enum { NOW = 1795255200, LINES_TYPED = 5 };

static void must_hold(bool true_always)
{
	if (!true_always)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 1 || !text_is_utf8((const char *)data + 1, size - 1))
		return 0;

	void *memory = memory_root("fuzz");
	const struct field *field = &fields[data[0] % (sizeof(fields) / sizeof(fields[0]))];
	const char *at = memory_text_of(memory, (const char *)data + 1, size - 1);
	const char *lines[LINES_TYPED] = { at };
	struct typed typed = { .text = at };
	struct accepted accepted, again;

	if (field->kind == DAY_OR_TEXT) {
		for (size_t i = 0; i < LINES_TYPED && at != NULL; i++) {
			size_t length = strcspn(at, "\n");

			lines[i] = memory_text_of(memory, at, length);
			at = at[length] == '\n' ? at + length + 1 : NULL;
		}
		typed = (struct typed){ .day = lines[0], .month = lines[1],
			.year = lines[2], .time = lines[3], .text = lines[4] };
	}
	if (check_typed(memory, field, &typed, NOW, &accepted) == NULL
			&& accepted.text != NULL) {
		must_hold(text_is_utf8(accepted.text, strlen(accepted.text)));
		if (field->kind == DAY_OR_TEXT)
			day_typed(memory, accepted.text, &typed);
		else
			typed = (struct typed){ .text = accepted.text };
		/* A day and words are one line of words when shown again, which may
		 * then be too long. */
		if (check_typed(memory, field, &typed, NOW, &again) == NULL)
			must_hold(text_is(again.text, accepted.text)
				&& again.number == accepted.number);
		else
			must_hold(field->kind == DAY_OR_TEXT);
	}
	memory_end(memory);
	return 0;
}
