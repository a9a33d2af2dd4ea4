/* Where a request comes from: FastCGI for the service, plain CGI for tests, a
 * debugger and small web servers. */
#ifndef BELFRY_WEB_GATEWAY_H
#define BELFRY_WEB_GATEWAY_H

#include <stdbool.h>
#include <stddef.h>

struct gateway {
	/* A CGI variable (RFC 3875); NULL when absent. */
	const char *(*variable)(struct gateway *, const char *name);
	/* Up to `size` bytes of the body; 0 at its end. */
	size_t (*read)(struct gateway *, void *bytes, size_t size);
	/* False when nobody listens any more. */
	bool (*write)(struct gateway *, const void *bytes, size_t size);
};

/* One request from the environment, standard input and output. */
void cgi_serve(void (*answer)(struct gateway *, void *data), void *data);

/* Requests from the listening socket, one at a time, until TERM arrives or
 * `most` were answered (0: no end). What is in hand at TERM is finished. `between`
 * is called about once a second, never during a request. */
void fastcgi_serve(int listener, long most,
	void (*answer)(struct gateway *, void *data), void (*between)(void *data), void *data);

#endif
