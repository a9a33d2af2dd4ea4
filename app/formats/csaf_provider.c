/* Lists of CSAF documents. */
#include "formats/csaf_provider.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "formats/json.h"

enum { LIST_BYTES = 4 * 1024 * 1024 };

static const char white[] = "/.well-known/csaf/white/";

static const char *at(const void *memory, const struct csaf_provider *provider, const char *path)
{
	return memory_printf(memory, "%s%s", provider->address, path);
}

static const char *changed(const void *memory, const struct csaf_provider *provider)
{
	return moment_iso(memory, provider->changed > 0 ? provider->changed : provider->opened);
}

static void write_keys(const void *memory, const struct csaf_provider *provider, json_t *root)
{
	json_t *keys = provider->fingerprint_count > 0 ? json_array_in(root, "public_openpgp_keys") : NULL;

	for (size_t i = 0; i < provider->fingerprint_count; i++) {
		json_t *key = json_next_in(keys);

		json_say(key, "fingerprint", provider->fingerprints[i]);
		json_say(key, "url", at(memory, provider, "/openpgp-key.asc"));
	}
}

const char *csaf_provider_write(const void *memory, const struct csaf_provider *provider)
{
	json_t *root = json_object(), *distributions, *feed, *publisher;

	json_say(root, "canonical_url", at(memory, provider, "/.well-known/csaf/provider-metadata.json"));
	distributions = json_array_in(root, "distributions");
	json_say(json_next_in(distributions), "directory_url", at(memory, provider, white));
	feed = json_next_in(json_array_in(json_object_in(json_next_in(distributions), "rolie"), "feeds"));
	json_say(feed, "summary", "All advisories, TLP:WHITE");
	json_say(feed, "tlp_label", "WHITE");
	json_say(feed, "url", at(memory, provider, "/.well-known/csaf/white/feed-tlp-white.json"));
	json_array_append_new(json_array_in(json_object_get(json_array_get(distributions, 1), "rolie"),
	    "services"), json_string(at(memory, provider, "/.well-known/csaf/service.json")));
	json_say(root, "last_updated", changed(memory, provider));
	json_object_set_new(root, "list_on_CSAF_aggregators", json_true());
	json_say(root, "metadata_version", "2.0");
	json_object_set_new(root, "mirror_on_CSAF_aggregators", json_true());
	write_keys(memory, provider, root);
	publisher = json_object_in(root, "publisher");
	json_say(publisher, "category", "coordinator");
	if (!text_is_empty(provider->contact))
		json_say(publisher, "contact_details", provider->contact);
	json_say(publisher, "name", provider->name);
	json_say(publisher, "namespace", provider->address);
	json_say(root, "role", provider->is_trusted && provider->fingerprint_count > 0
	    ? "csaf_trusted_provider" : "csaf_provider");
	return json_written(memory, root, 0);
}

static void link_to(json_t *links, const char *relation, const char *address)
{
	json_t *one = json_next_in(links);

	json_say(one, "rel", relation);
	json_say(one, "href", address);
}

static void write_entry(const void *memory, const struct csaf_provider *provider, json_t *entries,
	const struct csaf_listed *listed)
{
	json_t *entry = json_next_in(entries), *links, *content, *format;
	const char *address = memory_printf(memory, "%s%s%s", provider->address, white, listed->path);
	const char *name = strrchr(listed->path, '/') + 1;

	/* The name of the document is its id in lower case. */
	json_say(entry, "id", text_upper(memory, memory_text_of(memory, name, strlen(name) - strlen(".json"))));
	json_say(entry, "title", listed->title);
	links = json_array_in(entry, "link");
	link_to(links, "self", address);
	link_to(links, "hash", memory_printf(memory, "%s.sha256", address));
	link_to(links, "hash", memory_printf(memory, "%s.sha512", address));
	if (listed->is_signed)
		link_to(links, "signature", memory_printf(memory, "%s.asc", address));
	json_say(entry, "published", moment_iso(memory, listed->first_at));
	json_say(entry, "updated", moment_iso(memory, listed->changed_at));
	json_say(json_object_in(entry, "summary"), "content", listed->summary);
	content = json_object_in(entry, "content");
	json_say(content, "type", "application/json");
	json_say(content, "src", address);
	format = json_object_in(entry, "format");
	json_say(format, "schema", "https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json");
	json_say(format, "version", "2.0");
}

const char *csaf_feed_write(const void *memory, const struct csaf_provider *provider,
	const struct csaf_listed *listed, size_t count)
{
	json_t *root = json_object(), *feed = json_object_in(root, "feed"), *links, *category, *entries;

	json_say(feed, "id", "feed-tlp-white");
	json_say(feed, "title", "Advisories (TLP:WHITE)");
	links = json_array_in(feed, "link");
	link_to(links, "self", at(memory, provider, "/.well-known/csaf/white/feed-tlp-white.json"));
	link_to(links, "service", at(memory, provider, "/.well-known/csaf/service.json"));
	category = json_next_in(json_array_in(feed, "category"));
	json_say(category, "scheme", "urn:ietf:params:rolie:category:information-type");
	json_say(category, "term", "csaf");
	json_say(feed, "updated", changed(memory, provider));
	entries = json_array_in(feed, "entry");
	for (size_t i = 0; i < count; i++)
		write_entry(memory, provider, entries, &listed[i]);
	return json_written(memory, root, 0);
}

const char *csaf_service_write(const void *memory, const struct csaf_provider *provider)
{
	json_t *root = json_object(), *workspace, *collection, *category, *categories;

	workspace = json_next_in(json_array_in(json_object_in(root, "service"), "workspace"));
	json_say(workspace, "title", "CSAF feeds");
	collection = json_next_in(json_array_in(workspace, "collection"));
	json_say(collection, "title", "Advisories (TLP:WHITE)");
	json_say(collection, "href", at(memory, provider, "/.well-known/csaf/white/feed-tlp-white.json"));
	categories = json_object_in(collection, "categories");
	category = json_next_in(json_array_in(categories, "category"));
	json_say(category, "scheme", "urn:ietf:params:rolie:category:information-type");
	json_say(category, "term", "csaf");
	return json_written(memory, root, 0);
}

const char *csaf_index_write(const void *memory, const struct csaf_listed *listed, size_t count)
{
	struct buffer lines;

	buffer_open(&lines, memory, LIST_BYTES);
	for (size_t i = 0; i < count; i++)
		buffer_printf(&lines, "%s\n", listed[i].path);
	return buffer_text(&lines);
}

const char *csaf_changes_write(const void *memory, const struct csaf_listed *listed, size_t count)
{
	struct buffer lines;

	buffer_open(&lines, memory, LIST_BYTES);
	for (size_t i = 0; i < count; i++)
		buffer_printf(&lines, "\"%s\",\"%s\"\n", listed[i].path,
		    moment_iso(memory, listed[i].changed_at));
	return buffer_text(&lines);
}
