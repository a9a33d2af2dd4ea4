/* From inside of the walls: what is tried there, and how it has to end. */
#include "case.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#include <linux/landlock.h>

#include "base/confine.h"

#ifdef __SANITIZE_ADDRESS__
enum { CONFINED = 0 };
#else
enum { CONFINED = 1 };
#endif

/* Folders made for the test; names that fit a probe's path. */
static char may_read[] = "/tmp/belfry-read.XXXXXX";
static char may_write[] = "/tmp/belfry-write.XXXXXX";
static char outside[] = "/tmp/belfry-outside.XXXXXX";

static const char *in(const char *folder, const char *name)
{
	static char paths[4][100];
	static size_t next;
	char *path = paths[next++ % 4];

	snprintf(path, sizeof paths[0], "%s/%s", folder, name);
	return path;
}

/* 0, or the errno of what failed. */
static int opened(const char *path, int how)
{
	int file = open(path, how | O_CLOEXEC, 0600);

	if (file < 0)
		return errno;
	close(file);
	return 0;
}

static int result_of(long returned)
{
	return returned < 0 ? errno : 0;
}

static int run_a_program(void)
{
	char *const arguments[] = { (char *)"true", NULL };
	char *const nothing[] = { NULL };

	return result_of(execve("/bin/true", arguments, nothing));
}

static int connect_to(int family, int type)
{
	return result_of(socket(family, type | SOCK_CLOEXEC, 0));
}

static int fork_a_child(void)
{
	pid_t child = fork();

	if (child == 0)
		_exit(0);
	return child < 0 ? errno : waitpid(child, NULL, 0) == child ? 0 : errno;
}

/* Walls hold for children too. */
static int run_from_a_child(void)
{
	int status = 0;
	pid_t child = fork();

	if (child == 0)
		_exit(run_a_program());
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int read_what_is_open(void)
{
	static int file = -1;
	char byte;

	if (file < 0)
		file = open(in(outside, "open-before"), O_RDONLY | O_CLOEXEC);
	return result_of(pread(file, &byte, 1, 0));
}

enum { FILES = 1, CALLS = 2 };
static struct probe {
	const char *what;
	int wall, wanted;
} const probes[] = {
	{ "read a template",                FILES, 0 },
	{ "write a template",               FILES, EACCES },
	{ "make a file beside a template",  FILES, EACCES },
	{ "write in the runtime folder",    FILES, 0 },
	{ "read a file elsewhere",          FILES, EACCES },
	{ "write a file elsewhere",         FILES, EACCES },
	{ "make a folder elsewhere",        FILES, EACCES },
	{ "remove a file elsewhere",        FILES, EACCES },
	{ "read the passwords of users",    FILES, EACCES },
	{ "look into another process",      FILES, EACCES },
	{ "climb out by ..",                FILES, EACCES },
	{ "read what was open before",      FILES, 0 },
	{ "run a program",                  CALLS, EPERM },
	{ "run a program from a child",     CALLS, EPERM },
	{ "have a child",                   CALLS, 0 },
	{ "a socket of this machine",       CALLS, 0 },
	{ "a socket to the world",          CALLS, EPERM },
	{ "a socket to the world, IPv6",    CALLS, EPERM },
	{ "a datagram to the world",        CALLS, EPERM },
	{ "a raw packet",                   CALLS, EPERM },
	{ "the kernel's own sockets",       CALLS, EPERM },
	{ "trace the parent",               CALLS, EPERM },
	{ "a world of its own",             CALLS, EPERM },
	{ "mount something",                CALLS, EPERM },
	{ "become somebody else",           CALLS, EPERM },
	{ "make a device",                  CALLS, EPERM },
	{ "loosen a file's rights",         CALLS, EPERM },
	{ "a program in the kernel",        CALLS, EPERM },
};

static int try_probe(size_t number)
{
	switch (number) {
	case 0:  return opened(in(may_read, "file"), O_RDONLY);
	case 1:  return opened(in(may_read, "file"), O_WRONLY);
	case 2:  return opened(in(may_read, "new"), O_WRONLY | O_CREAT);
	case 3:  return opened(in(may_write, "new"), O_RDWR | O_CREAT);
	case 4:  return opened(in(outside, "file"), O_RDONLY);
	case 5:  return opened(in(outside, "file"), O_WRONLY);
	case 6:  return result_of(mkdir(in(outside, "folder"), 0700));
	case 7:  return result_of(unlink(in(outside, "file")));
	case 8:  return opened("/etc/passwd", O_RDONLY);
	case 9:  return opened("/proc/1/cmdline", O_RDONLY);
	case 10: return opened(in(may_read, "../../etc/passwd"), O_RDONLY);
	case 11: return read_what_is_open();
	case 12: return run_a_program();
	case 13: return run_from_a_child();
	case 14: return fork_a_child();
	case 15: return connect_to(AF_UNIX, SOCK_STREAM);
	case 16: return connect_to(AF_INET, SOCK_STREAM);
	case 17: return connect_to(AF_INET6, SOCK_STREAM);
	case 18: return connect_to(AF_INET, SOCK_DGRAM);
	case 19: return connect_to(AF_PACKET, SOCK_RAW);
	case 20: return connect_to(AF_NETLINK, SOCK_RAW);
	case 21: return result_of(ptrace(PTRACE_ATTACH, getppid(), NULL, NULL));
	case 22: return result_of(unshare(CLONE_NEWUSER));
	case 23: return result_of(mount("none", may_write, "tmpfs", 0, NULL));
	case 24: return result_of(setuid(12345));
	case 25: return result_of(mknod(in(may_write, "device"), S_IFCHR | 0600, 0x0103));
	case 26: return result_of(chmod(in(may_write, "new"), 0777));
	case 27: return result_of(syscall(SYS_bpf, 0, NULL, 0));
	}
	return -1;
}

static bool has_landlock(void)
{
	return syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
}

/* Each in a child of its own: a wall stays. */
static int tried_inside(size_t number)
{
	const struct confinement folders = { .read = { may_read, "/nowhere" }, .write = { may_write } };
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		read_what_is_open();
		if (!confine(&folders))
			_exit(200);
		_exit(try_probe(number));
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void every_probe_ends_as_it_should(void **state)
{
	bool landlock = has_landlock();

	(void)state;
	for (size_t i = 0; i < sizeof probes / sizeof probes[0]; i++) {
		int found;

		if (probes[i].wall == FILES && !landlock)
			continue;
		found = tried_inside(i);
		if (found != probes[i].wanted)
			fail_msg("%s: it ends with %d, not %d", probes[i].what, found, probes[i].wanted);
	}
}

/* Or the test above shows nothing: what is refused inside works outside. */
static void without_walls_files_are_open(void **state)
{
	(void)state;
	assert_int_equal(opened(in(outside, "file"), O_RDONLY), 0);
	assert_int_equal(opened("/etc/passwd", O_RDONLY), 0);
	assert_int_equal(connect_to(AF_INET, SOCK_STREAM), 0);
	assert_int_equal(fork_a_child(), 0);
}

static int open_folders(void **state)
{
	(void)state;
	if (mkdtemp(may_read) == NULL || mkdtemp(may_write) == NULL || mkdtemp(outside) == NULL)
		return -1;
	close(open(in(may_read, "file"), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
	close(open(in(outside, "file"), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
	close(open(in(outside, "open-before"), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
	return 0;
}

static int remove_folders(void **state)
{
	(void)state;
	unlink(in(may_read, "file"));
	unlink(in(may_write, "new"));
	unlink(in(outside, "file"));
	unlink(in(outside, "open-before"));
	rmdir(may_read);
	rmdir(may_write);
	return rmdir(outside);
}

int main(void)
{
	const struct CMUnitTest outside_only[] = {
		cmocka_unit_test(without_walls_files_are_open),
	};
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_walls_files_are_open),
		cmocka_unit_test(every_probe_ends_as_it_should),
	};

	if (!CONFINED)
		return cmocka_run_group_tests(outside_only, open_folders, remove_folders);
	return cmocka_run_group_tests(tests, open_folders, remove_folders);
}
