/* One setting: what its name, its kind and its place are. Only the files of the
 * settings know it; everybody else reads struct settings. */
#ifndef BELFRY_BASE_SETTING_H
#define BELFRY_BASE_SETTING_H

#include <stddef.h>
#include <stdint.h>

enum setting_kind {
	ADDRESS = 1,  /* http or https, a host, perhaps a port */
	HOSTS,        /* host names, comma between */
	CODES,        /* language codes, comma between */
	PATH,         /* begins with a slash */
	PROGRAM,      /* the same, or empty: then it is not used */
	NAME,         /* one word */
	HOST,         /* one host name or address */
	MAILBOX,      /* a mail address */
	SECURITY,     /* start, whole or none */
	PRINTABLE,    /* whatever has no space and no sign of control in it */
	NUMBER,       /* min..max */
	SWITCH,       /* yes or no */
};

struct setting {
	const char *name;
	enum setting_kind kind;
	size_t offset;
	const char *otherwise;     /* the default; NULL: has to be set */
	int64_t min, max;
	const char *paragraph;
};

/* All of them, in the order of the example file. */
extern const struct setting settings_table[];
extern const size_t settings_count;

/* What the value should have been; NULL when it is right. */
const char *setting_expected(void *memory, const struct setting *, const char *value);
/* An address without its scheme; NULL: it has none of ours. */
const char *setting_host_of(const char *address);

#endif
