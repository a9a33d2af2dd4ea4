/* A child per file, shut in by seccomp and limits, that says a type and ends. */
#include "base/sniffer.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <magic.h>
#include <seccomp.h>

#include "base/digest.h"
#include "base/log.h"
#include "base/memory.h"

/* Sanitizers need memory and calls of their own; confinement is what the
 * normal build is tested for. */
#ifdef __SANITIZE_ADDRESS__
enum { CONFINED = 0 };
#else
enum { CONFINED = 1 };
#endif

enum { ANSWER_FILE = 3 };

static const char unknown[] = "unknown";


/* --- the walls ----------------------------------------------------------------- */

static bool limit(int what, rlim_t most)
{
	const struct rlimit limits = { most, most };

	return setrlimit(what, &limits) == 0;
}

/* What libmagic and malloc call once the database of types is read. Asking for
 * a file is answered with an error, because libraries do that by habit (a
 * locale, a time zone); anything else ends the process. */
static bool allow_little(scmp_filter_ctx filter, int only_file)
{
	static const int harmless[] = {
		SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
		SCMP_SYS(futex), SCMP_SYS(clock_gettime), SCMP_SYS(rt_sigreturn),
		SCMP_SYS(exit), SCMP_SYS(exit_group),
	};
	static const int denied[] = {
		SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(fstat),
		SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(access), SCMP_SYS(faccessat),
		SCMP_SYS(readlink), SCMP_SYS(lseek), SCMP_SYS(ioctl),
	};
	bool good = true;

	for (size_t i = 0; i < sizeof harmless / sizeof harmless[0]; i++)
		good = good && seccomp_rule_add(filter, SCMP_ACT_ALLOW, harmless[i], 0) == 0;
	for (size_t i = 0; i < sizeof denied / sizeof denied[0]; i++)
		good = good && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), denied[i], 0) == 0;
	good = good && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1,
		SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)only_file)) == 0;
	/* Memory, but none that can be run, and of no file. */
	good = good && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 2,
		SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
		SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS)) == 0;
	return good && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1,
		SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
}

bool sniffer_confine(int only_file)
{
	scmp_filter_ctx filter;
	bool good;

	if (!CONFINED)
		return true;
	if (!limit(RLIMIT_AS, SNIFFER_MEMORY) || !limit(RLIMIT_CPU, SNIFFER_CPU_SECONDS)
	    || !limit(RLIMIT_FSIZE, 0) || !limit(RLIMIT_CORE, 0) || !limit(RLIMIT_NPROC, 0))
		return false;
	filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
	if (filter == NULL)
		return false;
	good = allow_little(filter, only_file) && seccomp_load(filter) == 0;
	seccomp_release(filter);
	return good;
}


/* --- inside -------------------------------------------------------------------- */

/* The worker's files, among them its connection to the database. */
static void keep_only(int file)
{
	if (file != ANSWER_FILE) {
		dup2(file, ANSWER_FILE);
		close(file);
	}
	close(STDIN_FILENO);
	close(STDOUT_FILENO);
	close(STDERR_FILENO);
	close_range(ANSWER_FILE + 1, ~0u, 0);
}

static _Noreturn void look(int answer, const void *bytes, size_t size, pid_t worker)
{
	magic_t magic;
	const char *said;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	signal(SIGTERM, SIG_DFL);
	if (getppid() != worker)
		_exit(1);
	digest_key_forget();
	keep_only(answer);
	/* Formats with a reader of their own inside: text of odd encodings is found
	 * without them, and they are where the holes were. */
	magic = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR
		| MAGIC_NO_CHECK_ELF);
	if (magic == NULL || magic_load(magic, NULL) != 0 || !sniffer_confine(ANSWER_FILE))
		_exit(2);
	said = magic_buffer(magic, bytes, size);
	if (said == NULL || write(ANSWER_FILE, said, strlen(said)) < 0)
		_exit(3);
	_exit(0);
}


/* --- outside ------------------------------------------------------------------- */

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Everything it says until it ends; -1 when it took too long. */
static ssize_t listen_to(int child, char *said, size_t room)
{
	int64_t end = milliseconds() + SNIFFER_SECONDS * 1000;
	struct pollfd waiting = { .fd = child, .events = POLLIN };
	size_t size = 0;

	while (size < room) {
		int64_t left = end - milliseconds();
		ssize_t got;

		if (left <= 0)
			return -1;
		if (poll(&waiting, 1, (int)left) <= 0)
			continue;
		got = read(child, said + size, room - size);
		if (got <= 0)
			break;
		size += (size_t)got;
	}
	return (ssize_t)size;
}

/* "type/subtype" (RFC 6838), so that nothing else comes out of there. */
static bool is_type(const char *said, size_t size)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"0123456789!#$&-^_.+";
	size_t type = strspn(said, letters);

	return size <= SNIFFED_TYPE_BYTES && strlen(said) == size && type > 0 && said[type] == '/'
		&& size > type + 1 && type + 1 + strspn(said + type + 1, letters) == size;
}

const char *sniff(const void *memory, const void *bytes, size_t size)
{
	char said[SNIFFED_TYPE_BYTES + 2] = "";
	int pair[2], status = -1;
	pid_t worker = getpid(), child;
	ssize_t got;

	if (size > SNIFFED_BYTES)
		size = SNIFFED_BYTES;
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) {
		log_error("no sniffer: %s", strerror(errno));
		return unknown;
	}
	child = fork();
	if (child == 0)
		look(pair[1], bytes, size, worker);
	close(pair[1]);
	if (child < 0) {
		log_error("no sniffer: %s", strerror(errno));
		close(pair[0]);
		return unknown;
	}
	got = listen_to(pair[0], said, sizeof said - 1);
	close(pair[0]);
	if (got < 0)
		kill(child, SIGKILL);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	if (got > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0 && is_type(said, (size_t)got))
		return memory_text(memory, said);
	log_note("a file was not recognised: %s %d", WIFSIGNALED(status) ? "signal" : "status",
		WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
	return unknown;
}
