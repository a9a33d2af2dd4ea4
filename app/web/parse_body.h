/* What the readers of bodies share: the bytes that are still to come, the
 * fields they become, and the parameters of a header. For parse.c,
 * parse_body.c and multipart.c. */
#ifndef BELFRY_WEB_PARSE_BODY_H
#define BELFRY_WEB_PARSE_BODY_H

#include "base/text.h"
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

/* A body as it comes from the web server. */
struct body {
	parse_pull *pull;
	void *source;
	int64_t missing;          /* of what Content-Length promised */
	bool cut_off;             /* the source ended before */
};

/* Fills `bytes` as far as the body goes. */
size_t body_read(struct body *, char *bytes, size_t size);

/* The parameters of a header, one after the other: `; name=value;
 * other="value"`. Values live in the memory given. */
struct parameters {
	const char *at, *end;
	struct bytes name;
	const char *value;
	char *room;               /* for the values to come */
	bool broken;
};

void parameters_open(struct parameters *, const void *memory,
	const char *at, const char *end);
bool parameters_next(struct parameters *);

/* That word of ASCII, in either case. */
bool bytes_are(struct bytes, const char *word);
struct bytes bytes_trimmed(const char *at, const char *end);

/* RFC 7578: text parts into `values`, files to the sink. */
enum parse_result parse_multipart(const void *memory, const void *scratch,
	const char *boundary, struct body *, parse_file_sink *, void *sink_data,
	struct field_values *values);

#endif
