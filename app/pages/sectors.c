/* The table of sectors. */
#include "pages/sectors.h"

#include <string.h>

#include "base/text.h"
#include "pages/choices.h"
#include "web/language.h"

const struct choice sectors[] = {
	{ "government", N_("Government") },
	{ "energy", N_("Energy") },
	{ "transport", N_("Transport") },
	{ "banking", N_("Banking") },
	{ "finance", N_("Financial markets") },
	{ "health", N_("Health") },
	{ "water", N_("Drinking water and waste water") },
	{ "digital", N_("Digital infrastructure and telecom") },
	{ "ict", N_("IT services for businesses") },
	{ "space", N_("Space") },
	{ "post", N_("Post and courier") },
	{ "waste", N_("Waste") },
	{ "chemicals", N_("Chemicals") },
	{ "food", N_("Food") },
	{ "manufacturing", N_("Manufacturing") },
	{ "online", N_("Online shops, search, social networks") },
	{ "research", N_("Research and education") },
	{ "other", N_("Something else") },
	{ NULL }
};

const char *sectors_said(struct request *r, const char *value)
{
	const char *said = NULL;

	while (!text_is_empty(value)) {
		const size_t size = strcspn(value, ",");
		const char *label = choice_label(sectors, memory_text_of(r->work->memory, value, size));

		if (label != NULL)
			said = said == NULL ? t(label) : t_fill(r->work->memory, t("{these}, {one}"),
			    "these", said, "one", t(label), NULL);
		value += size + (value[size] == ',');
	}
	return said;
}
