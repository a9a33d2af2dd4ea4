/* Files for machines. */
#include "web/reply_file.h"

#include <string.h>
#include <time.h>

#include "base/memory.h"

/* "Sun, 22 Nov 2026 10:00:00 GMT" (RFC 9110, section 5.6.7). */
static const char *http_date(const void *memory, moment m)
{
	static const char *const days[] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
		"Sep", "Oct", "Nov", "Dec" };
	const time_t seconds = m;
	struct tm tm;

	if (gmtime_r(&seconds, &tm) == NULL)
		return NULL;
	return memory_printf(memory, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[tm.tm_wday], tm.tm_mday,
	    months[tm.tm_mon], tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

int send_dated(struct request *r, const char *content_type, const char *content, moment changed)
{
	if (changed > 0)
		set_header(r, "Last-Modified", http_date(r->memory, changed));
	return send_published(r, content_type, content, strlen(content));
}
