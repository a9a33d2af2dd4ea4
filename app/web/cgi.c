/* One request as a plain CGI program. */
#include "web/gateway.h"

#include <stdio.h>
#include <stdlib.h>

static const char *cgi_variable(struct gateway *gateway, const char *name)
{
	(void)gateway;
	return getenv(name);
}

static size_t cgi_read(struct gateway *gateway, void *bytes, size_t size)
{
	(void)gateway;
	return fread(bytes, 1, size, stdin);
}

static bool cgi_write(struct gateway *gateway, const void *bytes, size_t size)
{
	(void)gateway;
	return fwrite(bytes, 1, size, stdout) == size;
}

void cgi_serve(void (*answer)(struct gateway *, void *data), void *data)
{
	struct gateway gateway = { cgi_variable, cgi_read, cgi_write };

	answer(&gateway, data);
	fflush(stdout);
}
