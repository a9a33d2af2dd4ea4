/* Running another program. */
#include "base/program.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/aside.h"
#include "base/log.h"

/* As standard input: a file that is nowhere. */
static bool give_input(const struct program *program)
{
	const int file = memfd_create("input", 0);

	return file >= 0
	    && write(file, program->input, program->input_size) == (ssize_t)program->input_size
	    && lseek(file, 0, SEEK_SET) == 0 && dup2(file, STDIN_FILENO) == STDIN_FILENO;
}

static bool limit_files(const struct program *program)
{
	const struct rlimit most = { (rlim_t)program->file_bytes, (rlim_t)program->file_bytes };

	return setrlimit(RLIMIT_FSIZE, &most) == 0;
}

/* In the child. Nothing of ours is open in it any more. */
static void become(int out, const void *data)
{
	const struct program *program = data;

	if (!give_input(program) || dup2(out, STDOUT_FILENO) < 0
	    || close_range(STDERR_FILENO + 1, ~0U, 0) != 0 || chdir("/") != 0
	    || !limit_files(program) || !confine(&program->walls)) {
		log_error("'%s' cannot be prepared: %s", program->arguments[0], strerror(errno));
		_exit(1);
	}
	execve(program->arguments[0], program->arguments, program->environment);
	log_error("'%s' cannot be started: %s", program->arguments[0], strerror(errno));
	_exit(1);
}

bool program_run(const void *memory, const struct program *program, int seconds,
	struct bytes *result)
{
	return aside(memory, become, program, seconds, result);
}
