/* Lists of CSAF documents. */
#include "formats/csaf_provider.h"

#include <jansson.h>
#include <string.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"

enum { LIST_BYTES = 4 * 1024 * 1024 };

static const char white[] = "/.well-known/csaf/white/";

static void say(json_t *object, const char *name, const char *value)
{
	if (json_object_set_new(object, name, json_string(value)) != 0)
		bug("a text of a CSAF list is not UTF-8");
}

static json_t *object_in(json_t *object, const char *name)
{
	json_t *inner = json_object();

	json_object_set_new(object, name, inner);
	return inner;
}

static json_t *array_in(json_t *object, const char *name)
{
	json_t *array = json_array();

	json_object_set_new(object, name, array);
	return array;
}

static json_t *next_in(json_t *array)
{
	json_t *object = json_object();

	json_array_append_new(array, object);
	return object;
}

static const char *written(const void *memory, json_t *root)
{
	const size_t size = json_dumpb(root, NULL, 0, JSON_INDENT(2));
	char *text = memory_array(memory, char, size + 2);

	if (size == 0 || json_dumpb(root, text, size, JSON_INDENT(2)) != size)
		bug("a CSAF list cannot be written");
	text[size] = '\n';
	json_decref(root);
	return text;
}

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
	json_t *keys = provider->fingerprint_count > 0 ? array_in(root, "public_openpgp_keys") : NULL;

	for (size_t i = 0; i < provider->fingerprint_count; i++) {
		json_t *key = next_in(keys);

		say(key, "fingerprint", provider->fingerprints[i]);
		say(key, "url", at(memory, provider, "/openpgp-key.asc"));
	}
}

const char *csaf_provider_write(const void *memory, const struct csaf_provider *provider)
{
	json_t *root = json_object(), *distributions, *feed, *publisher;

	say(root, "canonical_url", at(memory, provider, "/.well-known/csaf/provider-metadata.json"));
	distributions = array_in(root, "distributions");
	say(next_in(distributions), "directory_url", at(memory, provider, white));
	feed = next_in(array_in(object_in(next_in(distributions), "rolie"), "feeds"));
	say(feed, "summary", "All advisories, TLP:WHITE");
	say(feed, "tlp_label", "WHITE");
	say(feed, "url", at(memory, provider, "/.well-known/csaf/white/feed-tlp-white.json"));
	json_array_append_new(array_in(json_object_get(json_array_get(distributions, 1), "rolie"),
	    "services"), json_string(at(memory, provider, "/.well-known/csaf/service.json")));
	say(root, "last_updated", changed(memory, provider));
	json_object_set_new(root, "list_on_CSAF_aggregators", json_true());
	say(root, "metadata_version", "2.0");
	json_object_set_new(root, "mirror_on_CSAF_aggregators", json_true());
	write_keys(memory, provider, root);
	publisher = object_in(root, "publisher");
	say(publisher, "category", "coordinator");
	if (!text_is_empty(provider->contact))
		say(publisher, "contact_details", provider->contact);
	say(publisher, "name", provider->name);
	say(publisher, "namespace", provider->address);
	say(root, "role", provider->is_trusted && provider->fingerprint_count > 0
	    ? "csaf_trusted_provider" : "csaf_provider");
	return written(memory, root);
}

static void link_to(json_t *links, const char *relation, const char *address)
{
	json_t *one = next_in(links);

	say(one, "rel", relation);
	say(one, "href", address);
}

static void write_entry(const void *memory, const struct csaf_provider *provider, json_t *entries,
	const struct csaf_listed *listed)
{
	json_t *entry = next_in(entries), *links, *content, *format;
	const char *address = memory_printf(memory, "%s%s%s", provider->address, white, listed->path);
	const char *name = strrchr(listed->path, '/') + 1;

	/* The name of the document is its id in lower case. */
	say(entry, "id", text_upper(memory, memory_text_of(memory, name, strlen(name) - strlen(".json"))));
	say(entry, "title", listed->title);
	links = array_in(entry, "link");
	link_to(links, "self", address);
	link_to(links, "hash", memory_printf(memory, "%s.sha256", address));
	link_to(links, "hash", memory_printf(memory, "%s.sha512", address));
	if (listed->is_signed)
		link_to(links, "signature", memory_printf(memory, "%s.asc", address));
	say(entry, "published", moment_iso(memory, listed->first_at));
	say(entry, "updated", moment_iso(memory, listed->changed_at));
	say(object_in(entry, "summary"), "content", listed->summary);
	content = object_in(entry, "content");
	say(content, "type", "application/json");
	say(content, "src", address);
	format = object_in(entry, "format");
	say(format, "schema", "https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json");
	say(format, "version", "2.0");
}

const char *csaf_feed_write(const void *memory, const struct csaf_provider *provider,
	const struct csaf_listed *listed, size_t count)
{
	json_t *root = json_object(), *feed = object_in(root, "feed"), *links, *category, *entries;

	say(feed, "id", "feed-tlp-white");
	say(feed, "title", "Advisories (TLP:WHITE)");
	links = array_in(feed, "link");
	link_to(links, "self", at(memory, provider, "/.well-known/csaf/white/feed-tlp-white.json"));
	link_to(links, "service", at(memory, provider, "/.well-known/csaf/service.json"));
	category = next_in(array_in(feed, "category"));
	say(category, "scheme", "urn:ietf:params:rolie:category:information-type");
	say(category, "term", "csaf");
	say(feed, "updated", changed(memory, provider));
	entries = array_in(feed, "entry");
	for (size_t i = 0; i < count; i++)
		write_entry(memory, provider, entries, &listed[i]);
	return written(memory, root);
}

const char *csaf_service_write(const void *memory, const struct csaf_provider *provider)
{
	json_t *root = json_object(), *workspace, *collection, *category, *categories;

	workspace = next_in(array_in(object_in(root, "service"), "workspace"));
	say(workspace, "title", "CSAF feeds");
	collection = next_in(array_in(workspace, "collection"));
	say(collection, "title", "Advisories (TLP:WHITE)");
	say(collection, "href", at(memory, provider, "/.well-known/csaf/white/feed-tlp-white.json"));
	categories = object_in(collection, "categories");
	category = next_in(array_in(categories, "category"));
	say(category, "scheme", "urn:ietf:params:rolie:category:information-type");
	say(category, "term", "csaf");
	return written(memory, root);
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
