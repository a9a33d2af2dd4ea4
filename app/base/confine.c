/* Landlock and seccomp. */
#include "base/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/landlock.h>
#include <seccomp.h>

#include "base/log.h"

#ifdef __SANITIZE_ADDRESS__
enum { CONFINED = 0 };
#else
enum { CONFINED = 1 };
#endif

/* What every kernel with Landlock knows: everything about files and folders. */
enum {
	READING = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
	WRITING = READING | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE
	    | LANDLOCK_ACCESS_FS_MAKE_REG,
	FOLDERS = LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_REMOVE_DIR,
	RUNNING = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE,
	OF_A_FILE = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE
	    | LANDLOCK_ACCESS_FS_EXECUTE,
	ALL     = WRITING | LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_REMOVE_DIR
	    | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR
	    | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO
	    | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM,
};


/* --- files ----------------------------------------------------------------------- */

/* A folder that is not there cannot be opened anyway. Of a file there is less to
 * allow than of a folder. */
static bool allow_folder(int rules, const char *folder, uint64_t access)
{
	struct landlock_path_beneath_attr below = { .allowed_access = access };
	struct stat kind;
	bool good;

	below.parent_fd = open(folder, O_PATH | O_CLOEXEC);
	if (below.parent_fd < 0)
		return errno == ENOENT;
	if (fstat(below.parent_fd, &kind) == 0 && !S_ISDIR(kind.st_mode))
		below.allowed_access &= OF_A_FILE;
	good = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &below, 0) == 0;
	close(below.parent_fd);
	return good;
}

static bool allow_folders(int rules, const char *const folders[], uint64_t access)
{
	for (size_t i = 0; i < CONFINE_FOLDERS && folders[i] != NULL; i++)
		if (!allow_folder(rules, folders[i], access))
			return false;
	return true;
}

static bool wall_off_files(const struct confinement *confinement)
{
	const struct landlock_ruleset_attr all = { .handled_access_fs = ALL };
	const bool is_program = confinement->run[0] != NULL;
	int rules = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);
	bool good;

	if (rules < 0 && (errno == ENOSYS || errno == EOPNOTSUPP)) {
		log_note("this kernel has no Landlock: only its user's rights keep us from files");
		return true;
	}
	good = rules >= 0 && allow_folders(rules, confinement->read, READING)
	    && allow_folders(rules, confinement->write, is_program ? WRITING | FOLDERS : WRITING)
	    && allow_folders(rules, confinement->run, RUNNING)
	    && syscall(SYS_landlock_restrict_self, rules, 0) == 0;
	if (rules >= 0)
		close(rules);
	return good;
}


/* --- calls ----------------------------------------------------------------------- */

static const int other_programs[] = { SCMP_SYS(execve), SCMP_SYS(execveat) };

static const int never[] = {
	/* Other processes. */
	SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
	SCMP_SYS(process_vm_writev), SCMP_SYS(kcmp), SCMP_SYS(pidfd_getfd), SCMP_SYS(personality),
	/* Other rights, other worlds. */
	SCMP_SYS(setuid), SCMP_SYS(setgid), SCMP_SYS(setreuid), SCMP_SYS(setregid),
	SCMP_SYS(setresuid), SCMP_SYS(setresgid), SCMP_SYS(setgroups), SCMP_SYS(setfsuid),
	SCMP_SYS(setfsgid), SCMP_SYS(capset), SCMP_SYS(unshare), SCMP_SYS(setns),
	SCMP_SYS(chroot), SCMP_SYS(pivot_root), SCMP_SYS(mount), SCMP_SYS(umount2),
	SCMP_SYS(mknod), SCMP_SYS(mknodat), SCMP_SYS(chmod), SCMP_SYS(fchmodat),
	SCMP_SYS(chown), SCMP_SYS(lchown), SCMP_SYS(fchownat),
	SCMP_SYS(open_by_handle_at), SCMP_SYS(name_to_handle_at),
	/* The kernel itself. */
	SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd), SCMP_SYS(io_uring_setup),
	SCMP_SYS(keyctl), SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(init_module),
	SCMP_SYS(finit_module), SCMP_SYS(delete_module), SCMP_SYS(kexec_load), SCMP_SYS(reboot),
	SCMP_SYS(swapon), SCMP_SYS(swapoff), SCMP_SYS(quotactl), SCMP_SYS(acct),
	SCMP_SYS(settimeofday), SCMP_SYS(clock_settime), SCMP_SYS(sethostname),
};

static bool forbid(scmp_filter_ctx filter, const int *calls, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), calls[i], 0) != 0)
			return false;
	return true;
}

/* MariaDB is a socket of this machine; there is nobody else to talk to. Another
 * program has not even that. */
static bool wall_off_calls(bool may_run)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	bool good = filter != NULL && forbid(filter, never, sizeof never / sizeof never[0]);

	if (may_run)
		good = good && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 0) == 0;
	else
		good = good && forbid(filter, other_programs, sizeof other_programs / sizeof other_programs[0])
		    && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1,
		        SCMP_A0(SCMP_CMP_NE, AF_UNIX)) == 0;
	good = good && seccomp_load(filter) == 0;
	if (filter != NULL)
		seccomp_release(filter);
	return good;
}

bool confine(const struct confinement *confinement)
{
	const struct rlimit none = { 0, 0 };

	if (!CONFINED)
		return true;
	/* Memory with people's words in it is nothing to leave behind. */
	if (setrlimit(RLIMIT_CORE, &none) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
	    && wall_off_files(confinement)
	    && wall_off_calls(confinement->run[0] != NULL))
		return true;
	log_error("the walls around this process cannot be drawn: %s", strerror(errno));
	return false;
}
