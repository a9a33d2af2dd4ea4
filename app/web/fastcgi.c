/* The FastCGI loop of one worker. */
#include "web/gateway.h"

#include <errno.h>
#include <fcgiapp.h>
#include <signal.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"

static volatile sig_atomic_t stopping;

static void stop_soon(int signal_number)
{
	(void)signal_number;
	stopping = 1;
}

struct fastcgi {
	struct gateway gateway;
	FCGX_Request request;
};

static const char *fastcgi_variable(struct gateway *gateway, const char *name)
{
	return FCGX_GetParam(name, ((struct fastcgi *)gateway)->request.envp);
}

static size_t fastcgi_read(struct gateway *gateway, void *bytes, size_t size)
{
	int got = FCGX_GetStr(bytes, size > INT32_MAX ? INT32_MAX : (int)size,
	    ((struct fastcgi *)gateway)->request.in);

	return got > 0 ? (size_t)got : 0;
}

static bool fastcgi_write(struct gateway *gateway, const void *bytes, size_t size)
{
	return FCGX_PutStr(bytes, (int)size, ((struct fastcgi *)gateway)->request.out) == (int)size;
}

static time_t seconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec;
}

/* Waits for connections as one of many: the kernel wakes one worker for each,
 * where polling the listener itself would wake them all. */
static int wait_at(int listener)
{
	struct epoll_event event = { .events = EPOLLIN | EPOLLEXCLUSIVE };
	int waiting = epoll_create1(EPOLL_CLOEXEC);

	if (waiting < 0 || epoll_ctl(waiting, EPOLL_CTL_ADD, listener, &event) != 0)
		bug("the kernel has no way to wait at a socket");
	return waiting;
}

/* TERM is blocked but while waiting, so that it never cuts a request short and
 * never slips between a test and a blocking accept. */
void fastcgi_serve(int listener, long most,
	void (*answer)(struct gateway *, void *data), void (*between)(void *data), void *data)
{
	struct fastcgi fastcgi = { .gateway = { fastcgi_variable, fastcgi_read, fastcgi_write } };
	struct epoll_event event;
	struct sigaction on_term = { .sa_handler = stop_soon };
	sigset_t term, before;
	long answered = 0;
	time_t last = 0;
	int waiting = wait_at(listener);

	if (FCGX_Init() != 0)
		bug("libfcgi does not start");
	sigaction(SIGTERM, &on_term, NULL);      /* FCGX_Init put its own in */
	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&term);
	sigaddset(&term, SIGTERM);
	sigprocmask(SIG_BLOCK, &term, &before);
	sigdelset(&before, SIGTERM);
	FCGX_InitRequest(&fastcgi.request, listener, FCGI_FAIL_ACCEPT_ON_INTR);
	while (!stopping && (most == 0 || answered < most)) {
		int accepted;

		if (seconds_now() != last) {
			between(data);
			last = seconds_now();
		}
		if (epoll_pwait(waiting, &event, 1, 1000, &before) <= 0)
			continue;
		accepted = FCGX_Accept_r(&fastcgi.request);
		if (accepted == -EAGAIN || accepted == -EINTR)
			continue;
		if (accepted < 0)
			break;
		answer(&fastcgi.gateway, data);
		FCGX_Finish_r(&fastcgi.request);
		answered++;
	}
	FCGX_Free(&fastcgi.request, 1);
	close(waiting);
}
