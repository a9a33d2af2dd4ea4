/* The catalogue of exploited weaknesses. */
#include "formats/threats.h"

#include <jansson.h>
#include <string.h>

#include "base/memory.h"
#include "base/moment.h"
#include "base/text.h"
#include "formats/facts.h"

static const char *text_of(const json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text != NULL ? text : "";
}

/* The day of "2026-11-20" or of a moment that begins so. */
static bool take_day(const char *text, char day[11])
{
	void *memory = memory_root("day");
	const char *begin = memory_text_of(memory, text, strnlen(text, 10));
	moment at;
	const bool good = moment_parse(memory_printf(memory, "%s 00:00:00", begin), &at);

	if (good)
		memcpy(day, begin, 11);
	memory_end(memory);
	return good;
}

static bool take_entry(const void *memory, const json_t *one, struct kev_entry *entry)
{
	const char *cve = text_upper(memory, text_of(one, "cveID"));
	char day[11];

	if (!facts_is_cve(cve) || !take_day(text_of(one, "dateAdded"), day))
		return false;
	*entry = (struct kev_entry){ cve, memory_text(memory, day) };
	return true;
}

static void take_entries(const void *memory, const json_t *list, struct kev *kev)
{
	const size_t count = json_array_size(list);

	kev->entries = memory_room(memory, struct kev_entry, count + 1);
	for (size_t i = 0; i < count && i < KEV_ENTRIES; i++) {
		if (take_entry(memory, json_array_get(list, i), &kev->entries[kev->count])) {
			kev->count++;
			continue;
		}
		if (kev->wrong < THREATS_WRONG)
			kev->wrong_at[kev->wrong] = i + 1;
		kev->wrong++;
	}
}

static bool take_catalogue(const void *memory, const json_t *root, struct kev *kev, const char **why)
{
	const json_t *list = json_object_get(root, "vulnerabilities");
	const char *release = text_of(root, "catalogVersion");

	*why = "it is no catalogue of exploited weaknesses (KEV)";
	if (!json_is_array(list) || strlen(release) > THREATS_RELEASE || text_is_empty(release))
		return false;
	*why = "its dateReleased is no day";
	if (!take_day(text_of(root, "dateReleased"), kev->head.day))
		return false;
	*why = "it has too many entries";
	if (json_array_size(list) > KEV_ENTRIES)
		return false;
	memcpy(kev->head.release, release, strlen(release) + 1);
	take_entries(memory, list, kev);
	return true;
}

bool kev_read(const void *memory, const char *text, size_t size, struct kev *kev, const char **why)
{
	json_error_t error;
	json_t *root = json_loadb(text, size, JSON_REJECT_DUPLICATES, &error);
	bool good;

	*kev = (struct kev){ 0 };
	if (root == NULL) {
		*why = memory_printf(memory, "line %d: %s", error.line, error.text);
		return false;
	}
	good = take_catalogue(memory, root, kev, why);
	json_decref(root);
	return good;
}
