/* What the readers of queries and bodies share: the fields they become. For parse.c,
 * parse_body.c and multipart.c. */
#ifndef BELFRY_WEB_PARSE_BODY_H
#define BELFRY_WEB_PARSE_BODY_H

#include "base/text.h"
#include "web/body.h"
#include "web/parse.h"

/* One more field, copied, within the limits. */
enum parse_result field_add(const void *memory, struct field_values *,
	struct bytes name, struct bytes value);

/* "a=1&b=2", which may arrive in pieces. */
struct pairs {
	const void *memory;
	struct field_values *values;
	struct buffer name, value;
	size_t text;              /* bytes of all names and values so far */
	bool named;               /* the "=" was seen */
	int percent;              /* digits still missing after a "%" */
	unsigned char code;       /* what the digits say so far */
};

/* `scratch` holds the field that is being read. */
void pairs_open(struct pairs *, const void *memory, const void *scratch,
	struct field_values *);
enum parse_result pairs_take(struct pairs *, const char *text, size_t size);
enum parse_result pairs_close(struct pairs *);

/* That word of ASCII, in either case. */
bool bytes_are(struct bytes, const char *word);
struct bytes bytes_trimmed(const char *at, const char *end);

/* RFC 7578: text parts into `values`, files to the sink. */
enum parse_result parse_multipart(const void *memory, const void *scratch,
	const char *boundary, struct body *, parse_file_sink *, void *sink_data,
	struct field_values *values);

#endif
