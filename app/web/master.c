/* The master: owns the listening sockets, keeps the workers alive, parses
 * nothing. */
#include "web/master.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"

enum master_limit {
	MASTER_WORKERS       = 512,   /* two doors as large as the settings take */
	MASTER_BACKLOG       = 511,
	MASTER_DRAIN_SECONDS = 30,
	MASTER_PAUSE_MOST    = 5000,  /* milliseconds between starts of a place that keeps dying */
	MASTER_SHORT_LIFE    = 2000,  /* a worker that lived less died of something that lasts */
	MASTER_LOOKS_EVERY   = 60000, /* milliseconds, where nothing calls it before */
};

/* A place for a worker: who is in it, and when the next may start. */
struct place {
	const struct pool *pool;
	int number;
	pid_t pid;
	int64_t started, start_after;   /* monotonic milliseconds */
	int pause;
	bool leaving;
};

static volatile sig_atomic_t asked_to_stop, asked_to_reload;

static void on_signal(int number)
{
	if (number == SIGHUP)
		asked_to_reload = 1;
	else if (number != SIGCHLD)
		asked_to_stop = 1;
}

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* A socket that this process binds itself: libfcgi's own call ends the process
 * when it fails and takes the mode from the umask. */
int listen_at(const char *path, const char **why)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd;

	if (strlen(path) >= sizeof address.sun_path) {
		*why = "the path of the socket is too long";
		return -1;
	}
	snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	unlink(path);
	if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof address) != 0
	    || chmod(path, 0660) != 0 || listen(fd, MASTER_BACKLOG) != 0) {
		*why = strerror(errno);
		if (fd >= 0)
			close(fd);
		return -1;
	}
	return fd;
}

static void start(struct place *place)
{
	pid_t master = getpid();
	pid_t pid = fork();

	if (pid < 0) {
		log_error("no new worker: %s", strerror(errno));
		place->start_after = milliseconds() + MASTER_PAUSE_MOST;
		return;
	}
	if (pid == 0) {
		char name[32];

		prctl(PR_SET_PDEATHSIG, SIGTERM);
		if (getppid() != master)
			_exit(0);
		signal(SIGHUP, SIG_IGN);
		signal(SIGINT, SIG_IGN);
		signal(SIGCHLD, SIG_DFL);
		signal(SIGTERM, SIG_DFL);
		snprintf(name, sizeof name, "%s %d", place->pool->name, place->number);
		log_name(name);
		place->pool->work(place->pool, place->number);
		exit(0);
	}
	place->pid = pid;
	place->started = milliseconds();
	place->leaving = false;
}

/* Takes note of the dead. One that died young makes its place wait, longer
 * each time; the first restart is immediate. */
static void bury(struct place *places, size_t count)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
		for (size_t i = 0; i < count; i++) {
			struct place *place = &places[i];
			int64_t now = milliseconds();

			if (place->pid != pid)
				continue;
			place->pid = 0;
			if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
				place->pause = 0;
			} else if (!place->leaving) {
				log_error("worker %s %d (%d) ended: %s %d", place->pool->name,
				    place->number, (int)pid, WIFSIGNALED(status) ? "signal" : "status",
				    WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
				if (now - place->started >= MASTER_SHORT_LIFE)
					place->pause = 0;
				else
					place->pause = place->pause == 0 ? 1 : place->pause * 4;
				if (place->pause > MASTER_PAUSE_MOST)
					place->pause = MASTER_PAUSE_MOST;
			}
			place->start_after = now + (place->pause > 1 ? place->pause : 0);
		}
	}
}

static void tell_all(struct place *places, size_t count, int signal_number)
{
	for (size_t i = 0; i < count; i++)
		if (places[i].pid > 0) {
			places[i].leaving = true;
			kill(places[i].pid, signal_number);
		}
}

static bool any_alive(const struct place *places, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (places[i].pid > 0)
			return true;
	return false;
}

/* TERM once: each finishes what it has in hand. KILL when that takes longer
 * than anything we do. */
static void drain(struct place *places, size_t count)
{
	int64_t end = milliseconds() + MASTER_DRAIN_SECONDS * 1000;

	tell_all(places, count, SIGTERM);
	while (any_alive(places, count) && milliseconds() < end) {
		poll(NULL, 0, 20);
		bury(places, count);
	}
	tell_all(places, count, SIGKILL);
}

static size_t lay_out(const struct pool *pools, size_t pool_count, struct place *places)
{
	size_t count = 0;

	for (size_t p = 0; p < pool_count; p++)
		for (int n = 0; n < pools[p].workers && count < MASTER_WORKERS; n++)
			places[count++] = (struct place){ .pool = &pools[p], .number = n + 1 };
	return count;
}

/* From here on signals come while we wait, and at no other time. `before` is what
 * workers, and the wait, are given. */
static void take_signals(sigset_t *ours, sigset_t *before)
{
	static const int signals[] = { SIGTERM, SIGINT, SIGHUP, SIGCHLD };
	struct sigaction action = { .sa_handler = on_signal };

	sigemptyset(ours);
	for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
		sigaction(signals[i], &action, NULL);
		sigaddset(ours, signals[i]);
	}
	signal(SIGPIPE, SIG_IGN);
	sigprocmask(SIG_BLOCK, ours, before);
}

/* A worker for each empty place whose time has come; the milliseconds until that of
 * the next. */
static int64_t fill_places(struct place *places, size_t count, const sigset_t *ours,
	const sigset_t *before)
{
	const int64_t now = milliseconds();
	int64_t next = MASTER_LOOKS_EVERY;

	for (size_t i = 0; i < count; i++) {
		if (places[i].pid > 0)
			continue;
		if (places[i].start_after <= now) {
			sigprocmask(SIG_SETMASK, before, NULL);
			start(&places[i]);
			sigprocmask(SIG_BLOCK, ours, NULL);
		} else if (places[i].start_after - now < next) {
			next = places[i].start_after - now;
		}
	}
	return next;
}

bool master_run(const struct pool *pools, size_t pool_count, void (*reload)(void))
{
	struct place places[MASTER_WORKERS] = { 0 };
	const size_t count = lay_out(pools, pool_count, places);
	sigset_t ours, before;

	take_signals(&ours, &before);
	while (!asked_to_stop) {
		struct timespec pause;
		int64_t next;

		bury(places, count);
		if (asked_to_reload) {
			asked_to_reload = 0;
			log_note("reloading: new workers take over one by one");
			reload();
			tell_all(places, count, SIGTERM);
		}
		next = fill_places(places, count, &ours, &before);
		pause = (struct timespec){ next / 1000, next % 1000 * 1000000 };
		ppoll(NULL, 0, &pause, &before);
	}
	sigprocmask(SIG_SETMASK, &before, NULL);
	log_note("stopping: finishing what is in hand");
	drain(places, count);
	return true;
}
