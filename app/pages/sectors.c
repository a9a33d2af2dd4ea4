/* The table of sectors. */
#include "pages/sectors.h"

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
