/* A child that does one thing. */
#include "base/aside.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/memory.h"

static void limit(int what, rlim_t most)
{
	const struct rlimit both = { most, most };

	setrlimit(what, &both);
}

/* A group of its own, so that what it starts ends with it. */
_Noreturn static void child(int out, void (*work)(int out, const void *data), const void *data,
	int seconds)
{
	setsid();
	signal(SIGTERM, SIG_DFL);
	signal(SIGINT, SIG_DFL);
	limit(RLIMIT_CPU, (rlim_t)seconds);
	limit(RLIMIT_CORE, 0);
#if !defined(__SANITIZE_ADDRESS__)
	limit(RLIMIT_AS, (rlim_t)ASIDE_MEGABYTES * 1024 * 1024);
#endif
	work(out, data);
	_exit(0);
}

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Until the other end is closed. */
static bool read_all(int in, int seconds, struct buffer *all)
{
	const int64_t until = now_ms() + (int64_t)seconds * 1000;
	char piece[65536];

	for (;;) {
		struct pollfd wait = { .fd = in, .events = POLLIN };
		const int64_t left = until - now_ms();
		ssize_t got;

		if (left <= 0 || all->full)
			return false;
		if (poll(&wait, 1, (int)left) < 0 && errno != EINTR)
			return false;
		if (wait.revents == 0)
			continue;
		got = read(in, piece, sizeof piece);
		if (got == 0)
			return !all->full;
		if (got < 0 && errno != EINTR)
			return false;
		if (got > 0)
			buffer_add_bytes(all, piece, (size_t)got);
	}
}

bool aside(const void *memory, void (*work)(int out, const void *data), const void *data,
	int seconds, struct bytes *result)
{
	struct buffer all;
	int ends[2], status = -1;
	bool whole;
	pid_t pid;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return false;
	pid = fork();
	if (pid == 0)
		child(ends[1], work, data, seconds);
	close(ends[1]);
	buffer_open(&all, memory, ASIDE_RESULT);
	whole = pid > 0 && read_all(ends[0], seconds, &all);
	close(ends[0]);
	if (pid > 0) {
		if (!whole)
			kill(-pid, SIGKILL);
		while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
			continue;
	}
	*result = (struct bytes){ (const unsigned char *)buffer_text(&all), all.size };
	return whole && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void put_all(int out, const unsigned char *bytes, size_t size)
{
	while (size > 0) {
		const ssize_t put = write(out, bytes, size);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			_exit(1);
		bytes += put;
		size -= (size_t)put;
	}
}

void aside_put(int out, const void *bytes, size_t size)
{
	const uint64_t length = size;

	put_all(out, (const unsigned char *)&length, sizeof length);
	put_all(out, bytes, size);
}

bool aside_take(struct bytes *result, struct bytes *piece)
{
	uint64_t length;

	if (result->size < sizeof length)
		return false;
	memcpy(&length, result->data, sizeof length);
	if (length > result->size - sizeof length)
		return false;
	*piece = (struct bytes){ result->data + sizeof length, (size_t)length };
	result->data += sizeof length + length;
	result->size -= sizeof length + length;
	return true;
}
