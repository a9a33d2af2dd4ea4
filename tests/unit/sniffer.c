/* The child that looks at files: what it says, that nothing it does harms us, and
 * that its walls hold when it is somebody else's. */
#include "case.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/sniffer.h"

#define BYTES(literal) literal, sizeof literal - 1

/* Sanitizers and Valgrind want calls of their own: there it is not shut in. */
#ifdef __SANITIZE_ADDRESS__
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

static bool is_confined(void)
{
	return !SANITIZED && getenv("VALGRIND") == NULL;
}

static void what_files_look_like(void **state)
{
	static const struct { const char *bytes; size_t size; const char *type; } files[] = {
		{ BYTES("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\2\0\0\0"), "image/png" },
		{ BYTES("%PDF-1.7\n1 0 obj\n"), "application/pdf" },
		{ BYTES("GIF89a\1\0\1\0"), "image/gif" },
		{ BYTES("\x1f\x8b\b\0\0\0\0\0\0\3xxxxxxxxxxxx"), "application/gzip" },
		{ BYTES("just some words\nand more of them\n"), "text/plain" },
		{ BYTES("<!DOCTYPE html><html><body>x</body></html>"), "text/html" },
		{ BYTES("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "image/svg+xml" },
		{ BYTES("#!/bin/sh\nid\n"), "text/x-shellscript" },
		{ BYTES("\1\2\3\4\xff\xfe"), "application/octet-stream" },
		{ BYTES(""), "application/x-empty" },
	};
	void *memory = memory_root("files");

	(void)state;
	if (getenv("VALGRIND") != NULL)
		skip();
	for (size_t i = 0; i < COUNT(files); i++)
		assert_string_equal(sniff(memory, files[i].bytes, files[i].size), files[i].type);
	memory_end(memory);
}

/* Beginnings of formats that libmagic reads more of than others, cut, doubled
 * and with noise in them: some type comes back, and we go on. */
static void whatever_comes_there_is_an_answer(void **state)
{
	static const char *const beginnings[] = {
		"\x7f" "ELF\2\1\1", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "\x1f\x8b\b", "BZh9", "{\"a\":[",
		"MZ\x90", "\xca\xfe\xba\xbe", "Rar!\x1a\7", "ustar", "\xff\xd8\xff\xe0", "OggS", "RIFF",
		"From: a@b\nSubject: x\n", "%!PS", "\x30\x82", "7z\xbc\xaf\x27\x1c",
	};
	static char bytes[SNIFFED_BYTES + 1000];
	unsigned noise = 42;
	void *memory = memory_root("noise");

	(void)state;
	if (getenv("VALGRIND") != NULL)
		skip();
	for (size_t i = 0; i < COUNT(beginnings); i++) {
		for (size_t n = 0; n < sizeof bytes; n++)
			bytes[n] = (char)((noise = noise * 1103515245 + 12345) >> 16);
		memcpy(bytes, beginnings[i], strlen(beginnings[i]));
		assert_non_null(strpbrk(sniff(memory, bytes, sizeof bytes), "/u"));
		assert_non_null(strpbrk(sniff(memory, bytes, strlen(beginnings[i])), "/u"));
	}
	memory_end(memory);
}

static size_t open_files(void)
{
	size_t open = 0;

	for (int file = 0; file < 256; file++)
		open += fcntl(file, F_GETFD) >= 0;
	return open;
}

static void nothing_of_it_stays(void **state)
{
	size_t before = open_files();
	void *memory = memory_root("many");

	(void)state;
	for (int i = 0; i < 20; i++)
		sniff(memory, "words\n", 6);
	assert_int_equal(open_files(), before);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	assert_int_equal(errno, ECHILD);
	memory_end(memory);
}


/* From inside ---------------------------------------------------------------------- */

static char outside_path[64];
static int outside_file, answer_file;

static long do_open(void)     { return open(outside_path, O_RDONLY); }
static long do_create(void)   { return open("/tmp/belfry-sniffer-probe", O_RDWR | O_CREAT, 0600); }
static long do_openat2(void)  { return syscall(SYS_openat2, AT_FDCWD, outside_path, NULL, 0); }
static long do_stat(void)     { struct stat about; return stat(outside_path, &about); }
static long do_access(void)   { return access(outside_path, R_OK); }
static long do_readlink(void) { char to[64]; return readlink("/proc/self/exe", to, sizeof to); }
static long do_seek(void)     { return lseek(outside_file, 0, SEEK_SET); }
static long do_ioctl(void)    { return syscall(SYS_ioctl, answer_file, 0x5401, NULL); }
static long do_write(void)    { return write(outside_file, "x", 1); }
static long do_read(void)     { char byte; return read(answer_file, &byte, 1); }
static long do_socket(void)   { return socket(AF_INET, SOCK_STREAM, 0); }
static long do_pair(void)     { int pair[2]; return socketpair(AF_UNIX, SOCK_STREAM, 0, pair); }
static long do_connect(void)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX, .sun_path = "/run/mysqld/mysqld.sock" };

	return connect(answer_file, (struct sockaddr *)&address, sizeof address);
}
static long do_send(void)     { return sendto(answer_file, "x", 1, 0, NULL, 0); }
static long do_exec(void)     { char *const none[] = { NULL }; return execve("/bin/true", none, none); }
static long do_execat(void)   { return syscall(SYS_execveat, outside_file, "", NULL, NULL, AT_EMPTY_PATH); }
static long do_fork(void)     { return syscall(SYS_fork); }
static long do_vfork(void)    { return syscall(SYS_clone, CLONE_VM | CLONE_VFORK | SIGCHLD, NULL); }
static long do_thread(void)   { return syscall(SYS_clone, CLONE_VM | CLONE_THREAD | CLONE_SIGHAND, NULL); }
static long do_clone3(void)   { return syscall(SYS_clone3, NULL, 0); }
static long do_ptrace(void)   { return ptrace(PTRACE_ATTACH, getppid(), NULL, NULL); }
static long do_peek(void)     { return syscall(SYS_process_vm_readv, getppid(), NULL, 0, NULL, 0, 0); }
static long do_kill(void)     { return kill(getppid(), 0); }
static long do_unlink(void)   { return unlink(outside_path); }
static long do_rename(void)   { return rename(outside_path, "/tmp/belfry-sniffer-other"); }
static long do_mkdir(void)    { return mkdir("/tmp/belfry-sniffer-folder", 0700); }
static long do_chmod(void)    { return chmod(outside_path, 0777); }
static long do_mount(void)    { return syscall(SYS_mount, "x", "/tmp", "tmpfs", 0, NULL); }
static long do_setuid(void)   { return syscall(SYS_setuid, 0); }
static long do_prctl(void)    { return syscall(SYS_prctl, 38, 0, 0, 0, 0); }
static long do_limits(void)   { struct rlimit more = { 1 << 30, 1 << 30 }; return setrlimit(RLIMIT_AS, &more); }
static long do_seccomp(void)  { return syscall(SYS_seccomp, 1, 0, NULL); }
static long do_bpf(void)      { return syscall(SYS_bpf, 0, NULL, 0); }
static long do_ring(void)     { return syscall(SYS_io_uring_setup, 1, NULL); }
static long do_keys(void)     { return syscall(SYS_keyctl, 0, 0, 0, 0, 0); }
static long do_memfd(void)    { return syscall(SYS_memfd_create, "x", 0); }
static long do_dup(void)      { return dup(answer_file); }
static long do_run_memory(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0;
}
static long do_make_runnable(void)
{
	void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return mprotect(page, 4096, PROT_READ | PROT_EXEC);
}
static long do_map_file(void)
{
	return mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, outside_file, 0) == MAP_FAILED ? -1 : 0;
}
static long do_much_memory(void)
{
	return mmap(NULL, 2ul * SNIFFER_MEMORY, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS,
	    -1, 0) == MAP_FAILED ? -1 : 0;
}
static long do_forever(void)
{
	volatile unsigned long n = 1;

	while (n != 0)
		n |= 1;
	return 0;
}

enum { KILLED = -1 };      /* for the call itself, by SIGSYS */

/* Each act, and what comes of it: an errno, or the end. */
static const struct probe {
	const char *name;
	long (*act)(void);
	int wanted;
} probes[] = {
	{ "open a file", do_open, EACCES },
	{ "create a file", do_create, EACCES },
	{ "openat2", do_openat2, KILLED },
	{ "stat", do_stat, EACCES },
	{ "access", do_access, EACCES },
	{ "readlink", do_readlink, EACCES },
	{ "seek in a file that was open", do_seek, EACCES },
	{ "ioctl", do_ioctl, EACCES },
	{ "write to another file", do_write, KILLED },
	{ "read", do_read, KILLED },
	{ "make a socket", do_socket, KILLED },
	{ "make a pair of sockets", do_pair, KILLED },
	{ "connect to the database", do_connect, KILLED },
	{ "send", do_send, KILLED },
	{ "run a program", do_exec, KILLED },
	{ "run an open file", do_execat, KILLED },
	{ "fork", do_fork, KILLED },
	{ "vfork", do_vfork, KILLED },
	{ "start a thread", do_thread, KILLED },
	{ "clone3", do_clone3, KILLED },
	{ "trace its parent", do_ptrace, KILLED },
	{ "read its parent's memory", do_peek, KILLED },
	{ "kill its parent", do_kill, KILLED },
	{ "remove a file", do_unlink, KILLED },
	{ "rename a file", do_rename, KILLED },
	{ "make a folder", do_mkdir, KILLED },
	{ "change a mode", do_chmod, KILLED },
	{ "mount", do_mount, KILLED },
	{ "become root", do_setuid, KILLED },
	{ "take back its promises", do_prctl, KILLED },
	{ "raise its limits", do_limits, KILLED },
	{ "another filter", do_seccomp, KILLED },
	{ "bpf", do_bpf, KILLED },
	{ "io_uring", do_ring, KILLED },
	{ "keys", do_keys, KILLED },
	{ "a file in memory", do_memfd, KILLED },
	{ "double its file", do_dup, KILLED },
	{ "memory that runs", do_run_memory, KILLED },
	{ "make memory run", do_make_runnable, KILLED },
	{ "map a file", do_map_file, KILLED },
	{ "too much memory", do_much_memory, ENOMEM },
};

/* Does it inside the walls; gives the child's status. The errno comes back by
 * the one file that may be written to. */
static int try_inside(const struct probe *probe, int *found)
{
	int pair[2], status;
	pid_t child;

	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
	child = fork();
	if (child == 0) {
		int came;

		answer_file = pair[1];
		if (!sniffer_confine(answer_file))
			_exit(9);
		errno = 0;
		came = probe->act() == -1 ? errno : 0;
		if (write(answer_file, &came, sizeof came) != sizeof came)
			_exit(8);
		_exit(0);
	}
	close(pair[1]);
	*found = -1;
	if (read(pair[0], found, sizeof *found) < 0)
		*found = -2;
	close(pair[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

static void the_walls_hold(void **state)
{
	size_t allowed = 0;

	(void)state;
	if (!is_confined())
		skip();
	snprintf(outside_path, sizeof outside_path, "/tmp/belfry-sniffer.XXXXXX");
	outside_file = mkstemp(outside_path);
	assert_true(outside_file >= 0);
	for (size_t i = 0; i < COUNT(probes); i++) {
		int found, status = try_inside(&probes[i], &found);
		bool good = probes[i].wanted == KILLED
		    ? WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS && found == -1
		    : WIFEXITED(status) && WEXITSTATUS(status) == 0 && found == probes[i].wanted;

		allowed += !good;
		if (!good)
			print_message("%s: status %#x, errno %d\n", probes[i].name, (unsigned)status, found);
	}
	assert_int_equal(allowed, 0);
	assert_int_equal(access(outside_path, F_OK), 0);
	assert_int_equal(lseek(outside_file, 0, SEEK_END), 0);
	close(outside_file);
	unlink(outside_path);
}

static void it_cannot_compute_for_ever(void **state)
{
	static const struct probe forever = { "compute", do_forever, 0 };
	int found, status;

	(void)state;
	if (!is_confined())
		skip();
	status = try_inside(&forever, &found);
	assert_true(WIFSIGNALED(status));
	assert_true(WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_files_look_like),
		cmocka_unit_test(whatever_comes_there_is_an_answer),
		cmocka_unit_test(nothing_of_it_stays),
		cmocka_unit_test(the_walls_hold),
		cmocka_unit_test(it_cannot_compute_for_ever),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
