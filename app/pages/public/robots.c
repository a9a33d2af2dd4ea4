/* What search engines are told: which pages there are, in which languages, and
 * which are no use to them. */
#include "site.h"

#include <string.h>

#include "base/settings.h"
#include "base/text.h"
#include "team_cache.h"
#include "web/language.h"

enum { SEARCH_BYTES = 256 * 1024 };

static bool is_public(const struct route *route)
{
	return route->method == GET && route->door == PUBLIC && route->who == ANYONE;
}

/* Everybody's pages that anybody can open as they are: no hole in the address, and
 * no ending, which is a file's. */
static bool is_listed(const struct route *route)
{
	return is_public(route) && (route->is & UNLISTED) == 0 && strpbrk(route->path, ":.") == NULL;
}

/* How much of its address is always the same. */
static size_t stem_of(const struct route *route)
{
	return strcspn(route->path, ":");
}

/* What begins with the same as another one is forbidden with that. */
static bool is_covered(const struct route *route)
{
	for (const struct route *other = site; other->path != NULL; other++) {
		const size_t size = stem_of(other);

		if (is_public(other) && (other->is & UNLISTED) != 0 && size <= stem_of(route)
		    && strncmp(other->path, route->path, size) == 0
		    && (size < stem_of(route) || other < route))
			return true;
	}
	return false;
}

static void forbid(struct buffer *out, const struct route *route)
{
	const int size = (int)stem_of(route);

	buffer_printf(out, "Disallow: %.*s\n", size, route->path);
	if ((route->is & PLAIN) == 0)
		buffer_printf(out, "Disallow: /*%.*s\n", size, route->path);
}

/* Its whole address in the n-th language; the first one has no prefix. */
static const char *address_of(struct request *r, const char *path, size_t n)
{
	return memory_printf(r->work->memory, "%s%s", r->settings->address,
	    language_path(r->work->memory, language_at(n)->code, path));
}

static void add_page(struct request *r, struct buffer *out, const char *path)
{
	for (size_t n = 0; n < language_count(); n++) {
		buffer_printf(out, "<url><loc>%s</loc>", address_of(r, path, n));
		for (size_t other = 0; other < language_count(); other++)
			buffer_printf(out, "<xhtml:link rel=\"alternate\" hreflang=\"%s\" href=\"%s\"/>",
			    language_at(other)->code, address_of(r, path, other));
		buffer_add(out, "</url>\n");
	}
}

/* Until it is out there is no such page. */
static bool is_announced(struct request *r)
{
	const struct team *team = team_now(r->work);

	return team != NULL && team->announced_at != 0;
}

int file_sitemap(struct request *r)
{
	struct buffer out;

	buffer_open(&out, r->work->memory, SEARCH_BYTES);
	buffer_add(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
	    " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
	for (const struct route *route = site; route->path != NULL; route++)
		if (is_listed(route) && (route->page != page_announcement || is_announced(r)))
			add_page(r, &out, route->path);
	buffer_add(&out, "</urlset>\n");
	return send_text(r, "application/xml; charset=utf-8", buffer_text(&out));
}

int file_robots(struct request *r)
{
	struct buffer out;

	buffer_open(&out, r->work->memory, SEARCH_BYTES);
	buffer_add(&out, "User-agent: *\n");
	for (const struct route *route = site; route->path != NULL; route++)
		if (is_public(route) && (route->is & UNLISTED) != 0 && !is_covered(route))
			forbid(&out, route);
	buffer_add(&out, "Disallow: /login\nDisallow: /*/login\nDisallow: /desk\nDisallow: /admin\n");
	buffer_printf(&out, "\nSitemap: %s/sitemap.xml\n", r->settings->address);
	return send_text(r, "text/plain; charset=utf-8", buffer_text(&out));
}
