/* age as a child: one pipe for the bytes, and a file in memory for what it
 * complains about. */
#include "base/age.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"

enum { KEY_BYTES = 64 * 1024, COMPLAINT_BYTES = 4096, ARGUMENTS = 8 };

struct age {
	pid_t child;
	int pipe;                   /* to write to, or to read from */
	int complaints;
	bool writes;
};

static int file_of_memory(const char *name)
{
	int low = memfd_create(name, MFD_CLOEXEC), file;

	/* Never 0, 1 or 2, which the child gives away. */
	if (low < 0 || (file = fcntl(low, F_DUPFD_CLOEXEC, 3)) < 0)
		bug("no file in memory: %s", strerror(errno));
	close(low);
	return file;
}

/* In the child: becomes the program, with nothing open but these and `key`
 * (-1: none). */
_Noreturn static void become(char *const *arguments, int input, int output, int complaints, int key)
{
	static const char missing[] = "cannot be run; is the package age installed?\n";

	if (dup2(input, 0) >= 0 && dup2(output, 1) >= 0 && dup2(complaints, 2) >= 0
	    && close_range(3, ~0u, CLOSE_RANGE_CLOEXEC) == 0
	    && (key < 0 || fcntl(key, F_SETFD, 0) == 0))
		execvp(arguments[0], arguments);
	if (write(complaints, missing, sizeof missing - 1) < 0)
		_exit(126);
	_exit(127);
}

/* Begins it between a pipe to this process, which writes or reads, and `other`. */
static struct age *begin(const void *memory, char *const *arguments, bool writes, int other, int key)
{
	struct age *age = memory_new(memory, struct age);
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) < 0)
		bug("no pipe: %s", strerror(errno));
	age->writes = writes;
	age->complaints = file_of_memory("complaints");
	age->pipe = ends[writes ? 1 : 0];
	fflush(NULL);
	age->child = fork();
	if (age->child < 0)
		bug("no process for %s: %s", arguments[0], strerror(errno));
	if (age->child == 0)
		become(arguments, writes ? ends[0] : other, writes ? other : ends[1], age->complaints, key);
	close(ends[writes ? 0 : 1]);
	return age;
}

struct age *age_encrypt(const void *memory, const char *recipients, const char *also, int to)
{
	const char *arguments[ARGUMENTS] = { "age", "--encrypt", "-R", recipients,
		also != NULL ? "-r" : NULL, also, NULL };

	/* A child that has ended is seen by the error, not by a signal. */
	signal(SIGPIPE, SIG_IGN);
	return begin(memory, (char *const *)arguments, true, to, -1);
}

struct age *age_decrypt(const void *memory, const struct age_key *key, int from)
{
	const char *arguments[ARGUMENTS] = { "age", "--decrypt", "-i",
		memory_printf(memory, "/proc/self/fd/%d", key->file), NULL };

	return begin(memory, (char *const *)arguments, false, from, key->file);
}

bool age_write(struct age *age, const void *bytes, size_t size)
{
	const char *from = bytes;

	while (size > 0) {
		const ssize_t put = write(age->pipe, from, size);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		from += put;
		size -= (size_t)put;
	}
	return true;
}

size_t age_read(struct age *age, void *bytes, size_t room)
{
	for (;;) {
		const ssize_t got = read(age->pipe, bytes, room);

		if (got < 0 && errno == EINTR)
			continue;
		return got > 0 ? (size_t)got : 0;
	}
}

/* The first line of what it said, without its name. */
static const char *complaint_of(const void *memory, int file)
{
	char said[COMPLAINT_BYTES];
	const ssize_t size = pread(file, said, sizeof said, 0);
	const char *line = memory_text_of(memory, said, size > 0 ? (size_t)size : 0);

	line = text_one_line(memory, memory_text_of(memory, line, strcspn(line, "\n")));
	if (text_starts(line, "age: error: "))
		line += strlen("age: error: ");
	return line;
}

bool age_end(struct age *age, const char **why)
{
	static char reason[COMPLAINT_BYTES];
	void *memory = memory_root("age");
	const char *said;
	int status = 0;
	bool good;

	close(age->pipe);
	while (waitpid(age->child, &status, 0) < 0 && errno == EINTR)
		;
	good = WIFEXITED(status) && WEXITSTATUS(status) == 0;
	said = complaint_of(memory, age->complaints);
	if (good)
		reason[0] = '\0';
	else if (!text_is_empty(said))
		snprintf(reason, sizeof reason, "age: %s", said);
	else if (WIFSIGNALED(status))
		snprintf(reason, sizeof reason, "age was ended by signal %d", WTERMSIG(status));
	else
		snprintf(reason, sizeof reason, "age ended with status %d", WEXITSTATUS(status));
	*why = reason;
	close(age->complaints);
	memory_end(memory);
	return good;
}


/* Keys ------------------------------------------------------------------------ */

static bool put_all(int file, const char *bytes, size_t size)
{
	while (size > 0) {
		const ssize_t put = write(file, bytes, size);

		if (put < 0)
			return false;
		bytes += put;
		size -= (size_t)put;
	}
	return true;
}

bool age_key_read(const void *memory, const char *path, struct age_key *key, const char **why)
{
	char *text = memory_array(memory, char, KEY_BYTES);
	FILE *file = fopen(path, "re");
	size_t size;

	*key = (struct age_key){ .file = -1 };
	if (file == NULL) {
		*why = memory_printf(memory, "cannot open the key '%s': %s", path, strerror(errno));
		return false;
	}
	setvbuf(file, NULL, _IONBF, 0);
	size = fread(text, 1, KEY_BYTES, file);
	fclose(file);
	key->file = file_of_memory("key");
	if (size == KEY_BYTES || !put_all(key->file, text, size)) {
		*why = memory_printf(memory, "'%s' is no file of a key", path);
		age_key_forget(key);
	}
	explicit_bzero(text, KEY_BYTES);
	return key->file >= 0;
}

/* age-keygen writes the secret half behind comments that say the public one. */
bool age_key_new(const void *memory, struct age_key *key, const char **why)
{
	static const char before[] = "# public key: ";
	char *const arguments[] = { "age-keygen", NULL };
	struct age *age;
	char text[1024];
	size_t size = 0, got;
	int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);

	*key = (struct age_key){ .file = -1 };
	age = begin(memory, arguments, false, nothing, -1);
	while (size < sizeof text - 1
	    && (got = age_read(age, text + size, sizeof text - 1 - size)) > 0)
		size += got;
	text[size] = '\0';
	close(nothing);
	if (!age_end(age, why))
		return false;
	const char *recipient = strstr(text, before);
	if (recipient == NULL) {
		*why = "age-keygen makes keys that are not understood";
		return false;
	}
	recipient += strlen(before);
	key->recipient = memory_text_of(memory, recipient, strcspn(recipient, "\n"));
	key->file = file_of_memory("key");
	if (!put_all(key->file, text, size))
		age_key_forget(key);
	explicit_bzero(text, sizeof text);
	return key->file >= 0;
}

void age_key_forget(struct age_key *key)
{
	if (key->file >= 0)
		close(key->file);
	key->file = -1;
}
