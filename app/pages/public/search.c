/* What search engines are told: which pages there are, in which languages, and
 * which are no use to them. */
#include <string.h>

#include "base/settings.h"
#include "base/text.h"
#include "site.h"
#include "web/language.h"

enum { SEARCH_BYTES = 256 * 1024 };

/* Steps of a conversation, and what is meant for machines: nothing to be found. */
static const char *const not_listed[] = {
	"/report/", "/follow", "/vulnerability/report", "/programme/request", "/subscribe",
	"/unsubscribe", "/healthz", "/metrics", NULL
};

/* Everybody's pages that anybody can open as they are: no hole in the address, and
 * no ending, which is a file's. */
static bool is_listed(const struct route *route)
{
	if (route->method != GET || route->door != PUBLIC || route->who != ANYONE
	    || strpbrk(route->path, ":.") != NULL)
		return false;
	for (size_t i = 0; not_listed[i] != NULL; i++)
		if (text_starts(route->path, not_listed[i]))
			return false;
	return true;
}

/* Its whole address in the n-th language; the first one has no prefix. */
static const char *address_of(struct request *r, const char *path, size_t n)
{
	const char *code = n > 0 ? language_at(n)->code : "";

	return memory_printf(r->work->memory, "%s%s%s%s", r->settings->address, n > 0 ? "/" : "", code,
	    n > 0 && text_is(path, "/") ? "" : path);
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

/* Machine files have no language in their address. */
int file_sitemap(struct request *r)
{
	struct buffer out;

	if (r->prefixed)
		return not_found(r);
	buffer_open(&out, r->work->memory, SEARCH_BYTES);
	buffer_add(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
	    " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
	for (const struct route *route = site; route->path != NULL; route++)
		if (is_listed(route))
			add_page(r, &out, route->path);
	buffer_add(&out, "</urlset>\n");
	return send_text(r, "application/xml; charset=utf-8", buffer_text(&out));
}

int file_robots(struct request *r)
{
	struct buffer out;

	if (r->prefixed)
		return not_found(r);
	buffer_open(&out, r->work->memory, SEARCH_BYTES);
	buffer_add(&out, "User-agent: *\n");
	for (size_t i = 0; not_listed[i] != NULL; i++)
		buffer_printf(&out, "Disallow: %s\nDisallow: /*%s\n", not_listed[i], not_listed[i]);
	buffer_add(&out, "Disallow: /login\nDisallow: /*/login\nDisallow: /desk\nDisallow: /admin\n");
	buffer_printf(&out, "\nSitemap: %s/sitemap.xml\n", r->settings->address);
	return send_text(r, "text/plain; charset=utf-8", buffer_text(&out));
}
